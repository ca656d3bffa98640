// Faults planted on purpose in one part of the sources (StrykerJS), and which of them no test noticed.

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The report of mutation-testing-elements, as far as it is read here. */
interface Report {
  files: Record<string, { mutants: Mutant[] }>;
}

interface Mutant {
  status: string;
  mutatorName: string;
  replacement?: string;
  location: { start: { line: number } };
}

export interface Score {
  /** Of a hundred faults that could be tried, so many were noticed. */
  percent: number;
  /** Where each of the others is, and what it is. */
  survivors: string[];
  byFile: Record<string, string>;
}

/** Plants the faults of parts (mutation-parts.js) one by one, in a copy of the project; writes .heed/mutation/PART.html. */
export async function mutationOf(...parts: string[]): Promise<Score> {
  const files: Report['files'] = {};
  for (const part of parts) Object.assign(files, await filesOf(part));
  const all = Object.values(files).flatMap(({ mutants }) => mutants);
  return {
    percent: percentOf(all),
    survivors: Object.entries(files).flatMap(([file, { mutants }]) =>
      mutants.filter(isMissed).map((mutant) => describeMutant(file, mutant)),
    ),
    byFile: Object.fromEntries(
      Object.entries(files).map(([file, { mutants }]) => [file, `${percentOf(mutants).toFixed(1)} %`]),
    ),
  };
}

async function filesOf(part: string): Promise<Report['files']> {
  const code = await runStryker(part);
  if (code !== 0) throw new Error(`StrykerJS ended with ${String(code)}.`);
  return (JSON.parse(await readFile(`${root}.heed/mutation/${part}.json`, 'utf8')) as Report).files;
}

/** An endless loop is noticed too: the run does not end in time. */
const isNoticed = ({ status }: Mutant): boolean => status === 'Killed' || status === 'Timeout';
const isMissed = ({ status }: Mutant): boolean => status === 'Survived' || status === 'NoCoverage';

function percentOf(mutants: Mutant[]): number {
  const [noticed, missed] = [mutants.filter(isNoticed).length, mutants.filter(isMissed).length];
  return noticed + missed === 0 ? 100 : (100 * noticed) / (noticed + missed);
}

const describeMutant = (file: string, { location, mutatorName, replacement = '' }: Mutant): string =>
  `${file}:${String(location.start.line)} ${mutatorName}: ${replacement.replaceAll(/\s+/g, ' ').slice(0, 80)}`;

/** Its output goes with that of the run; the databases are those of the run. */
function runStryker(part: string): Promise<number | null> {
  const bin = `${root}node_modules/@stryker-mutator/core/bin/stryker.js`;
  const child = spawn(process.execPath, [bin, 'run'], {
    cwd: root,
    env: { ...process.env, HEED_MUTATION: part, HEED_TEST_LONG: '' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}
