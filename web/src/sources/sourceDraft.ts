import type { Schema } from '../api/client';

export type Source = Schema['SourceView'];
export const KINDS = [
  'letter',
  'report',
  'resolution',
  'review-outcome',
  'concluding-observations',
  'communication',
  'ilo-comment',
  'article',
  'brief',
  'other',
] as const satisfies Source['kind'][];

const WORDS = ['symbol', 'mechanism', 'cycle', 'session', 'language', 'url', 'accessedOn', 'note'] as const;

/** Empty where it is not known. */
export type SourceDraft = Pick<Source, 'title' | 'kind' | 'issuedOn' | 'issuers' | 'recipients' | 'copies'> &
  Record<(typeof WORDS)[number], string>;

export function draftOf(read: Source | undefined): SourceDraft {
  const { title = '', kind = 'letter', issuedOn = null, issuers = [], recipients = [], copies = [] } = read ?? {};
  const words = Object.fromEntries(WORDS.map((name) => [name, read?.[name] ?? ''])) as Record<
    (typeof WORDS)[number],
    string
  >;
  return { title, kind, issuedOn, issuers, recipients, copies, ...words };
}

export const bodyOf = (draft: SourceDraft): Schema['CreateSourceDto'] => ({
  ...draft,
  ...Object.fromEntries(WORDS.map((name) => [name, draft[name].trim() || null])),
});
