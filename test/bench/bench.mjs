// npm run bench: plain, bare and Heed in turn over the same record, in one run; see docs/performance.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../bin/runtime.mjs';
import { execute, prepareDatabases } from './databases.mjs';
import { load } from './load.mjs';
import { operationsOf } from './operations.mjs';
import { checkPlans } from './plans.mjs';
import { cpu, memory, startServer } from './servers.mjs';
import { HEADER, lineOf, timed } from './table.mjs';

const { values: given } = parseArgs({
  options: {
    recommendations: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
  },
});
const [recommendations, rounds, seconds] = [given.recommendations, given.rounds, given.seconds].map(Number);
const folder = join(root, '.heed', 'bench');
const PORTS = { plain: 4101, bare: 4102, heed: 4103 };
const PROGRAMS = { plain: 'test/bench/plain/handler.mjs', bare: 'test/bench/bare.mjs', heed: 'dist/src/main.js' };

/** Where each list of requests goes on: a track that was moved there is moved back next. */
const positions = new WeakMap();
const server = await openServer();
try {
  await measure();
} finally {
  await server.stop();
}

/** The server that BENCH_DATABASE_URL names, or one of our own; nothing waits for the disk, so that work counts and not the disk. */
async function openServer() {
  if (process.env.BENCH_DATABASE_URL) return { url: process.env.BENCH_DATABASE_URL, stop: async () => undefined };
  const { startEmbeddedDatabase } = await import('../../dist/src/embedded-database/embedded-database.js');
  return startEmbeddedDatabase({
    dataFolder: folder,
    isThrowaway: true,
    settings: { shared_buffers: '1GB', max_wal_size: '8GB' },
    say: console.log,
  });
}

async function measure() {
  const urls = await prepareDatabases(server.url, recommendations);
  if (given.only !== 'plans') await compare(urls);
  console.log((await checkPlans(urls.heed)).join('\n'));
}

async function compare(urls) {
  const operations = (await operationsOf(urls)).filter(
    ({ name }) => !given.only || given.only.split(',').some((part) => name.startsWith(part)),
  );
  const results = new Map(operations.map((operation) => [operation, { plain: [], bare: [], heed: [] }]));
  const notes = [];
  for (let round = 1; round <= rounds; round++)
    for (const name of ['plain', 'bare', 'heed'])
      await timed(`Round ${round}: ${name}`, () => runOne(name, urls, operations, results, notes));
  console.log(`\n${await conditions(urls)}\n\n${HEADER}`);
  for (const [operation, runs] of results) console.log(lineOf(operation, runs));
  console.log(`\n${[...new Set(notes)].join('\n')}`);
}

async function runOne(name, urls, operations, results, notes) {
  const postmaster = await postmasterOf();
  const { pid, stop, milliseconds } = await startServer(PROGRAMS[name], PORTS[name], environmentOf(name, urls));
  try {
    for (const operation of operations) {
      const run = await ask(name, operation, pid, postmaster).catch((error) => failed(name, operation, error, notes));
      results.get(operation)[name].push(run);
    }
    notes.push(
      `${name}: first answer after ${Math.round(milliseconds / 100) / 10} s, ${memory(pid)} MB after the last`,
    );
  } finally {
    await stop();
  }
}

/** One operation on one server: a short run that doesn't count, then one that does. */
async function ask(name, operation, pid, postmaster) {
  const requests = operation[name];
  const run = (seconds) => load(PORTS[name], requests, { seconds, from: positions.get(requests) });
  positions.set(requests, (await run(Math.min(0.5, seconds / 2))).next);
  const before = cpu(pid, postmaster);
  const counted = await run(seconds);
  positions.set(requests, counted.next);
  return { ...counted, cpu: shareOf(before, cpu(pid, postmaster), counted.count) };
}

function failed(name, operation, error, notes) {
  process.exitCode = 1;
  notes.push(`FAILED: ${operation.name} on ${name}: ${error.message}`);
  return { rate: 0, p50: Number.NaN, p99: Number.NaN, cpu: null };
}

function shareOf(before, after, count) {
  if (!before || !after) return null;
  return { server: (after.server - before.server) / count, postgres: (after.postgres - before.postgres) / count };
}

async function postmasterOf() {
  const [{ parent }] = await execute(server.url, `SELECT pg_read_file('postmaster.pid') AS parent`);
  return Number(parent.split('\n')[0]);
}

function environmentOf(name, urls) {
  if (name !== 'heed') return { DATABASE_URL: name === 'plain' ? urls.plain : urls.heed };
  const keyFile = join(folder, 'bench-key');
  mkdirSync(folder, { recursive: true });
  writeFileSync(keyFile, Buffer.alloc(32, 9).toString('base64'), { mode: 0o600 });
  return { DATABASE_URL: urls.heed, HEED_KEY_FILE: keyFile, LOG_LEVEL: 'warn', NODE_ENV: 'production' };
}

async function conditions(urls) {
  const [{ version }] = await execute(urls.heed, `SELECT split_part(version(), ' on ', 1) AS version`);
  const [counts] = await execute(
    urls.heed,
    `SELECT (SELECT count(*) FROM recommendation) AS r, (SELECT count(*) FROM follow_up) AS f, (SELECT count(*) FROM transition) AS t, (SELECT count(*) FROM track_evidence) AS e`,
  );
  return `${availableParallelism()} processors, ${version}, Node ${process.version}; ${counts.r} recommendations, ${counts.f} follow-ups, ${counts.t} transitions, ${counts.e} links to evidence; 16 connections, ${seconds} s a run, ${rounds} rounds.`;
}
