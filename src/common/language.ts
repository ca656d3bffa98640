/** What Heed speaks. */
export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Korean where Accept-Language prefers it to English, else English. */
export function preferredLanguage(header: string | undefined): Language {
  const [first] = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => weigh(part))
    .filter(({ language, weight }) => weight > 0 && (language === 'ko' || language === 'en'))
    .sort((a, b) => b.weight - a.weight);
  return first?.language === 'ko' ? 'ko' : 'en';
}

/** `ko-KR;q=0.8` is Korean with a weight of 0.8; without a weight it is 1. */
function weigh(part: string): { language: string; weight: number } {
  const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
  const q = parameters.find((text) => text.startsWith('q='))?.slice(2) ?? '1';
  return { language: range.split('-')[0] ?? '', weight: Number.parseFloat(q) || 0 };
}
