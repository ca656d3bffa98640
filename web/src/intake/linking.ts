import type { Said } from './calls';
import type { LinkKind, Proposal } from './intake';
import type { Desk } from './useDesk';

export interface Linking {
  link: (otherId: string, kind: LinkKind) => void;
  unlink: (otherId: string, kind: string) => void;
  /** Rejects it, since it is followed already as this one, which then leads to its place here. */
  leaveOut: (followed: { id: string; code: string }) => void;
  setThemes: (themeIds: string[]) => void;
}

/** What people say of how the proposal in hand stands to what is tracked, and of its themes. */
export function linkingOf(desk: Desk, proposal: Proposal): Linking {
  const put = (body: Said) => desk.save(body, () => undefined);
  const there = proposal.relations.map(({ recommendation, kind }) => ({ otherId: recommendation.id, kind }));
  return {
    link: (otherId, kind) => put({ relations: [...there, { otherId, kind }] }),
    unlink: (otherId, kind) => put({ relations: there.filter((one) => one.otherId !== otherId || one.kind !== kind) }),
    leaveOut: ({ id, code }) =>
      desk.reject({ rejection: 'followed-already', rejectionNote: code, recommendationId: id }),
    setThemes: (themeIds) => put({ themeIds }),
  };
}
