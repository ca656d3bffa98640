// Bullets of which a machine has made a letter or a digit. Pure.

const BEGINNING = /(?<=^[^\S\n]*)(\d|[a-zA-Z])(?=[^\S\n]+\p{Lu}\p{Ll})/gmu;
const FEWEST = 3;

/**
 * The text with bullets where they were lost: "4 Ensure", "4 Support", "4 Establish" count nothing. Every place stays
 * where it was. A number that counts on, and "A" and "I", which are words, are left.
 */
export function withBullets(text: string): string {
  const signs = [...text.matchAll(BEGINNING)].map(([sign]) => sign);
  const lost = new Set(signs.filter((sign) => isLost(sign, signs)));
  return lost.size === 0 ? text : text.replace(BEGINNING, (sign) => (lost.has(sign) ? '•' : sign));
}

function isLost(sign: string, signs: readonly string[]): boolean {
  if (/^[AIaio]$/.test(sign) || signs.filter((other) => other === sign).length < FEWEST) return false;
  return ![-1, 1].some((step) => signs.includes(String.fromCharCode(sign.charCodeAt(0) + step)));
}
