// usage: node .shot.mjs BASE account lang width path out [actions js]
import { chromium } from 'playwright-core';
const [base, account, lang, width, path, out, act] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
const context = await browser.newContext({ viewport: { width: +width, height: +width < 500 ? 844 : 900 }, locale: lang === 'ko' ? 'ko-KR' : 'en-GB' });
const page = await context.newPage();
page.on('console', (m) => { if (['error','warning'].includes(m.type())) console.log('console', m.type(), m.text().slice(0, 400)); });
page.on('pageerror', (e) => console.log('pageerror', e.message.slice(0, 600)));
page.on('requestfailed', (r) => console.log('failed', r.url()));
if (account !== '-') {
  await page.goto(base + '/sign-in');
  await page.locator('input[type=email]').fill(account + '@heed.example');
  await page.locator('input[type=password]').fill('heed-demo-only');
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/\/w\//, { timeout: 15000 }).catch((e) => console.log('no w', page.url()));
}
await page.goto(base + path);
await page.waitForLoadState('load');
await page.waitForTimeout(1500);
if (act) await (new Function('page', `return (async () => { ${act} })()`))(page);
await page.screenshot({ path: out, fullPage: process.env.FULL === '1' });
await browser.close();
