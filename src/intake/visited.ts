import type { Recent } from './actor-words.js';
import type { Setting } from './setting.js';

/** "The authorities" are those of the state that the sentence visits, else of the one that was named just before. */
export function visitedIn(before: string, party: string, setting: Setting, recent: Recent): string | undefined {
  if (!/^(?:the\s+)?(?:authorities|government|leadership|regime|junta|military)$/i.test(party)) return undefined;
  const state = setting.names.mentionsIn(before).findLast(({ kind, how }) => kind === 'state' && how !== 'demonym');
  if (state && (state.how === 'name' ? VISITED : POSTED).test(before.slice(0, state.start))) return state.name;
  return setting.form === 'letter' ? recent.states.at(-1) : undefined;
}

const VISITED = /\b(?:visit|trip|mission|talks|meetings?|dialogue)\s(?:to|with|in)\s(?:the\s)?$/;
/** "Its ambassador in Dushanbe should prevail on the authorities". */
const POSTED = /\b(?:ambassadors?|embass(?:y|ies)|missions?|delegations?|envoys?|offices?)\s(?:in|to)\s$/i;
