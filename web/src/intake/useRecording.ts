import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { queryClient } from '../api/queries';
import { useWorkspace } from '../frame/workspace';
import { intakeOf } from './intake';
import { bodyOf, forgetDraft, type RecordDraft } from './record-draft';

type Same = Pick<Schema['SourceView'], 'id' | 'title'>;
interface Wish {
  draft: RecordDraft;
  /** Somebody saw that a source is called so already. */
  isAnother: boolean;
}

/** Records a document, once; where a source is called so already, that is said first, and nothing was changed. */
export function useRecording(id: string) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  return useMutation<Same[], Error, Wish>({
    mutationFn: async ({ draft, isAnother }) => {
      const same = isAnother ? [] : await calledAlike(workspace, draft.source.title.trim());
      if (same.length > 0) return same;
      const { recommendations, followUpCount } = await answer(
        client.POST('/api/v1/workspaces/{workspace}/intake/{id}/record', {
          params: { path: { workspace, id } },
          body: bodyOf(draft),
        }),
      );
      notifications.show({
        message: t('intake.recorded', { recommendations: recommendations.length, followUps: followUpCount }),
      });
      return [];
    },
    onSuccess: async (same) => {
      if (same.length > 0) return;
      forgetDraft(id);
      await queryClient.invalidateQueries({ queryKey: intakeOf(workspace, id).queryKey });
      void queryClient.invalidateQueries({ queryKey: [workspace] });
      await navigate({ to: '/w/$workspace/intake/$id', params: { workspace, id } });
    },
  });
}

async function calledAlike(workspace: string, title: string): Promise<Same[]> {
  const { items } = await answer(
    client.GET('/api/v1/workspaces/{workspace}/sources', {
      params: { path: { workspace }, query: { q: title.slice(0, 200), limit: 20, fields: ['id', 'title'] } },
    }),
  );
  return items.filter((one) => one.title.toLowerCase() === title.toLowerCase());
}
