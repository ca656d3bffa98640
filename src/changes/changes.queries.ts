// How a change is told: a page's keys `p` bring its act, its day and its follow-up.

import type { Reading } from '../common/reading-shape.js';
import { addresseeJson } from '../follow-ups/follow-ups.queries.js';
import { recommendationJson } from '../recommendations/recommendation-title.js';
import { KEYS } from './change-keys.queries.js';
import { BY, type By } from './period.js';
import { OF, TOLD, type Told } from './told.queries.js';

export type Kind = keyof typeof KEYS;

const itemOf = ({
  by,
  recordedAt,
  axis = 'NULL',
  also,
}: Told): string => `json_build_object('id', p.id, 'act', p.act, 'on', p.day,
  'recordedAt', ${recordedAt}, 'by', ${by}, 'axis', ${axis}, 'followUpId', p.follow_up_id,
  'recommendation', CASE WHEN r.id IS NOT NULL THEN ${recommendationJson('r')} END, 'addressee', CASE WHEN a.id IS NOT NULL THEN ${addresseeJson('a')} END,
  ${Object.entries(also)
    .map(([name, json]) => `'${name}', ${json}`)
    .join(', ')})`;

/** By day, and several of one day always in the same order. */
const ORDER = `concat_ws(' ', h.day, h.act, h.follow_up_id)`;

function readingOf(kind: Kind, by: By): Reading {
  const told = TOLD[kind];
  return {
    table: `(${KEYS[kind](by).join('\nUNION ALL ')}) h`,
    within: 'h.workspace_id = ?',
    brings: { act: 'h.act', day: 'h.day', follow_up_id: 'h.follow_up_id' },
    joins: `${OF} ${told.joins}`,
    item: itemOf(told),
    changed: 'h.day',
    sorts: { day: { by: ORDER, type: 'text' } },
    filters: {
      source: 'h.source_id = ANY (?::uuid[])',
      theme: 'h.theme_ids && ?::uuid[]',
      addressee: 'h.addressee_id = ANY (?::uuid[])',
      organization: 'h.organization_id = ANY (?::uuid[])',
    },
  };
}

export const KINDS = Object.keys(KEYS) as Kind[];

/** A reading for each kind; days and instants are settings of the transaction (`inPeriod`). */
export const CHANGES = Object.fromEntries(
  BY.map((by) => [by, Object.fromEntries(KINDS.map((kind) => [kind, readingOf(kind, by)]))]),
) as Record<By, Record<Kind, Reading>>;

/** What is to be done next stands by its day, the earliest first; what happened the newest first. */
export const orderOf = (kind: Kind): string => (kind === 'next-steps' ? 'day' : '-day');
