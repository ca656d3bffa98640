// What the list is narrowed to, its order and its columns stand in the address, so that a view can be sent and kept.

import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Schema } from '../api/client';
import { cameIn, enteredOf } from '../phases/came';
import { type Column, COLUMNS, USUAL } from './columns';

/** Filters that take several values, named as the server's. */
export const CHOICES = ['addressee', 'responsePhase', 'implementationPhase', 'theme', 'source', 'owner'] as const;
export type Choice = (typeof CHOICES)[number];
/** Filters that are so or not so. */
export const FLAGS = ['overdue', 'contested', 'notFollowed', 'asked'] as const;
export type Flag = (typeof FLAGS)[number];
export const SIDES = ['response', 'implementation'] as const;
const SORTS = ['dueOn', '-dueOn', 'movedAt', '-movedAt', 'code', '-code'] as const;
export type Sort = (typeof SORTS)[number];

export type Filters = Schema['FollowUpsFilterDto'];

export interface View {
  filters: Filters;
  sort: Sort;
  columns: Column[];
}

type Search = Record<string, unknown>;
const said = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** Only what the list knows, so that an address that was changed by hand still leads somewhere. */
export function viewIn(search: Search): View {
  const lists = CHOICES.flatMap((name) => {
    const values = said(search[name]).split(',').filter(Boolean);
    return values.length > 0 ? [[name, values] as const] : [];
  });
  const whole = said(search['whole']).split(',').filter(Boolean);
  const disputed = said(search['contestedIn']).split(',');
  const contestedIn = SIDES.filter((side) => disputed.includes(side));
  const columns = said(search['columns']).split(',');
  const chosen = COLUMNS.filter((column) => columns.includes(column));
  return {
    filters: {
      ...Object.fromEntries(lists),
      ...(contestedIn.length > 0 && { contestedIn }),
      ...(whole.length > 0 && { whole }),
      ...enteredOf(cameIn(said(search['entered']), said(search['from']), said(search['to']))),
      ...(said(search['q']) && { q: said(search['q']) }),
      ...Object.fromEntries(
        FLAGS.filter((name) => typeof search[name] === 'boolean').map((name) => [name, search[name]]),
      ),
      closed: search['closed'] === true,
    },
    sort: SORTS.find((one) => one === search['sort']) ?? 'dueOn',
    columns: chosen.length > 0 ? chosen : USUAL,
  };
}

/** What stands in the address for a view; what is usual is left out. */
export const searchOf = ({ filters, sort, columns }: View): Search => ({
  ...Object.fromEntries(
    Object.entries(filters)
      .filter(([, value]) => value !== false && (!Array.isArray(value) || value.length > 0) && value !== '')
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  ),
  ...Object.fromEntries(FLAGS.filter((name) => filters[name] === false).map((name) => [name, false])),
  ...(sort !== 'dueOn' && { sort }),
  ...(String(columns) !== String(USUAL) && { columns: columns.join(',') }),
});

export type Put = (change: { filters?: Filters; sort?: Sort; columns?: Column[] }) => void;

export function useView(): [View, Put] {
  const navigate = useNavigate();
  const search: Search = useSearch({ strict: false });
  const view = useMemo(() => viewIn(search), [search]);
  const put: Put = (change) =>
    void navigate({
      to: '.',
      search: (now: Search) => {
        const before = viewIn(now);
        return searchOf({ ...before, ...change, filters: { ...before.filters, ...change.filters } });
      },
      replace: true,
      resetScroll: false,
    });
  return [view, put];
}

/** How many values the list is narrowed by; the days belong to the phase that was come to between them. */
export const countOf = ({ closed, from: _from, to: _to, ...filters }: Filters): number =>
  Number(closed) +
  Object.values(filters).reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 1), 0);

/** What takes the phase out that was come to, with its days. */
export const NOT_ENTERED: Filters = { entered: [], from: '', to: '' };

/** Nothing of it any more: what takes every filter out. */
export const NONE: Filters = {
  ...Object.fromEntries(CHOICES.map((name) => [name, []])),
  contestedIn: [],
  whole: [],
  ...NOT_ENTERED,
  q: '',
  ...Object.fromEntries(FLAGS.map((name) => [name, undefined])),
  closed: false,
};
