// What changes proposals on the server. Each is bound to the version that was seen; what comes back is the proposals as they stand then.

import { answer, client, ifMatch, type Schema } from '../api/client';
import type { Proposal } from './intake';

export type Said = Schema['UpdateProposalDto'];
export type SaidOfMany = Omit<Schema['DecideDto'], 'proposals'>;

const BASE = '/api/v1/workspaces/{workspace}/intake/{intakeId}';

export interface Calls {
  patch: (proposal: Proposal, body: Said) => Promise<Proposal[]>;
  decide: (proposals: Proposal[], body: SaidOfMany) => Promise<Proposal[]>;
  merge: (proposals: Proposal[]) => Promise<Proposal[]>;
  split: (proposal: Proposal, at: number) => Promise<Proposal[]>;
  add: (body: Schema['AddProposalDto']) => Promise<Proposal[]>;
}

/** `versionOf` knows what we changed ourselves since it was seen; `keep` shows what came of it. */
export function callsOf(
  path: { workspace: string; intakeId: string },
  versionOf: (proposal: Proposal) => number,
  keep: (proposals: Proposal[]) => void,
): Calls {
  const seen = (proposal: Proposal) => ({ id: proposal.id, version: versionOf(proposal) });
  const kept = (proposals: Proposal[]): Proposal[] => {
    keep(proposals);
    return proposals;
  };
  return {
    patch: async (proposal, body) => {
      const params = { path: { ...path, id: proposal.id }, header: ifMatch(versionOf(proposal)) };
      return kept([await answer(client.PATCH(`${BASE}/proposals/{id}` as const, { params, body }))]);
    },
    decide: async (proposals, body) =>
      kept(
        (
          await answer(
            client.POST(`${BASE}/decisions` as const, {
              params: { path },
              body: { ...body, proposals: proposals.map(seen) },
            }),
          )
        ).items,
      ),
    merge: async (proposals) =>
      kept(
        (
          await answer(
            client.POST(`${BASE}/merges` as const, { params: { path }, body: { proposals: proposals.map(seen) } }),
          )
        ).items,
      ),
    split: async (proposal, at) =>
      kept(
        (
          await answer(
            client.POST(`${BASE}/splits` as const, { params: { path }, body: { proposal: seen(proposal), at } }),
          )
        ).items,
      ),
    add: async (body) => kept([await answer(client.POST(`${BASE}/proposals` as const, { params: { path }, body }))]),
  };
}
