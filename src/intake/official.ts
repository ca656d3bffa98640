// Which documents and sources are official: what they say may echo what ours say.

import type { SourceKind } from '../sources/source.entity.js';
import type { IntakeDocument } from './document.js';
import type { Form } from './form.js';
import { settingOf } from './setting.js';

/** Kinds of source that only an official body makes; of the others those with a mechanism. */
export const OFFICIAL_KINDS: readonly SourceKind[] = [
  'resolution',
  'review-outcome',
  'concluding-observations',
  'communication',
  'ilo-comment',
];

const OFFICIAL_FORMS: readonly Form[] = ['upr', 'ilo', 'resolution'];
const BODIES = /\b(?:[Cc]oncluding observations|Special Rapporteur|State party)\b/;

/** Whether a source that is to be made is official. */
export const isOfficialSource = ({ kind, mechanism }: { kind: SourceKind; mechanism?: string | null }): boolean =>
  OFFICIAL_KINDS.includes(kind) || (mechanism ?? null) !== null;

/** Whether a document is, as far as it can be told from its text. */
export function isOfficial(document: IntakeDocument): boolean {
  const { form, title } = settingOf(document);
  return OFFICIAL_FORMS.includes(form) || (form === 'other' && BODIES.test(title));
}
