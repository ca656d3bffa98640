import { useState } from 'react';
import { useWorkspace } from '../frame/workspace';

/** When the last meeting was, as its reader said: kept in this browser, for this workspace. */
export function useLastMeeting(): [string | null, (day: string) => void] {
  const name = `heed.lastMeeting.${useWorkspace()}`;
  const [kept, setKept] = useState(() => window.localStorage.getItem(name));
  const keep = (day: string) => {
    if (day) window.localStorage.setItem(name, day);
    else window.localStorage.removeItem(name);
    setKept(day || null);
  };
  return [kept, keep];
}
