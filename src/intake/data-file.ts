import { readFileSync } from 'node:fs';

/** Reads one of the data files that lie beside the code: another language is another file. */
export function dataFile(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
}
