import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What stands behind it is not ours: it opens by itself, and does not learn where one came from. */
export function Address({ url }: { url: string }) {
  const { t } = useTranslation();
  return (
    <Anchor
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      underline="always"
      style={{ overflowWrap: 'anywhere' }}
    >
      {url} {t('evidence.newTab')}
    </Anchor>
  );
}
