// What an ask leaves unsaid: its "that", or who is asked. Pure.

import * as forms from './ask-forms.js';
import type { Setting } from './setting.js';

/** "We hope you will raise it": a "that" which is not said. */
export const wished = (verb: string, clause: string): string =>
  forms.needs(verb, 'only-hoping') && /^\s*(?:you|your\s\p{L}+|the\s\p{L}+)\s(?:will|would|can)\s/iu.test(clause)
    ? `that ${clause.trimStart()}`
    : clause;

/** Where nobody is named: whom a letter is written to, else the state that the text is about. */
export const whoeverReads = ({ form, you, subject }: Setting): string[] =>
  form === 'letter' && you.length > 0 ? you : subject === null ? [] : [subject];
