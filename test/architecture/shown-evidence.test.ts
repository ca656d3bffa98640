// The code's own wall around evidence has one rule (src/access/shown-evidence.ts). Whatever reads pieces names it, or is named here with
// its reason; so does whatever reads rows that hang on pieces.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

/** Reads the table itself. */
const EXCEPTIONS: Record<string, string> = {
  'access/shown-evidence.ts': 'the rule',
  'bind-words.ts': 'a command of the operator: what an earlier release sealed is sealed anew, and nothing is answered',
  'evidence/key-rotation.ts': 'a command of the operator: keys of all pieces are wrapped anew, and nothing is answered',
  'fixity/file-checks.queries.ts': 'the daily check of all files, as a role of the database that sees no words',
  'fixity/said-checks.queries.ts':
    'the daily check of what restricted pieces say, as a role of the database that sees no words',
  'seal-words.ts': 'a command of the operator: what was entered before is sealed, and nothing is answered',
  'evidence/words-field.queries.ts': 'says of words that were found otherwise which field they are of',
};

/** Readings of rows with a column `evidence_id` that say it in another way. */
const OTHERWISE: Record<string, string> = {
  track_evidence: 'its filters ask it of each link',
  engagement_evidence: 'its filter asks it of each link',
  occasion: 'the occasion is known to all, the piece that it names is joined by the rule',
  comment: 'of a comment on a follow-up there is no piece: KNOWN says it',
  reader_request: 'whom it asks may read it without the piece: KNOWN_REQUEST says it',
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => ({ file, text: readFileSync(join('src', file), 'utf8') }));
const codeOf = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** `FROM evidence`, and `'evidence e'` where a statement is put together. */
const IN_SQL = /\b(?:FROM|JOIN|USING|UPDATE|INTO)\s+(?:ONLY\s+)?evidence\b|['"`]evidence [a-z]\w*\b/g;
/** Searches by TypeORM without `shown(...)`; rows are changed by their id, once they were locked by it. */
const BY_ENTITY =
  /\b(?:find|findBy|findOne|findOneBy|findOneOrFail|findOneByOrFail|findAndCount|findAndCountBy|exists|existsBy|count|countBy|createQueryBuilder|getRepository|lockRow)\((?:tx, )?Evidence\b(?!, shown\()/g;

it('every reading of evidence names the rule', () => {
  const found = files.flatMap(({ file, text }) =>
    file in EXCEPTIONS
      ? []
      : [...codeOf(text).matchAll(IN_SQL), ...codeOf(text).matchAll(BY_ENTITY)].map(([what]) => `${file}: ${what}`),
  );
  expect(found).toEqual(['evidence/lock-present.ts: lockRow(tx, Evidence']);
  // The one lock says it in its last argument.
  expect(files.find(({ file }) => file === 'evidence/lock-present.ts')!.text).toMatch(
    /lockRow\(tx, Evidence, id, undefined, shown\(\{\}\)\)/,
  );
});

it('every exception is one still', () => {
  const readers = files.filter(({ text }) => codeOf(text).match(IN_SQL)).map(({ file }) => file);
  expect(readers.sort()).toEqual(Object.keys(EXCEPTIONS).sort());
});

it('finds what forgets it', () => {
  for (const forgets of [
    'SELECT e.id FROM evidence e',
    'LEFT JOIN evidence e ON',
    "table: 'evidence e',",
    '`evidence e JOIN file_check c`',
    'UPDATE evidence SET',
  ])
    expect(forgets.match(IN_SQL)).not.toBeNull();
  for (const forgets of ['tx.findOneBy(Evidence, { id })', 'tx.existsBy(Evidence, where)', 'lockRow(tx, Evidence, id)'])
    expect(forgets.match(BY_ENTITY)).not.toBeNull();
  expect('tx.findOneBy(Evidence, shown({ id }))'.match(BY_ENTITY)).toBeNull();
});

it('every list of what hangs on pieces names it', () => {
  const hanging = [...tablesThatHang()].filter((table) => !(table in OTHERWISE));
  const forgetful = files.flatMap(({ file, text }) =>
    [...text.matchAll(/table: '(\w+) \w+',\n(.*)/g)]
      .filter(([, table, next]) => hanging.includes(table!) && !/within: `?(\$\{)?within(Shown|Known)\(/.test(next!))
      .map(([, table]) => `${file}: ${table!}`),
  );
  expect(forgetful).toEqual([]);
  expect(hanging).toEqual(expect.arrayContaining(['harm_flag', 'lowering', 'custody_record', 'link_copy']));
});

/** Tables with a column `evidence_id`, as the migrations made them. */
function tablesThatHang(): Set<string> {
  const migrations = readdirSync('migrations').map((file) => readFileSync(join('migrations', file), 'utf8'));
  return new Set(
    migrations
      .flatMap((text) => text.split('CREATE TABLE ').slice(1))
      .filter((made) => /^\s*evidence_id uuid/m.test(made.split(');')[0]!))
      .map((made) => /^\w+/.exec(made)![0]),
  );
}
