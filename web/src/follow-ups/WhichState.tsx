import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { useWorkspace } from '../frame/workspace';
import type { Track } from './moving';

/** For history and corrections: the state that is put in place, of those that the workflow has. */
export function WhichState({ track, onChoose }: { track: Track; onChoose: (state: string) => void }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [key = '', version] = track.workflow.split('@');
  const { data } = useQuery({
    queryKey: [workspace, 'workflows', key],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/workflows/{key}/versions', { params: { path: { workspace, key } } }),
      ),
  });
  const states = data?.items.find((one) => String(one.version) === version)?.states ?? [];
  return (
    <NativeSelect
      label={t('followUps.whichState')}
      required
      data={[{ value: '', label: '' }, ...states.map(({ state, label }) => ({ value: state, label }))]}
      onChange={(event) => {
        onChoose(event.currentTarget.value);
      }}
    />
  );
}
