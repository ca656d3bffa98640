// What somebody does to proposals, and the step back of each.

import type { Calls, Said, SaidOfMany } from './calls';
import type { Proposal } from './intake';

export interface Act {
  /** The proposal that it is about: where it is refused, one is led back there. */
  on: string | undefined;
  does: (calls: Calls) => Promise<Proposal[]>;
  undo: (calls: Calls, made: Proposal[]) => Promise<unknown>;
}

const SAID = [
  'span',
  'title',
  'addressees',
  'targets',
  'through',
  'section',
  'label',
  'by',
  'due',
  'parts',
  'state',
] as const satisfies (keyof Said & keyof Proposal)[];

/** What a proposal said of the same things. */
const before = (proposal: Proposal, names: readonly string[] = SAID): Said =>
  Object.fromEntries(SAID.filter((name) => names.includes(name)).map((name) => [name, proposal[name]]));

export const edit = (proposal: Proposal, body: Said): Act => ({
  on: proposal.id,
  does: (calls) => calls.patch(proposal, body),
  undo: (calls) => calls.patch(proposal, before(proposal, Object.keys(body))),
});

export const decide = (proposal: Proposal, state: Proposal['state']): Act => edit(proposal, { state });

export const decideMany = (proposals: Proposal[], body: SaidOfMany): Act => ({
  on: proposals[0]?.id,
  does: (calls) => calls.decide(proposals, body),
  undo: async (calls) => {
    // Where only the state changed, as many steps back as there were states; what differed one by one goes back one by one.
    const states = body.addressees ? [] : [...new Set(proposals.map(({ state }) => state))];
    for (const state of states)
      await calls.decide(
        proposals.filter((one) => one.state === state),
        { state },
      );
    if (body.addressees) for (const one of proposals) await calls.patch(one, before(one, Object.keys(body)));
  },
});

export const merge = (proposal: Proposal, next: Proposal): Act => ({
  on: proposal.id,
  does: (calls) => calls.merge([proposal, next]),
  undo: async (calls) => {
    await calls.patch(proposal, before(proposal));
    await calls.patch(next, { state: next.state });
  },
});

export const split = (proposal: Proposal, at: number): Act => ({
  on: proposal.id,
  does: (calls) => calls.split(proposal, at),
  undo: async (calls, made) => {
    await calls.merge(made);
    await calls.patch(proposal, before(proposal));
  },
});

export const add = (span: Proposal['span'], like: Proposal | undefined): Act => ({
  on: undefined,
  // What the ask before it says of whom is likely true of this one; who edits it sees it at once.
  does: (calls) =>
    calls.add({ span, ...(like && { addressees: like.addressees, targets: like.targets, section: like.section }) }),
  undo: async (calls, [made]) => made && calls.patch(made, { state: 'rejected' }),
});
