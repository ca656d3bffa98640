// npm run bench:page: how the page feels on a slow line and a slow machine.
import { findBrowser, prepareBrowser } from './browser.mjs';
import { runNode } from './runtime.mjs';
import { prepare } from './steps.mjs';

await prepare();
await prepareBrowser();
process.exitCode = await runNode(['test/bench/page.mjs'], { env: { HEED_TEST_BROWSER: findBrowser() } });
