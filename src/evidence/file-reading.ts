import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { problems } from '../common/problem.js';
import { CheckedBytes } from './checked-bytes.js';
import type { Content } from './content.js';
import { Custody } from './custody.js';
import { Evidence } from './evidence.entity.js';
import { FileKeys } from './file-keys.js';
import { SealedWords } from './sealed-words.js';
import { checkPresent } from './lock-present.js';
import { shown } from './shown.js';

/** A piece that is a file, with what is known of its bytes. */
export type File = Evidence & { sha256: Buffer; size: string; mediaType: string; blobKey: string };

/** Hands out files of evidence. */
@Injectable()
export class FileReading {
  constructor(
    private readonly manager: EntityManager,
    private readonly bytes: CheckedBytes,
    private readonly custody: Custody,
    private readonly keys: FileKeys,
    private readonly words: SealedWords,
  ) {}

  /** 404 where there is no file that the actor may know of, 410 where it is withdrawn, 500 where its bytes are damaged, or the key of a sealed one is missing. */
  async open(actor: Actor, id: string): Promise<Content> {
    const { file, key } = await this.find(actor, id, (tx, piece) => this.trace(tx, actor, piece));
    const { sha256, size, title, mediaType } = file;
    const bytes = await this.bytes.of(actor, file, () => this.note(actor, file), key);
    return { bytes, size: Number(size), sha256: sha256.toString('hex'), title, mediaType };
  }

  /** The same for whoever makes something else of it: these bytes go out to nobody, so they leave no trace. `check` may refuse a file before it is read. */
  async unopened(actor: Actor, id: string, check: (file: File) => void): Promise<{ file: File; bytes: Readable }> {
    const { file, key } = await this.find(actor, id, (_tx, piece) => check(piece));
    return { file, bytes: await this.bytes.of(actor, file, () => this.note(actor, file), key) };
  }

  private find(
    actor: Actor,
    id: string,
    also: (tx: EntityManager, file: File) => Promise<void> | void,
  ): Promise<{ file: File; key: Buffer | undefined }> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const piece = (await tx.findOneBy(Evidence, shown({ id, kind: 'file' }))) as File | null;
      if (!piece) throw problems.notFound();
      checkPresent(piece);
      await also(tx, piece);
      const title = await this.words.openTitle(tx, piece.title, actor.language);
      return { file: { ...piece, title }, key: await this.keys.of(tx, piece) };
    });
  }

  /** Who opens what not all may read leaves a trace, before the first byte goes out. */
  private async trace(tx: EntityManager, actor: Actor, piece: File): Promise<void> {
    const isOpenToAll = piece.confidentiality === 'public' || piece.confidentiality === 'coalition';
    if (!isOpenToAll) await this.custody.keep(tx, actor, piece, 'opened', { sha256: piece.sha256.toString('hex') });
  }

  /** In a transaction of its own: the answer fails, and that it did must stay. */
  private async note(actor: Actor, file: File): Promise<void> {
    await inWorkspace(actor, this.manager, (tx) =>
      this.custody.keep(tx, actor, file, 'mismatched', { sha256: file.sha256.toString('hex') }),
    );
  }
}
