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
  const poor = [...kinds].filter(([, sum]) => share(sum) < 0.93).map(([kind, sum]) => `${kind}: ${share(sum)}`);
  expect(poor).toEqual([]);
}, 900_000);
