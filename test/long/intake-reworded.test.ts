// Every change of wording in every labelled document: how often the same is asked of the same. HEED_TEXTS names more folders,
// parted by commas; HEED_DIFFERENCES a file for what came out otherwise.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type Kept, run } from '../intake/rewording-runs.js';

const folders = [
  join(import.meta.dirname, '..', 'intake', 'documents'),
  ...(process.env['HEED_TEXTS'] ?? '').split(',').filter((folder) => folder !== ''),
];
const share = ({ kept, touched }: Kept): number => kept / touched;

test('documents in other words ask the same of the same', () => {
  const { kinds, changes, forms, differences } = run(folders, () => true);
  const lines = [...kinds, ...forms, ...changes].map(
    ([name, sum]) => `${share(sum).toFixed(3)} of ${sum.touched} ${name}`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  const file = process.env['HEED_DIFFERENCES'];
  if (file !== undefined) writeFileSync(file, differences.join('\n'));
  // Of some kinds there are few asks in these documents, so that one sentence that is not understood counts ten times.
  const poor = [...kinds].filter(([, sum]) => share(sum) < 0.88).map(([kind, sum]) => `${kind}: ${share(sum)}`);
  expect(poor).toEqual([]);
  const all = [...kinds.values()];
  const sum = (name: keyof Kept): number => all.reduce((total, one) => total + one[name], 0);
  expect(sum('kept') / sum('touched')).toBeGreaterThan(0.98);
}, 900_000);
