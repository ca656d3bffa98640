// What somebody pasted is a link, perhaps with its title around it, or else a sentence.

import { isURL } from 'class-validator';

const LINK = /(?:https?:\/\/|www\.)[^\s<>"]+/i;
/** More words than these around a link are what somebody said, not what the link is called. */
const TITLE_AT_MOST = 200;

/** The address that a text is kept for; null where the text is a sentence. */
export function linkIn(text: string): string | null {
  const found = LINK.exec(text)?.[0].replace(/[.,;:!?)\]]+$/, '');
  if (found === undefined || text.replace(LINK, '').trim().length > TITLE_AT_MOST) return null;
  const url = /^https?:/i.test(found) ? found : `https://${found}`;
  const isTaken = url.length <= 2000 && isURL(url, { protocols: ['http', 'https'], disallow_auth: true });
  return isTaken && URL.canParse(url) ? url : null;
}
