import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { useSaidDone } from '../frame/done';
import { useWorkspace } from '../frame/workspace';
import type { Bulk } from './bulk';

/** What was done while nobody looked is said when it is done, with the step back. */
export function useSaidWhenClosed(): (bulk: Bulk) => void {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const sayDone = useSaidDone();
  return ({ id, counts: { done, refused } }) =>
    sayDone(t('bulk.done', { done, refused }), () =>
      answer(
        client.POST('/api/v1/workspaces/{workspace}/bulk-actions/{id}/undo', {
          params: { path: { workspace, id } },
          body: { note: t('bulk.undoNote') },
        }),
      ),
    );
}
