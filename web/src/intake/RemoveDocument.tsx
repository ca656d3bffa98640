import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../api/client';
import { queryClient } from '../api/queries';
import { Asking } from '../frame/Asking';
import { orGone, useHeld } from '../frame/useRow';
import { useSaving } from '../frame/useSaving';
import { useWorkspace } from '../frame/workspace';
import { LISTED, type Listed } from './intake';

type Discarded = Pick<Listed, 'id' | 'title' | 'state' | 'version'>;

/** Discards a document of which nothing is in the record, after saying what goes with it. */
export function RemoveDocument({ document: began, close }: { document: Discarded; close: () => void }) {
  const { t } = useTranslation();
  const { row, isAnew, readAnew } = useHeld(began, useReading(began.id), close);
  const { id, title, state, version } = row;
  const removing = useSaving('intake', t('frame.removed', { name: title }), (workspace) =>
    answer(
      client.DELETE('/api/v1/workspaces/{workspace}/intake/{id}', {
        params: { path: { workspace, id }, header: ifMatch(version) },
      }),
    ),
  );
  return (
    <Asking
      title={t('intake.discardNamed', { name: title })}
      act={t('intake.discard')}
      isDangerous
      isPossible={state === 'ready'}
      saving={removing}
      readAnew={() => readAnew().then(removing.reset)}
      isAnew={isAnew}
      close={close}
    >
      <Text size="sm">{t(state === 'ready' ? 'intake.discardMeans' : 'intake.isRecordedNow')}</Text>
    </Asking>
  );
}

/** Reads it by itself: in the list another page may begin with it by now. */
function useReading(id: string): () => Promise<Discarded | undefined> {
  const workspace = useWorkspace();
  return async () => {
    const reading = answer(
      client.GET('/api/v1/workspaces/{workspace}/intake/{id}', {
        params: { path: { workspace, id }, query: { fields: ['title', 'state', 'version'] } },
      }),
    );
    const [now] = await Promise.all([
      orGone(reading),
      queryClient.invalidateQueries({ queryKey: [workspace, ...LISTED] }),
    ]);
    return now;
  };
}
