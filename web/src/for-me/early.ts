import type { Schema } from '../api/client';
import { pagesOf } from '../api/pages';
import { queryClient } from '../api/queries';
import { inboxKey, KEEPERS, readInbox } from '../inbox/inbox';
import { forMe } from './for-me';

/** Asks for what the first page shows while its code is still on the way: a slow line carries both at once. */
export function askEarly(address: string, { memberships }: Schema['MeView']): void {
  const named = /^\/w\/([^/]+)\/for-me\/?$/.exec(address)?.[1];
  const mine = address === '/' ? memberships[0] : memberships.find(({ workspace }) => workspace.slug === named);
  if (!mine || mine.needsSecondFactor) return;
  const { slug } = mine.workspace;
  queryClient.query(forMe(slug)).catch(isShownLater);
  if (!mine.roles.some((role) => KEEPERS.includes(role))) return;
  const inbox = pagesOf([...inboxKey(slug, false)], (cursor) => readInbox(slug, false, cursor));
  queryClient.infiniteQuery(inbox).catch(isShownLater);
}

/** Where it failed, the page says so: there it is read once more. */
const isShownLater = (): void => undefined;
