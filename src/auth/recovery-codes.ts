import { randomInt } from 'node:crypto';

const HOW_MANY = 10;
/** Without letters that look like digits or like each other; five bits each. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/** Ten codes of 80 random bits, in groups of four: `7KQ2-M9XD-40TB-WZ5H`. */
export const newRecoveryCodes = (): string[] => Array.from({ length: HOW_MANY }, () => grouped(newCode()));

const newCode = (): string => Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
const grouped = (code: string): string => code.replace(/.{4}(?!$)/g, '$&-');

/** A code as it is kept, however somebody read it off the paper; undefined for what can be none. */
export function bareRecoveryCode(typed: string): string | undefined {
  const bare = typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replaceAll('U', 'V');
  return bare.length === LENGTH && [...bare].every((letter) => LETTERS.includes(letter)) ? bare : undefined;
}
