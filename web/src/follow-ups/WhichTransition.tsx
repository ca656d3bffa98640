import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { useSayDate } from '../dates/When';
import { useWorkspace } from '../frame/workspace';
import type { Track, Wish } from './moving';

/** Which entry was wrong; the correction takes its place in time. */
export function WhichTransition({ track, onChoose }: { track: Track; onChoose: (wish: Partial<Wish>) => void }) {
  const { t } = useTranslation();
  const say = useSayDate();
  const workspace = useWorkspace();
  const { data } = useQuery({
    queryKey: [workspace, 'tracks', track.id, 'transitions', track.version],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/tracks/{trackId}/transitions', {
          params: { path: { workspace, trackId: track.id }, query: { limit: 50 } },
        }),
      ),
  });
  const wrong = (data?.items ?? []).filter(({ correctedBy }) => correctedBy === null);
  return (
    <NativeSelect
      label={t('followUps.whichTransition')}
      required
      data={[
        { value: '', label: '' },
        ...wrong.map(({ id, occurredOn, actor, to }) => ({
          value: id,
          label: `${say(occurredOn)}: ${to} (${actor.name})`,
        })),
      ]}
      onChange={(event) => {
        const corrects = event.currentTarget.value;
        onChoose({ corrects, occurredOn: wrong.find(({ id }) => id === corrects)?.occurredOn ?? null });
      }}
    />
  );
}
