import { useTranslation } from 'react-i18next';
import type { Measured } from './figure';

/** A plain count as the reader writes numbers. */
export function useSayNumber(): (figure: number) => string {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 6 });
  return (figure) => format.format(figure);
}

/** "about 80,000", "100,000 or more", "250 to 600": a range stays a range, and an estimate says that it is one. */
export function useSayFigure(): (of: Measured) => string {
  const { t } = useTranslation();
  const say = useSayNumber();
  return ({ value, low, high, estimate }) => {
    if (value !== null) return estimate ? t('figures.about', { value: say(value) }) : say(value);
    if (low !== null && high !== null) return t('figures.range', { low: say(low), high: say(high) });
    if (low !== null) return t('figures.atLeast', { value: say(low) });
    return high === null ? t('figures.noFigure') : t('figures.upTo', { value: say(high) });
  };
}
