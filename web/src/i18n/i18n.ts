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

/** Speaks with the words that are at hand; whoever needs more starts the whole language. */
export async function beginWith(words: Partial<Record<Language, object>>): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: say(firstLanguage()),
    resources: Object.fromEntries(Object.entries(words).map(([language, translation]) => [language, { translation }])),
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** All words of the reader's language. */
export async function startLanguage(): Promise<void> {
  const language = say(firstLanguage());
  const { words } = await load[language]();
  if (i18next.isInitialized) i18next.addResourceBundle(language, 'translation', words, true, true);
  else await beginWith({ [language]: words });
}

/** Asks for the words, and says from now on which language is spoken. */
export const fetchWords = (): Promise<unknown> => load[say(firstLanguage())]();

/** Requests say it too, and don't wait for the words. */
function say(language: Language): Language {
  document.documentElement.lang = language;
  return language;
}

/** Everything stays where it is; only the words change. */
export async function speak(language: Language): Promise<void> {
  const { words } = await load[language]();
  i18next.addResourceBundle(language, 'translation', words, true, true);
  await i18next.changeLanguage(language);
  window.localStorage.setItem(KEPT, say(language));
}
