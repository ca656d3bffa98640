import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { type BlobKey, BlobStore, type StoredBlob } from '../blobs/blob-store.js';
import { FileLimits } from '../blobs/file-limits.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne } from '../common/reading.js';
import { ServerLog } from '../common/server-log.js';
import { InputPipe } from '../common/validation.js';
import { say } from '../common/words.js';
import { CreateFileDto } from './evidence-file.dto.js';
import { Evidence } from './evidence.entity.js';
import { EvidenceEntry } from './evidence-entry.js';
import { UPLOADED } from './evidence.queries.js';
import { inspect } from './inspection.js';
import type { Upload } from './upload.js';

/** Takes files into the record: bytes to the store first, as they come, then row, custody and event in one transaction. */
@Injectable()
export class EvidenceFilesService {
  constructor(
    private readonly manager: EntityManager,
    private readonly store: BlobStore,
    private readonly limits: FileLimits,
    private readonly entry: EvidenceEntry,
    private readonly log: ServerLog,
  ) {}

  /** 413 and 415 for files that are too large or of no kind that is taken; then, as after any failure, nothing is left. */
  async create(actor: Actor, upload: Upload): Promise<JsonText> {
    const dto = await fieldsOf(upload);
    const { mediaType, bytes } = await inspect(upload.file, this.limits.maxFileBytes);
    const key = { workspaceId: actor.workspaceId, blobId: uuid() };
    const stored = await this.store.put(key, bytes);
    const id = uuid();
    try {
      await upload.end();
      return await this.enter(actor, dto, { id, mediaType, ...stored, size: String(stored.size), blobKey: key.blobId });
    } catch (error) {
      await this.takeBack(actor, id, key);
      throw error;
    }
  }

  private enter(actor: Actor, dto: CreateFileDto & { title: string }, file: StoredFile): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      await this.entry.enter(tx, actor, { ...dto, kind: 'file' }, file);
      return readOne(tx, UPLOADED, file.id);
    });
  }

  /** A commit whose answer was lost may have happened: bytes that the record names stay, and so do they while it can't say. */
  private async takeBack(actor: Actor, id: string, key: BlobKey): Promise<void> {
    try {
      const isNamed = await inWorkspace(actor, this.manager, (tx) => tx.existsBy(Evidence, { id }));
      if (!isNamed) await this.store.delete(key);
    } catch (error) {
      this.log.failed(error, actor.requestId); // What is left the sweep finds (docs/operations.md).
    }
  }
}

type StoredFile = Pick<Evidence, 'id' | 'mediaType' | 'size' | 'blobKey'> & Pick<StoredBlob, 'sha256'>;

const pipe = new InputPipe();

async function fieldsOf({ fields, fileName }: Upload): Promise<CreateFileDto & { title: string }> {
  const dto = (await pipe.transform(fields, { type: 'body', metatype: CreateFileDto })) as CreateFileDto;
  if (dto.confidentiality === 'restricted') {
    throw problems.unfit(
      '/confidentiality',
      'not-encrypted-yet',
      say`Restricted files are not taken yet: their bytes would lie unencrypted in the store.`,
    );
  }
  return { ...dto, title: dto.title ?? titleOf(fileName) };
}

/** The name without folders and without what no title holds; the name of a file that has none. */
function titleOf(fileName: string): string {
  const own = fileName.toWellFormed().split(/[\\/]/).at(-1) ?? '';
  return (
    own
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim()
      .slice(0, 500)
      .toWellFormed() || 'File'
  );
}
