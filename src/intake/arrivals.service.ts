import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import type { HeedRequest } from '../access/requires.js';
import { FileLimits } from '../blobs/file-limits.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne } from '../common/reading.js';
import { InputPipe } from '../common/validation.js';
import { titleOf as titleOfFile } from '../evidence/file-taking.js';
import { type Upload, withUpload } from '../evidence/upload.js';
import { DocumentCustody } from './document-custody.js';
import { DocumentReading } from './document-reading.js';
import type { ReadDocument } from './read-document.js';
import { linksOf } from './found-links.js';
import { CreateIntakeDto, IntakeFileDto, type ReadLinkDto } from './arrival.dto.js';
import { Intake } from './intake.entity.js';
import { IntakeProposal } from './intake-proposal.entity.js';
import { INTAKES } from './intake.queries.js';
import { languageOf } from './language-of.js';
import { LinkReading } from './link-reading.js';
import type { Arrival } from './arrival.js';
import { isOfficialSource } from './official.js';
import { type KeptOriginal, Originals } from './originals.js';
import type { Proposal } from './proposal.js';
import { MOST_BYTES } from './reading-limits.js';
import { titleOf, wordsAt } from './words-at.js';

/** Takes documents in: reads them first, so that what can't be read leaves nothing behind. */
@Injectable()
export class ArrivalsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly custody: DocumentCustody,
    private readonly reading: DocumentReading,
    private readonly links: LinkReading,
    private readonly originals: Originals,
    private readonly limits: FileLimits,
  ) {}

  /** 413 for what is too large, 415 for what is of no kind that is taken, 422 for what can't be read; then nothing is left. */
  take(actor: Actor, request: HeedRequest): Promise<JsonText> {
    if (!request.isMultipart()) return this.takeText(actor, request.body);
    const most = Math.min(MOST_BYTES, this.limits.maxFileBytes);
    return withUpload(request, most, (upload) => this.takeFile(actor, upload, most));
  }

  /** A paste, as the body has it. */
  async takeText(actor: Actor, body: unknown): Promise<JsonText> {
    const dto = (await pipe.transform(body, { type: 'body', metatype: CreateIntakeDto })) as CreateIntakeDto;
    const { format, content, ...said } = dto;
    const bytes = Buffer.from(content, 'utf8');
    const read = await this.reading.read({ bytes, format });
    return this.keep(actor, { said, name: 'Document', bytes, read });
  }

  /** What a link leads to; 409 where the workspace fetches nothing, 422 with the reason where it can't be fetched. */
  async takeLink(actor: Actor, { url: link, ...said }: ReadLinkDto): Promise<JsonText> {
    return this.keep(actor, { said, ...(await this.links.read(actor, link, '/url')) });
  }

  private async takeFile(actor: Actor, upload: Upload, most: number): Promise<JsonText> {
    const { fields, file, fileName } = upload;
    const said = (await pipe.transform(fields, { type: 'body', metatype: IntakeFileDto })) as IntakeFileDto;
    const bytes = Buffer.concat((await file.toArray()) as Buffer[]);
    if (file.truncated) throw problems.fileTooLarge(most);
    await upload.end();
    const read = await this.reading.read({ bytes, name: fileName });
    return this.keep(actor, { said, name: titleOfFile(fileName), bytes, read });
  }

  private keep(actor: Actor, arrival: Arrival): Promise<JsonText> {
    return this.originals.keep(actor, arrival.bytes, (kept) =>
      inWorkspace(actor, this.manager, (tx) => this.enter(tx, actor, arrival, kept)),
    );
  }

  /** A step of taking in: the row, its proposals, its custody and event, the answer. */
  async enter(
    tx: EntityManager,
    actor: Actor,
    { said, name, read, url }: Arrival,
    { sha256, size, blobKey }: KeptOriginal,
  ): Promise<JsonText> {
    const { workspaceId, personId, organizationId } = actor;
    const { format, mediaType, document, proposals, asSource } = read;
    const id = uuid();
    const confidentiality = said.confidentiality ?? 'coalition';
    const language = said.language ?? languageOf(document.text);
    const about = { ...said, language, title: said.title ?? ownTitle(read) ?? name };
    const original = { format, mediaType, asSource, url: url ?? null, sha256, size: String(size), blobKey };
    await tx.insert(Intake, { id, workspaceId, personId, organizationId, ...about, ...original, ...document });
    await this.propose(tx, actor, { intakeId: id, language }, read);
    const told = { format, sha256: sha256.toString('hex'), size, proposals: proposals.length };
    await this.custody.keep(tx, actor, { id, confidentiality, version: 1 }, 'taken-in', told);
    return readOne(tx, INTAKES, id);
  }

  private async propose(
    tx: EntityManager,
    actor: Actor,
    { intakeId, language }: { intakeId: string; language: string },
    { proposals, asSource }: ReadDocument,
  ): Promise<void> {
    const isOfficial = isOfficialSource(asSource);
    for (let from = 0; from < proposals.length; from += AT_ONCE) {
      const some = proposals.slice(from, from + AT_ONCE);
      const found = await linksOf(tx, actor, { texts: some.map(({ text }) => text), isOfficial, language });
      const rows = some.map((proposal, n) => ({ ...rowOf(proposal), ...found[n] }));
      const { workspaceId } = actor;
      await tx.insert(
        IntakeProposal,
        rows.map((row) => ({ id: uuid(), workspaceId, intakeId, ...row })),
      );
    }
  }
}

/** PostgreSQL takes so many values in one statement, and not all of a long report. */
const AT_ONCE = 200;

const pipe = new InputPipe();

function ownTitle({ document }: ReadDocument): string | undefined {
  const title = document.blocks.find(({ kind }) => kind === 'title');
  return title && (wordsAt(document, title).slice(0, 500).toWellFormed() || undefined);
}

function rowOf(proposal: Proposal): Partial<IntakeProposal> {
  const { span, by, ...fields } = proposal;
  return {
    ...fields,
    title: titleOf(fields.text),
    madeBy: by,
    spanStart: span.start,
    spanEnd: span.end,
    proposed: proposal,
  };
}
