// npm run migrate: brings the database up to date without starting the server.
import { runNode } from './runtime.mjs';
import { prepare } from './steps.mjs';

await prepare();
process.exitCode = await runNode(['--enable-source-maps', 'dist/src/migrate.js', ...process.argv.slice(2)]);
