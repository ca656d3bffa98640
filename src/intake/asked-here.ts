// Whether a verb of asking asks where it stands. Pure.

import * as forms from './ask-forms.js';
import type { Complement } from './complement.js';
import { DEMANDED, WANTED } from './sentence-shapes.js';
import type { Setting } from './setting.js';

/** Whether a verb asks here: some need somebody who is named, some a "shall", some a kind of document. */
export function isAsked(
  verb: string,
  { party, rest, isThat }: Complement,
  isParty: boolean,
  { form }: Setting,
): boolean {
  if (/^press calls?(?:ed|ing)?\b.*\bfor$/.test(verb) && !isParty)
    return rest.trim().split(/\s+/).length > 3 && DEMANDED.test(rest);
  if (/^press wants?$/.test(verb) && !isParty) return WANTED.test(`${party} ${rest}`);
  if (verb.startsWith('press '))
    return (
      isParty &&
      !/\b(?:when|whether|if|about|how|why|what)\b/.test(party) &&
      (!forms.needs(verb, 'never-by-a-party') || /wants?$/.test(verb))
    );
  if (forms.needs(verb, 'only-with-shall'))
    return isThat && isParty && /^\s*(?:[^,;]{0,20}\b)?(?:shall|should)\b/.test(rest);
  if (forms.needs(verb, 'only-hoping')) return form === 'ilo' && isThat && (isParty || /^\s*will\s/.test(rest));
  if (forms.needs(verb, 'only-in-press')) return false;
  if (forms.needs(verb, 'only-of-a-party')) return isParty;
  return party !== '' || isThat || rest.trim().split(/\s+/).length > 3;
}
