// npm run --silent intake -- FILE...: the recommendations in documents, as JSON. Only they go to standard output.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { root, runNode } from './runtime.mjs';

// What installs and builds says what it does: on standard error, so that the output can go to a file.
const { status } = spawnSync(process.execPath, [join(root, 'bin', 'build.mjs')], { stdio: ['ignore', 2, 2] });
if (status !== 0) process.exit(status ?? 1);
const files = process.argv.slice(2).map((file) => resolve(process.env.INIT_CWD ?? process.cwd(), file));
process.exitCode = await runNode(['dist/src/propose-files.js', ...files]);
