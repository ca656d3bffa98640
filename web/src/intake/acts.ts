// What somebody does to proposals, and the step back of each.

import type { Calls, Said, SaidOfMany } from './calls';
import type { Proposal } from './intake';

export interface Act {
  /** The proposal that it is about: where it is refused, one is led back there. */
  on: string | undefined;
  does: (calls: Calls) => Promise<Proposal[]>;
  undo: (calls: Calls, made: Proposal[]) => Promise<unknown>;
}

/** Why something is rejected. */
export type Why = Pick<Said, 'rejection' | 'rejectionNote' | 'recommendationId'>;

/** What a proposal says, as one would say it: so a step back keeps whatever people chose. */
const saidBy = (proposal: Proposal) =>
  ({
    span: proposal.span,
    title: proposal.title,
    addressees: proposal.addressees,
    targets: proposal.targets,
    through: proposal.through,
    section: proposal.section,
    label: proposal.label,
    by: proposal.by,
    due: proposal.due,
    parts: proposal.parts,
    themeIds: proposal.themes.map(({ id }) => id),
    relations: proposal.relations.map(({ recommendation, kind }) => ({ otherId: recommendation.id, kind })),
    ...decisionOf(proposal),
  }) satisfies Said;

const decisionOf = ({ state, rejection, rejectionNote, recommendation }: Proposal) => ({
  state,
  rejection,
  rejectionNote,
  recommendationId: rejection === 'followed-already' ? (recommendation?.id ?? null) : null,
});

/** What a proposal said of the same things; a decision is one thing with its reason. */
function before(proposal: Proposal, names: readonly string[]): Said {
  const said = Object.entries(saidBy(proposal)).filter(([name]) => names.includes(name));
  return { ...Object.fromEntries(said), ...(names.includes('state') ? decisionOf(proposal) : {}) };
}

export const edit = (proposal: Proposal, body: Said): Act => ({
  on: proposal.id,
  does: (calls) => calls.patch(proposal, body),
  undo: (calls) => calls.patch(proposal, before(proposal, Object.keys(body))),
});

export const decide = (proposal: Proposal, state: Proposal['state'], why: Why = {}): Act =>
  edit(proposal, { state, ...why });

export const decideMany = (proposals: Proposal[], body: SaidOfMany): Act => ({
  on: proposals[0]?.id,
  does: (calls) => calls.decide(proposals, body),
  undo: async (calls) => {
    // Where only the state changed, as many steps back as there were states; what differed one by one goes back one by one.
    const isOneByOne = (one: Proposal) =>
      body.addressees !== undefined || one.rejection !== null || one.rejectionNote !== null;
    const together = proposals.filter((one) => !isOneByOne(one));
    for (const state of new Set(together.map((one) => one.state)))
      await calls.decide(
        together.filter((one) => one.state === state),
        { state },
      );
    for (const one of proposals.filter(isOneByOne)) await calls.patch(one, before(one, Object.keys(body)));
  },
});

export const merge = (proposal: Proposal, next: Proposal): Act => ({
  on: proposal.id,
  does: (calls) => calls.merge([proposal, next]),
  undo: async (calls) => {
    await calls.patch(proposal, saidBy(proposal));
    await calls.patch(next, decisionOf(next));
  },
});

export const split = (proposal: Proposal, at: number): Act => ({
  on: proposal.id,
  does: (calls) => calls.split(proposal, at),
  undo: async (calls, made) => {
    await calls.merge(made);
    await calls.patch(proposal, saidBy(proposal));
  },
});

export const add = (span: Proposal['span'], like: Proposal | undefined): Act => ({
  on: undefined,
  // What the ask before it says of whom is likely true of this one; who edits it sees it at once.
  does: (calls) =>
    calls.add({ span, ...(like && { addressees: like.addressees, targets: like.targets, section: like.section }) }),
  undo: async (calls, [made]) => made && calls.patch(made, { state: 'rejected' }),
});
