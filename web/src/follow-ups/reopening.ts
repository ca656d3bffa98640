import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../api/client';
import { queryClient } from '../api/queries';
import { useSaidDone } from '../frame/done';
import { useWorkspace } from '../frame/workspace';
import { wholeChain } from '../recommendations/chain-links';
import { type FollowUp, recommendationOf } from '../recommendations/recommendation';

/** Takes a closed follow-up up again, or with `chain` all that is closed of its chain, in one act. */
export const reopen = (workspace: string, { id, version }: FollowUp, chain: boolean): Promise<unknown> =>
  answer(
    client.DELETE('/api/v1/workspaces/{workspace}/follow-ups/{id}/closing', {
      params: { path: { workspace, id }, query: chain ? { chain } : {}, header: ifMatch(version) },
    }),
  );

/** Says how many follow-ups were closed, and offers to take them all up again, and nothing that was closed before. */
export function useSaidClosed(recommendationId: string): (followUpIds: string[]) => void {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const sayDone = useSaidDone();
  const undo = async (followUpIds: string[]) => {
    // Closing counted their versions up: what is there now is asked for.
    const { followUps } = await queryClient.query({ ...recommendationOf(workspace, recommendationId), staleTime: 0 });
    const closed = followUps.filter(({ id, closing }) => closing && followUpIds.includes(id));
    const [first] = closed;
    const together = first ? wholeChain(followUps, first.id).filter(({ closing }) => closing) : [];
    if (first && together.length === followUpIds.length) await reopen(workspace, first, closed.length > 1);
    else for (const followUp of closed) await reopen(workspace, followUp, false);
    return t('closing.reopened', { count: closed.length });
  };
  return (followUpIds) => sayDone(t('closing.closed', { count: followUpIds.length }), () => undo(followUpIds));
}
