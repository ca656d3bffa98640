// Organs of a state to which a document gives a short name of its own. Pure.

import { dataFile } from './data-file.js';
import type { Mention } from './gazetteer.js';
import type { Setting } from './setting.js';

/** "RTGNU", which the document introduces as the "Transitional Government of National Unity", is an organ. */
const OWN_ORGAN =
  /\b(?:Government|Ministry|Department|Parliament|Police|Army|Armed Forces|Defence Forces?|Directorate|Inspectorate|Council of Ministers|National Assembly|General Prosecutor|Prosecutor's Office|Attorney General|Prison Service|Immigration)\b/;
const IN_THE_LIST = new Set(Object.keys(dataFile('bodies.en.json') as object));

/** Whether a short name stands for an organ that the document introduces. */
export function isOwnOrgan(bare: string, { start, end, name }: Mention, { names }: Setting): boolean {
  return (
    start === 0 &&
    end === bare.length &&
    OWN_ORGAN.test(name) &&
    !IN_THE_LIST.has(name) &&
    !names.mentionsIn(bare).some(({ kind }) => kind === 'state')
  );
}
