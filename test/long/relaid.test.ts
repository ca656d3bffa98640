// Every labelled document in every layout: docs/intake.md says how much of what is read depends on the layout.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { readText } from '../../src/intake/read-text.js';
import { settingOf } from '../../src/intake/setting.js';
import { type Reading, readingsOf } from '../intake/readings.js';

/** Another folder of texts can be named, and all differences printed. */
const folder = process.env['HEED_RELAID_FOLDER'] ?? join(import.meta.dirname, '..', 'intake', 'documents');
const tellsAll = process.env['HEED_RELAID'] !== undefined;
const PAIRS = 6;
const LEAST = 0.97;
const LEAST_OF_ONE = 0.8;

it('every document says the same in every layout, nearly', async () => {
  const layouts = new Map<string, Sum>();
  const forms = new Map<string, Sum>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    const text = readFileSync(join(folder, file), 'utf8');
    const { form } = settingOf(readText(text));
    for (const reading of await readingsOf(text, PAIRS)) {
      put(layouts, reading.name, reading);
      put(forms, form, reading);
      if (tellsAll) tell(file, reading);
    }
  }
  print('by layout', layouts);
  print('by form', forms);
  expect(shareOf(sumOf(layouts))).toBeGreaterThanOrEqual(LEAST);
  expect([...layouts].filter(([, sum]) => shareOf(sum) < LEAST_OF_ONE)).toEqual([]);
}, 1_800_000);

interface Sum {
  same: number;
  all: number;
}

function put(sums: Map<string, Sum>, name: string, { same, all }: Sum): void {
  const sum = sums.get(name) ?? { same: 0, all: 0 };
  sums.set(name, { same: sum.same + same, all: sum.all + all });
}

const shareOf = ({ same, all }: Sum): number => (all === 0 ? 1 : same / all);
const sumOf = (sums: Map<string, Sum>): Sum =>
  [...sums.values()].reduce((a, b) => ({ same: a.same + b.same, all: a.all + b.all }));

function tell(file: string, { name, differences }: Reading): void {
  for (const difference of differences) process.stdout.write(`${name} | ${file} | ${difference}\n`);
}

function print(what: string, sums: Map<string, Sum>): void {
  const rows = [...sums].sort(([, a], [, b]) => shareOf(a) - shareOf(b));
  const lines = rows.map(([name, sum]) => `${shareOf(sum).toFixed(3)} ${name}`);
  process.stdout.write(`${what}\n${lines.join('\n')}\nall ${shareOf(sumOf(sums)).toFixed(4)}\n`);
}
