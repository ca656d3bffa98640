// npm run bench:letter: a letter from the paste to tracked recommendations, by keys.
import { findBrowser, prepareBrowser } from './browser.mjs';
import { runNode } from './runtime.mjs';
import { prepare } from './steps.mjs';

await prepare();
await prepareBrowser();
process.exitCode = await runNode(['test/bench/letter.mjs'], { env: { HEED_TEST_BROWSER: findBrowser() } });
