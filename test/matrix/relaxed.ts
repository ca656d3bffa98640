// Policies with a hole: each predicate, and each part of a conjunction in it, replaced by true.

import type pg from 'pg';

export interface Relaxed {
  table: string;
  policy: string;
  clause: 'USING' | 'WITH CHECK';
  /** Which part was replaced; undefined is all of it. */
  part: string | undefined;
  sql: string;
}

interface Policy {
  tablename: string;
  policyname: string;
  qual: string | null;
  with_check: string | null;
}

/** Every hole in the policies that bind members. */
export async function relaxedPolicies(client: pg.Client): Promise<Relaxed[]> {
  const { rows } = await client.query<Policy>(
    `SELECT tablename::text, policyname::text, qual, with_check FROM pg_policies
     WHERE schemaname = 'public' AND roles && '{heed_app,heed_reader}'::name[] ORDER BY 1, 2`,
  );
  return rows.flatMap(({ tablename: table, policyname: policy, qual, with_check }) =>
    (
      [
        ['USING', qual],
        ['WITH CHECK', with_check],
      ] as const
    ).flatMap(([clause, predicate]) =>
      predicate === null
        ? []
        : holesIn(predicate)
            .filter(({ text }) => text !== predicate)
            .map(({ part, text }) => ({
              ...{ table, policy, clause, part: part?.replaceAll(/\s+/g, ' ') },
              sql: `ALTER POLICY ${policy} ON ${table} ${clause} (${text})`,
            })),
    ),
  );
}

/** The whole as true, and each part of each conjunction, however deep. */
export function holesIn(predicate: string): { part?: string; text: string }[] {
  const holes: { part?: string; text: string }[] = [{ text: 'true' }];
  for (const [from, to] of groupsIn(predicate))
    for (const [start, end] of partsOf(predicate, from, to)) {
      const part = predicate.slice(start, end);
      holes.push({ part: part.trim(), text: `${predicate.slice(0, start)} true ${predicate.slice(end)}` });
    }
  return holes;
}

/** What stands between each pair of parentheses. */
function groupsIn(text: string): [from: number, to: number][] {
  const open: number[] = [];
  const groups: [number, number][] = [[0, text.length]];
  for (const [at, letter] of lettersOutsideQuotes(text)) {
    if (letter === '(') open.push(at + 1);
    if (letter === ')') groups.push([open.pop()!, at]);
  }
  return groups;
}

/** Its parts, where it is a conjunction. */
function partsOf(text: string, from: number, to: number): [start: number, end: number][] {
  let depth = 0;
  const starts = [from];
  const ends: number[] = [];
  for (const [at, letter] of lettersOutsideQuotes(text)) {
    if (at < from || at >= to) continue;
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth === 0 && text.startsWith(' AND ', at)) {
      ends.push(at);
      starts.push(at + 5);
    }
  }
  return ends.length === 0 ? [] : starts.map((start, n) => [start, ends[n] ?? to]);
}

function* lettersOutsideQuotes(text: string): Generator<[number, string]> {
  let isQuoted = false;
  for (const [at, letter] of [...text].entries()) {
    if (letter === "'") isQuoted = !isQuoted;
    else if (!isQuoted) yield [at, letter];
  }
}
