import type { Indicator, Measured } from './figure';

export interface Scale {
  from: number;
  to: number;
  /** Where a figure lies, from 0 to 100. */
  place: (figure: number) => number;
}

/** One scale for all figures, from zero where none is below it: a shorter one would make small differences look large. */
export function scaleOf({ baseline, target }: Pick<Indicator, 'baseline' | 'target'>, measured: Measured[]): Scale {
  const figures = [baseline, target, ...measured.flatMap(({ value, low, high }) => [value, low, high])].filter(
    (figure) => figure !== null,
  );
  const from = Math.min(0, ...figures);
  const most = Math.max(0, ...figures);
  // What is open above needs room to go on.
  const isOpen = measured.some(({ low, high }) => low !== null && high === null && low === most);
  const to = isOpen ? most * 1.2 : most;
  const width = to - from || 1;
  return { from, to: to === from ? from + 1 : to, place: (figure) => ((figure - from) / width) * 100 };
}
