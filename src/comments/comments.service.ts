import { shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run } from '../common/statement.js';
import { say } from '../common/words.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { digestOf, saidIn } from '../evidence/said.js';
import { SealedWords } from '../evidence/sealed-words.js';
import { type Moment, readAsOf } from '../follow-ups/as-of.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import type { CommentsQuery, CreateCommentDto, EditCommentDto } from './comment.dto.js';
import { Comment, CommentAct } from './comment.entity.js';
import { COMMENTS, IS_KNOWN } from './comments.queries.js';
import { Mentions } from './mentions.js';
import { lockSubject, type On, type Subject, wordsLevel } from './subject.js';
import { shown } from '../evidence/shown.js';

/** A comment as it is locked: what it stands on, and what became of it, the oldest first. */
interface Locked {
  comment: Comment;
  about: Subject;
  acts: CommentAct[];
  version: number;
}

const MOST_REPLIES = 200;

/** What people say to each other on a follow-up or a piece of evidence. Whoever may read that reads it; each changes their own words alone. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
    private readonly mentions: Mentions,
    private readonly words: SealedWords,
  ) {}

  list(actor: Actor, { followUpId, evidenceId }: On, { resolved, ...page }: CommentsQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const isKnown =
        evidenceId === null
          ? await tx.existsBy(FollowUp, shownWhere({ id: followUpId ?? '', workspaceId: actor.workspaceId }))
          : await tx.existsBy(Evidence, shown({ id: evidenceId, workspaceId: actor.workspaceId }));
      if (!isKnown) throw problems.notFound();
      const given = { followUp: followUpId ?? undefined, evidence: evidenceId ?? undefined, resolved };
      return readAsOf(actor, tx, page, (same, then) =>
        readPage(same, then.reading(COMMENTS), { ...page, sort: '-recordedAt' }, given),
      );
    });
  }

  get(actor: Actor, id: string, moment: Moment): Promise<JsonText> {
    return readAsOf(actor, this.manager, moment, (tx, then) => readOne(tx, then.reading(COMMENTS), id));
  }

  /** 409 for a reply in a thread that is resolved or full; 422 for a reply to a reply. */
  create(actor: Actor, on: On, dto: CreateCommentDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { text, mentions = [], replyTo = null } = dto;
      const about = await lockSubject(tx, on);
      if (replyTo !== null) await this.checkThread(tx, about, replyTo);
      await this.mentions.check(tx, actor, about, mentions);
      const id = uuid();
      const { workspaceId, personId, organizationId } = actor;
      const textHash = await this.words.keep(tx, actor, text, wordsLevel(about), 'text');
      await tx.insert(Comment, { id, workspaceId, personId, organizationId, ...on, replyTo, textHash });
      await this.mentions.add(tx, actor, id, null, mentions);
      await this.tell(tx, actor, 'written', about, { id, version: 1 }, { replyTo, mentions }, textHash);
      return readOne(tx, COMMENTS, id);
    });
  }

  /** 403 for another person's, 409 for a removed one. */
  edit(actor: Actor, id: string, version: number, { text, mentions }: EditCommentDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const locked = await this.lockOwn(tx, actor, id, version);
      const { about, acts, comment } = locked;
      const wording = acts.findLast(({ act }) => act === 'edited');
      const before = await this.mentions.of(tx, id, wording?.id ?? null);
      const wanted = mentions ?? before;
      if (wanted.some((one) => !before.includes(one))) await this.mentions.check(tx, actor, about, wanted);
      const present = wording?.textHash ?? comment.textHash;
      const textHash = text === undefined ? present : await this.words.keep(tx, actor, text, wordsLevel(about), 'text');
      const actId = await this.add(tx, actor, locked, 'edited', textHash, { mentions: wanted });
      await this.mentions.add(tx, actor, id, actId, wanted);
      return readOne(tx, COMMENTS, id);
    });
  }

  /** 403 for another person's, 409 where it is removed already. */
  remove(actor: Actor, id: string, version: number): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      await this.add(tx, actor, await this.lockOwn(tx, actor, id, version), 'removed');
    });
  }

  resolve(actor: Actor, id: string): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const thread = await this.lockThread(tx, id);
      if (isResolved(thread.acts)) throw problems.notAsThingsStand('resolved', say`This thread is resolved already.`);
      await this.add(tx, actor, thread, 'resolved');
      return readOne(tx, COMMENTS, id);
    });
  }

  reopen(actor: Actor, id: string, version: number): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const thread = await this.lockThread(tx, id);
      if (thread.version !== version) throw problems.stale(thread.version);
      if (!isResolved(thread.acts)) throw problems.notAsThingsStand('open', say`This thread is open already.`);
      await this.add(tx, actor, thread, 'reopened');
    });
  }

  acknowledge(actor: Actor, id: string): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const locked = await this.lock(tx, id);
      const { awaitsYou } = (await readOne(tx, COMMENTS, id)).parsed<{ awaitsYou: boolean }>();
      if (!awaitsYou) throw problems.notAsThingsStand('not-awaited', say`This comment does not wait for you.`);
      await this.add(tx, actor, locked, 'seen');
      return readOne(tx, COMMENTS, id);
    });
  }

  private async checkThread(tx: EntityManager, about: Subject, id: string): Promise<void> {
    const thread = await known(tx, id);
    if (!thread || thread.followUpId !== about.followUpId || thread.evidenceId !== about.evidenceId)
      throw problems.notFound('/replyTo');
    if (thread.replyTo !== null)
      throw problems.unfit('/replyTo', 'reply', say`Reply to the comment that begins the thread.`);
    if (isResolved(await this.actsOf(tx, id)))
      throw problems.notAsThingsStand('resolved', say`This thread is resolved: open it again first.`);
    if ((await tx.countBy(Comment, { replyTo: id })) >= MOST_REPLIES)
      throw problems.notAsThingsStand('thread-full', say`This thread is full: begin another one.`);
  }

  /** What it is on is locked first: two acts on one comment wait for each other. */
  private async lock(tx: EntityManager, id: string): Promise<Locked> {
    const comment = await known(tx, id);
    if (!comment) throw problems.notFound();
    const about = await lockSubject(tx, comment);
    const acts = await this.actsOf(tx, id);
    return { comment, about, acts, version: 1 + acts.filter(({ act }) => act !== 'seen').length };
  }

  private async lockOwn(tx: EntityManager, actor: Actor, id: string, version: number): Promise<Locked> {
    const locked = await this.lock(tx, id);
    if (locked.comment.personId !== actor.personId)
      throw problems.notYours(say`A comment is changed and removed by whoever wrote it.`);
    if (locked.version !== version) throw problems.stale(locked.version);
    if (locked.acts.some(({ act }) => act === 'removed'))
      throw problems.notAsThingsStand('removed', say`This comment was removed.`);
    return locked;
  }

  private async lockThread(tx: EntityManager, id: string): Promise<Locked> {
    const locked = await this.lock(tx, id);
    if (locked.comment.replyTo !== null)
      throw problems.notAsThingsStand('reply', say`A thread is resolved by the comment that begins it.`);
    return locked;
  }

  private actsOf(tx: EntityManager, commentId: string): Promise<CommentAct[]> {
    return tx.find(CommentAct, { where: { commentId }, order: { recordedAt: 'ASC', id: 'ASC' } });
  }

  private async add(
    tx: EntityManager,
    actor: Actor,
    { comment, about, version }: Locked,
    act: CommentAct['act'],
    textHash: Buffer | null = null,
    details: Record<string, unknown> = {},
  ): Promise<string> {
    const id = uuid();
    const { workspaceId, personId, organizationId } = actor;
    const commentId = comment.id;
    await tx.insert(CommentAct, { id, workspaceId, personId, organizationId, commentId, act, textHash });
    const after = { id: commentId, version: act === 'seen' ? version : version + 1 };
    await this.tell(tx, actor, act, about, after, details, textHash);
    return id;
  }

  private tell(
    tx: EntityManager,
    actor: Actor,
    act: string,
    { confidentiality, followUpId, evidenceId }: Subject,
    { id, version }: { id: string; version: number },
    details: Record<string, unknown>,
    textHash: Buffer | null,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action: `comment.${act}`,
      objectType: 'comment',
      objectId: id,
      objectVersion: version,
      level: confidentiality,
      // Who is called to a restricted piece is named on it: the log is read by others too.
      details:
        confidentiality === 'restricted'
          ? saidIn({ confidentiality }, textHash === null ? {} : { text: digestOf(textHash) })
          : { ...(evidenceId === null ? { followUpId } : { evidenceId }), ...details },
    });
  }
}

/** Null where one may not know of it. */
async function known(tx: EntityManager, id: string): Promise<Comment | null> {
  const [found] = await run(tx, IS_KNOWN, [id]);
  return found ? tx.findOneByOrFail(Comment, { id }) : null;
}

const isResolved = (acts: CommentAct[]): boolean =>
  acts.findLast(({ act }) => act === 'resolved' || act === 'reopened')?.act === 'resolved';
