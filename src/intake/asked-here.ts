// Whether a verb of asking asks where it stands. Pure.

import * as forms from './ask-forms.js';
import type { Complement } from './complement.js';
import { DEMANDED, WANTED } from './sentence-shapes.js';
import type { Setting } from './setting.js';
import { isActor } from './who-acts.js';

/** Whether a verb asks here: some need somebody who is named, some a "shall", some a kind of document. */
export function isAsked(
  verb: string,
  { party, rest, isThat }: Complement,
  isParty: boolean,
  setting: Setting,
): boolean {
  const { form } = setting;
  if (/^press calls?(?:ed|ing)?\b.*\bfor$/.test(verb) && !isParty)
    return rest.trim().split(/\s+/).length > 3
      ? DEMANDED.test(rest) || DEED.test(rest)
      : /^\s*be\s\p{Ll}+(?:ed|en)\b/u.test(rest);
  if (/^press (?:appeal|plead|push|press|campaign)\p{Ll}*\sfor$/u.test(verb) && !isParty && DEMANDED.test(rest))
    return true;
  if (/^press (?:demand|request)(?:s|ed|ing)$/.test(verb) && !isParty && !isThat && DEMANDED.test(rest)) return true;
  if (/^press wants?$/.test(verb) && !isParty) return WANTED.test(`${party} ${rest}`);
  if (verb.startsWith('press ') && forms.asksInStories(verb)) return isTold({ party, rest, isThat }, setting);
  if (verb.startsWith('press '))
    return (
      isParty &&
      !/\b(?:when|whether|if|about|how|why|what)\b/.test(party) &&
      (!forms.needs(verb, 'never-by-a-party') || /want(?:s|ed)?$/.test(verb))
    );
  if (forms.needs(verb, 'only-with-shall'))
    return isThat && (isParty || /^\s*will\s/.test(rest)) && /^\s*(?:[^,;]{0,20}\b)?(?:shall|should)\b/.test(rest);
  if (forms.needs(verb, 'only-hoping') && setting.you.length > 0)
    return (
      isThat &&
      /^(?:you|your\s\p{L}+(?:\s\p{L}+)?)$/iu.test(party) &&
      /^\s*(?:will|would|can)\s/.test(rest) &&
      rest.trim().split(/\s+/).length > 4
    );
  if (forms.needs(verb, 'only-hoping')) return form === 'ilo' && isThat && (isParty || /^\s*will\s/.test(rest));
  if (forms.needs(verb, 'only-in-press')) return isParty && !isThat && !rest.startsWith(party);
  // "Counsels Chad to open", and neither "counsels patience" nor "orders that".
  if (forms.needs(verb, 'only-with-to')) return isParty && !isThat && !rest.startsWith(party);
  if (form === 'ilo' && /^expect/.test(verb) && isThat && /^\s*will\s/.test(rest)) return true;
  if (forms.needs(verb, 'only-of-a-party')) return isParty || ((isThat || WISHING.test(verb)) && TO_BE.test(rest));
  return party !== '' || isThat || rest.trim().split(/\s+/).length > 3;
}

/** "We should like the licence to be reconsidered". */
const WISHING = /^(?:would|should) like|^(?:want|wish|expect)$/;

/** "Called for the relocation of 900 people". */
const DEED = /^\s*(?:an?|the|its|their)?\s?(?:\p{Ll}+\s){0,2}\p{Ll}{4,}(?:tion|sion|ment|ance)\s(?:of|to|from|with)\s/u;

/** "Suggests that teachers be trained": of somebody who is not named. */
const TO_BE = /^\s*(?:also\s|not\s)?(?:be|should(?:\snot)?\sbe)\s/;

/** "Told ministers to legislate": whom somebody told, by what he is, and what to do; not "told him to". */
function isTold({ party, rest, isThat }: Complement, setting: Setting): boolean {
  const verb = /^(?:(?:not|also|\p{Ll}+ly)\s)*([\p{L}-]+)/u.exec(rest)?.[1] ?? '';
  return (
    !isThat &&
    /^\p{Ll}/u.test(verb) &&
    !rest.startsWith(party) &&
    !/^(?:him|her|them|it|you|me|us)$/i.test(party) &&
    isActor(party, setting)
  );
}
