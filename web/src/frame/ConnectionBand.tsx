import { Alert } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { connection } from '../api/connection';
import { queryClient } from '../api/queries';
import { useWatched } from '../api/watched';

const AGAIN_AFTER = 4000;

/** While the server can't be reached; it goes by itself as soon as it can. */
export function ConnectionBand() {
  const { t } = useTranslation();
  const isThere = useWatched(connection);
  useEffect(() => {
    if (isThere) return;
    const asking = setInterval(() => {
      void fetch('/health/live').then(
        () => {
          connection.found();
          void queryClient.invalidateQueries();
        },
        () => undefined,
      );
    }, AGAIN_AFTER);
    return () => clearInterval(asking);
  }, [isThere]);
  if (isThere) return null;
  return (
    <Alert color="yellow" role="status" icon={<IconPlugConnectedX aria-hidden />} title={t('frame.offline')} mb="md">
      {t('frame.offlineWhy')}
    </Alert>
  );
}
