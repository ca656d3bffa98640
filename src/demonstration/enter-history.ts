import type { FollowUpView } from '../follow-ups/follow-up.view.js';
import { LinkEvidenceDto, type TrackEvidenceView } from '../follow-ups/track-evidence.dto.js';
import { TrackEvidenceService } from '../follow-ups/track-evidence.service.js';
import { CreateTransitionDto, type TransitionView } from '../follow-ups/transition.dto.js';
import { TransitionsService } from '../follow-ups/transitions.service.js';
import type { ContentFollowUp, ContentTrackEvidence, ContentTransition } from './content-asks.js';
import { asSent, type Desk, enterMissing, everything, idOf, type Ids, idsBy } from './desk.js';

/** What is known of both tracks of a follow-up: evidence before the transitions that stand on it. */
export async function enterHistory(
  desk: Desk,
  followUp: FollowUpView,
  { evidence: links = [], transitions = [] }: ContentFollowUp,
  evidence: Ids,
  mayHaveSome: boolean,
): Promise<void> {
  for (const axis of ['response', 'implementation'] as const) {
    const trackId = followUp[axis].id;
    const ofAxis = <Each extends { axis: string }>(all: Each[]) => all.filter((each) => each.axis === axis);
    await enterLinks(desk, trackId, ofAxis(links), evidence, mayHaveSome);
    await enterTransitions(desk, trackId, ofAxis(transitions), evidence, mayHaveSome);
  }
}

/** What a piece means to a track is known by the piece. */
async function enterLinks(
  { app, actor }: Desk,
  trackId: string,
  contents: ContentTrackEvidence[],
  evidence: Ids,
  mayHaveSome: boolean,
): Promise<void> {
  const service = app.get(TrackEvidenceService);
  const hasToLook = mayHaveSome && contents.length > 0;
  const there = hasToLook ? await everything<TrackEvidenceView>((page) => service.list(actor, trackId, page)) : [];
  await enterMissing(
    contents,
    (content) => idOf(evidence, content.evidence),
    idsBy(there, (link) => link.evidence.id),
    async ({ evidence: key, stance, shows }) =>
      service.link(actor, trackId, await asSent(LinkEvidenceDto, { evidenceId: idOf(evidence, key), stance, shows })),
  );
}

/** A transition is known by what it is, where it led and when that was. */
async function enterTransitions(
  { app, actor }: Desk,
  trackId: string,
  contents: ContentTransition[],
  evidence: Ids,
  mayHaveSome: boolean,
): Promise<void> {
  const service = app.get(TransitionsService);
  const hasToLook = mayHaveSome && contents.length > 0;
  const there = hasToLook
    ? await everything<TransitionView>((page) => service.list(actor, trackId, { ...page, sort: 'recordedAt' }))
    : [];
  await enterMissing(
    contents,
    keyOf,
    idsBy(there, keyOf),
    async ({ transition, to, occurredOn, note, evidence: cited }) => {
      const evidenceIds = cited.map((key) => idOf(evidence, key));
      const dto = await asSent(CreateTransitionDto, { transition, to, occurredOn, note, evidenceIds });
      return service.create(actor, trackId, undefined, dto);
    },
  );
}

const keyOf = ({ transition, to, occurredOn }: Pick<TransitionView, 'transition' | 'to' | 'occurredOn'>): string =>
  JSON.stringify([transition, to, occurredOn]);
