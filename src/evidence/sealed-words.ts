import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { keepWords, saltWords, storeWords, type WordsLevel } from '../access/words.js';
import { KeyMissing, KeyRing } from '../blobs/key-ring.js';
import type { Language } from '../common/language.js';
import { problems } from '../common/problem.js';
import { isSealed, openedIn, openText, subjectsIn, type TextKey } from '../common/sealed-text.js';
import { run, statement } from '../common/statement.js';
import { say, type Words } from '../common/words.js';
import { workspaceOf } from '../common/workspace-of.js';
import type { Evidence } from './evidence.entity.js';
import { EvidenceKey } from './evidence-key.entity.js';
import { OPENS } from './readers.queries.js';
import {
  boundAs,
  newTextKey,
  openedBy,
  type Piece,
  type Said,
  SAYING,
  sealColumns,
  sealWords,
  type WordsField,
} from './sealing.js';

/** Words of restricted pieces: sealed on their way into the database, opened on their way out, for whoever may know the piece. */
@Injectable()
export class SealedWords {
  constructor(private readonly ring: KeyRing) {}

  /**
   * Keeps a key, wrapped, once the piece is there whose words it seals: `subject` is the piece, or what has a reason of its own. One that is
   * kept already stays.
   */
  async keepKey(tx: EntityManager, { workspaceId, id }: Piece, { subject, key }: TextKey): Promise<void> {
    const { keyId, wrapped } = this.ring.wrap(key, boundAs({ workspaceId, id }, subject, 1));
    await run(tx, KEEP, [workspaceId, id, subject, keyId, wrapped]);
  }

  /** Keeps words as `keepWords` does, those of a restricted piece sealed. 500 `key-missing` where the ring can't open its key. */
  async keep(tx: EntityManager, actor: Actor, text: string, level: WordsLevel, field: WordsField): Promise<Buffer> {
    if (level.confidentiality !== 'restricted') return keepWords(tx, actor, text, level);
    return storeSealed(tx, actor, text, level, field, await this.keyOf(tx, level.evidenceId ?? ''));
  }

  /** The same for a reason under a key of its own, which is said of a piece even where its key is lost. */
  async keepApart(tx: EntityManager, actor: Actor, text: string, level: WordsLevel, subject: string): Promise<Buffer> {
    const { workspaceId } = actor;
    if (level.confidentiality !== 'restricted') return keepWords(tx, actor, text, level);
    const key = newTextKey(subject);
    await this.keepKey(tx, { workspaceId, id: level.evidenceId ?? '' }, key);
    return storeSealed(tx, actor, text, level, 'reason', key);
  }

  /** What is changed of a piece, as it goes into its row: what says the same as before stays as it is. */
  async changed<T extends Said>(tx: EntityManager, piece: Evidence, given: T): Promise<T> {
    if (piece.confidentiality !== 'restricted' || !SAYING.some((name) => given[name])) return given;
    const key = await this.keyOf(tx, piece.id);
    const isSame = (name: keyof Said): boolean =>
      piece[name] !== null && openText(key, name, piece[name]) === given[name];
    const same = SAYING.filter((name) => given[name] && isSame(name)).map((name) => [name, piece[name]]);
    return { ...sealColumns(key, given), ...(Object.fromEntries(same) as Said) };
  }

  /** The title of a piece, which may be sealed, to whoever may know the piece. */
  async openTitle(tx: EntityManager, title: string, language: Language): Promise<string> {
    if (!isSealed(title)) return title;
    return (JSON.parse(await this.openIn(tx, JSON.stringify({ title }), language)) as { title: string }).title;
  }

  /** A JSON document with its sealed texts opened; those whose key is missing say so. Keys are found under the row policies of whoever reads. */
  async openIn(tx: EntityManager, json: string, language: Language): Promise<string> {
    const subjects = subjectsIn(json);
    const rows = subjects.length > 0 ? await run<EvidenceKey>(tx, KEYS, [subjects, workspaceOf(tx)]) : [];
    const keys = new Map(rows.map((row) => [row.seals, this.unwrapped(row)]));
    return openedIn(json, (sealed, subject, place) => {
      const key = keys.get(subject) ?? MISSING;
      return 'key' in key ? (openedBy(key, place, sealed) ?? ALTERED[language]) : key[language];
    });
  }

  /** 500 `key-missing` where the ring can't open it. */
  async keyOf(tx: EntityManager, subject: string): Promise<TextKey> {
    const key = await this.knownKey(tx, subject);
    if (!key) throw problems.keyMissing();
    return key;
  }

  /** Undefined where there is none; 500 `key-missing` where the ring can't open it. */
  async knownKey(tx: EntityManager, subject: string): Promise<TextKey | undefined> {
    const [row] = await run<EvidenceKey>(tx, KEYS, [[subject], workspaceOf(tx)]);
    const key = row && this.unwrapped(row);
    if (!key || 'key' in key) return key;
    throw problems.keyMissing();
  }

  private unwrapped(row: EvidenceKey): TextKey | Words {
    const { workspaceId, evidenceId: id, seals: subject, generation, bindsFields } = row;
    try {
      const key = this.ring.unwrap(row, boundAs({ workspaceId, id }, subject, generation, bindsFields));
      return { subject, key, isLax: !bindsFields };
    } catch (error) {
      return error instanceof KeyMissing ? MISSING : ALTERED;
    }
  }
}

async function storeSealed(
  tx: EntityManager,
  actor: Actor,
  text: string,
  level: WordsLevel,
  field: WordsField,
  key: TextKey,
): Promise<Buffer> {
  const words = sealWords(key, field, saltWords(text));
  await storeWords(tx, actor, words, level);
  return words.hash;
}

const MISSING = say`(Sealed: the key is missing. Tell the operator.)`;
const ALTERED = say`(Sealed, and altered since: it can not be opened. Tell the operator.)`;
const KEEP =
  statement(`INSERT INTO evidence_key (workspace_id, evidence_id, seals, key_id, wrapped, binds_fields) VALUES ($1, $2, $3, $4, $5, true)
  ON CONFLICT (seals) DO NOTHING`);
const KEYS = statement(`
  SELECT workspace_id AS "workspaceId", evidence_id AS "evidenceId", seals, key_id AS "keyId", wrapped, generation,
    binds_fields AS "bindsFields" FROM evidence_key k WHERE seals = ANY ($1::uuid[]) AND workspace_id = $2::uuid AND ${OPENS('k')}`);
