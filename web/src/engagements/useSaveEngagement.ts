import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../api/client';
import { changesOf } from '../api/draft';
import { queryClient } from '../api/queries';
import { useWorkspace } from '../frame/workspace';
import { bodyOf, changeable, draftOf, type Engagement, type EngagementDraft } from './engagementDraft';

/** Adds it where nothing was read, else changes what was. What may be done with follow-ups depends on it: they are read anew. */
export function useSaveEngagement(read: Engagement | undefined, onSaved: (saved: Engagement) => void) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return useMutation({
    mutationFn: (draft: EngagementDraft) => (read ? change(workspace, read, draft) : add(workspace, draft)),
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: [workspace] });
      notifications.show({ message: t('engagements.saved', { n: saved.recommendationCount }) });
      onSaved(saved);
    },
  });
}

/** Adds it, for one's own organization. */
export const add = (workspace: string, draft: EngagementDraft): Promise<Engagement> =>
  answer(
    client.POST('/api/v1/workspaces/{workspace}/engagements', {
      params: { path: { workspace } },
      body: bodyOf(draft),
    }),
  );

const change = (workspace: string, read: Engagement, draft: EngagementDraft): Promise<Engagement> =>
  answer(
    client.PATCH('/api/v1/workspaces/{workspace}/engagements/{id}', {
      params: { path: { workspace, id: read.id }, header: ifMatch(read.version) },
      body: changesOf(changeable(draftOf(read)), changeable(draft)),
    }),
  );
