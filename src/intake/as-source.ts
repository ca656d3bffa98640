// What a document says of itself: a beginning for the source that it becomes. Pure.

import type { SourceKind } from '../sources/source.entity.js';
import type { IntakeDocument } from './document.js';
import type { Form } from './form.js';
import { passageOf } from './passage.js';
import { type Setting, settingOf } from './setting.js';

/** What kind of source a document is, and by which symbol, of which mechanism and when, where it says so. */
export interface AsSource {
  kind: SourceKind;
  symbol: string | null;
  mechanism: string | null;
  /** EDTF: a day, or the month where it names no day. */
  issuedOn: string | null;
}

/** A person looks at it before it enters the record: what is not certain is left out rather than guessed, but for the kind. */
export function asSource(document: IntakeDocument): AsSource {
  const setting = settingOf(document);
  const lines = document.blocks.slice(0, HEAD).map((block) => passageOf(document, block).words);
  const opening = lines.join('\n').slice(0, 3000);
  const kind = kindOf(setting, opening);
  return {
    kind,
    symbol: symbolIn(lines),
    mechanism: mechanismOf(kind, opening, setting.all),
    issuedOn: issued(kind, setting),
  };
}

/** So many blocks a letterhead, a title and a table of contents may take. */
const HEAD = 30;

const OF_FORM: Record<Exclude<Form, 'other'>, SourceKind> = {
  upr: 'review-outcome',
  ilo: 'ilo-comment',
  resolution: 'resolution',
  press: 'article',
  letter: 'letter',
};

function kindOf({ form, title }: Setting, opening: string): SourceKind {
  if (/\b[Cc]oncluding [Oo]bservations\b/.test(`${title}\n${opening.slice(0, 600)}`)) return 'concluding-observations';
  if (
    form === 'letter' &&
    /^\s*Mandates? of the (?:Special Rapporteur|Working Group|Independent Expert)/im.test(opening)
  )
    return 'communication';
  if (form !== 'other') return OF_FORM[form];
  if (/\bbrief(?:ing)?\b/i.test(`${title}\n${opening.slice(0, 300)}`)) return 'brief';
  return 'report';
}

const OF_KIND: Partial<Record<SourceKind, string>> = {
  'review-outcome': 'UPR',
  'concluding-observations': 'UN treaty bodies',
  communication: 'UN special procedures',
  'ilo-comment': 'ILO',
};

/** "The Security Council,": who resolves opens with its name. */
const RESOLVING =
  /^(?:The\s)?(Security Council|General Assembly|Human Rights Council|European Parliament)(?:,|\sresolution\b)/im;
const MECHANISMS: Record<string, string> = {
  'security council': 'UN Security Council',
  'general assembly': 'UN General Assembly',
  'human rights council': 'UN Human Rights Council',
  'european parliament': 'European Parliament',
};

/** Whom letters, stories and briefs name did not make them; an expert's report is the expert's. */
function mechanismOf(kind: SourceKind, opening: string, all: string): string | null {
  const isExperts = /^\s*Report of the (?:Special Rapporteur|Independent Expert|Working Group)/im.test(opening);
  if (kind === 'report') return isExperts ? 'UN special procedures' : null;
  const resolving = kind === 'resolution' ? (RESOLVING.exec(all)?.[1] ?? '').toLowerCase() : '';
  return OF_KIND[kind] ?? MECHANISMS[resolving] ?? null;
}

/** "CED/C/GMB/CO/1", "P10_TA(2026)0123": alone on a line of the letterhead, or behind whose it is. */
const SYMBOL =
  /^(?:United Nations\s+)?((?:[A-Z]{1,6}\/)+[A-Z0-9][A-Z0-9./-]*(?:\s?\(\d{4}\))?(?:\/[A-Za-z0-9.]+)*|[A-Z]\d{1,2}[_-]TA(?:-PROV)?\(\d{4}\)\d{4})\*{0,2}$/;

const symbolIn = (lines: string[]): string | null =>
  lines.map((line) => SYMBOL.exec(line.trim())?.[1]).find((symbol) => symbol !== undefined && /\d/.test(symbol)) ??
  null;

/** A comment bears the year of its session only. The first of a month stands for a month without a day, unless the document names the first. */
function issued(kind: SourceKind, { dated, all }: Setting): string | null {
  if (kind === 'ilo-comment') return /\badopted (\d{4})\b/.exec(all)?.[1] ?? null;
  return dated === null || !dated.endsWith('-01') || FIRST.test(all) ? dated : dated.slice(0, 7);
}
const FIRST =
  /\b0?1(?:st)?\s\p{Lu}\p{Ll}+,?\s\d{4}|\p{Lu}\p{Ll}+\s0?1(?:st)?,?\s\d{4}|\d{4}-\d{2}-01|\b0?1[./]\d{1,2}[./]\d{4}/u;
