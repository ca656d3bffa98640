import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { run, statement } from '../common/statement.js';
import type { Actor } from './actor.js';
import { withItsHash } from '../common/sealed-text.js';
import { SHOWN_WORDS } from './shown-words.js';

/** Who may read the words: a level, `name` (own organization, administrators, auditors), or the readers of one restricted piece. */
export interface WordsLevel {
  confidentiality: 'public' | 'coalition' | 'organization' | 'restricted' | 'name';
  /** The piece of evidence whose words they are: with it they are sealed and erased. Restricted words have one. */
  evidenceId?: string;
}

const KEEP = statement(
  `INSERT INTO words (workspace_id, hash, salt, text, confidentiality, organization_id, evidence_id) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);

/** Words with the salted hash that rows hold for them. */
export interface SaltedWords {
  text: string;
  salt: Buffer;
  hash: Buffer;
}

export function saltWords(text: string): SaltedWords {
  const salt = randomBytes(16);
  return { text, salt, hash: createHash('sha256').update(salt).update(text, 'utf8').digest() };
}

/** Keeps salted words; those of a piece of evidence after the piece, since they name it. */
export async function storeWords(
  tx: EntityManager,
  actor: Pick<Actor, 'workspaceId' | 'organizationId'>,
  { text, salt, hash }: SaltedWords,
  level: WordsLevel,
): Promise<void> {
  await run(tx, KEEP, [
    actor.workspaceId,
    hash,
    salt,
    text,
    level.confidentiality,
    actor.organizationId,
    level.evidenceId ?? null,
  ]);
}

/**
 * Keeps words that may have to be erased one day, apart from the rows that never change, and answers the salted hash
 * that those rows hold. Nothing here deletes; erasure is an act of two people.
 */
export async function keepWords(
  tx: EntityManager,
  actor: Pick<Actor, 'workspaceId' | 'organizationId'>,
  text: string,
  level: WordsLevel,
): Promise<Buffer> {
  const words = saltWords(text);
  await storeWords(tx, actor, words, level);
  return words.hash;
}

/** SQL for the words behind a hash column: null where there are none, where they were erased, or where one may not read them. */
export const wordsOf = (alias: string, column: string): string => wordsOfHash(alias, `${alias}.${column}`);

/** The same where the hash stands elsewhere; given the alias of a row of its workspace, and SQL for the hash. */
export const wordsOfHash = (alias: string, hash: string): string =>
  `(SELECT ${withItsHash('w')} FROM ${SHOWN_WORDS} w WHERE w.workspace_id = ${alias}.workspace_id AND w.hash = ${hash})`;

/** SQL for the name of a membership before any workspace is entered, as the role of sign-in: of whoever signs in. */
export const nameAtSignIn = (member: string): string =>
  `(SELECT w.text FROM words w WHERE w.workspace_id = ${member}.workspace_id AND w.hash = ${member}.name_hash AND w.confidentiality = 'name')`;
