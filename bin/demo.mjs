// npm run demo: from a fresh clone to a running server with the demonstration workspace.
import { runNode } from './runtime.mjs';
import { prepare } from './steps.mjs';

await prepare();
console.log('Starting ...');
process.exitCode = await runNode(['--enable-source-maps', 'dist/src/main.js', '--demo']);
