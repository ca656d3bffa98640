// What stands between two entries for one thing, each said with how to solve it. Pure.

import type { NamedView } from '../access/actor.dto.js';
import type { ConflictView } from './merge.dto.js';
import type { Clash, Named } from './merges.queries.js';
import { say, type Words } from '../common/words.js';

const MOST_ALIASES = 50;

/** What a reader is told in one language. */
export type Conflict = Omit<ConflictView, 'message'> & { message: Words };

/** By what else the kept one is found from then on: all names of the old one that it has not itself. */
export function aliasesFrom(old: Named, kept: Named): string[] {
  const known = [...kept.names, ...kept.aliases];
  return [...new Set([...old.names, ...old.aliases])].filter((name) => !known.includes(name));
}

/** `all` counts what the caller may not see too: then only that there is something is said. */
export function conflictsOf(clashes: Clash[], all: number, kept: Named, added: string[]): Conflict[] {
  const hidden = all - clashes.filter(({ code }) => BEHIND_LEVELS.includes(code)).length;
  const found = Object.entries(MESSAGES).map(([code, message]) => ({ code, message, things: thingsOf(clashes, code) }));
  const more = { hidden: hidden > 0, 'too-many-aliases': kept.aliases.length + added.length > MOST_ALIASES };
  return found.filter(({ code, things }) => things.length > 0 || more[code as keyof typeof more]);
}

const thingsOf = (clashes: Clash[], code: string): NamedView[] =>
  clashes.filter((clash) => clash.code === code).map(({ id, name }) => ({ id, name }));

/** What has a level, and may be hidden from the caller. */
const BEHIND_LEVELS = ['both-followed', 'spread-out-from-other', 'towards-itself'];

const MESSAGES: Record<string, Words> = {
  'both-followed': say`These recommendations are followed with both. Delete the follow-up of which nothing was recorded; where both have a history, name one the successor of the other instead.`,
  'spread-out-from-other': say`These follow-ups of the one were spread out from the other. Delete them, or keep both.`,
  'towards-itself': say`In these engagements one acts towards the other. Say who acted, or towards whom, otherwise.`,
  'same-group': say`Both are listed as members of these. Take the old one off, and keep its dates with the other.`,
  'same-member': say`These are listed as members of both. Take them off the old one.`,
  circle: say`One is a member of the other, directly or through groups. Take it off that list.`,
  'no-group': say`The old one has members, and the kept one has none by its kind. Change its kind, or take the members off.`,
  'succeeded-by-old': say`The kept one names the old one as its successor. Take that off, or merge the other way round.`,
  'too-many-aliases': say`The kept one would have more than ${MOST_ALIASES} aliases. Take some off either.`,
  hidden: say`Something that you may not see stands between them. Ask the other organizations for follow-ups with both.`,
};
