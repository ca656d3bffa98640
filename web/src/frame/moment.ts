import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { type Moment, momentOf } from '../api/moment';

/** As of when the page is read: it stands in the address, so that a link shows the same. */
export const useMoment = (): Moment => momentOf(useSearch({ strict: false }));

/** Nothing is changed in what has been. */
export function useIsPast(): boolean {
  return Object.keys(useMoment()).length > 0;
}

/** Shows the page as of another moment, or of today. */
export function useGoTo(): (moment: Moment) => void {
  const navigate = useNavigate();
  return ({ asOf, knownAt }) =>
    void navigate({
      to: '.',
      search: (now: Record<string, unknown>) => ({ ...now, asOf, knownAt }),
      resetScroll: false,
    });
}

/** Pages that show nothing which has a history: they are as of today, whatever the moment. */
export function useHasHistory(): boolean {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return /^\/w\/[^/]+(\/?|\/follow-ups|\/silences|\/(recommendations|addressees|sources)\/[^/]+|\/(engagements|figures)(\/[^/]+)?)$/.test(
    path,
  );
}
