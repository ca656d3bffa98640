import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { inWorkspace } from '../access/in-workspace.js';
import { systemActor } from '../access/system-actor.js';
import { AuditLog } from '../audit/audit-log.js';
import { BlobMissing, BlobStore, sealedAs } from '../blobs/blob-store.js';
import { BrokenSeal, opening } from '../blobs/file-seal.js';
import { KeyMissing, KeyRing, type WrappedKey } from '../blobs/key-ring.js';
import { ServerLog } from '../common/server-log.js';
import { run } from '../common/statement.js';
import type { Level } from '../evidence/evidence.entity.js';
import { boundTo } from '../evidence/file-keys.js';
import { asKeeper } from './as-keeper.js';
import type { FileCheck } from './file-check.entity.js';
import { FILE_STATES, FORGET_CHECKS, IS_NAMED, KEEP_CHECK, NEXT_FILES } from './file-checks.queries.js';

type Outcome = FileCheck['outcome'];

interface File extends Pick<FileCheck, 'kind' | 'subjectId' | 'workspaceId' | 'blobKey'> {
  organizationId: string;
  sha256: Buffer;
  before: Outcome | null;
  isFresh: boolean;
  /** Of the piece that it belongs to; null where it belongs to none. */
  level: Level | null;
  sealedBy: (WrappedKey & { generation: number }) | null;
}
type Row = Omit<File, 'sealedBy'> & { keyId: string | null; wrapped: Buffer; generation: number };

const BATCH = 100;
/** A file that can't be read keeps nobody from the next one; of a store that can't be reached all fail. */
const MOST_FAILURES = 5;

/** Reads every file that the record names, and says which are no longer what was taken in. Nothing of what it reads is kept or shown. */
@Injectable()
export class FileChecks {
  constructor(
    private readonly manager: EntityManager,
    private readonly store: BlobStore,
    private readonly ring: KeyRing,
    private readonly audit: AuditLog,
    private readonly log: ServerLog,
  ) {}

  /** One after the other, in the order of their keys, resting as long as it reads; what was read today already is passed over. `owner` may act as the keeper. */
  async run(owner: EntityManager, stop: AbortSignal): Promise<void> {
    let failures = 0;
    for (let after = FIRST; ;) {
      const files = await asKeeper<Row>(owner, NEXT_FILES, [after, BATCH]);
      for (const file of files.filter(({ isFresh }) => !isFresh).map(fileOf)) {
        if (stop.aborted) return;
        failures = (await this.tryOne(owner, file, stop)) ? 0 : failures + 1;
        if (failures === MOST_FAILURES) throw new Error('The store can not be read.');
      }
      const last = files.at(-1);
      if (!last) break;
      after = last.blobKey;
    }
    await asKeeper(owner, FORGET_CHECKS, []);
  }

  /** For the operator: how many files were found how. */
  states(): Promise<{ outcome: Outcome; files: number; age: number }[]> {
    return run(this.manager, FILE_STATES);
  }

  private async tryOne(owner: EntityManager, file: File, stop: AbortSignal): Promise<boolean> {
    const begun = performance.now();
    try {
      await this.check(owner, file, stop);
      await setTimeout(performance.now() - begun, undefined, { signal: stop }).catch(() => undefined);
      return true;
    } catch (error) {
      if (stop.aborted) return true;
      this.log.failed(error, 'job');
      return false;
    }
  }

  private async check(owner: EntityManager, file: File, stop: AbortSignal): Promise<void> {
    const outcome = await this.outcomeOf(file, stop);
    const { blobKey, workspaceId, kind, subjectId } = file;
    const [row] = await asKeeper<{ isNamed: boolean }>(owner, IS_NAMED, [blobKey]);
    if (!row?.isNamed) return;
    // First the log: were it the other way round, a crash between them would leave damage that nobody is told of.
    if (outcome !== (file.before ?? 'whole')) await this.tell(file, outcome);
    await asKeeper(owner, KEEP_CHECK, [blobKey, workspaceId, kind, subjectId, outcome]);
  }

  /** A sealed file is opened on the way to its hash: clear bytes are nowhere but in memory, a piece at a time. */
  private async outcomeOf({ sealedBy, ...file }: File, signal: AbortSignal): Promise<Outcome> {
    const blob = { workspaceId: file.workspaceId, blobId: file.blobKey };
    const hash = createHash('sha256');
    const intoHash = async (bytes: AsyncIterable<Buffer>): Promise<void> => {
      for await (const chunk of bytes) hash.update(chunk);
    };
    try {
      const key = sealedBy && this.ring.unwrap(sealedBy, boundTo(pieceOf(file), sealedBy.generation));
      const stored = await this.store.get(blob);
      await (key
        ? pipeline(stored, opening(key, sealedAs(blob)), intoHash, { signal })
        : pipeline(stored, intoHash, { signal }));
    } catch (error) {
      return outcomeOf(error);
    }
    return hash.digest().equals(file.sha256) ? 'whole' : 'changed';
  }

  private async tell({ kind, subjectId, workspaceId, organizationId, level }: File, found: Outcome): Promise<void> {
    const system = systemActor({ workspaceId, timeZone: 'UTC', organizationId }, 'job');
    const noun = kind === 'link-copy' ? 'evidence' : kind;
    const action = `${noun}.${found === 'whole' ? 'found-whole' : 'mismatched'}`;
    const thing = { objectType: noun, objectId: subjectId, level: level ?? ('organization' as const) };
    await inWorkspace(system, this.manager, (tx) =>
      this.audit.record(tx, system, { action, ...thing, details: { found } }),
    );
  }
}

const FIRST = '00000000-0000-0000-0000-000000000000';

const fileOf = ({ keyId, wrapped, generation, ...file }: Row): File => ({
  ...file,
  sealedBy: keyId === null ? null : { keyId, wrapped, generation },
});

const pieceOf = ({ workspaceId, subjectId, blobKey, level }: Omit<File, 'sealedBy'>) => ({
  ...{ workspaceId, id: subjectId, blobKey },
  confidentiality: level ?? ('coalition' as const),
});

/** Whatever else goes wrong says nothing of the bytes. */
function outcomeOf(error: unknown): Outcome {
  if (error instanceof BlobMissing) return 'missing';
  if (error instanceof BrokenSeal) return 'changed';
  if (error instanceof KeyMissing) return 'locked';
  throw error;
}
