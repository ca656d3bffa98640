import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { upload } from '../api/upload';
import { useWorkspace } from '../frame/workspace';
import { bodyOf, type Draft, formOf, placeOf } from './draft';

export type Added = Schema['EvidenceView'] | Schema['UploadedEvidenceView'];

/** Saves what was brought. `sent` is how much of a file has left, 0 to 1; `cancel` stops it, and nothing is kept of it. */
export function useAdding(onAdded: (piece: Added) => void) {
  const workspace = useWorkspace();
  const cache = useQueryClient();
  const tell = useTelling(workspace);
  const once = useOnce();
  const [sent, setSent] = useState(0);
  const stop = useRef<AbortController>(undefined);
  const adding = useMutation<Added, Error, Draft>({
    mutationFn: (draft) => {
      if (draft.kept) return answer(placeKept(workspace, draft.kept.id, placeOf(draft), once));
      if (!draft.file) return answer(addWords(workspace, bodyOf(draft), once));
      setSent(0);
      stop.current = new AbortController();
      const path = `/api/v1/workspaces/${workspace}/evidence/files`;
      return upload(path, formOf(draft, draft.file), { onProgress: setSent, signal: stop.current.signal });
    },
    onSuccess: (piece) => {
      void cache.invalidateQueries({ queryKey: [workspace, 'evidence'] });
      void cache.invalidateQueries({ queryKey: [workspace, 'inbox'] });
      tell(piece);
      onAdded(piece);
    },
  });
  const isCancelled = adding.error?.name === 'AbortError';
  return {
    ...adding,
    error: isCancelled ? null : adding.error,
    isCancelled,
    sent,
    cancel: () => stop.current?.abort(),
  };
}

const addWords = (workspace: string, body: Schema['CreateEvidenceDto'], once: (of: string) => string) =>
  client.POST('/api/v1/workspaces/{workspace}/evidence', {
    params: { path: { workspace }, header: { 'Idempotency-Key': once(JSON.stringify(body)) } },
    body,
  });

const placeKept = (workspace: string, id: string, body: Schema['PlaceInboxItemDto'], once: (of: string) => string) =>
  client.POST('/api/v1/workspaces/{workspace}/inbox/{id}/evidence', {
    params: { path: { workspace, id }, header: { 'Idempotency-Key': once(JSON.stringify(body)) } },
    body,
  });

/** A key for each thing that is saved: sent again after the line broke, it is not saved twice. */
function useOnce(): (of: string) => string {
  const last = useRef({ of: '', key: '' });
  return (of) => {
    if (last.current.of !== of) {
      const key = Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join('-');
      last.current = { of, key };
    }
    return last.current.key;
  };
}

/** What was saved; and that the same file was there already, with the way to it, until somebody closes it. */
function useTelling(workspace: string) {
  const { t } = useTranslation();
  return (piece: Added) => {
    notifications.show({
      title: piece.acceptance === 'proposed' ? t('evidence.proposedNow') : t('evidence.saved'),
      message: piece.title,
    });
    const earlier = 'duplicateOf' in piece ? piece.duplicateOf : [];
    for (const { id, title } of earlier) {
      notifications.show({
        color: 'yellow',
        title: t('evidence.sameFile'),
        autoClose: false,
        message: (
          <>
            {t('evidence.sameFileWhy')}{' '}
            <Anchor href={`/w/${workspace}/evidence/${id}`} target="_blank" rel="noopener">
              {title} {t('evidence.newTab')}
            </Anchor>
          </>
        ),
      });
    }
  };
}
