/** Days as texts write them. */

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH = `(?:${MONTHS.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
/** Day, month and year in either order; a month; a year; a quarter or half of one. */
const DATES: [RegExp, (parts: string[]) => string | undefined][] = [
  [
    new RegExp(`^${DAY}\\s+(?:of\\s+)?(${MONTH}),?\\s+(\\d{4})`, 'i'),
    ([, day, month, year]) => dayOf(year, month, day),
  ],
  [new RegExp(`^(${MONTH})\\s+${DAY},?\\s+(\\d{4})`, 'i'), ([, month, day, year]) => dayOf(year, month, day)],
  [/^(\d{4})-(\d{2})-(\d{2})/, ([, year, month, day]) => `${year}-${month}-${day}`],
  [
    new RegExp(`^(?:the\\s+)?(?:end[\\s-]+(?:of\\s+)?|close\\s+of\\s+)?(${MONTH}),?\\s+(?:of\\s+)?(\\d{4})`, 'i'),
    ([, month, year]) => lastOf(year, month),
  ],
  [
    /^(?:the\s+)?(?:end\s+of\s+)?the\s+(first|second|third|fourth|last)\s+quarter\s+of\s+(\d{4})/i,
    ([, quarter, year]) => lastOf(year, MONTHS[quarterOf(quarter) * 3 - 1]),
  ],
  [
    /^(?:the\s+)?(?:end\s+of\s+)?Q([1-4])\s+(?:of\s+)?(\d{4})/i,
    ([, quarter, year]) => lastOf(year, MONTHS[Number(quarter) * 3 - 1]),
  ],
  [/^(?:the\s+)?(?:end\s+of\s+)?the\s+first\s+half\s+of\s+(\d{4})/i, ([, year]) => `${year}-06-30`],
  [/^(?:the\s+)?(?:end\s+of\s+)?the\s+second\s+half\s+of\s+(\d{4})/i, ([, year]) => `${year}-12-31`],
  [/^(\d{1,2})[./](\d{1,2})[./](\d{4})/, ([, day, month, year]) => dayOf(year, MONTHS[Number(month) - 1], day)],
  [/^(?:the\s+)?mid-?(?:\s?year\s+)?(\d{4})/i, ([, year]) => `${year}-06-30`],
  [
    /^(?:the\s+)?(?:end|close|conclusion)\s+of\s+(?:the\s+year\s+|calendar\s+year\s+)?(\d{4})/i,
    ([, year]) => `${year}-12-31`,
  ],
  [/^(?:the\s+year\s+)?((?:19|20)\d{2})(?![\d/–-])/i, ([, year]) => `${year}-12-31`],
];

/** The date that a text begins with. */
export function dateAt(words: string): string | null {
  for (const [pattern, read] of DATES) {
    const match = pattern.exec(words);
    const day = match && read([...match]);
    if (day) return day;
  }
  return null;
}

/** A day without a year, "31 March" or "the end of June": the next after the day of the document. */
export function comingDay(words: string, after: string | null): string | null {
  if (after === null) return null;
  const [, day, month, named, numbered, last = MONTH_ALONE.exec(words)?.[1]] = COMING.exec(words) ?? [];
  const of = (year: number) =>
    last ? lastOf(String(year), last) : dayOf(String(year), month ?? named, day ?? numbered);
  const year = Number(after.slice(0, 4));
  const found = last || month || named ? of(year) : undefined;
  return found === undefined ? null : found > after ? found : (of(year + 1) ?? null);
}

const COMING = new RegExp(
  `^(?:${DAY}\\s+(?:of\\s+)?(${MONTH})|(${MONTH})\\s+${DAY}|(?:the\\s+)?end\\s+of\\s+(${MONTH}))(?!\\p{L}|,?\\s+\\d{4})`,
  'iu',
);

/** "Before June": with a capital, so that "by may" is none. */
const MONTH_ALONE = new RegExp(
  `^(?:the\\s+end\\s+of\\s+)?(${MONTHS.map((month) => month.charAt(0).toUpperCase() + month.slice(1)).join('|')})(?!\\p{L}|['’]s|,?\\s+\\d)`,
  'u',
);

/** The first full date anywhere in a text; a month or a year alone where `isLoose`. */
export function dateIn(words: string, isLoose = false): string | null {
  const full = new RegExp(
    `\\b${DAY}\\s+${MONTH},?\\s+\\d{4}|\\b${MONTH}\\s+${DAY},?\\s+\\d{4}|\\b\\d{4}-\\d{2}-\\d{2}`,
    'i',
  );
  const loose = new RegExp(`\\b${MONTH}\\s+(\\d{4})`, 'i');
  const at = full.exec(words)?.index;
  if (at !== undefined) return dateAt(words.slice(at));
  const month = isLoose ? loose.exec(words) : null;
  return month ? (dateAt(words.slice(month.index))?.replace(/\d\d$/, '01') ?? null) : null;
}

function dayOf(year = '', month = '', day = ''): string | undefined {
  const number = monthOf(month);
  if (!number || Number(day) < 1 || Number(day) > 31) return undefined;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function lastOf(year = '', month = ''): string | undefined {
  const number = monthOf(month);
  return number ? new Date(Date.UTC(Number(year), number, 0)).toISOString().slice(0, 10) : undefined;
}

function monthOf(month: string): number {
  const short = month.toLowerCase().slice(0, 3);
  return MONTHS.findIndex((name) => name.startsWith(short)) + 1;
}

function quarterOf(word = ''): number {
  return { first: 1, second: 2, third: 3 }[word.toLowerCase()] ?? 4;
}
