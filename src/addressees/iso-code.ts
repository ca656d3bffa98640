// ISO 3166-1 alpha-2, as the CLDR that comes with Node knows it.

import { ValidateBy } from 'class-validator';

/** Regions that CLDR names by two letters and that are no country or territory of ISO 3166-1. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Whether the code is in use today. Kosovo's XK is taken, as CLDR does; codes of the past (SU, YU) are not. */
export function isCountryCode(code: unknown): boolean {
  if (typeof code !== 'string' || !/^[A-Z]{2}$/.test(code) || NO_COUNTRY.has(code)) return false;
  // CLDR answers for old codes and nicknames too (BU, UK), but spells them otherwise.
  return new Intl.Locale(`und-${code}`).region === code && names.of(code) !== undefined;
}

/** The two capital letters of a country or territory. */
export const IsCountryCode = (): PropertyDecorator =>
  ValidateBy(
    { name: 'isCountryCode', validator: { validate: isCountryCode } },
    { message: 'Not a code of ISO 3166-1 in use: two capital letters, such as KP.' },
  );
