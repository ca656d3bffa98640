// Where states and transitions stand in the picture. Pure: the words are given.

import { graphlib, layout } from '@dagrejs/dagre';
import type { Read, Transition } from './definition';

/** A transition from more states than these is drawn as one arrow that says from how many: no thicket of lines. */
const MANY = 2;

export interface Box {
  id: string;
  lines: string[];
  x: number;
  y: number;
  width: number;
  height: number;
  /** Of a state; undefined where it is a transition from many states. */
  state?: { phase: string | null; isFinal: boolean; isInitial: boolean };
}

export interface Line {
  id: string;
  points: { x: number; y: number }[];
  label?: { lines: string[]; x: number; y: number };
}

export interface Picture {
  width: number;
  height: number;
  boxes: Box[];
  lines: Line[];
}

type Words = { fromMany: (n: number) => string; phase: (phase: string) => string };

export function drawn(read: Read, words: Words): Picture {
  const isList = read.transitions.every(({ from }) => from.length > MANY);
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ ...(isList ? AS_LIST : FROM_THE_TOP), edgesep: 16, marginx: 12, marginy: 12 });
  for (const { key, label, phase, isFinal } of read.states) {
    const lines = [...wrapped(label, 24), ...(phase ? [words.phase(phase)] : [])];
    const state = { phase, isFinal, isInitial: key === read.initial };
    graph.setNode(key, { lines, state, width: widest(lines) * 1.12 + 50, height: lines.length * LINE + 16 });
  }
  for (const step of read.transitions) {
    if (step.from.length > MANY)
      addMany(graph, step, [...wrapped(read.say(step.label), 28), words.fromMany(step.from.length)]);
    else addEach(graph, step, wrapped(read.say(step.label), 18));
  }
  layout(graph);
  return pictureOf(graph);
}

const AS_LIST = { rankdir: 'LR', nodesep: 14, ranksep: 60 };
const FROM_THE_TOP = { rankdir: 'TB', nodesep: 26, ranksep: 44 };

function addMany(graph: graphlib.Graph, { key, to }: Transition, lines: string[]): void {
  graph.setNode(`many:${key}`, { lines, width: widest(lines) + 16, height: lines.length * LINE + 8 });
  graph.setEdge(`many:${key}`, to, {}, key);
}

/** The start is on top: a step that leads back is laid out as if it came from there, and its line is turned round afterwards. */
function addEach(graph: graphlib.Graph, { key, from, to }: Transition, lines: string[]): void {
  const order = graph.nodes();
  for (const state of from) {
    const isBack = order.indexOf(state) > order.indexOf(to);
    const label = { lines, isBack, width: widest(lines) + 8, height: lines.length * LINE, labelpos: 'c' };
    graph.setEdge(isBack ? to : state, isBack ? state : to, label, `${key}${isBack ? '<' : ''}`);
  }
}

function pictureOf(graph: graphlib.Graph): Picture {
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const boxes = graph.nodes().map((id) => ({ id, ...(graph.node(id) as Omit<Box, 'id'>) }));
  const lines = graph.edges().map((edge) => {
    const at = graph.edge(edge) as { points: Line['points']; isBack?: boolean; lines?: string[]; x: number; y: number };
    const label = at.lines && { lines: at.lines, x: at.x, y: at.y };
    const points = at.isBack ? at.points.toReversed() : at.points;
    return { id: `${edge.v}>${edge.w}>${edge.name ?? ''}`, points, ...(label && { label }) };
  });
  return { width, height, boxes, lines };
}

export const LINE = 17;

/** Letters of Korean are twice as wide as those of English. */
const unitsOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af]/u.test(letter) ? 1.75 : 1), 0);
const widest = (lines: string[]): number => Math.max(...lines.map(unitsOf)) * 7.4;

/** In lines of some length, broken between words. */
function wrapped(text: string, units: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && unitsOf(`${last} ${word}`) <= units) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A smooth way through the points. */
export function pathOf(points: Line['points']): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const bends = rest.slice(0, -1).map((point, n) => {
    const next = rest[n + 1] ?? last;
    return `Q${point.x},${point.y} ${(point.x + next.x) / 2},${(point.y + next.y) / 2}`;
  });
  return `M${first.x},${first.y} ${bends.join(' ')} L${last.x},${last.y}`;
}
