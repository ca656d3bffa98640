import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answer, client } from '../api/client';
import { upload } from '../api/upload';
import { useWorkspace } from '../frame/workspace';
import type { Listed } from './intake';
import { addressIn, isAddress } from './LinkNotice';

/** What somebody brings: pasted words, an address alone, or a file, and what they say of it. */
export interface Brought {
  content: string;
  file: File | null;
  title: string;
  confidentiality: Listed['confidentiality'];
}

/** Sends a document and waits until it is read. `sent` is how much of a file has left, 0 to 1; `cancel` stops it, and nothing is kept. */
export function useReadingIn(onRead: (document: Listed) => void) {
  const workspace = useWorkspace();
  const cache = useQueryClient();
  const [sent, setSent] = useState(0);
  const stop = useRef<AbortController>(undefined);
  const reading = useMutation<Listed, Error, Brought>({
    mutationFn: (brought) => {
      setSent(0);
      stop.current = new AbortController();
      const { signal } = stop.current;
      return brought.file
        ? upload(`/api/v1/workspaces/${workspace}/intake`, formOf(brought, brought.file), {
            onProgress: setSent,
            signal,
          })
        : isAddress(brought.content)
          ? readLink(workspace, brought, signal)
          : readPasted(workspace, brought, signal);
    },
    onSuccess: (document) => {
      void cache.invalidateQueries({ queryKey: [workspace, 'intake'] });
      onRead(document);
    },
  });
  const isCancelled = reading.error?.name === 'AbortError';
  return {
    ...reading,
    error: isCancelled ? null : reading.error,
    isCancelled,
    sent,
    cancel: () => stop.current?.abort(),
  };
}

/** The file comes last: what is said of it is known before its first byte. */
function formOf({ title, confidentiality }: Brought, file: File): FormData {
  const form = new FormData();
  if (title.trim()) form.append('title', title.trim());
  form.append('confidentiality', confidentiality);
  form.append('file', file);
  return form;
}

const readPasted = (workspace: string, { content, title, confidentiality }: Brought, signal: AbortSignal) =>
  answer(
    client.POST('/api/v1/workspaces/{workspace}/intake', {
      params: { path: { workspace } },
      body: { format: formatOf(content), content, confidentiality, ...(title.trim() && { title: title.trim() }) },
      signal,
    }),
  );

const readLink = (workspace: string, { content, title }: Brought, signal: AbortSignal) =>
  answer(
    client.POST('/api/v1/workspaces/{workspace}/intake/links', {
      params: { path: { workspace } },
      body: { url: addressIn(content), ...(title.trim() && { title: title.trim() }) },
      signal,
    }),
  );

/** The source of a page is told from words by how it begins. */
const formatOf = (content: string): 'text' | 'html' => (/^\s*<(!doctype|html|body)\b/i.test(content) ? 'html' : 'text');
