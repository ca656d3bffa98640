import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Edge, makesCircle, wholeChain } from './chain.js';

const names = ['EU', 'South Korea', 'China', 'Russia', 'UN', 'North Korea'];
const edge = (followUpId: string, throughId: string): Edge => ({ followUpId, throughId });
const anyEdges = fc.array(
  fc
    .record({ followUpId: fc.constantFrom(...names), throughId: fc.constantFrom(...names) })
    .filter((e) => e.followUpId !== e.throughId),
  { maxLength: 12 },
);

/** Whether one reaches itself: walked as far as there are edges. */
function runsInCircle(edges: Edge[]): boolean {
  let reached = edges;
  for (const _ of names) {
    if (reached.some((e) => e.followUpId === e.throughId)) return true;
    reached = reached.flatMap((a) =>
      edges.filter((b) => b.followUpId === a.throughId).map((b) => edge(a.followUpId, b.throughId)),
    );
  }
  return reached.some((e) => e.followUpId === e.throughId);
}

describe('a chain', () => {
  const letter = [edge('South Korea', 'EU'), edge('North Korea', 'South Korea')];

  it('may run on, meet and part', () => {
    expect(makesCircle(letter, 'North Korea', ['South Korea', 'EU'])).toBe(false);
    expect(makesCircle(letter, 'UN', ['North Korea'])).toBe(false);
    expect(makesCircle([...letter, edge('North Korea', 'China'), edge('China', 'EU')], 'Russia', ['North Korea'])).toBe(
      false,
    );
  });

  it('may not lead back to where it starts, near or far', () => {
    expect(makesCircle(letter, 'EU', ['EU'])).toBe(true);
    expect(makesCircle(letter, 'EU', ['South Korea'])).toBe(true);
    expect(makesCircle(letter, 'EU', ['North Korea'])).toBe(true);
    expect(makesCircle(letter, 'EU', ['UN', 'North Korea'])).toBe(true);
  });

  it('forgets what a link was pressed through before', () => {
    expect(makesCircle(letter, 'South Korea', ['UN'])).toBe(false);
    expect(makesCircle([edge('South Korea', 'North Korea')], 'South Korea', ['EU'])).toBe(false);
  });

  it('never runs in a circle, whatever links are added one after the other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...names), fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 })), {
          maxLength: 15,
        }),
        (changes) => {
          let edges: Edge[] = [];
          for (const [followUpId, through] of changes) {
            const wished = [
              ...edges.filter((e) => e.followUpId !== followUpId),
              ...through.map((throughId) => edge(followUpId, throughId)),
            ];
            expect(makesCircle(edges, followUpId, through)).toBe(runsInCircle(wished));
            if (!runsInCircle(wished)) edges = wished;
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is whole with all that hang together, up and down, and nothing else', () => {
    expect(wholeChain(letter, 'South Korea')).toEqual(['South Korea', 'EU', 'North Korea']);
    expect(wholeChain([...letter, edge('Russia', 'China')], 'EU').sort()).toEqual(['EU', 'North Korea', 'South Korea']);
    expect(wholeChain([], 'UN')).toEqual(['UN']);
  });

  it('is the same whole from wherever one starts', () => {
    fc.assert(
      fc.property(anyEdges, fc.constantFrom(...names), (edges, start) => {
        const whole = wholeChain(edges, start);
        expect(whole[0]).toBe(start);
        for (const { followUpId, throughId } of edges)
          expect(whole.includes(followUpId)).toBe(whole.includes(throughId));
        for (const other of whole) expect(wholeChain(edges, other).sort()).toEqual([...whole].sort());
      }),
      { numRuns: 200 },
    );
  });
});
