import { useEffect } from 'react';
import { queryClient } from '../api/queries';
import { session } from '../api/session';
import { useWatched } from '../api/watched';
import { useWorkspace } from './workspace';

/** What others change shows without a reload: what is on the page is read anew as soon as the server tells of a change. */
export function useNews(): void {
  const workspace = useWorkspace();
  // A stream that was refused never tries again by itself: another one is opened after signing in again.
  const isSignedIn = useWatched(session) === undefined;
  useEffect(() => {
    if (!isSignedIn) return;
    const news = new EventSource(`/api/v1/workspaces/${workspace}/news`);
    let isWaiting: ReturnType<typeof setTimeout> | undefined;
    const readAnew = () => {
      clearTimeout(isWaiting);
      isWaiting = setTimeout(() => void queryClient.invalidateQueries({ queryKey: [workspace] }), 200);
    };
    news.addEventListener('changed', readAnew);
    return () => {
      clearTimeout(isWaiting);
      news.close();
    };
  }, [workspace, isSignedIn]);
}
