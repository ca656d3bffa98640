// What items of lists look like, and whom they name. Pure.

import type { Ask } from './asks.js';
import type { Context } from './context.js';
import { beginsWithOrder } from './headings.js';
import type { Lead } from './lead.js';
import type { Setting } from './setting.js';
import { because, type Reason } from './reason.js';
import { TO_BE_DONE } from './sentence-shapes.js';
import { isActor } from './who-acts.js';

/** "ensure that it:" above "asks the High Commissioner for an update": the verb has its s for the one above. */
export const isInflected = (words: string, lead: Lead | undefined): boolean =>
  lead !== undefined && lead.addressees.length > 0 && /^(?:\p{L}\p{Ll}+ly\s)?\p{L}\p{Ll}+s\s/u.test(words);

/** "The Committee draws the attention of", in a list of what it recommends. */
export const NO_ASK =
  /^The (?:Committee|Commission|Council|Assembly|Special Rapporteur)\s(?:also\s|further\s)?(?:draws|notes|welcomes|recalls|regrets|remains)\b(?![^.]*\b(?:requests?|urges|calls|invites|asks|recommends|encourages)\b)/;

/** Whether a name is nobody's in general: "parties", "donors". */
export const isNamed = (name: string, { weights, names }: Setting): boolean =>
  weights.has(name) || names.mentionsIn(name).length > 0;

/** "Urges Eritrea to cooperate" below "the Council should adopt a resolution that": whom the text is to urge is moved. */
export const urged = ({ why, party, addressees }: Ask, setting: Setting): string[] =>
  why.code === 'verb-first' && isActor(party, setting) ? addressees : [];

/** In a list of recommendations "it should be made clear" is one. */
const OUGHT = /^[^;]{2,160}?\b(?:should|must|ought to) (?:not )?be\b/;

/** Whether headings say that an item is recommended: they name who is asked, or it is an order. */
export function isRecommended(
  { isRecommending, isDemanding, addressees }: Pick<Context, 'isRecommending' | 'isDemanding' | 'addressees'>,
  words: string,
): boolean {
  if (!isRecommending) return false;
  return isDemanding || addressees.length > 0 || beginsWithOrder(words) || TO_BE_DONE.test(words) || OUGHT.test(words);
}

export function reasonOf(isAfterName: boolean, isOrdered: boolean, section: string | null): Reason {
  if (isAfterName) return because('order-after-name');
  return isOrdered ? because('order-list') : because('item-under', section);
}
