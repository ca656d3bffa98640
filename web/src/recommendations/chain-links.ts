import type { FollowUp } from './recommendation';

/** The links of a chain in columns: whoever is asked directly first, then whom they are to press. Roads may meet. */
export function columnsOf(all: FollowUp[]): FollowUp[][] {
  const spread = new Set([...membersOf(all).values()].flat());
  const followUps = all.filter((one) => !spread.has(one));
  const byId = new Map(followUps.map((one) => [one.id, one]));
  const depths = new Map<string, number>();
  const depthOf = (one: FollowUp): number => {
    const known = depths.get(one.id);
    if (known !== undefined) return known;
    depths.set(one.id, 0); // The server refuses circles; were there one, this still ends.
    const before = one.through.flatMap((id) => byId.get(id) ?? []);
    const depth = before.length === 0 ? 0 : 1 + Math.max(...before.map(depthOf));
    depths.set(one.id, depth);
    return depth;
  };
  const columns: FollowUp[][] = [];
  for (const one of followUps) (columns[depthOf(one)] ??= []).push(one);
  return columns.filter((column) => column.length > 0);
}

/** By the follow-up of a group, those of its members: they stand under it, not beside it. */
export function membersOf(followUps: FollowUp[]): Map<string, FollowUp[]> {
  const groups = new Map(followUps.filter(({ members }) => members).map((one) => [one.addressee.id, one.id]));
  const found = new Map<string, FollowUp[]>();
  for (const one of followUps) {
    const group = one.viaGroup && groups.get(one.viaGroup.id);
    if (group) found.set(group, [...(found.get(group) ?? []), one]);
  }
  return found;
}

/** The links that hang together with one, itself among them: what is closed with its whole chain. */
export function wholeChain(followUps: FollowUp[], id: string): FollowUp[] {
  const found = new Set([id]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const one of followUps)
      if (found.has(one.id) || one.through.some((other) => found.has(other)))
        for (const other of [one.id, ...one.through]) found.add(other);
  }
  return followUps.filter((one) => found.has(one.id));
}
