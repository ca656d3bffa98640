// npm run rotate-keys: wraps the keys of sealed files with a new key. docs/operations.md says when.
import { runNode } from './runtime.mjs';
import { prepare } from './steps.mjs';

await prepare();
process.exitCode = await runNode(['--enable-source-maps', 'dist/src/rotate-keys.js', ...process.argv.slice(2)]);
