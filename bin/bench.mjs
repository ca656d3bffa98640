// npm run bench: how fast Heed is beside two baselines. What follows goes to it: npm run bench -- --recommendations 200000
import { runNode } from './runtime.mjs';
import { prepare } from './steps.mjs';

await prepare();
process.exitCode = await runNode(['test/bench/bench.mjs', ...process.argv.slice(2)]);
