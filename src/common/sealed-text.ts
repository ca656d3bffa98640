// Words as they stand in the database where nobody is to read them there: `heed:sealed:1:SUBJECT:FIELD:BYTES`. Those of an
// earlier release name no field.

import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** What every sealed text begins with. Nobody can send one (validation.ts), so nobody has one opened by saying it. */
export const SEAL = 'heed:sealed:1:';

/** A key, and the id of what it is for: it opens nothing else. */
export interface TextKey {
  subject: string;
  key: Buffer;
  /** Of an earlier release: it opens texts that name no field too, wherever they stand. */
  isLax?: boolean;
}

/** Who answers what a sealed text says, given its subject and the field in whose place it stands. */
export type Opening = (sealed: string, subject: string, field: string) => string;

const SEALED = new RegExp(`^${SEAL}([0-9a-f-]{36}):(?:([a-zA-Z]+):)?([\\w-]+)(?:\\.([0-9a-f]+)\\.([0-9a-f]{64}))?$`);

/** SQL: sealed words of a row of `words` as they are handed out, with the salt and the hash that they have to fit; open words as they are. */
export const withItsHash = (words: string): string =>
  `CASE WHEN ${words}.text LIKE '${SEAL}%' THEN concat_ws('.', ${words}.text, encode(${words}.salt, 'hex'), encode(${words}.hash, 'hex')) ELSE ${words}.text END`;

export const isSealed = (text: string): boolean => text.startsWith(SEAL);

/** The field that a sealed text names; undefined where it names none. */
export const fieldOf = (sealed: string): string | undefined => SEALED.exec(sealed)?.[2];

export const sealText = (by: TextKey, field: string, text: string): string =>
  `${SEAL}${by.subject}:${field}:${sealBytes(by, field, Buffer.from(text, 'utf8')).toString('base64url')}`;

/** Throws where it was sealed for something else or for another field, or altered. */
export function openText(by: TextKey, field: string, sealed: string): string {
  const [, subject, named, bytes = '', salt, hash] = SEALED.exec(sealed) ?? [];
  if (subject !== by.subject || (named ?? field) !== field) throw new Error('It was sealed for something else.');
  const text = openBytes(by, named, Buffer.from(bytes, 'base64url'));
  if (salt !== undefined) {
    const opened = openBytes(by, named && saltOf(named), Buffer.from(salt, 'hex'));
    if (createHash('sha256').update(opened).update(text).digest('hex') !== hash)
      throw new Error('These are other words than their row names.');
  }
  return text.toString('utf8');
}

/** The field of the salt of words, which is sealed beside them. */
export const saltOf = (field: string): string => `${field}.salt`;

/** Nonce, what is sealed, tag. */
export function sealBytes({ subject, key }: TextKey, field: string, clear: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(subject, field));
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}

/** Throws where it was sealed for something else, or altered; without a field where the key is none of an earlier release. */
export function openBytes({ subject, key, isLax = false }: TextKey, field: string | undefined, sealed: Buffer): Buffer {
  if (field === undefined && !isLax) throw new Error('It names no field.');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(boundTo(subject, field)).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}

const boundTo = (subject: string, field: string | undefined): Buffer =>
  Buffer.from(field === undefined ? `heed words 1|${subject}` : `heed words 2|${subject}|${field}`);

/** A whole text of a JSON document, never a part of one. */
const IN_JSON = new RegExp(`"${SEAL}([0-9a-f-]{36}):[\\w:.-]+"`, 'g');

/** Whose texts stand sealed in a JSON document. */
export const subjectsIn = (json: string): string[] => [
  ...new Set([...json.matchAll(IN_JSON)].map(([, subject]) => subject ?? '')),
];

/** The document with what its sealed texts say, each in the place where it stands. */
export const openedIn = (json: string, open: Opening): string =>
  JSON.stringify(
    JSON.parse(json, function (this: Record<string, unknown>, name: string, value: unknown) {
      const subject = typeof value === 'string' ? SEALED.exec(value)?.[1] : undefined;
      return subject === undefined ? value : open(value as string, subject, placeOf(this, name));
    }),
  );

/** A change says beside it which field it changed. */
const placeOf = (holder: Record<string, unknown>, name: string): string =>
  (name === 'from' || name === 'to') && typeof holder['field'] === 'string' ? holder['field'] : name;
