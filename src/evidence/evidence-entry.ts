import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v4 as uuid } from 'uuid';
import { type Actor, hasRole } from '../access/actor.js';
import { saltWords, storeWords, type WordsLevel } from '../access/words.js';
import type { TextKey } from '../common/sealed-text.js';
import { dayRange } from '../common/edtf-date.js';
import { canonicalUrl } from './canonical-url.js';
import { addUnread, Custody } from './custody.js';
import { EvidenceGrant } from './evidence-grant.entity.js';
import type { CreateEvidenceDto } from './evidence.dto.js';
import { Evidence } from './evidence.entity.js';
import { Holdings } from './holdings.js';
import { OriginsService } from './origins.service.js';
import { SealedWords } from './sealed-words.js';
import { digestsOfAll, type Row, saidIn } from './said.js';
import { newTextKey, sealColumns, sealWords } from './sealing.js';

/** What a file adds to the row. */
export type FileFacts = Pick<Evidence, 'id' | 'sha256' | 'mediaType' | 'size' | 'blobKey'>;
export type EvidenceWords = {
  statement?: string | undefined;
  finding?: string | null | undefined;
  quote?: string | null | undefined;
};
const OWN = ['statement', 'finding', 'quote'] as const;
type Insertable = Partial<Evidence> & Pick<Evidence, 'id' | 'title' | 'confidentiality'>;
type Entered = Omit<CreateEvidenceDto, 'kind'> & { kind: Evidence['kind'] };

/** How a piece comes into the record, whatever its kind: the row, its origin, its words, its first custody record. */
@Injectable()
export class EvidenceEntry {
  constructor(
    private readonly origins: OriginsService,
    private readonly holdings: Holdings,
    private readonly custody: Custody,
    private readonly words: SealedWords,
  ) {}

  /** Answers the id. What an administrator or editor enters is accepted from the start, what others bring is proposed. */
  async enter(tx: EntityManager, actor: Actor, dto: Entered, file?: FileFacts): Promise<string> {
    const id = file?.id ?? uuid();
    const { statement, finding, quote, origin, speaksFor, confidentiality = 'coalition', ...fields } = dto;
    const held = speaksFor === undefined ? null : await this.holdings.get(tx, actor, speaksFor, confidentiality);
    const described = {
      id,
      title: dto.title,
      confidentiality,
      canonicalUrl: dto.url === undefined ? null : canonicalUrl(dto.url),
      sha256: file?.sha256 ?? null,
    };
    const piece = {
      ...fields,
      ...file,
      ...described,
      workspaceId: actor.workspaceId,
      organizationId: actor.organizationId,
      heldBy: held && actor.organizationId,
      originId: held
        ? await this.holdings.originOf(tx, actor)
        : await this.origins.choose(tx, actor, origin, described),
      publishedLast: lastOf(dto.publishedOn),
      enteredBy: actor.personId,
      acceptance: hasRole(actor, 'administrator', 'editor') ? ('accepted' as const) : ('proposed' as const),
    };
    const row = await this.insert(tx, actor, piece, { statement, finding, quote });
    if (held) await this.holdings.add(tx, actor, id, held);
    const said = saidIn({ confidentiality }, digestsOfAll(row));
    await this.custody.keep(tx, actor, { id, confidentiality, version: 1 }, file ? 'uploaded' : 'captured', said);
    return id;
  }

  /** The piece first: its words name it, and of a restricted one so do the grant and the key of its words. Answers its row. */
  private async insert(tx: EntityManager, actor: Actor, piece: Insertable, words: EvidenceWords): Promise<Row> {
    const key = piece.confidentiality === 'restricted' ? newTextKey(piece.id) : undefined;
    const salted = OWN.flatMap((name) => (words[name] ? [{ name, ...saltWords(words[name]) }] : []));
    const hashes = Object.fromEntries(salted.map(({ name, hash }) => [`${name}Hash`, hash]));
    const row = { ...(key ? sealed(key, piece) : piece), ...hashes };
    await addUnread(tx, Evidence, row);
    if (key) await this.close(tx, actor, piece, key);
    for (const text of salted)
      await storeWords(tx, actor, key ? sealWords(key, text.name, text) : text, wordsLevel(piece));
    return row;
  }

  private async close(
    tx: EntityManager,
    { workspaceId, personId }: Actor,
    { id }: Insertable,
    key: TextKey,
  ): Promise<void> {
    const reason = 'Entered it.';
    await addUnread(tx, EvidenceGrant, { workspaceId, evidenceId: id, personId, grantedBy: personId, reason });
    await this.words.keepKey(tx, { workspaceId, id }, key);
  }

  /** Keeps words and answers the columns that hold their hashes; null clears, undefined leaves as it is. */
  async hashesOf(tx: EntityManager, actor: Actor, level: WordsLevel, words: EvidenceWords): Promise<Partial<Evidence>> {
    const hashes: Record<string, Buffer | null> = {};
    for (const name of OWN) {
      const text = words[name];
      if (text !== undefined)
        hashes[`${name}Hash`] = text === null ? null : await this.words.keep(tx, actor, text, level, name);
    }
    return hashes;
  }
}

/** Nobody compares addresses of restricted pieces: what they are compared by would say what they are. */
const sealed = (key: TextKey, piece: Insertable): Insertable => ({ ...sealColumns(key, piece), canonicalUrl: null });

/** Words of a piece name it, so that they are sealed and erased with it. */
export const wordsLevel = ({ confidentiality, id }: Pick<Evidence, 'id' | 'confidentiality'>): WordsLevel => ({
  confidentiality,
  evidenceId: id,
});

export const lastOf = (date: string | null | undefined): string | null =>
  date ? (dayRange(date)?.last ?? null) : null;
