import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { ownWhere } from '../access/ones-own.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { InputPipe } from '../common/validation.js';
import { CheckedBytes } from '../evidence/checked-bytes.js';
import type { Content } from '../evidence/content.js';
import { FileTaking, titleOf } from '../evidence/file-taking.js';
import type { Upload } from '../evidence/upload.js';
import { KeepInboxFileDto } from './inbox-item.dto.js';
import { InboxItem } from './inbox-item.entity.js';
import { InboxService } from './inbox.service.js';

/** Files that are put aside: the bytes are taken as those of evidence are. */
@Injectable()
export class InboxFilesService {
  constructor(
    private readonly manager: EntityManager,
    private readonly taking: FileTaking,
    private readonly inbox: InboxService,
    private readonly bytes: CheckedBytes,
  ) {}

  /** 413 and 415 for files that are too large or of no kind that is taken; then nothing is left. */
  async keep(actor: Actor, upload: Upload): Promise<JsonText> {
    const { text } = (await pipe.transform(upload.fields, {
      type: 'body',
      metatype: KeepInboxFileDto,
    })) as KeepInboxFileDto;
    const id = uuid();
    return this.taking.take(actor, upload, {
      enter: (file) =>
        inWorkspace(actor, this.manager, (tx) =>
          this.inbox.add(tx, actor, { ...file, id, kind: 'file', text: text ?? titleOf(upload.fileName) }),
        ),
      isNamed: (tx) => tx.existsBy(InboxItem, ownWhere(actor, { id })),
    });
  }

  /** 404 where it is no file of one's own, 500 where its bytes are damaged: that stands in the server's log. */
  async open(actor: Actor, id: string): Promise<Content> {
    const file = await inWorkspace(actor, this.manager, (tx) =>
      tx.findOneBy(InboxItem, ownWhere(actor, { id, kind: 'file' as const })),
    );
    if (!isWhole(file)) throw problems.notFound();
    const { sha256, size, text, mediaType } = file;
    const bytes = await this.bytes.of(actor, file, () => Promise.resolve());
    return { bytes, size: Number(size), sha256: sha256.toString('hex'), title: text, mediaType };
  }
}

type File = InboxItem & { sha256: Buffer; size: string; mediaType: string; blobKey: string };

const isWhole = (item: InboxItem | null): item is File => item !== null && item.blobKey !== null;

const pipe = new InputPipe();
