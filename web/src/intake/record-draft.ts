// What somebody says of a document before it is recorded: the source, whom unclear names mean, and how it was delivered.

import type { Named } from '../addressees/named';
import type { AddresseeKind } from '../addressees/kinds';
import type { Schema } from '../api/client';
import { bodyOf as sourceBody, draftOf as sourceDraftOf, type SourceDraft } from '../sources/sourceDraft';
import type { Intake, Meant, Proposal } from './intake';

export const HOWS = ['create', 'known', 'leaveOut'] as const;

/** Whom a name means that no addressee bears, or more than one. */
export interface NameDraft {
  how: (typeof HOWS)[number];
  kind: AddresseeKind;
  isoCode: string;
  code: string;
  known: Named | null;
}

export interface RecordDraft {
  source: SourceDraft;
  codePrefix: string;
  names: Record<string, NameDraft>;
  isDelivered: boolean;
  occurredOn: string | null;
  summary: string;
  awaitedOn: string | null;
}

/** As long as the page is open, whoever leaves in the middle finds it again. Nothing of it is written anywhere. */
const begun = new Map<string, RecordDraft>();
export const keepDraft = (id: string, draft: RecordDraft) => begun.set(id, draft);
export const forgetDraft = (id: string) => begun.delete(id);

/** `names` are all of the document: what is new gets no code that one of them has. */
export function draftFor(
  { id, title, language, url, createdAt, asSource }: Intake,
  unclear: Meant[],
  names: Meant[],
): RecordDraft {
  const kept = begun.get(id);
  const draft: RecordDraft = kept ?? {
    source: {
      ...sourceDraftOf(undefined),
      ...(asSource && {
        kind: asSource.kind,
        issuedOn: asSource.issuedOn,
        symbol: asSource.symbol ?? '',
        mechanism: asSource.mechanism ?? '',
      }),
      title,
      language,
      ...(url !== null && { url, accessedOn: createdAt.slice(0, 10) }),
    },
    codePrefix: prefixOf(title),
    names: {},
    isDelivered: false,
    occurredOn: null,
    summary: title,
    awaitedOn: null,
  };
  const taken = new Set(names.flatMap(({ addressees }) => addressees.map(({ code }) => code)));
  const said: RecordDraft['names'] = {};
  for (const meant of unclear) {
    const name = draft.names[meant.name] ?? guessOf(meant, taken);
    said[meant.name] = name;
    taken.add(name.code);
  }
  return { ...draft, names: said };
}

/** The names of accepted proposals of which somebody has to say whom they mean. */
export function unclearIn(proposals: Proposal[], names: Meant[]): Meant[] {
  const used = new Set(
    proposals
      .filter(({ state }) => state === 'accepted')
      .flatMap(({ addressees, targets, through }) => [...addressees, ...targets, ...through]),
  );
  return names.filter(({ name, addressees }) => used.has(name) && addressees.length !== 1);
}

/** What is most likely meant; nothing of it happens before somebody has seen it. */
function guessOf({ name, addressees, isoCode }: Meant, taken: ReadonlySet<string>): NameDraft {
  const [first] = addressees;
  return {
    how: first ? 'known' : 'create',
    kind: isoCode ? 'state' : 'other',
    isoCode: isoCode ?? '',
    code: isoCode ?? codeOf(name, taken),
    known: first ?? null,
  };
}

/** Where another one has its initials, those of all its words: beside "European Union", "European Union member states" is EUMS. */
function codeOf(name: string, taken: ReadonlySet<string>): string {
  const all = initialsOf(name.toUpperCase(), 8);
  const codes = [initialsOf(name, 8), all, ...Array.from({ length: 99 }, (_, n) => `${all}${String(n + 2)}`)];
  return codes.find((code) => !taken.has(code)) ?? all;
}

/** "European Union" is EU; one word alone gives its first letters. */
function initialsOf(name: string, most: number): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const own = words.filter((word) => /^\p{Lu}/u.test(word));
  const letters = (own.length > 1 ? own : words).map((word) => word.charAt(0)).join('');
  return plain(letters.length > 1 ? letters : (words[0] ?? 'X')).slice(0, most) || 'X1';
}

const plain = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase();

function prefixOf(title: string): string {
  const year = /\b(?:19|20)(\d\d)\b/.exec(title)?.[1] ?? '';
  return `${initialsOf(title.replace(/[\d()]/g, ' '), 4)}${year}`;
}

export function bodyOf(draft: RecordDraft): Schema['RecordIntakeDto'] {
  const { source, codePrefix, names, isDelivered, occurredOn, summary, awaitedOn } = draft;
  return {
    source: sourceBody(source),
    codePrefix: codePrefix.trim(),
    addressees: Object.entries(names).map(([name, said]) => ({ name, ...meantBy(said) })),
    ...(isDelivered && {
      engagement: { kind: 'letter', occurredOn: occurredOn ?? '', summary: summary.trim(), awaitedOn },
    }),
  };
}

function meantBy({ how, kind, isoCode, code, known }: NameDraft): Omit<Schema['MeantAddresseeDto'], 'name'> {
  if (how === 'leaveOut') return { leaveOut: true };
  if (how === 'known') return { id: known?.id ?? '' };
  return { create: { kind, ...(code && { code }), isoCode: kind === 'state' ? isoCode : null } };
}
