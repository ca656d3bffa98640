// Dates as precise as they are known, in the reader's language. What Heed takes of EDTF is in the server's document.

const PART = /^(?<year>\d{3}[\dX])(-(?<month>[\dX]{2})(-(?<day>[\dX]{2}))?)?(?<doubt>[~?%])?$/;

/** Words for what an EDTF string says beyond the calendar. */
export interface DateWords {
  unknown: string;
  about: (date: string) => string;
  perhaps: (date: string) => string;
  decade: (year: string) => string;
  from: (first: string, last: string) => string;
  quarter: (n: number, year: string) => string;
  half: (n: number, year: string) => string;
}

/** "22 December 2019", "March 2013", "around June 2010", "between 2010 and 2012". */
export function sayDate(edtf: string | null, language: string, words: DateWords): string {
  if (!edtf) return words.unknown;
  const [first = '', last] = edtf.split('/');
  if (last !== undefined) return words.from(sayPart(first, language, words), sayPart(last, language, words));
  return sayPart(first, language, words);
}

function sayPart(text: string, language: string, words: DateWords): string {
  const { year = '', month, day, doubt } = PART.exec(text)?.groups ?? {};
  if (!year) return text;
  const date = sayCalendar(year, month, day, language, words);
  if (doubt === '~' || doubt === '%') return words.about(date);
  return doubt === '?' ? words.perhaps(date) : date;
}

function sayCalendar(
  year: string,
  month: string | undefined,
  day: string | undefined,
  language: string,
  words: DateWords,
): string {
  if (year.endsWith('X')) return words.decade(year.replace('X', '0'));
  const m = Number(month);
  if (m >= 33 && m <= 36) return words.quarter(m - 32, year);
  if (m === 40 || m === 41) return words.half(m - 39, year);
  const isMonth = m >= 1 && m <= 12;
  const isDay = isMonth && day !== undefined && !day.includes('X');
  return new Intl.DateTimeFormat(placed(language), {
    timeZone: 'UTC',
    year: 'numeric',
    ...(isMonth && { month: 'long' }),
    ...(isDay && { day: 'numeric' }),
  }).format(Date.UTC(Number(year), isMonth ? m - 1 : 0, isDay ? Number(day) : 1));
}

/** An instant, in the reader's zone. */
export const sayInstant = (instant: string, language: string): string =>
  new Intl.DateTimeFormat(placed(language), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));

/** Today as a day: as the reader's calendar has it, or that of a place. */
export const today = (timeZone?: string, now = new Date()): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now);

/** English as most of its readers here write dates: day, month, year. */
const placed = (language: string): string => (language === 'en' ? 'en-GB' : language);
