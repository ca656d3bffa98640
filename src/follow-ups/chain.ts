// Chains of pressure as a graph: an edge says that a follow-up is pressed through another one.

export interface Edge {
  followUpId: string;
  throughId: string;
}

/** Whether pressing `followUpId` through these leads back to where it starts; what it was pressed through before is never walked. */
export function makesCircle(edges: Edge[], followUpId: string, through: string[]): boolean {
  const seen = new Set<string>();
  const open = [...through];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === followUpId) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...edges.filter((edge) => edge.followUpId === next).map((edge) => edge.throughId));
  }
  return false;
}

/** All follow-ups that hang together with one, itself first. */
export function wholeChain(edges: Edge[], followUpId: string): string[] {
  const found = new Set([followUpId]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const { followUpId: a, throughId: b } of edges) {
      if (found.has(a)) found.add(b);
      if (found.has(b)) found.add(a);
    }
  }
  return [...found];
}
