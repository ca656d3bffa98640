import { answer, client } from '../api/client';

const KEPT = 'heed.organization';

/** Of the organization that somebody last signed in with, in this browser. */
export const keptCode = (): string => window.localStorage.getItem(KEPT) ?? '';
export const keepCode = (code: string): void => window.localStorage.setItem(KEPT, code);

/** People paste the whole address as often as its end. */
export const codeIn = (typed: string): string =>
  typed
    .trim()
    .replace(/[/?#]+$/, '')
    .split('/')
    .at(-1) ?? '';

/** The browser leaves for the organization's own page. */
export async function goToOrganization(code: string): Promise<void> {
  const { address } = await answer(client.POST('/api/v1/auth/provider-sign-ins', { body: { code } }));
  keepCode(code);
  wasLinking();
  window.location.assign(address);
}

/** That what comes back is to be linked with an account, and not to sign in: the tab remembers it while it is away. */
const LINKING = 'heed.linking';
export const rememberLinking = (): void => window.sessionStorage.setItem(LINKING, 'yes');
export function wasLinking(): boolean {
  const isSo = window.sessionStorage.getItem(LINKING) !== null;
  window.sessionStorage.removeItem(LINKING);
  return isSo;
}

/** What the provider sent the browser back with; it counts once, and leaves the address bar and the history. */
export function takeAnswer(): string {
  const given = window.location.search.slice(1);
  window.history.replaceState(null, '', window.location.pathname);
  return given || 'nothing';
}
