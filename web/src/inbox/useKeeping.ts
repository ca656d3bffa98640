import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useWorkspace } from '../frame/workspace';
import { type InboxItem, keepFile, keepText } from './inbox';

/** Keeps what was pasted, dropped or written. `sent` is how much of a file has left, 0 to 1; `cancel` stops it, and nothing is kept. */
export function useKeeping(onKept: () => void) {
  const workspace = useWorkspace();
  const cache = useQueryClient();
  const [sent, setSent] = useState(0);
  const stop = useRef<AbortController>(undefined);
  const keeping = useMutation<InboxItem, Error, string | File>({
    mutationFn: (what) => {
      if (typeof what === 'string') return keepText(workspace, what);
      setSent(0);
      stop.current = new AbortController();
      return keepFile(workspace, what, { onProgress: setSent, signal: stop.current.signal });
    },
    onSuccess: () => {
      onKept();
      return cache.invalidateQueries({ queryKey: [workspace, 'inbox'] });
    },
  });
  const isStopped = keeping.error?.name === 'AbortError';
  return { ...keeping, error: isStopped ? null : keeping.error, sent, cancel: () => stop.current?.abort() };
}
