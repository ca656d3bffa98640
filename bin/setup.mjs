// npm run setup: makes keys, database, an empty workspace and its first administrator's link.
import { runNode } from './runtime.mjs';
import { prepare } from './steps.mjs';

await prepare();
process.exitCode = await runNode(['--enable-source-maps', 'dist/src/setup.js', ...process.argv.slice(2)]);
