// What somebody brings, while it is being typed: a link, a file or an account, told apart by what it looks like.

import type { Schema } from '../api/client';
import type { InboxItem } from '../inbox/inbox';
import type { Level } from './levels';

export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const;
export const TERMS = ['quotable', 'unattributed', 'background'] as const;

/** What is said about a piece beyond its title; empty is not said. */
export interface Details {
  finding: string;
  quote: string;
  locator: string;
  publisher: string;
  publishedOn: string | null;
  origin: string;
  reliability: (typeof RELIABILITIES)[number] | '';
  credibility: (typeof CREDIBILITIES)[number] | '';
  confidentiality: Level;
}

export interface Draft extends Details {
  what: string;
  file: File | null;
  /** From the inbox: it goes into the piece as it was kept. */
  kept: InboxItem | null;
  /** Null until somebody typed one: what it looks like is suggested. */
  title: string | null;
  terms: (typeof TERMS)[number];
}

export const EMPTY: Draft = {
  what: '',
  file: null,
  kept: null,
  title: null,
  finding: '',
  quote: '',
  locator: '',
  publisher: '',
  publishedOn: null,
  origin: '',
  reliability: '',
  credibility: '',
  confidentiality: 'coalition',
  terms: 'background',
};

export type Kind = Schema['EvidenceView']['kind'];

const LINK = /(?:https?:\/\/|www\.)[^\s<>"]+/i;
/** Longer words around a link are what somebody said, not the link's title. */
const TITLE_AT_MOST = 200;

const around = (what: string): string => what.replace(LINK, ' ').replace(/\s+/g, ' ').trim();

/** Undefined while there is nothing yet. */
export function kindOf({ what, file, kept }: Draft): Kind | undefined {
  if (kept) return kept.kind === 'sentence' ? 'account' : kept.kind;
  if (file) return 'file';
  if (!what.trim()) return undefined;
  return LINK.test(what) && around(what).length <= TITLE_AT_MOST ? 'link' : 'account';
}

export function addressIn(what: string): string {
  const found = LINK.exec(what)?.[0].replace(/[.,;:!?)\]]+$/, '') ?? '';
  return /^https?:/i.test(found) ? found : `https://${found}`;
}

/** The title that was typed, or else what the piece says of itself. */
export function titleOf(draft: Draft): string {
  if (draft.title !== null) return draft.title;
  if (draft.file) return draft.file.name;
  if (draft.kept?.kind === 'file') return draft.kept.text;
  const words = kindOf(draft) === 'link' ? around(draft.what) : draft.what.trim();
  const [sentence = ''] = words.split(/(?<=[.!?。])\s|\n/);
  return sentence.length > TITLE_AT_MOST ? `${sentence.slice(0, TITLE_AT_MOST)}…` : sentence;
}

/** Only what was said. */
export const saidOf = (details: Details): Record<string, string> =>
  Object.fromEntries(
    (['finding', 'quote', 'locator', 'publisher', 'publishedOn', 'origin', 'reliability', 'credibility'] as const)
      .map((name) => [name, details[name]?.trim() ?? ''] as const)
      .filter(([, said]) => said !== ''),
  );

/** What is said of a thing from the inbox; what was kept is there already. */
export function placeOf(draft: Draft): Schema['PlaceInboxItemDto'] {
  const { credibility, ...said } = saidOf(draft);
  return {
    ...said,
    ...(credibility && { credibility: Number(credibility) }),
    confidentiality: draft.confidentiality,
    title: titleOf(draft),
    ...(kindOf(draft) === 'account' && { terms: draft.terms }),
  };
}

export function bodyOf(draft: Draft): Schema['CreateEvidenceDto'] {
  const { terms: _terms, ...said } = placeOf(draft);
  return {
    ...said,
    ...(kindOf(draft) === 'link'
      ? { kind: 'link', url: addressIn(draft.what) }
      : { kind: 'account', statement: draft.what.trim(), terms: draft.terms }),
  };
}

/** The fields first: the file is the form's last part. */
export function formOf(draft: Draft, file: File): FormData {
  const form = new FormData();
  const fields = { title: titleOf(draft), ...saidOf(draft), confidentiality: draft.confidentiality };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return form;
}
