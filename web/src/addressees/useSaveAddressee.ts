import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch, type Schema } from '../api/client';
import { queryClient } from '../api/queries';
import { useWorkspace } from '../frame/workspace';
import type { Addressee, bodyOf } from './addresseeDraft';

type Body = Partial<ReturnType<typeof bodyOf>>;

/** Adds it where nothing was read, else changes what was. */
export function useSaveAddressee(read: Addressee | undefined, onSaved: (saved: Addressee) => void) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return useMutation({
    mutationFn: (body: Body) => (read ? change(workspace, read, body) : add(workspace, body)),
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: [workspace, 'addressees'] });
      notifications.show({ message: t('addressees.saved', { name: saved.name }) });
      onSaved(saved);
    },
  });
}

const add = (workspace: string, body: Body): Promise<Addressee> =>
  answer(
    client.POST('/api/v1/workspaces/{workspace}/addressees', {
      params: { path: { workspace } },
      body: body as Schema['CreateAddresseeDto'],
    }),
  );

const change = (workspace: string, { id, version }: Addressee, body: Body): Promise<Addressee> =>
  answer(
    client.PATCH('/api/v1/workspaces/{workspace}/addressees/{id}', {
      params: { path: { workspace, id }, header: ifMatch(version) },
      body,
    }),
  );
