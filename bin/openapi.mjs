// npm run openapi: writes docs/api/openapi.json from the code, and from that the types of its typed clients.
import { writeTypes } from './contract.mjs';
import { runNode } from './runtime.mjs';
import { prepare } from './steps.mjs';

await prepare();
process.exitCode = (await runNode(['--enable-source-maps', 'dist/src/write-api.js'])) || (await writeTypes());
