import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import { JsonText } from '../common/json-text.js';
import { Problem, problems } from '../common/problem.js';
import { run } from '../common/statement.js';
import { checkVersion } from '../common/version.js';
import { say } from '../common/words.js';
import { lockOpen, type OpenIntake } from './intake-lock.js';
import { IntakeProposal, type ProposalRelation } from './intake-proposal.entity.js';
import { PROPOSALS_OF } from './intake.queries.js';
import type { DecideDto, MergeProposalsDto, SeenProposalDto, SplitProposalDto } from './proposal-acts.dto.js';
import { checkAsked, checkRejection, columnsOf, decided, lockProposal, spanIn } from './proposal-changes.js';
import { titleOf } from './words-at.js';

/** Acts on several proposals of a document: each is one act with one event, and whole or not at all. */
@Injectable()
export class ProposalActsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  /** Does the same to many; 412 where one of them changed since it was seen. */
  decide(actor: Actor, intakeId: string, { proposals, ...dto }: DecideDto): Promise<JsonText> {
    if (Object.values<unknown>(dto).every((value) => value === undefined))
      throw problems.unfit('', 'nothing-to-do', say`Say what is to become of them.`);
    return this.act(actor, intakeId, proposals, 'decided', async (tx, _intake, seen) => {
      const changed = columnsOf(actor, dto);
      for (const proposal of seen) {
        const place = proposals.findIndex(({ id }) => id === proposal.id);
        checkAsked({ ...proposal, ...changed }, `/proposals/${String(place)}`);
        checkRejection({ ...proposal, ...changed }, `/proposals/${String(place)}`);
        await this.change(tx, proposal.id, changed);
      }
      return { ids: seen.map(({ id }) => id), details: { ...dto } };
    });
  }

  /** Makes one of several: the first takes in what stands from its beginning to the end of the last. */
  merge(actor: Actor, intakeId: string, { proposals }: MergeProposalsDto): Promise<JsonText> {
    return this.act(actor, intakeId, proposals, 'merged', async (tx, _intake, seen) => {
      const [first, ...others] = seen;
      if (!first) throw problems.notFound();
      const end = Math.max(...seen.map(({ spanEnd }) => spanEnd));
      const place = await spanIn(tx, intakeId, { start: first.spanStart, end });
      await this.change(tx, first.id, { ...inOne(first, others), ...place, title: titleOf(place.text) });
      for (const { id } of others) await this.change(tx, id, { ...decided(actor, 'rejected'), mergedInto: first.id });
      return { ids: seen.map(({ id }) => id), details: {} };
    });
  }

  /** Makes two of one: they say the same of whom and when, until somebody edits them. */
  split(actor: Actor, intakeId: string, { proposal, at }: SplitProposalDto): Promise<JsonText> {
    return this.act(actor, intakeId, [proposal], 'split', async (tx, _intake, [one]) => {
      if (!one) throw problems.notFound();
      if (at <= one.spanStart || at >= one.spanEnd) throw outside();
      const before = await this.half(tx, intakeId, { start: one.spanStart, end: at });
      const after = await this.half(tx, intakeId, { start: at, end: one.spanEnd });
      await this.change(tx, one.id, { ...before, ...decided(actor, 'proposed') });
      const { addressees, targets, through, section, label, madeBy, due, why, reason, themeIds, workspaceId } = one;
      const said = { addressees, targets, through, section, label, madeBy, due, why, reason, themeIds, workspaceId };
      const id = uuid();
      await tx.insert(IntakeProposal, { id, intakeId, ...said, ...after });
      return { ids: [one.id, id], details: { at } };
    });
  }

  private async half(tx: EntityManager, intakeId: string, span: { start: number; end: number }) {
    const place = await spanIn(tx, intakeId, span).catch((error: unknown) => {
      throw error instanceof Problem ? outside() : error;
    });
    return { ...place, title: titleOf(place.text), parts: [] };
  }

  /** The document first, then its proposals in order: whoever acts on some of the same waits, and never in a circle. */
  private act(
    actor: Actor,
    intakeId: string,
    wanted: SeenProposalDto[],
    act: 'decided' | 'merged' | 'split',
    work: (tx: EntityManager, intake: OpenIntake, seen: IntakeProposal[]) => Promise<Done>,
  ): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const intake = await lockOpen(tx, actor, intakeId);
      const seen: IntakeProposal[] = [];
      for (const [n, { id, version }] of wanted.entries()) {
        const proposal = await lockProposal(
          tx,
          intakeId,
          id,
          act === 'split' ? '/proposal/id' : `/proposals/${String(n)}/id`,
        );
        checkVersion(proposal, version);
        seen.push(proposal);
      }
      seen.sort((a, b) => a.spanStart - b.spanStart || a.spanEnd - b.spanEnd);
      const { ids, details } = await work(tx, intake, seen);
      await this.audit.record(tx, actor, {
        action: `intake.${act}`,
        objectType: 'intake',
        objectId: intakeId,
        level: intake.confidentiality,
        details: { proposals: ids, ...details },
      });
      const [row] = await run<{ text: string }>(tx, PROPOSALS_OF, [ids, actor.workspaceId]);
      return new JsonText(row?.text ?? '');
    });
  }

  private async change(tx: EntityManager, id: string, changed: Partial<IntakeProposal>): Promise<void> {
    await tx.update(IntakeProposal, { id }, { ...changed, updatedAt: () => 'clock_timestamp()' });
  }
}

interface Done {
  ids: string[];
  details: Record<string, unknown>;
}

const outside = () => problems.unfit('/at', 'outside-proposal', say`Inside the proposal, with words on both sides.`);

const isFirstOfItsKind = (one: ProposalRelation, at: number, all: ProposalRelation[]): boolean =>
  all.findIndex(({ otherId, kind }) => otherId === one.otherId && kind === one.kind) === at;

/** What several say, said by the first: nothing that one of them names gets lost. */
function inOne(first: IntakeProposal, others: IntakeProposal[]): Partial<IntakeProposal> {
  const all = (names: (proposal: IntakeProposal) => string[]): string[] => [
    ...new Set([first, ...others].flatMap(names)),
  ];
  return {
    addressees: all(({ addressees }) => addressees),
    targets: all(({ targets }) => targets),
    through: all(({ through }) => through),
    madeBy: all(({ madeBy }) => madeBy),
    themeIds: all(({ themeIds }) => themeIds),
    relations: [first, ...others].flatMap(({ relations }) => relations).filter(isFirstOfItsKind),
    parts: all(({ parts }) => parts),
    due: [first, ...others].find(({ due }) => due !== null)?.due ?? null,
  };
}
