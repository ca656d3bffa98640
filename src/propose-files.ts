// npm run intake: prints the recommendations of documents as JSON. Needs no database, no network and no settings.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { propose } from './intake/propose.js';
import { readFile } from './intake/read-file.js';
import { settingOf } from './intake/setting.js';
import { subjects, themesOf } from './intake/theme-words.js';

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('Name one or more documents: npm run --silent intake -- letter.txt report.pdf\n');
  process.exitCode = 2;
} else {
  const answers = await Promise.all(files.map(read));
  if (!answers.includes(undefined))
    process.stdout.write(`${JSON.stringify(answers.length === 1 ? answers[0] : answers, null, 2)}\n`);
}

/** One document in the shape that labelled documents have; `undefined` after a fault, which has been said. */
async function read(file: string): Promise<object | undefined> {
  try {
    const { document } = await readFile(readFileSync(file), file);
    const { title, date, form } = settingOf(document);
    const found = propose(document);
    const themes = themesOf(
      found.map(({ text }) => text),
      subjects,
    );
    const recommendations = found.map((proposal, at) => ({ ...proposal, themes: themes[at] ?? [] }));
    return { document: { file: basename(file), title, kind: form, date }, recommendations };
  } catch (error) {
    process.stderr.write(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}\n`);
    process.exitCode = 1;
    return undefined;
  }
}
