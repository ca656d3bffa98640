import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { problems } from '../common/problem.js';
import type { Content } from '../evidence/content.js';
import { Custody } from '../evidence/custody.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { type File, FileReading } from '../evidence/file-reading.js';
import { checkPresent } from '../evidence/lock-present.js';
import { CopyMaking, noCopy } from './copy-making.js';
import { MOST_BYTES } from './copy-limits.js';
import { hasCopy } from './copy-kinds.js';
import { shown } from '../evidence/shown.js';

/**
 * Hands out files without what is written beside what they show. A copy is made each time anew and kept nowhere: so nothing of a sealed
 * file lies open, and what is erased has no copy left. The same original gives the same copy; its hash stands in the custody record.
 */
@Injectable()
export class WorkingCopiesService {
  constructor(
    private readonly manager: EntityManager,
    private readonly files: FileReading,
    private readonly custody: Custody,
    private readonly making: CopyMaking,
  ) {}

  /** 404 and 410 as for the original, 422 with the reason where there is no copy. Who opened it is recorded before the first byte goes out. */
  async open(actor: Actor, id: string): Promise<Content> {
    const { file, bytes } = await this.files.unopened(actor, id, checkKind);
    const original = Buffer.concat((await bytes.toArray()) as Buffer[]);
    const copy = await this.making.make({ bytes: original, mediaType: file.mediaType });
    const sha256 = createHash('sha256').update(copy.bytes).digest();
    await this.record(actor, file, sha256);
    const sent = Buffer.from(copy.bytes.buffer, copy.bytes.byteOffset, copy.bytes.byteLength);
    return {
      bytes: Readable.from([sent], { objectMode: false }),
      size: sent.length,
      sha256: sha256.toString('hex'),
      title: file.title,
      mediaType: copy.mediaType,
    };
  }

  /** Once more as it is now: it may have been withdrawn, or raised, while the copy was made. */
  private record(actor: Actor, { id }: File, sha256: Buffer): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const piece = await tx.findOneBy(Evidence, shown({ id, kind: 'file' }));
      if (!piece) throw problems.notFound();
      checkPresent(piece);
      await this.custody.keepCopy(tx, actor, piece, sha256);
    });
  }
}

function checkKind({ mediaType, size }: File): void {
  if (!hasCopy(mediaType)) throw noCopy('no-such-copy');
  if (Number(size) > MOST_BYTES) throw noCopy('too-much-inside');
}
