import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { queryClient } from '../api/queries';
import { TakeOff } from '../evidence/TakeOff';
import { useWorkspace } from '../frame/workspace';
import type { Track } from './moving';

/** A link is never taken away: that it no longer counts is one more entry. */
export function Unlink({ evidenceId, title, track }: { evidenceId: string; title: string; track: Track }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const unlink = useMutation<unknown, Error, undefined>({
    mutationFn: () =>
      answer(
        client.DELETE('/api/v1/workspaces/{workspace}/tracks/{trackId}/evidence/{evidenceId}', {
          params: { path: { workspace, trackId: track.id, evidenceId } },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [workspace] }),
  });
  return <TakeOff title={title} means={t('followUps.unlinkWhat', { title })} saving={unlink} />;
}
