import type { Mention } from './gazetteer.js';
import { anyOf, grammar } from './grammar.js';
import type { Setting } from './setting.js';

/** Somebody who can be asked. Groups have no name of their own. */
export interface Actor {
  name: string;
  isGroup: boolean;
}

/** Somebody by name. */
export const named = (name: string): Actor[] => [{ name, isGroup: false }];

/** Whom pronouns stand for at this point of a text. */
export interface Recent {
  /** Who was asked last. */
  asked: string[];
  /** Bodies in the order in which they were named, known or not. */
  bodies?: string[];
  /** Who was asked last, where `asked` are those who may be pressed. */
  before?: string[];
  /** States in the order in which they were named, the last one last. */
  states: string[];
  /** The same by those that were named together: "Chad and Mali". */
  groups?: string[][];
  /** The state that the heading above addresses: what stands below it speaks of its organs. */
  under?: string | undefined;
  /** In a story the state of the lawmaker or party who speaks. */
  speaker?: string | undefined;
}

/** The same while a document is read. */
export type Spoken = Recent & { groups: string[][]; bodies: string[] };

/** "Police", and not "police-contributing". */
export const ORGAN = new RegExp(`\\b${anyOf(grammar.organs)}\\b(?!-\\p{Ll})`, 'iu');
export const NOT_ORGAN = new RegExp(`\\b${anyOf(grammar.notOrgans)}\\b`, 'i');
export const ORGAN_END = new RegExp(`\\b${anyOf(grammar.organs)}$`, 'i');
/** "House of Lords": an organ whose name holds an "of". */
export const ORGAN_START = new RegExp(`^${anyOf(grammar.organs.filter((organ) => / of /.test(organ)))}\\b`, 'i');
export const GROUP = new RegExp(`\\b(?:${anyOf(grammar.groups)})$`, 'i');
export const NO_ACTOR = new RegExp(`\\b(?:${anyOf(grammar.notActors)})$`, 'i');
export const TRIM = new RegExp(`^(?:(?:${anyOf(grammar.groupTrim)})\\s+)+`, 'i');
export const MEMBERS = new RegExp(
  `^(?:(?:all|its|the|their|other|no|each|every|any)\\s+)*(?:${anyOf(grammar.memberWords)})$`,
  'i',
);
export const PARTY = new RegExp(
  `^(?:the\\s+)?(?:relevant\\s+|competent\\s+|national\\s+)?(?:${anyOf(grammar.stateParty)})$`,
  'i',
);
export const STATES = new RegExp(`^(?:all\\s+|the\\s+)*(?:${anyOf(grammar.statePlurals)})$`, 'i');
export const TAIL =
  /,?\s+(?:(?:through|to|from|for|with|by|on|in|of|under|at)\s(?:which|whom|whose)|which|who|that|whose|where|in a position|in order|with a view|including|(?:involved|concerned)(?!\s(?:parties|states|countries|governments|authorities|actors|agencies|organi[sz]ations)\b)|operating|neighbou?ring(?!\s(?:[Ss]tates|[Cc]ountries|[Gg]overnments|[Pp]owers|[Pp]arties)\b)|bordering|[a-z]+ing (?:from|in|with|on|at|to|for)|responsible|under|within|working|hosting|currently|providing|engaged|participating|able|party to|established|created|appointed|constituted)\b.*$/;
export const AGENT = /[a-z]{3,}(?:ers|ors|ists|ants)$/;

/** "The West African bloc ECOWAS": the name behind the noun that tells what it is. */
export function apposed(part: string, mentions: Mention[]): Mention | undefined {
  const last = mentions.at(-1);
  const isBehind =
    last?.kind === 'body' &&
    last.end === part.length &&
    /\b(?:bloc|group|body|agency|organi[sz]ation|watchdog|union|alliance|network|fund|bank|association)\s$/.test(
      part.slice(0, last.start),
    );
  return isBehind ? last : undefined;
}

export function clean(piece: string): string {
  return piece
    .replace(/\([^)]*\)/g, ' ')
    .trimEnd()
    .replace(/^["'\s]*(?:And|But|So|Yet|Then)\s+/, '')
    .replace(TAIL, '')
    .replace(
      /^(?:some(?:one|body)|any(?:one|body)|one|a (?:member|representative|colleague|delegate)|members|officials|staff|people|those) (?:from|of|at|in) (?=the\s|its\s|your\s|their\s|\p{Lu})/iu,
      '',
    )
    .replace(
      /\s(?:itself|themselves|himself|herself|alone|jointly|together|once more|once again|yet again|again|also|too|likewise)$/,
      '',
    )
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:"'–-]+|(?:[\s,;:"–-]|(?<!\b\p{Lu}\.\p{Lu})\.)+$/gu, '')
    .replace(/\s+(?:thereupon|therefore|thereafter|accordingly|hereby)$/, '')
    .trim();
}

export function isPlaceName(part: string, setting: Setting): boolean {
  return (
    /^(?:the\s+)?\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+){0,2}$/u.test(part) &&
    setting.names.mentionsIn(part).length === 0
  );
}

export const headOf = (part: string): string =>
  part.split(
    /\s+(?:of|in|for|on|from|to(?! (?:the |an? )?(?:armed )?conflict\b)|at|with|across|against|throughout|along|among|amongst|between)\s+/,
  )[0] ?? part;

/** A name as far as it goes: "Bar Association of Kenya", and not what it is asked. */
export function properName(bare: string, isLong = false): string {
  const words = bare.split(' ');
  const stop = words.findIndex(
    (word, at) =>
      at > 0 &&
      !/^["']?\p{Lu}|^(?:al|el|wal|ul|ad|as|ash|an|ar|at|az)-\p{Lu}|^(?:of|for|on|the|de|del|della|da|das|do|dos|di|la|las|los|el|van|von|der|zu|du|des|and|in|against|to|with|&)$|^[ld]['’]\p{Lu}|^\d/u.test(
        word,
      ) &&
      !(isLong && at < 4),
  );
  return words
    .slice(0, stop < 0 ? words.length : stop)
    .join(' ')
    .replace(/(?:\s+(?:of|for|on|the|and|in|to|against|with))+$/, '');
}
