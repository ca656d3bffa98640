import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSaidDone } from '../frame/done';
import { useWorkspace } from '../frame/workspace';
import { type Merge, PLACES, undoMerge } from './merging';

/** Says that it was merged, with the step back beside it; later that is on the page of the one that was kept. */
export function useSayMerged(): (merge: Merge) => void {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const sayDone = useSaidDone();
  const undo = async (merge: Merge) => {
    await undoMerge(workspace, merge);
    await navigate({ to: `/w/$workspace/${PLACES[merge.noun]}/$id`, params: { workspace, id: merge.old.id } });
    return t('merges.undone', { name: merge.old.name });
  };
  return (merge) =>
    sayDone(t('merges.merged', { old: merge.old.name, into: merge.into.name ?? '' }), () => undo(merge));
}
