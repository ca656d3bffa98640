import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits that are shown once. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret. It is random and long, so a plain hash cannot be turned round. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret, 'utf8').digest();

const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** Whether a text can be a secret of ours at all. */
export const isSecret = (text: string): boolean => SHAPE.test(text);

/** How programs' tokens begin, so that scanners find a leaked one. */
export const TOKEN_PREFIX = 'heed_';
