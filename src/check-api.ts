// Step of `npm run check`: fails where docs/api/openapi.json breaks what docs/api/released.json promised, and names the break.
import { readFileSync } from 'node:fs';
import { type ApiDocument, breakingChanges, type DeliberateBreak, faultsOf } from './api-changes.js';

const read = <T>(file: string): T => JSON.parse(readFileSync(`docs/api/${file}`, 'utf8')) as T;

const breaks = breakingChanges(read<ApiDocument>('released.json'), read<ApiDocument>('openapi.json'));
const faults = faultsOf(breaks, read<DeliberateBreak[]>('deliberate-breaks.json'));
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
