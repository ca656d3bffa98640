// npm run recover: a link for who has lost a password. docs/operations.md says how to hand it over.
import { runNode } from './runtime.mjs';
import { prepare } from './steps.mjs';

await prepare();
process.exitCode = await runNode(['--enable-source-maps', 'dist/src/recover.js', ...process.argv.slice(2)]);
