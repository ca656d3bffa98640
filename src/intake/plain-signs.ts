// Signs that are written in many ways and mean one thing. Pure.

/** Quotes, spaces, hyphens, ligatures, and what is not seen at all; line breaks of every system. */
export const SIGNS =
  /\r\n?|[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|[\u00ad\u200b-\u200f\u2060\ufeff]|[\u2018\u2019\u201b\u2032\u02bc\u00b4`]|[\u201c-\u201f\u2033]|[\u2010\u2011\u2212\ufe63\uff0d]|[\ufb00-\ufb06]/g;

/** Whether a character is one of them. */
export const SIGN = new RegExp(SIGNS.source);

const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const SPACE = /\s/;
const SINGLE = /[\u2018\u2019\u201b\u2032\u02bc\u00b4`]/;
const DOUBLE = /[\u201c-\u201f\u2033]/;
const HYPHEN = /[\u2010\u2011\u2212\ufe63\uff0d]/;

/** What one of them is in plain text. */
export function plainSign(sign: string): string {
  if (sign.startsWith('\r')) return '\n';
  if (SPACE.test(sign)) return sign === '\ufeff' ? '' : ' ';
  if (UNSEEN.test(sign)) return '';
  if (SINGLE.test(sign)) return "'";
  if (DOUBLE.test(sign)) return '"';
  if (HYPHEN.test(sign)) return '-';
  return sign.normalize('NFKC');
}

/** Signs of one form, each in its place; those of which a plain text has more or fewer characters stay. */
export const straightened = (text: string): string => text.replace(SIGNS, (sign) => ofLength(sign, true));

/** Without what is not seen, and with ligatures as the letters that they are; for readers that make their text themselves. */
export const unjoined = (text: string): string => text.replace(SIGNS, (sign) => ofLength(sign, false));

function ofLength(sign: string, isSame: boolean): string {
  const plain = plainSign(sign);
  return (plain.length === sign.length) === isSame ? plain : sign;
}
