import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SaltedWords } from '../access/words.js';
import { isSealed, openText, sealText, type TextKey } from '../common/sealed-text.js';
import { run, statement } from '../common/statement.js';
import { canonicalUrl } from './canonical-url.js';
import { Evidence } from './evidence.entity.js';
import { SealedWords } from './sealed-words.js';
import { newTextKey, openWords, SAYING, sealColumns, sealWords, type WordsField } from './sealing.js';
import { FIELD_OF_WORDS } from './words-field.queries.js';

interface KeptWords extends SaltedWords {
  field: WordsField;
}

interface KeptChange {
  id: string;
  field: string;
  before: string | null;
  after: string | null;
}

/** What becomes of the words of a piece whose level changes to `restricted`, or from it; in the transaction of the change. Who may, custody and event are the caller's. */
@Injectable()
export class LevelWords {
  constructor(private readonly words: SealedWords) {}

  /**
   * Opens what a piece says now, once it is restricted no longer. What it said before, and what was said of it, stays sealed and with those
   * who were named. 500 `key-missing` where that can't be.
   */
  async open(tx: EntityManager, piece: Evidence): Promise<void> {
    const key = await this.words.keyOf(tx, piece.id);
    const { statementHash, findingHash, quoteHash } = piece;
    const words = await run<KeptWords>(tx, SAID_NOW, [
      piece.workspaceId,
      piece.id,
      [statementHash, findingHash, quoteHash],
    ]);
    const opened = words.filter(({ text }) => isSealed(text)).map((one) => openWords(key, one.field, one));
    await tx.update(Evidence, { id: piece.id }, openColumns(key, piece));
    await reseal(tx, piece, opened, []);
  }

  /** Seals all that is said of a piece, and was, before it becomes restricted; answers the columns that its row then has. */
  async seal(tx: EntityManager, piece: Evidence): Promise<Partial<Evidence>> {
    const { workspaceId, id } = piece;
    const key = (await this.words.knownKey(tx, id)) ?? newTextKey(id);
    await this.words.keepKey(tx, piece, key);
    const words = await run<KeptWords>(tx, ALL_SAID, [workspaceId, id]);
    const changes = await run<KeptChange>(tx, CHANGES, [workspaceId, id, SAYING]);
    await reseal(
      tx,
      piece,
      words.filter(({ text }) => !isSealed(text)).map((one) => sealWords(key, one.field, one)),
      changes.map(({ id: change, ...one }) => ({
        id: change,
        before: sealJson(key, one.field, one.before),
        after: sealJson(key, one.field, one.after),
      })),
    );
    return { ...sealColumns(key, columnsOf(piece)), canonicalUrl: null };
  }
}

const columnsOf = ({ title, url, locator, publisher }: Evidence): Pick<Evidence, (typeof SAYING)[number]> => ({
  title,
  url,
  locator,
  publisher,
});

function openColumns(key: TextKey, piece: Evidence): Partial<Evidence> {
  const said = SAYING.flatMap((name) =>
    piece[name] === null ? [] : [[name, openText(key, name, piece[name])] as const],
  );
  const opened: Partial<Evidence> = Object.fromEntries(said);
  return { ...opened, canonicalUrl: opened.url ? canonicalUrl(opened.url) : null };
}

/** As the database takes a JSON value; null where there is none. */
const sealJson = (key: TextKey, field: string, value: string | null): string | null =>
  value === null ? null : JSON.stringify(isSealed(value) ? value : sealText(key, field, value));

async function reseal(
  tx: EntityManager,
  { id }: Evidence,
  words: SaltedWords[],
  changes: Omit<KeptChange, 'field'>[],
): Promise<void> {
  await run(tx, RESEAL, [
    id,
    words.map(({ hash }) => hash),
    words.map(({ salt }) => salt),
    words.map(({ text }) => text),
    changes.map((change) => change.id),
    changes.map(({ before }) => before),
    changes.map(({ after }) => after),
  ]);
}

const SAID_NOW = statement(
  `SELECT w.hash, w.salt, w.text, ${FIELD_OF_WORDS} AS field FROM words w WHERE w.workspace_id = $1 AND w.evidence_id = $2 AND w.hash = ANY ($3::bytea[])`,
);
const ALL_SAID = statement(
  `SELECT w.hash, w.salt, w.text, ${FIELD_OF_WORDS} AS field FROM words w WHERE w.workspace_id = $1 AND w.evidence_id = $2`,
);
const CHANGES =
  statement(`SELECT c.id, c.field, c.before, c.after FROM version_change c JOIN record_version v ON v.id = c.version_id
  WHERE c.workspace_id = $1 AND v.item_id = $2 AND c.field = ANY ($3::text[])`);
const RESEAL = statement(
  'SELECT heed_reseal_words($1::uuid, $2::bytea[], $3::bytea[], $4::text[], $5::uuid[], $6::jsonb[], $7::jsonb[])',
);
