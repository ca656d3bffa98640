// Dates as precise as they are known: EDTF (ISO 8601-2), https://www.loc.gov/standards/datetime/

import edtf from 'edtf';

/** A day as `YYYY-MM-DD`, in no zone. */
export type Day = string;

/** The first and the last day that a date of some precision can mean. */
export interface DayRange {
  first: Day;
  last: Day;
}

/** What Heed takes of EDTF: days, months, years, their doubt (~ ? %), unspecified digits, quarters, halves, closed intervals. */
const SHAPE = /^[1-9]\d{2}[\dX](-[\dX]{2}(-[\dX]{2})?)?[~?%]?(\/[1-9]\d{2}[\dX](-[\dX]{2}(-[\dX]{2})?)?[~?%]?)?$/;
const SEASON = /^\d{4}-(2\d|3[0-24-9])/;

/** The days that an EDTF string can mean, or undefined where it is none that Heed takes (`2010-13`, `2010-02-30`, `20100622`). */
export function dayRange(text: string): DayRange | undefined {
  if (!SHAPE.test(text) || text.split('/').some((part) => SEASON.test(part) && !/-(3[3-6]|4[01])/.test(part)))
    return undefined;
  try {
    const date = edtf(text);
    return { first: toDay(date.min), last: toDay(date.max) };
  } catch {
    return undefined; // The parser says no by throwing.
  }
}

/** The day a point in time falls on in a zone (IANA name). */
export function dayIn(timeZone: string, at: Date): Day {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** The earlier of two days. */
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

const toDay = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10);
