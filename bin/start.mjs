// npm start: the server for production. docs/operations.md names its settings.
import { runNode } from './runtime.mjs';
import { prepare } from './steps.mjs';

await prepare();
process.exitCode = await runNode(['--enable-source-maps', 'dist/src/main.js', ...process.argv.slice(2)]);
