import type { FollowUp } from './recommendation';

/** The links of a chain in columns: whoever is asked directly first, then whom they are to press. Roads may meet. */
export function columnsOf(followUps: FollowUp[]): FollowUp[][] {
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
