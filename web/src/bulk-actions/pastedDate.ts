// A date as people write it in spreadsheets, or as the record does (EDTF).

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "2019. 12. 22." and "2019/12/22", year first. */
const YEAR_FIRST = /^(\d{4})(?:[-./년]\s*(\d{1,2})(?:[-./월]\s*(\d{1,2}))?)?[.일월년]?$/;
/** "22 December 2019" and "Dec. 2019". */
const DAY_FIRST = /^(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]+)\.?,? (\d{4})$/i;
/** "December 22, 2019". */
const MONTH_FIRST = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;
/** A doubt or an approximation at its end; a quarter or a half of a year. */
const DOUBT = /[~?%]$/;
const PART_OF_YEAR = /^\d{4}-(3[3-6]|4[01])$/;

/** As the record writes it; undefined where nobody can know what is meant, as of "12/2/2019". */
export function dateOf(text: string): string | undefined {
  const plain = text.trim().replaceAll(/\s+/g, ' ');
  if (PART_OF_YEAR.test(plain)) return plain;
  const doubt = DOUBT.exec(plain)?.[0] ?? '';
  const certain = doubt ? plain.slice(0, -1) : plain;
  const date = written(YEAR_FIRST.exec(certain)) ?? named(certain);
  return date && date + doubt;
}

function named(text: string): string | undefined {
  const [, day, month, year] = DAY_FIRST.exec(text) ?? [];
  const [, other, at, its] = MONTH_FIRST.exec(text) ?? [];
  const name = (month ?? other ?? '').toLowerCase();
  const n = MONTHS.indexOf(name.slice(0, 3)) + 1;
  const isMonth = n > 0 && name !== '' && LONG[n - 1]?.startsWith(name);
  return isMonth ? written(['', year ?? its, String(n), day ?? at]) : undefined;
}

const LONG = Array.from({ length: 12 }, (_, n) =>
  new Date(Date.UTC(2000, n)).toLocaleString('en', { month: 'long', timeZone: 'UTC' }).toLowerCase(),
);

/** Only days that there are. */
function written(parts: readonly (string | undefined)[] | null): string | undefined {
  const [, year, month, day] = parts ?? [];
  if (year === undefined) return undefined;
  const date = [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-');
  const whole = `${date}${'-01'.repeat(2 - (date.length - 4) / 3)}`;
  const isDay = !Number.isNaN(Date.parse(whole)) && new Date(whole).toISOString().startsWith(whole);
  return isDay ? date : undefined;
}
