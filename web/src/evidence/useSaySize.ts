import { useTranslation } from 'react-i18next';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Bytes as people say them, in the reader's language. */
export function useSaySize(): (bytes: number) => string {
  const { i18n } = useTranslation();
  return (bytes) => {
    const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
    return new Intl.NumberFormat(i18n.language, {
      style: 'unit',
      unit: UNITS[power],
      unitDisplay: power ? 'short' : 'long',
      maximumFractionDigits: 1,
    }).format(bytes / 1000 ** power);
  };
}
