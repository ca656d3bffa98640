// What a pasted block asks for: each row found by code and addressee, then put together into as few acts as can be.

import type { Row } from '../follow-ups/row';
import type { Member } from '../administration/lists';
import type { Schema } from '../api/client';
import { type Block, DUES, isSame, type Line } from './block';
import type { Side } from './bulk';
import { dateOf } from './pastedDate';
import type { Workflows } from './workflows';

/** Why a row is left out, and the word that it is about. */
export type Fault =
  | 'noCode'
  | 'noSuchCode'
  | 'noSuchAddressee'
  | 'twice'
  | 'noSuchMember'
  | 'severalMembers'
  | 'noSuchState'
  | 'noWay'
  | 'noDate'
  | 'noBasis'
  | 'nothing';

export interface LeftOut {
  line: Line;
  fault: Fault;
  about: string;
}

export type Asked = Schema['CreateBulkActionDto'];

export interface Known {
  rows: Row[];
  members: Member[];
  workflows: Workflows;
  /** What pasted states stand on. */
  evidenceIds: string[];
}

type Part = { key: string; wish: Omit<Asked, 'items'>; item: { id: string; version?: number } };

export interface Plan {
  asked: Asked[];
  leftOut: LeftOut[];
}

/** Owners first: moving a follow-up counts its version on. */
export function planOf({ lines }: Block, known: Known): Plan {
  const leftOut: LeftOut[] = [];
  const acts = new Map<string, Asked>();
  const seen = new Set<string>();
  const parts: Part[] = [];
  for (const line of lines) {
    const found = partsOf(line, known, seen);
    if (Array.isArray(found)) parts.push(...found);
    else leftOut.push({ line, ...found });
  }
  for (const { key, wish, item } of parts.sort((a, b) => Number(!a.wish.owner) - Number(!b.wish.owner))) {
    const act = acts.get(key) ?? { ...wish, items: [] };
    acts.set(key, { ...act, items: [...(act.items ?? []), item] });
  }
  return { asked: [...acts.values()], leftOut };
}

type Found = Part[] | { fault: Fault; about: string };

function partsOf(line: Line, known: Known, seen: Set<string>): Found {
  const { code = '', addressee = '' } = line.cells;
  const ofCode = known.rows.filter(({ recommendation }) => isSame(recommendation.code, code));
  if (!code || !addressee) return { fault: 'noCode', about: code || addressee };
  const row = ofCode.find((one) => isSame(one.addressee.name, addressee) || isSame(one.addressee.code, addressee));
  if (ofCode.length === 0) return { fault: 'noSuchCode', about: code };
  if (!row) return { fault: 'noSuchAddressee', about: addressee };
  if (seen.has(row.id)) return { fault: 'twice', about: code };
  seen.add(row.id);
  const parts: Part[] = [];
  const wishes = [
    ownerPart(line, row, known),
    ...SIDES.map((side) => movePart(line, row, side, known)),
    ...DUES.map((due) => duePart(line, row, due)),
  ];
  for (const found of wishes) {
    if (found && 'fault' in found) return found;
    if (found) parts.push(found);
  }
  return parts.length > 0 ? parts : { fault: 'nothing', about: code };
}

const SIDES: Side[] = ['response', 'implementation'];
type One = Part | { fault: Fault; about: string } | undefined;

function ownerPart({ cells: { owner } }: Line, row: Row, { members }: Known): One {
  if (owner === undefined || (row.owner && isSame(row.owner.name, owner))) return undefined;
  const [member, ...others] = members.filter(({ name }) => isSame(name, owner));
  if (!member) return { fault: 'noSuchMember', about: owner };
  if (others.length > 0) return { fault: 'severalMembers', about: owner };
  const item = { id: row.id, version: row.version };
  return { key: `owner ${member.id}`, wish: { owner: { ownerId: member.id } }, item };
}

function movePart({ cells }: Line, row: Row, side: Side, { workflows, evidenceIds }: Known): One {
  const label = cells[side];
  const track = row[side];
  const workflow = workflows.get(track.workflow);
  if (label === undefined || isSame(track.label, label)) return undefined;
  const state = workflow?.stateCalled(label);
  if (!workflow || !state) return { fault: 'noSuchState', about: label };
  if (state === track.state) return undefined;
  const rule = workflow.transitions.find(({ from, to }) => from.includes(track.state) && to === state);
  if (!rule) return { fault: 'noWay', about: label };
  const occurredOn = cells.occurredOn === undefined ? null : dateOf(cells.occurredOn);
  if (occurredOn === undefined) return { fault: 'noDate', about: cells.occurredOn ?? '' };
  const cited = evidenceIds.length > 0 && { evidenceIds };
  const wish = { transition: { transition: rule.key, occurredOn, ...(cells.note && { note: cells.note }), ...cited } };
  return { key: `${side} ${JSON.stringify(wish)}`, wish, item: { id: track.id, version: track.version } };
}

/** A deadline is added whatever else changes the follow-up meanwhile: no version goes with it. */
function duePart({ cells }: Line, row: Row, due: (typeof DUES)[number]): One {
  const text = cells[due];
  if (text === undefined) return undefined;
  const dueOn = dateOf(text);
  if (dueOn === undefined) return { fault: 'noDate', about: text };
  if (cells.basis === undefined) return { fault: 'noBasis', about: text };
  const axis: Side = due === 'dueOn' ? 'implementation' : 'response';
  const wish = { deadline: { axis, dueOn, basis: cells.basis } };
  return { key: `due ${JSON.stringify(wish)}`, wish, item: { id: row.id } };
}
