import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { builtInWorkflows } from './built-in-workflows.js';
import type { WorkflowDefinition } from './workflow.definition.js';
import { mermaidOf } from './workflow-graph.js';

const nameOf = ({ key, version }: WorkflowDefinition): string => `${key}@${String(version)}`;
/** What may stand in a label: nothing that means anything to Mermaid, but for characters by their number. */
const LABEL = String.raw`(?:[\p{L}\p{M}\p{N} .,()'/-]|#\d+;)+`;
const LINES = {
  state: new RegExp(`^  state "${LABEL}" as (s\\d+)$`, 'u'),
  begin: /^ {2}\[\*\] --> (s\d+)$/,
  move: new RegExp(`^  (s\\d+) --> (s\\d+) : ${LABEL}$`, 'u'),
  end: /^ {2}(s\d+) --> \[\*\]$/,
};

/** Reads a graph line by line, in the order in which they must come; throws at the first that is none. */
function read(text: string): Record<keyof typeof LINES, string[][]> {
  const [head, ...lines] = text.split('\n');
  if (head !== 'stateDiagram-v2' || lines.pop() !== '') throw new Error('It does not begin or end as a graph does.');
  const found: Record<keyof typeof LINES, string[][]> = { state: [], begin: [], move: [], end: [] };
  let at = 0;
  const kinds = Object.keys(LINES) as (keyof typeof LINES)[];
  for (const line of lines) {
    while (at < kinds.length && !LINES[kinds[at]!].test(line)) at++;
    if (at === kinds.length) throw new Error(`No line of a graph, or not here: ${line}`);
    found[kinds[at]!].push(LINES[kinds[at]!].exec(line)!.slice(1));
  }
  return found;
}

describe('the graph of a workflow', () => {
  it.each(builtInWorkflows.map((definition) => [nameOf(definition), definition] as const))(
    'has every state and transition of %s, in both languages',
    (_, definition) => {
      for (const language of ['en', 'ko']) {
        const { state, begin, move, end } = read(mermaidOf(definition, language));
        expect(state.map(([id]) => id)).toEqual(Object.keys(definition.states).map((__, n) => `s${String(n)}`));
        expect(begin).toEqual([['s0']]);
        expect(move).toHaveLength(definition.transitions.flatMap((rule) => rule.from).length);
        expect(end).toHaveLength(Object.values(definition.states).filter(({ final }) => final).length);
      }
    },
  );

  it('says labels in the language asked for, else in English, else in any', () => {
    const visit = builtInWorkflows.find(({ key }) => key === 'visit')!;
    expect(mermaidOf(visit, 'ko')).toContain('state "미실시" as s0');
    expect(mermaidOf(visit, 'fr')).toContain('state "Not made" as s0');
    const french = {
      ...visit,
      states: { 'not-made': { phase: 'unknown', label: { fr: 'Pas faite' } } },
      transitions: [],
    };
    expect(mermaidOf(french, 'ko')).toContain('state "Pas faite" as s0');
  });

  it('keeps its form whatever the labels are', () => {
    const visit = builtInWorkflows.find(({ key }) => key === 'visit')!;
    const text = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'binary', minLength: 1 }));
    const hostile = fc.constantFrom(
      '"',
      '\n  s0 --> s9',
      '"]\n[*] --> s1',
      '%%{init: {}}%%',
      'a : b; c',
      '<<choice>>',
      '#quot;',
      '{',
      '--',
      'x\r\ny',
      '\u2028',
    );
    fc.assert(
      fc.property(fc.oneof(text, hostile), (label) => {
        fc.pre(label.trim() !== '');
        const labelled = {
          ...visit,
          states: Object.fromEntries(
            Object.entries(visit.states).map(([key, state]) => [key, { ...state, label: { en: label } }]),
          ),
          transitions: visit.transitions.map((rule) => ({ ...rule, label: { en: label } })),
        };
        const { state, begin, move } = read(mermaidOf(labelled, 'en'));
        expect([state.length, begin.length, move.length]).toEqual([2, 1, 2]);
      }),
    );
  });
});
