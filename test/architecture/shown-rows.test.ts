// The code's own wall around whatever has a level has one rule (src/access/shown-rows.ts). Whatever reads such a table names it, or is
// named here with its reason; so does every list of rows that hang on one. Evidence has its own: shown-evidence.test.ts.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

/** Readings of the tables themselves. */
const EXCEPTIONS: Record<string, string> = {
  'fixity/file-checks.queries.ts: intake f':
    'the daily check of all files, as a role of the database that sees no words',
  'fixity/file-checks.queries.ts: FROM intake WHERE': 'the same',
  'follow-ups/as-of.ts: FROM recommendation r WHERE': 'names the rule beside its instant',
  'follow-ups/track-lock.ts: FROM follow_up f WHERE':
    'a lock, which a table in parentheses would not pass on: names the rule',
  'intake/intake.queries.ts: FROM intake i WHERE': 'the same',
  'follow-ups/transition-record.ts: UPDATE track t SET': 'the track that was locked by the rule',
  'recommendations/recommendations.service.ts: existsBy(Recommendation, { partOf':
    'parts that are more open than their whole would be: those others may not know are less',
};

/** Readings of rows that hang on one of them and say it in another way. */
const OTHERWISE: Record<string, string> = {
  'record_version v': 'the thing is asked for first, by the rule (VERSIONED)',
  'relation n': 'names the rule of both its ends',
  'comment c': 'KNOWN says it',
  'next_step n': 'KNOWN_STEP says it',
  'tally_item i': 'names the rule of whichever it is about',
  'deadline_extension x': 'names the rule of what its deadline is of',
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.startsWith('access/shown-'))
  .map((file) => ({
    file,
    text: readFileSync(join('src', file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
  }));
const migrations = readdirSync('migrations').map((file) => readFileSync(join('migrations', file), 'utf8'));
const made = migrations.flatMap((text) => text.split('CREATE TABLE ').slice(1)).map((text) => text.split(');')[0]!);
const nameOf = (table: string): string => /^\w+/.exec(table)![0];

/** Tables with a level and an organization that it may be kept to. */
const LEVELLED = made
  .filter((table) => /\bconfidentiality text/.test(table) && /\borganization_id uuid|\$\{ADDED\}/.test(table))
  .map(nameOf)
  .filter((name) => !['evidence', 'words', 'audit_event'].includes(name));
const any = LEVELLED.join('|');
/** Those that requests name, by TypeORM. */
const ENTITIES = [
  'Recommendation',
  'FollowUp',
  'Track',
  'Engagement',
  'Assessment',
  'Contribution',
  'Intake',
  'IntakeCustody',
];

const IN_SQL = new RegExp(
  `\\b(?:FROM|JOIN|USING|UPDATE)\\s+(?:ONLY\\s+)?(?:${any})\\b(?: (?!WHERE)\\w+)?(?: \\w+)?|(?<![(:] |shownRows\\()['"\`](?:${any}) [a-z]\\w*\\b`,
  'g',
);
const BY_ENTITY = new RegExp(
  `\\b(?:(?:find|exists|count)\\w*By\\w*|createQueryBuilder|getRepository|lockRow)\\((?:tx, )?(?:${ENTITIES.join('|')})\\b(?!, shownWhere\\()(?:, \\{ \\w+)?` +
    `|\\bfind(?:One|OneOrFail|AndCount)?\\((?:${ENTITIES.join('|')}), \\{(?![^;]*where: shownWhere\\()`,
  'g',
);

it('knows the tables with a level', () => {
  expect([...LEVELLED].sort()).toEqual([
    ...[
      'assessment',
      'contribution',
      'engagement',
      'follow_up',
      'follow_up_theme',
      'intake',
      'intake_custody',
      'recommendation',
      'track',
    ],
  ]);
});

it('every reading of what has a level names the rule', () => {
  const found = files.flatMap(({ file, text }) =>
    [...text.matchAll(IN_SQL), ...text.matchAll(BY_ENTITY)].map(
      ([what]) => `${file}: ${what.replaceAll(/['"`]/g, '').trim()}`,
    ),
  );
  expect(found.filter((what) => !isOfReading(what)).sort()).toEqual(Object.keys(EXCEPTIONS).sort());
});

/** `table: 'track t'` of a Reading, which says the rule by its `within`: the next test. */
const isOfReading = (what: string): boolean => TABLES.some(({ file, row }) => what === `${file}: ${row}`);
const TABLES = files.flatMap(({ file, text }) =>
  [...text.matchAll(/(narrower: \{[^}]*)?\btable: ['`](\w+ \w+)\b[^\n]*(?:\n(.*))?/g)].map(
    ([, narrower, row, next]) => ({
      ...{ file, row: row!, next: next ?? '', isNarrower: narrower !== undefined },
    }),
  ),
);

it('every list of what has a level, or hangs on what has one, says whose it is', () => {
  const hanging = made
    .filter((table) =>
      /^\s*(recommendation|follow_up|track|engagement|intake|assessment|contribution)_id uuid/m.test(table),
    )
    .map(nameOf);
  const forgetful = TABLES.filter(({ row, next, isNarrower }) => {
    const table = row.split(' ')[0]!;
    if (isNarrower || row in OTHERWISE) return false;
    if (LEVELLED.includes(table)) return !/within: .*withinLevel\(/.test(next);
    return hanging.includes(table) && !/within: .*withinParent\(/.test(next);
  });
  expect(forgetful).toEqual([]);
  expect(hanging).toEqual(
    expect.arrayContaining(['deadline', 'occasion', 'transition', 'track_position', 'intake_proposal']),
  );
  const rows = TABLES.map(({ row }) => row);
  expect(rows).toEqual(expect.arrayContaining(Object.keys(OTHERWISE)));
});

it('finds what forgets it', () => {
  for (const forgets of [
    'SELECT t.id FROM track t',
    'LEFT JOIN recommendation r ON',
    '`engagement e JOIN x`',
    'UPDATE intake SET',
  ])
    expect(forgets.match(IN_SQL)).not.toBeNull();
  for (const forgets of [
    'tx.findOneBy(Track, { id })',
    'tx.find(FollowUp, { where: { id } })',
    'lockRow(tx, Intake, id)',
  ])
    expect(forgets.match(BY_ENTITY)).not.toBeNull();
  for (const names of ["FROM ${shownRows('track t')}", "JOIN ${shownRows('recommendation r')} ON"])
    expect(names.match(IN_SQL)).toBeNull();
  expect('tx.findOneBy(Track, shownWhere({ id }))'.match(BY_ENTITY)).toBeNull();
});
