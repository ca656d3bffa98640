import { useEffect } from 'react';
import { queryClient } from '../api/queries';
import { session } from '../api/session';
import { useWatched } from '../api/watched';
import { useWorkspace } from './workspace';

const AGAIN_AFTER = 5000;

/** What others change shows without a reload: what is on the page is read anew as soon as the server tells of a change. */
export function useNews(): void {
  const workspace = useWorkspace();
  // A stream that was refused never tries again by itself: another one is opened after signing in again.
  const isSignedIn = useWatched(session) === undefined;
  useEffect(() => {
    if (!isSignedIn) return;
    let isWaiting: ReturnType<typeof setTimeout> | undefined;
    // News of an act often comes before its answer. Read anew then, what the act takes away would be looked for in vain.
    const readAnew = () => {
      clearTimeout(isWaiting);
      isWaiting = setTimeout(() => {
        if (queryClient.isMutating() > 0) readAnew();
        else void queryClient.invalidateQueries({ queryKey: [workspace] });
      }, 200);
    };
    const stop = listen(workspace, readAnew);
    return () => {
      clearTimeout(isWaiting);
      stop();
    };
  }, [workspace, isSignedIn]);
}

/** Browsers open six connections to a server and no more, and a stream keeps one: all tabs of a workspace share a stream. */
function listen(workspace: string, tell: () => void): () => void {
  const name = `heed.news.${workspace}`;
  const others = new BroadcastChannel(name);
  others.addEventListener('message', tell);
  const end = new AbortController();
  const hear = () =>
    streamOf(workspace, end.signal, () => {
      tell();
      others.postMessage('changed');
    });
  void inTurn(name, end.signal, hear).finally(() => others.close());
  return () => end.abort();
}

/** Whichever tab comes first hears for all; when it is closed, or its stream is refused, it is another one's turn. */
async function inTurn(name: string, signal: AbortSignal, hear: () => Promise<void>): Promise<void> {
  // Browsers keep locks from pages that came over plain HTTP from elsewhere; there each tab has its own.
  const locks = navigator.locks as LockManager | undefined;
  const isOver = () => signal.aborted;
  while (!isOver()) {
    await (locks ? locks.request(name, { signal }, hear) : hear()).catch(() => undefined);
    if (!isOver()) await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
  }
}

/** Ends when it is told to, or when the server refuses the stream; where the line breaks, the browser opens it again. */
function streamOf(workspace: string, signal: AbortSignal, tell: () => void): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const news = new EventSource(`/api/v1/workspaces/${workspace}/news`);
    const end = () => {
      news.close();
      resolve();
    };
    news.addEventListener('changed', tell);
    news.addEventListener('error', () => {
      if (news.readyState === EventSource.CLOSED) end();
    });
    signal.addEventListener('abort', end);
  });
}
