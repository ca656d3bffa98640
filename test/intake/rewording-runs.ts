// Rewords the documents of a folder and compares what is found in them.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gazetteer } from '../../src/intake/gazetteer.js';
import { propose } from '../../src/intake/propose.js';
import { readText } from '../../src/intake/read-text.js';
import { settingOf } from '../../src/intake/setting.js';
import { agreement, CHANGES, isBroken } from './reworded.js';
import { applied, type Source } from './rewording.js';

const LISTS = join(import.meta.dirname, '..', '..', 'src', 'intake');
const CALENDAR =
  'January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday';

/** How often proposals came out as they were, of all that a change touched. */
export interface Kept {
  touched: number;
  kept: number;
}

/** What came of a run: by kind of change, by change, by form of document; and every difference, a line each. */
export interface Run {
  kinds: Map<string, Kept>;
  changes: Map<string, Kept>;
  forms: Map<string, Kept>;
  differences: string[];
}

/** Rewords documents; `isTaken` says which change goes with which document. */
export function run(folders: readonly string[], isTaken: (document: number, change: number) => boolean): Run {
  const texts = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => ({ file: join(basename(folder), file), text: readFileSync(join(folder, file), 'utf8') })),
  );
  const isWord = wordsOf(texts.map(({ text }) => text));
  const done: Run = { kinds: new Map(), changes: new Map(), forms: new Map(), differences: [] };
  texts.forEach(({ file, text }, document) => {
    if (isBroken(text)) return;
    const taken = CHANGES.filter((_, change) => isTaken(document, change));
    if (taken.length === 0) return;
    const read = readText(text);
    const { form } = settingOf(read);
    const source = { text, proposals: propose(read), ...known, isWord, isStory: form === 'press' };
    for (const change of taken) add(done, source, form, file, change);
  });
  return done;
}

const states = new Set(
  Object.values(
    JSON.parse(readFileSync(join(LISTS, 'states.en.json'), 'utf8')) as Record<string, { name: string }>,
  ).map(({ name }) => name),
);
const known = {
  isState: (name: string): boolean => states.has(name),
  mentionsIn: (words: string) => gazetteer.mentionsIn(words),
};

/** Words that a text has in small letters, or that a list of the intake has: no names that only a text gives. */
function wordsOf(texts: readonly string[]): (word: string) => boolean {
  const lists = readdirSync(LISTS)
    .filter((file) => file.endsWith('.json'))
    .map((file) => readFileSync(join(LISTS, file), 'utf8'));
  const words = new Set(
    [
      ...texts.flatMap((text) => text.match(/(?<!\p{L})\p{Ll}+/gu) ?? []),
      ...lists.flatMap((list) => list.match(/\p{L}+/gu) ?? []),
      ...CALENDAR.split(' '),
    ].map((word) => word.toLowerCase()),
  );
  return (word) => words.has(word.toLowerCase()) || words.has(word.toLowerCase().replace(/s$/, ''));
}

function add(done: Run, source: Source, form: string, file: string, { kind, to, of }: (typeof CHANGES)[number]): void {
  const reworded = of(source);
  if (!reworded) return;
  const found = propose(readText(applied(source.text, reworded.edits)));
  const { touched, kept, differences } = agreement(source, reworded, found, /^(?:states|names|groups)$/.test(kind));
  for (const [map, key] of [
    [done.kinds, kind],
    [done.changes, `${kind}: ${to}`],
    [done.forms, form],
  ] as const) {
    const sum = map.get(key) ?? { touched: 0, kept: 0 };
    map.set(key, { touched: sum.touched + touched, kept: sum.kept + kept });
  }
  done.differences.push(...differences.map((difference) => `${kind}: ${to} | ${file} | ${difference}`));
}
