// How long 50 pages take: node test/bench/intake.mjs, after npm run build. The pages are the labelled documents, again and again.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { propose } from '../../dist/src/intake/propose.js';
import { readText } from '../../dist/src/intake/read-text.js';

const PAGE = 3000; // characters, as a full page of a report has
const folder = join(import.meta.dirname, '..', 'intake', 'documents');
const texts = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(join(folder, file), 'utf8'));

/** Milliseconds of one core: other work on the machine does not count. */
const spent = ({ user, system }) => Math.round((user + system) / 1000);

/** So many pages of one kind of document; its paragraphs stay whole. */
function pages(text, count) {
  return text.repeat(Math.ceil((count * PAGE) / text.length)).slice(0, count * PAGE);
}

for (const [at, text] of texts.entries()) {
  const long = pages(text, 50);
  const begun = process.cpuUsage();
  const document = readText(long);
  const read = process.cpuUsage(begun);
  const proposals = propose(document);
  const done = process.cpuUsage(begun);
  console.log(
    `document ${at + 1}: 50 pages read in ${spent(read)} ms, ${proposals.length} proposals in ${spent(done) - spent(read)} ms`,
  );
}
