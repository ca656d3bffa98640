import { useTranslation } from 'react-i18next';
import { type DateWords, sayDate, sayInstant } from './dates';

/** A date of the record, said as precisely as it is known. */
export function When({ date }: { date: string | null }) {
  const say = useSayDate();
  return <time dateTime={/^\d{4}(-\d{2}){0,2}$/.test(date ?? '') ? (date ?? '') : undefined}>{say(date)}</time>;
}

export function Instant({ at }: { at: string }) {
  const { i18n } = useTranslation();
  return <time dateTime={at}>{sayInstant(at, i18n.language)}</time>;
}

export function useSayDate(): (date: string | null) => string {
  const { t, i18n } = useTranslation();
  const words: DateWords = {
    unknown: t('dates.unknown'),
    about: (date) => t('dates.about', { date }),
    perhaps: (date) => t('dates.perhaps', { date }),
    decade: (year) => t('dates.decade', { year }),
    from: (first, last) => t('dates.from', { first, last }),
    quarter: (n, year) => t('dates.quarter', { n, year }),
    half: (n, year) => t('dates.half', { n, year }),
  };
  return (date) => sayDate(date, i18n.language, words);
}
