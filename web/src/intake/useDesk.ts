import { useState } from 'react';
import { type Act, add, decide, decideMany, edit, merge, split, type Why } from './acts';
import type { Said, SaidOfMany } from './calls';
import type { Proposal } from './intake';
import { useActs } from './useActs';

export type Desk = ReturnType<typeof useDesk>;

/** What is on the desk: the proposals that are shown, the one in hand, and what can be done with it. */
export function useDesk(intakeId: string, all: Proposal[], asked: string | undefined, mayDecide: boolean) {
  const acting = useActs(intakeId);
  // What another one took in is seen there.
  const proposals = all.filter(({ mergedInto }) => mergedInto === null);
  const [chosenId, choose] = useState(asked);
  const [isEditing, setEditing] = useState(false);
  const chosen = proposals.find(({ id }) => id === chosenId) ?? proposals.find(isLeft) ?? proposals[0];
  const at = chosen ? proposals.indexOf(chosen) : -1;
  const act = (wanted: Act, onDone?: (made: Proposal[]) => void) => {
    if (!mayDecide) return;
    acting.mutate({ act: wanted, onDone, onRefused: () => wanted.on && choose(wanted.on) });
  };
  const take = (id: string) => {
    setEditing(false);
    choose(id);
  };
  const go = (by: number) => {
    const next = proposals[Math.min(Math.max(at + by, 0), proposals.length - 1)];
    if (next) take(next.id);
  };
  const settle = (state: 'accepted' | 'rejected', why?: Why) => {
    if (!chosen) return;
    act(decide(chosen, state, why));
    const next = [...proposals.slice(at + 1), ...proposals.slice(0, at)].find(isLeft);
    if (next) take(next.id);
    else setEditing(false);
  };
  const following = proposals[at + 1];
  return {
    proposals,
    chosen,
    at,
    following,
    acting,
    isEditing,
    setEditing,
    take,
    go,
    accept: () => settle('accepted'),
    reject: (why?: Why) => settle('rejected', why),
    reopen: () => chosen && act(decide(chosen, 'proposed')),
    save: (body: Said, onDone: () => void) => chosen && act(edit(chosen, body), onDone),
    mergeNext: () => {
      if (chosen && following) act(merge(chosen, following));
    },
    split: (place: number) => chosen && act(split(chosen, place)),
    add: (span: Proposal['span']) =>
      act(
        add(
          span,
          proposals.findLast((one) => one.span.start < span.start),
        ),
        ([made]) => {
          if (!made) return;
          choose(made.id);
          setEditing(true);
        },
      ),
    many: (some: Proposal[], body: SaidOfMany, onDone?: () => void) => act(decideMany(some, body), onDone),
    undo: () => {
      if (mayDecide) acting.mutate({});
    },
  };
}

export const isLeft = ({ state }: Proposal): boolean => state === 'proposed';
