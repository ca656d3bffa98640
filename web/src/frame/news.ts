import { useEffect } from 'react';
import { queryClient } from '../api/queries';
import { useWorkspace } from './workspace';

/** What others change shows without a reload: what is on the page is read anew as soon as the server tells of a change. */
export function useNews(): void {
  const workspace = useWorkspace();
  useEffect(() => {
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
  }, [workspace]);
}
