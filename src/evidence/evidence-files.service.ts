import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import type { JsonText } from '../common/json-text.js';
import { readOne } from '../common/reading.js';
import { InputPipe } from '../common/validation.js';
import { CreateFileDto } from './evidence-file.dto.js';
import { Evidence } from './evidence.entity.js';
import { EvidenceEntry } from './evidence-entry.js';
import { UPLOADED } from './evidence.queries.js';
import { FileKeys } from './file-keys.js';
import { FileTaking, titleOf } from './file-taking.js';
import type { Upload } from './upload.js';
import { shown } from './shown.js';

/** Takes files into the record: bytes to the store first, those of restricted ones sealed, then row, custody and event in one transaction. */
@Injectable()
export class EvidenceFilesService {
  constructor(
    private readonly manager: EntityManager,
    private readonly taking: FileTaking,
    private readonly entry: EvidenceEntry,
    private readonly keys: FileKeys,
  ) {}

  /** 413 and 415 for files that are too large or of no kind that is taken; then, as after any failure, nothing is left. */
  async create(actor: Actor, upload: Upload): Promise<JsonText> {
    const dto = await fieldsOf(upload);
    const id = uuid();
    return this.taking.take(actor, upload, {
      isSealed: dto.confidentiality === 'restricted',
      enter: (file, key) =>
        inWorkspace(actor, this.manager, async (tx) => {
          await this.entry.enter(tx, actor, { ...dto, kind: 'file' }, { id, ...file });
          const { workspaceId } = actor;
          if (key)
            await this.keys.keep(tx, { workspaceId, id, blobKey: file.blobKey, confidentiality: 'restricted' }, key);
          return readOne(tx, UPLOADED, id);
        }),
      isNamed: (tx) => tx.existsBy(Evidence, shown({ id, workspaceId: actor.workspaceId })),
    });
  }
}

const pipe = new InputPipe();

async function fieldsOf({ fields, fileName }: Upload): Promise<CreateFileDto & { title: string }> {
  const dto = (await pipe.transform(fields, { type: 'body', metatype: CreateFileDto })) as CreateFileDto;
  return { ...dto, title: dto.title ?? titleOf(fileName) };
}
