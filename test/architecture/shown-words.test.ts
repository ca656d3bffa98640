// Words have a level of their own, some things have one reader, and what was said of a piece before its level was lowered stays with those who could
// read it then. The code's own wall around each has one rule (src/access). Whatever reads them names it, or is named here with its reason.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => ({
    file,
    text: readFileSync(join('src', file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
  }));

/** Mentions of these tables where rows are read or changed, in SQL; not what is only inserted. */
const inSql = (tables: string): RegExp =>
  new RegExp(
    `\\b(?:FROM|JOIN|USING|UPDATE)\\s+(?:ONLY\\s+)?(?:${tables})\\b(?: (?!WHERE)\\w+)?|(?<![(:] |(?:Rows|Own)\\()['"\`](?:${tables}) [a-z]\\w*\\b`,
    'g',
  );
/** Mentions after which the rule is not named in the same statement; `names` is what names it. */
const found = (pattern: RegExp, names = /(?!)/): string[] =>
  [
    ...new Set(
      files.flatMap(({ file, text }) =>
        [...text.matchAll(pattern)]
          .filter(({ 0: what, index }) => !names.test(text.slice(index + what.length).split(/`[;,)]?\n/)[0]!))
          .map(([what]) => `${file}: ${what.replaceAll(/['"`]/g, '').trim()}`),
      ),
    ),
  ].sort();

/** Searches by TypeORM. */
const byEntity = (entities: string): RegExp =>
  new RegExp(
    `\\b(?:(?:find|exists|count)\\w*|delete|createQueryBuilder|getRepository|lockRow)\\((?:tx, )?(?:${entities})\\b`,
    'g',
  );

/** Readings of these tables, with the line below: what their rows are held by. */
const listsOf = (tables: string): (readonly [row: string, next: string])[] =>
  files.flatMap(({ file, text }) =>
    [...text.matchAll(new RegExp(`table: '((?:${tables}) \\w+)',\\n(.*)`, 'g'))].map(
      ([, row, next]) => [`${file}: ${row!}`, next!] as const,
    ),
  );

describe('words', () => {
  const EXCEPTIONS: Record<string, string> = {
    'access/shown-words.ts: FROM words': 'the rule',
    'access/words.ts: FROM words w': 'names at sign-in, before any workspace is entered: of whoever signs in',
    'bind-words.ts: FROM words w': 'a command of the operator: nothing is answered',
    'bind-words.ts: UPDATE words SET': 'the same',
    'seal-words.ts: FROM words w': 'the same',
    'seal-words.ts: UPDATE words SET': 'the same',
    'evidence/level-words.ts: FROM words w':
      'sealed or opened with their piece, of which the caller may know: nothing is answered',
  };

  it('are read by the rule', () => {
    expect(found(inSql('words'))).toEqual(Object.keys(EXCEPTIONS).sort());
    expect(found(byEntity('Words'))).toEqual([]);
  });

  it('are found where they forget it', () => {
    for (const forgets of ['(SELECT w.text FROM words w WHERE', 'LEFT JOIN words n ON', "'words w'"])
      expect(forgets.match(inSql('words'))).not.toBeNull();
    expect('FROM ${SHOWN_WORDS} w'.match(inSql('words'))).toBeNull();
  });
});

describe('what was said of a piece', () => {
  const TABLES = 'lowering|record_version|comment|custody_record|evidence_withdrawal|reader_request|evidence_grant';
  const ENTITIES = 'Lowering|RecordVersion|Comment|CustodyRecord|EvidenceWithdrawal|ReaderRequest|EvidenceGrant';
  /** `knewThen`, or a rule that has it in it. */
  const NAMED = /\b(?:knewThen|KNOWN|KNOWN_REQUEST|KNOWN_GRANT)\(/;
  const COMMAND = 'a command of the operator: nothing is answered';
  const EXCEPTIONS: Record<string, string> = {
    'access/shown-evidence.ts: FROM evidence_grant named': 'the rule',
    'access/shown-evidence.ts: FROM lowering asked': 'the rule',
    'bind-words.ts: FROM reader_request': COMMAND,
    'bind-words.ts: JOIN record_version v': COMMAND,
    'bind-words.ts: UPDATE evidence_grant SET': COMMAND,
    'bind-words.ts: UPDATE reader_request SET': COMMAND,
    'comments/comments.queries.ts: FROM comment found': 'when the thread began: part of the rule',
    'comments/comments.queries.ts: FROM comment k': 'replies belong to their thread, which is asked for by the rule',
    'evidence/evidence-readers.service.ts: FROM evidence_grant g':
      'of a piece of which the caller knows one who was named',
    'evidence/evidence-readers.service.ts: UPDATE evidence_grant SET': 'the row that was asked for by the rule',
    'evidence/evidence.queries.ts: FROM lowering ask': 'whether one is open: it is asked at the level of today',
    'evidence/level-words.ts: JOIN record_version v': 'sealed with their piece: nothing is answered',
    'evidence/reader-requests.service.ts: FROM evidence_grant g':
      'of a piece that is restricted and that the caller may know',
    'evidence/reader-requests.service.ts: FROM reader_request q': 'the same',
    'evidence/readers.queries.ts: FROM reader_request q': 'whom it asks has its key',
    'evidence/readers.queries.ts: JOIN reader_request q': 'of somebody who was named, which is asked for by the rule',
    'evidence/words-field.queries.ts: FROM comment c':
      'says of words that were found otherwise which field they are of',
    'evidence/words-field.queries.ts: FROM lowering l': 'the same',
    'evidence/words-field.queries.ts: JOIN record_version v': 'the same',
    'fixity/said-checks.queries.ts: FROM comment c':
      'the daily check of what restricted pieces say, as a role of the database that sees no words',
    'lowerings/lowerings.queries.ts: FROM evidence_grant g': 'counts who may open a piece that the caller may know',
    'organizations/leaving.queries.ts: FROM evidence_grant o':
      'whether somebody else may open what one may open oneself',
    'organizations/leaving.queries.ts: JOIN evidence_grant g': "one's own",
    'seal-words.ts: FROM reader_request': COMMAND,
    'seal-words.ts: JOIN record_version v': COMMAND,
    'seal-words.ts: UPDATE evidence_grant SET': COMMAND,
    'seal-words.ts: UPDATE reader_request SET': COMMAND,
  };
  const SEARCHES: Record<string, string> = {
    'comments/comments.service.ts: countBy(Comment': 'of a thread that was asked for by the rule',
    'comments/comments.service.ts: findOneByOrFail(Comment': 'the row that was asked for by the rule',
    'evidence/evidence-readers.service.ts: findOneByOrFail(EvidenceGrant': 'the same',
    'evidence/evidence-withdrawals.service.ts: find(EvidenceWithdrawal': 'its id, which is then read by the rule',
    'evidence/evidence-withdrawals.service.ts: findOneBy(EvidenceWithdrawal':
      'the one that is open, of a piece that the caller may know: no level is lowered meanwhile',
    'evidence/reader-requests.service.ts: findOneByOrFail(ReaderRequest': 'the row that was asked for by the rule',
    'evidence/reader-requests.service.ts: lockRow(tx, ReaderRequest': 'the same',
    'lowerings/lowerings.service.ts: findOneBy(Lowering': 'the one that is open: it is asked at the level of today',
    'lowerings/lowerings.service.ts: findOneByOrFail(Lowering': 'the row that was asked for by the rule',
    'lowerings/lowerings.service.ts: lockRow(tx, Lowering': 'the same',
  };

  it('is read by the rule', () => {
    const lists = listsOf(TABLES);
    expect(lists.filter(([, next]) => !/within: .*\b(?:withinKnown|knewThen|KNOWN\w*)\(/.test(next))).toEqual([]);
    expect(lists.length).toBeGreaterThan(7);
    expect(found(inSql(TABLES), NAMED)).toEqual(Object.keys(EXCEPTIONS).sort());
    expect(found(byEntity(ENTITIES))).toEqual(Object.keys(SEARCHES).sort());
  });

  it('is found where it forgets it', () => {
    for (const forgets of ['SELECT c.at FROM custody_record c WHERE', 'JOIN comment c ON', "'lowering l'"])
      expect(forgets.match(inSql(TABLES))).not.toBeNull();
    expect('tx.findOneBy(Comment, { id })'.match(byEntity(ENTITIES))).not.toBeNull();
  });
});

describe('what has one reader', () => {
  const TABLES = 'inbox_item|saved_view|bulk_action|idempotency_key';
  const ENTITIES = 'InboxItem|SavedView|BulkAction|IdempotencyKey';
  const NAMED = /\b(?:isOwn|withinOwn)\(/;
  const EXCEPTIONS: Record<string, string> = {
    'bind-words.ts: UPDATE idempotency_key SET': 'a command of the operator: nothing is answered',
    'fixity/file-checks.queries.ts: FROM inbox_item':
      'the daily check of all files, as a role of the database that sees no words',
    'fixity/file-checks.queries.ts: inbox_item f': 'the same',
    'seal-words.ts: UPDATE idempotency_key i': 'a command of the operator: nothing is answered',
  };
  const SEARCHES: Record<string, string> = {
    'inbox/inbox.service.ts: delete(InboxItem': 'the row that was locked by the rule',
    'intake/inbox-arrivals.service.ts: delete(InboxItem': 'the same',
    'saved-views/saved-views.service.ts: delete(SavedView': 'the same',
    'saved-views/saved-views.service.ts: findOneBy(SavedView': 'names the person: a view is of no organization',
  };

  it('is read by the rule', () => {
    const lists = listsOf(TABLES);
    expect(lists.filter(([, next]) => !/within: withinOwn\(/.test(next))).toEqual([]);
    expect(lists.length).toBe(4);
    expect(found(inSql(TABLES), NAMED)).toEqual(Object.keys(EXCEPTIONS).sort());
    expect(found(byEntity(ENTITIES), /^, ownWhere\(/)).toEqual(Object.keys(SEARCHES).sort());
  });

  it('is found where it forgets it', () => {
    for (const forgets of ['DELETE FROM inbox_item WHERE', "'saved_view v'", 'JOIN bulk_action b ON'])
      expect(forgets.match(inSql(TABLES))).not.toBeNull();
    for (const names of ["FROM ${ownRows('idempotency_key k')}", "JOIN ${ownRows('bulk_action b')} ON"])
      expect(names.match(inSql(TABLES))).toBeNull();
    expect('lockRow(tx, InboxItem, id)'.match(byEntity(ENTITIES))).not.toBeNull();
  });
});
