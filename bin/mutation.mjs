// npm run mutation -- workflows: plants faults in a part whose tests need no database (docs/testing.md).
import { bin, prepare } from './steps.mjs';
import { runNode } from './runtime.mjs';

await prepare();
process.exitCode = await runNode([bin('@stryker-mutator/core', 'bin/stryker.js'), 'run'], {
  env: { HEED_MUTATION: process.argv[2] ?? 'workflows' },
});
