import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { useSaidDone } from '../frame/done';
import { useWorkspace } from '../frame/workspace';

type Transition = Schema['TransitionView'];

/** Says that a move was saved, and offers the step back: a correction, since nothing recorded is ever taken away. */
export function useSaidSaved(trackId: string): (saved: Transition) => void {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const sayDone = useSaidDone();
  const undo = async ({ id, from, occurredOn }: Transition) => {
    await answer(
      client.POST('/api/v1/workspaces/{workspace}/tracks/{trackId}/transitions', {
        params: { path: { workspace, trackId } },
        body: { transition: 'correct', corrects: id, to: from, occurredOn, note: t('followUps.undoNote') },
      }),
    );
    return t('followUps.undone');
  };
  return (saved) => sayDone(t('followUps.saved'), saved.transition === 'correct' ? undefined : () => undo(saved));
}
