// Words stand in en/ and ko/ and nowhere else. The browser's language is the first; the choice is kept.

import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'en' | 'ko';
export const LANGUAGES: Record<Language, string> = { en: 'English', ko: '한국어' };
const KEPT = 'heed.language';

const load = {
  en: () => import('./en'),
  ko: () => import('./ko'),
};

function firstLanguage(): Language {
  const wished = [window.localStorage.getItem(KEPT) ?? '', ...navigator.languages].map((tag) => tag.split('-')[0]);
  return wished.find((tag): tag is Language => tag === 'en' || tag === 'ko') ?? 'en';
}

export async function startLanguage(): Promise<void> {
  const language = firstLanguage();
  const { words: first } = await load[language]();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: first } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}

/** Everything stays where it is; only the words change. */
export async function speak(language: Language): Promise<void> {
  const { words: all } = await load[language]();
  i18next.addResourceBundle(language, 'translation', all, true, true);
  await i18next.changeLanguage(language);
  window.localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
}
