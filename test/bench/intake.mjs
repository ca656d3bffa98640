// How long 50 pages take: node test/bench/intake.mjs, after npm run build. The pages are the labelled documents, again and again.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { propose } from '../../dist/src/intake/propose.js';
import { readText } from '../../dist/src/intake/read-text.js';

const PAGE = 3000; // characters, as a full page of a report has
const folder = join(import.meta.dirname, '..', 'intake', 'documents');
const texts = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(join(folder, file), 'utf8'));

/** So many pages of one kind of document; its paragraphs stay whole. */
function pages(text, count) {
  return text.repeat(Math.ceil((count * PAGE) / text.length)).slice(0, count * PAGE);
}

for (const [at, text] of texts.entries()) {
  const long = pages(text, 50);
  const begun = performance.now();
  const document = readText(long);
  const read = performance.now();
  const proposals = propose(document);
  const done = performance.now();
  console.log(
    `document ${at + 1}: 50 pages read in ${Math.round(read - begun)} ms, ${proposals.length} proposals in ${Math.round(done - read)} ms`,
  );
}
