// Words as they stand in the database where nobody is to read them there: `heed:sealed:1:SUBJECT:BYTES`.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What every sealed text begins with. Nobody can send one (validation.ts), so nobody has one opened by saying it. */
export const SEAL = 'heed:sealed:1:';

/** A key, and the id of what it is for: it opens nothing else. */
export interface TextKey {
  subject: string;
  key: Buffer;
}

/** Who answers what a sealed text says, given its subject. */
export type Opening = (sealed: string, subject: string) => string;

export const isSealed = (text: string): boolean => text.startsWith(SEAL);

export const sealText = (by: TextKey, text: string): string =>
  `${SEAL}${by.subject}:${sealBytes(by, Buffer.from(text, 'utf8')).toString('base64url')}`;

/** Throws where it was sealed for something else, or altered. */
export const openText = (by: TextKey, sealed: string): string =>
  openBytes(by, Buffer.from(sealed.slice(SEAL.length + by.subject.length + 1), 'base64url')).toString('utf8');

/** Nonce, what is sealed, tag. */
export function sealBytes({ subject, key }: TextKey, clear: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(subject));
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}

/** Throws where it was sealed for something else, or altered. */
export function openBytes({ subject, key }: TextKey, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(boundTo(subject)).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}

const boundTo = (subject: string): Buffer => Buffer.from(`heed words 1|${subject}`);

/** A whole text of a JSON document, never a part of one. */
const IN_JSON = new RegExp(`"${SEAL}([0-9a-f-]{36}):[\\w-]+"`, 'g');

/** Whose texts stand sealed in a JSON document. */
export const subjectsIn = (json: string): string[] => [
  ...new Set([...json.matchAll(IN_JSON)].map(([, subject]) => subject ?? '')),
];

/** The document with what its sealed texts say. */
export const openedIn = (json: string, open: Opening): string =>
  json.replace(IN_JSON, (text, subject: string) => JSON.stringify(open(text.slice(1, -1), subject)));
