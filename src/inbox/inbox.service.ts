import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace, readInWorkspace } from '../access/in-workspace.js';
import { lockOwn } from '../access/ones-own.js';
import { AuditLog } from '../audit/audit-log.js';
import { BlobStore } from '../blobs/blob-store.js';
import type { JsonText } from '../common/json-text.js';
import { readOne, readPage } from '../common/reading.js';
import { ServerLog } from '../common/server-log.js';
import { run } from '../common/statement.js';
import { checkVersion } from '../common/version.js';
import { EvidenceEntry, type FileFacts } from '../evidence/evidence-entry.js';
import { checkKeptFileLevel } from '../evidence/evidence-rules.js';
import { UPLOADED } from '../evidence/evidence.queries.js';
import type { InboxQuery, KeepInboxItemDto, PlaceInboxItemDto, UpdateInboxItemDto } from './inbox-item.dto.js';
import { InboxItem } from './inbox-item.entity.js';
import { FORGET_REMOVED, INBOX } from './inbox.queries.js';
import { linkIn } from './link-in.js';

/** What one puts aside and what becomes of it. The log says that something was kept, never what. */
@Injectable()
export class InboxService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
    private readonly entry: EvidenceEntry,
    private readonly store: BlobStore,
    private readonly log: ServerLog,
  ) {}

  list(actor: Actor, { removed, ...query }: InboxQuery): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readPage(tx, INBOX, query, { removed }));
  }

  get(actor: Actor, id: string): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readOne(tx, INBOX, id));
  }

  keep(actor: Actor, { text }: KeepInboxItemDto): Promise<JsonText> {
    const url = linkIn(text);
    return inWorkspace(actor, this.manager, (tx) =>
      this.add(tx, actor, { id: uuid(), kind: url === null ? 'sentence' : 'link', text, url }),
    );
  }

  /** A step of keeping, also of a file: the row, its event, the answer. */
  async add(
    tx: EntityManager,
    actor: Actor,
    item: Partial<InboxItem> & Pick<InboxItem, 'id' | 'kind' | 'text'>,
  ): Promise<JsonText> {
    const { workspaceId, personId, organizationId } = actor;
    await tx.insert(InboxItem, { ...item, workspaceId, personId, organizationId });
    await this.tell(tx, actor, { id: item.id, version: 1 }, 'kept');
    return readOne(tx, INBOX, item.id);
  }

  async update(actor: Actor, id: string, version: number, { removed }: UpdateInboxItemDto): Promise<JsonText> {
    const { answer, gone } = await inWorkspace(actor, this.manager, async (tx) => {
      const item = await lockOwn(tx, actor, InboxItem, id);
      checkVersion(item, version);
      await tx.update(InboxItem, { id }, { removedAt: removed ? new Date() : null });
      await this.tell(tx, actor, { id, version: version + 1 }, removed ? 'removed' : 'restored');
      return { answer: await readOne(tx, INBOX, id), gone: await run<Gone>(tx, FORGET_REMOVED, []) };
    });
    await this.letGo(actor, gone);
    return answer;
  }

  async remove(actor: Actor, id: string, version: number): Promise<void> {
    const gone = await inWorkspace(actor, this.manager, async (tx) => {
      const item = await lockOwn(tx, actor, InboxItem, id);
      checkVersion(item, version);
      await tx.delete(InboxItem, { id });
      await this.tell(tx, actor, item, 'erased');
      return [item, ...(await run<Gone>(tx, FORGET_REMOVED, []))];
    });
    await this.letGo(actor, gone);
  }

  /** One act with one event, the piece's own: that it is in the record and no longer in the inbox are the same. */
  place(actor: Actor, id: string, { terms = 'background', ...dto }: PlaceInboxItemDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const item = await lockOwn(tx, actor, InboxItem, id);
      if (item.kind === 'file') checkKeptFileLevel(dto.confidentiality);
      await tx.delete(InboxItem, { id });
      const pieceId = await this.entry.enter(tx, actor, { ...dto, ...whatOf(item, terms) }, fileOf(item));
      return readOne(tx, UPLOADED, pieceId);
    });
  }

  private tell(
    tx: EntityManager,
    actor: Actor,
    { id, version }: Pick<InboxItem, 'id' | 'version'>,
    act: 'kept' | 'removed' | 'restored' | 'erased',
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action: `inbox-item.${act}`,
      objectType: 'inbox-item',
      objectId: id,
      objectVersion: version,
      level: 'organization',
    });
  }

  /** The record no longer names these bytes; those that the store won't let go are found by the sweep. */
  private async letGo({ workspaceId, requestId }: Actor, gone: Gone[]): Promise<void> {
    for (const { blobKey } of gone) {
      if (blobKey === null) continue;
      await this.store.delete({ workspaceId, blobId: blobKey }).catch((error: unknown) => {
        this.log.failed(error, requestId);
      });
    }
  }
}

type Gone = Pick<InboxItem, 'blobKey'>;

function whatOf({ kind, text, url }: InboxItem, terms: 'quotable' | 'unattributed' | 'background') {
  if (kind === 'sentence') return { kind: 'account' as const, terms, statement: text };
  return url === null ? { kind: 'file' as const } : { kind: 'link' as const, url };
}

/** The bytes stay where they lie: they are the same, and only what names them is another row. */
function fileOf({ kind, sha256, mediaType, size, blobKey }: InboxItem): FileFacts | undefined {
  return kind === 'file' ? { id: uuid(), sha256, mediaType, size, blobKey } : undefined;
}
