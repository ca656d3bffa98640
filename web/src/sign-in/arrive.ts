import { me, queryClient } from '../api/queries';
import { session } from '../api/session';

/** Who signed in may be somebody else than was here before, and nobody asks them to sign in again. */
export function arrive(): void {
  session.found();
  queryClient.removeQueries({ queryKey: me.queryKey });
}
