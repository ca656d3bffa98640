// A date as somebody enters it, field by field; pure.

/** Empty where it is not known; the year as typed. */
export interface Parts {
  year: string;
  month: string;
  day: string;
  isAbout: boolean;
}

export const NOTHING: Parts = { year: '', month: '', day: '', isAbout: false };

/** Null while there is no whole year. */
export function toEdtf({ year, month, day, isAbout }: Parts): string | null {
  if (!/^\d{4}$/.test(year)) return null;
  const date = [year, month, month && day ? day.padStart(2, '0') : ''].filter(Boolean).join('-');
  return isAbout ? `${date}~` : date;
}

const DATE = /^(?<year>\d{4})(-(?<month>0[1-9]|1[0-2])(-(?<day>\d{2}))?)?(?<about>~)?$/;

/** Undefined for what the fields have no place for: a range, a quarter, a doubt. That is left as it is said. */
export function partsOf(edtf: string | null): Parts | undefined {
  if (edtf === null) return NOTHING;
  const { year, month = '', day = '', about } = DATE.exec(edtf)?.groups ?? {};
  return year === undefined ? undefined : { year, month, day: day.replace(/^0/, ''), isAbout: about !== undefined };
}

/** The last day that a date of these fields can mean; undefined for any other. */
export function lastDayOf(edtf: string): string | undefined {
  const parts = partsOf(edtf);
  if (!parts?.year) return undefined;
  const last = new Date(Date.UTC(Number(parts.year), Number(parts.month || '12'), 0)).getUTCDate();
  return [parts.year, parts.month || '12', (parts.day || String(last)).padStart(2, '0')].join('-');
}
