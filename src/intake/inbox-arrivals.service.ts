import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { lockOwn, ownWhere } from '../access/ones-own.js';
import { MOST_DOCUMENT_BYTES } from '../blobs/file-limits.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { say } from '../common/words.js';
import { CheckedBytes } from '../evidence/checked-bytes.js';
import { InboxItem } from '../inbox/inbox-item.entity.js';
import type { Arrival } from './arrival.js';
import { ArrivalsService } from './arrivals.service.js';
import { DocumentReading } from './document-reading.js';
import type { IntakeSaidDto } from './arrival.dto.js';
import { Originals } from './originals.js';
import { LinkReading } from './link-reading.js';

/** Hands what somebody put aside to intake, without a second upload: it leaves the inbox, and is a document from then on. */
@Injectable()
export class InboxArrivalsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly bytes: CheckedBytes,
    private readonly reading: DocumentReading,
    private readonly links: LinkReading,
    private readonly originals: Originals,
    private readonly arrivals: ArrivalsService,
  ) {}

  /** One act with one event, the document's own. 409 and 422 for what can't be fetched or read: then it stays in the inbox. */
  async take(actor: Actor, itemId: string, said: IntakeSaidDto): Promise<JsonText> {
    const item = await inWorkspace(actor, this.manager, (tx) =>
      tx.findOneBy(InboxItem, ownWhere(actor, { id: itemId })),
    );
    if (!item) throw problems.notFound();
    if (item.url !== null) return this.takeLink(actor, { id: itemId, url: item.url }, said);
    if (isStored(item)) return this.takeFile(actor, item, said);
    const bytes = Buffer.from(item.text, 'utf8');
    const read = await this.reading.read({ bytes, format: 'text' });
    const arrival = { said, name: 'Document', bytes, read };
    return this.originals.keep(actor, bytes, (kept) => this.enter(actor, itemId, arrival, kept));
  }

  private async takeLink(
    actor: Actor,
    { id, url: link }: { id: string; url: string },
    said: IntakeSaidDto,
  ): Promise<JsonText> {
    if (said.confidentiality === 'organization') throw problems.notFetched('/confidentiality', NOT_ALONE);
    const arrival = { said, ...(await this.links.read(actor, link, '')) };
    return this.originals.keep(actor, arrival.bytes, (kept) => this.enter(actor, id, arrival, kept));
  }

  /** The bytes stay where they lie: they are the same, and only what names them is another row. */
  private async takeFile(actor: Actor, item: StoredItem, said: IntakeSaidDto): Promise<JsonText> {
    const { sha256, blobKey, text: name } = item;
    const size = Number(item.size);
    if (size > MOST_DOCUMENT_BYTES) throw problems.fileTooLarge(MOST_DOCUMENT_BYTES);
    const stored = await this.bytes.of(actor, item, () => Promise.resolve());
    const bytes = Buffer.concat((await stored.toArray()) as Buffer[]);
    const read = await this.reading.read({ bytes, name });
    return this.enter(actor, item.id, { said, name, bytes, read }, { sha256, size, blobKey });
  }

  private enter(
    actor: Actor,
    itemId: string,
    arrival: Arrival,
    kept: Parameters<ArrivalsService['enter']>[3],
  ): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      await lockOwn(tx, actor, InboxItem, itemId);
      await tx.delete(InboxItem, { id: itemId });
      return this.arrivals.enter(tx, actor, arrival, kept);
    });
  }
}

type StoredItem = InboxItem & { sha256: Buffer; size: string; blobKey: string };

const isStored = (item: InboxItem): item is StoredItem => item.blobKey !== null;

const NOT_ALONE = say`Only what the whole coalition may know is fetched: fetching tells a site that somebody looks. Save the page, and read the file.`;
