import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import type { JsonText } from '../common/json-text.js';
import { InputPipe } from '../common/validation.js';
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
      isNamed: (tx) => tx.existsBy(InboxItem, { id }),
    });
  }
}

const pipe = new InputPipe();
