import type { Actor } from '../access/actor.js';
import { type CommentView, CreateCommentDto } from '../comments/comment.dto.js';
import { CommentsService } from '../comments/comments.service.js';
import type { On } from '../comments/subject.js';
import { CreateNextStepDto } from '../next-steps/next-step.dto.js';
import type { NextStepView } from '../next-steps/next-step.view.js';
import { NextStepsService } from '../next-steps/next-steps.service.js';
import type { DemonstrationContent } from './content.js';
import type { ContentComment, ContentStep } from './content-workings.js';
import { asSent, type Desk, everything, idOf, type Ids } from './desk.js';
import type { Known } from './enter-follow-ups.js';
import { findFollowUp } from './find-follow-up.js';
import { findMember } from './founding.js';

/** What organizations say to each other and plan, each by one of its own people. */
export async function enterWorkings(
  desk: Desk,
  content: DemonstrationContent,
  known: Known,
  sources: Ids,
): Promise<void> {
  const { app } = desk;
  const memberOf = (email: string): Promise<Actor | undefined> => findMember(app, email, content.workspace.slug);
  for (const comment of content.comments) {
    const actor = await memberOf(comment.by);
    if (actor) await say({ app, actor }, comment, known, memberOf);
  }
  for (const step of content.steps) {
    const actor = await memberOf(step.by);
    if (actor) await plan({ app, actor }, step, known, sources);
  }
}

type MemberOf = (email: string) => Promise<Actor | undefined>;

/** A comment is known by its words. */
async function say(desk: Desk, content: ContentComment, known: Known, memberOf: MemberOf): Promise<void> {
  const { app, actor } = desk;
  const comments = app.get(CommentsService);
  const on: On =
    'evidence' in content.on
      ? { followUpId: null, evidenceId: idOf(known.evidence, content.on.evidence) }
      : { followUpId: (await findFollowUp(desk, content.on, known)).id, evidenceId: null };
  const there = await everything<CommentView>((page) => comments.list(actor, on, page));
  if (there.some(({ text }) => text === content.text)) return;
  const members = await Promise.all(content.mentions.map(memberOf));
  const mentions = members.flatMap((member) => member?.membershipId ?? []);
  const dto = await asSent(CreateCommentDto, { text: content.text, mentions });
  const { id } = (await comments.create(actor, on, dto)).parsed<CommentView>();
  for (const { by, text } of content.replies) {
    const member = await memberOf(by);
    if (member) await comments.create(member, on, await asSent(CreateCommentDto, { text, replyTo: id }));
  }
  if (content.isResolved) await comments.resolve(actor, id);
}

/** A step is known by its words. */
async function plan(desk: Desk, { on, what, dueOn }: ContentStep, known: Known, sources: Ids): Promise<void> {
  const { app, actor } = desk;
  const steps = app.get(NextStepsService);
  const there = await everything<NextStepView>((page) => steps.list(actor, { ...page, sort: 'dueOn' }));
  if (there.some((step) => step.what === what)) return;
  const about =
    'source' in on ? { sourceId: idOf(sources, on.source) } : { followUpId: (await findFollowUp(desk, on, known)).id };
  await steps.create(actor, await asSent(CreateNextStepDto, { what, dueOn, ownerId: actor.membershipId, ...about }));
}
