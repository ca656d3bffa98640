import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch, type Schema } from '../api/client';
import { queryClient } from '../api/queries';
import { useWorkspace } from '../frame/workspace';
import type { Source } from './sourceDraft';

type Body = Partial<Schema['CreateSourceDto']>;

/** Adds it where nothing was read, else changes what was. */
export function useSaveSource(read: Source | undefined, onSaved: (saved: Source) => void) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return useMutation({
    mutationFn: (body: Body) => (read ? change(workspace, read, body) : add(workspace, body)),
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: [workspace, 'sources'] });
      notifications.show({ message: t('sources.saved', { title: saved.title }) });
      onSaved(saved);
    },
  });
}

const add = (workspace: string, body: Body): Promise<Source> =>
  answer(
    client.POST('/api/v1/workspaces/{workspace}/sources', {
      params: { path: { workspace } },
      body: body as Schema['CreateSourceDto'],
    }),
  );

const change = (workspace: string, { id, version }: Source, body: Body): Promise<Source> =>
  answer(
    client.PATCH('/api/v1/workspaces/{workspace}/sources/{id}', {
      params: { path: { workspace, id }, header: ifMatch(version) },
      body,
    }),
  );
