// Periods that a meeting looks at, as days of the workspace's calendar.

export interface Period {
  from: string;
  to: string;
}

export const PERIODS = ['sinceMeeting', 'thisQuarter', 'lastQuarter', 'thirtyDays'] as const;
export type PeriodName = (typeof PERIODS)[number];

const day = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);

/** The quarter of a day, or one so many before it. */
function quarterOf(of: string, before: number): Period {
  const [year = 0, month = 1] = of.split('-').map(Number);
  const first = Math.floor((month - 1) / 3) * 3 - before * 3;
  return { from: day(year, first, 1), to: day(year, first + 3, 0) };
}

/** The last 30 days, today among them. */
function thirtyDays(to: string): Period {
  const [year = 0, month = 1, date = 1] = to.split('-').map(Number);
  return { from: day(year, month - 1, date - 29), to };
}

/** Those that there are; since the last meeting only where somebody said when that was. */
export function periodsOf(lastMeeting: string | null, now: string): Partial<Record<PeriodName, Period>> {
  return {
    ...(lastMeeting && lastMeeting <= now && { sinceMeeting: { from: lastMeeting, to: now } }),
    thisQuarter: quarterOf(now, 0),
    lastQuarter: quarterOf(now, 1),
    thirtyDays: thirtyDays(now),
  };
}

const isDay = (text: string | undefined): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '');

/** What the address says; else since the last meeting, else this quarter. */
export function periodIn(
  from: string | undefined,
  to: string | undefined,
  lastMeeting: string | null,
  now: string,
): Period {
  if (isDay(from) && isDay(to)) return { from, to };
  const { sinceMeeting, thisQuarter } = periodsOf(lastMeeting, now);
  return sinceMeeting ?? thisQuarter ?? quarterOf(now, 0);
}
