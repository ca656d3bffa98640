// Days that are told by a span: "within 90 days of the adoption", "by the end of the year". Pure.

/** A day and where the words stand that tell it. */
export interface Found {
  at: number;
  due: string;
}

const NUMBERS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  'twenty-four': 24,
  thirty: 30,
  'forty-five': 45,
  sixty: 60,
  ninety: 90,
  a: 1,
  an: 1,
};
const PERIOD =
  /\b(?:within|in|not? later than|no more than)\s+(?:a\s+period\s+of\s+|the\s+next\s+)?(\d{1,3}|[a-z]+(?:-[a-z]+)?)\s+(?:calendar\s+)?(days?|weeks?|months?|years?)(?:'s?)?\s+(?:of|from|after|following)\s+(?:the\s+)?(?:date\s+of\s+)?(?:its|their|the)?\s*((?:adoption|date|issuance|publication|entry into force|(?:this|present)\s+(?:resolution|letter|report|decision|motion|statement|recommendation)|today\b)\b[^,.;]{0,60})/i;

/** "Before the end of the year": of the year in which the document is dated. */
export function* endOfYear(words: string, documentDate: string | null): Generator<Found> {
  const year = Number(documentDate?.slice(0, 4) ?? Number.NaN);
  if (Number.isNaN(year)) return;
  for (const match of words.matchAll(
    /\b(?:by|before)\s+(?:the\s+)?(?:(?:end|close)\s+of\s+(this|the|next|the\s+current|the\s+coming)\s+(?:calendar\s+)?year\b|year'?s?[\s-]end\b|year\sis\sout\b)/gi,
  ))
    yield { at: match.index, due: `${year + (/next/i.test(match[1] ?? '') ? 1 : 0)}-12-31` };
  for (const match of words.matchAll(END_OF_PART)) {
    const [, quarter, , span] = match;
    const month =
      span === undefined ? QUARTERS.indexOf((quarter ?? '').toLowerCase()) * 3 + 3 : Number(documentDate?.slice(5, 7));
    if (month > 0) yield { at: match.index, due: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) };
  }
}

/** "By the end of the month", "by the end of the second quarter": of the year of the document. */
const END_OF_PART =
  /\b(?:by|before)\s(?:the\s)?(?:end|close)\sof\s(?:the\s(first|second|third|fourth)\squarter(?:\sof\s(the|this)\syear)?|(?:the|this)\s(month))\b(?!\sof\b)/gi;
const QUARTERS = ['first', 'second', 'third', 'fourth'];

/** Periods that run from the day of the document. */
export function* periods(words: string, documentDate: string | null): Generator<Found> {
  const match = PERIOD.exec(words);
  if (!match || !documentDate) return;
  const [, amount = '', unit = '', from = ''] = match;
  const count = NUMBERS[amount.toLowerCase()] ?? Number(amount);
  if (!Number.isFinite(count) || /^entry/.test(from)) return;
  if (/^date of (?!(?:the |this |its )?(?:adoption|present|resolution|report|letter|publication))/.test(from)) return;
  yield { at: match.index, due: later(documentDate, count, unit) };
}

function later(date: string, count: number, unit: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (unit.startsWith('day')) day.setUTCDate(day.getUTCDate() + count);
  else if (unit.startsWith('week')) day.setUTCDate(day.getUTCDate() + 7 * count);
  else {
    const wanted = day.getUTCDate();
    day.setUTCDate(1);
    day.setUTCMonth(day.getUTCMonth() + count * (unit.startsWith('year') ? 12 : 1));
    const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
    day.setUTCDate(Math.min(wanted, last));
  }
  return day.toISOString().slice(0, 10);
}
