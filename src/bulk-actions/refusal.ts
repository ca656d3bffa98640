// Why an item was not acted on, in the words of the single act. Pure.

import type { Language } from '../common/language.js';
import { NOTHING_CHANGED, type Problem, type Unmet } from '../common/problem.js';
import { inLanguage } from '../common/words.js';
import type { Refusal } from './single-act.js';

/** It is kept with the item, in the language of whoever acts: they are told why, and the log has the code alone. */
export function refusalOf({ code, title, detail, errors, more }: Problem, language: Language): Refusal {
  const unmet = (more['unmet'] ?? []) as Unmet[];
  const told = (unmet.length > 0 ? unmet : errors).map(({ message }) => message[language]);
  const nothing = NOTHING_CHANGED[language];
  const message =
    told.length > 0
      ? told.join(' ')
      : `${title[language]}. ${detail[language].replace(` ${nothing}`, '').replace(`${nothing} `, '')}`;
  return { code, message, unmet: inLanguage(unmet, language) };
}
