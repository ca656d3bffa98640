// What journeys share in which somebody else is quicker.

import type { Page } from 'playwright-core';
import { until } from './site.js';

/** What is asked for at this address comes only once it is let through; what is shown until then is from before. */
export async function held(page: Page, path: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(
    ({ pathname }) => pathname.endsWith(path),
    async (route) => {
      if (route.request().method() === 'GET') await promise;
      await route.continue();
    },
  );
  return resolve;
}

/** The refusal stays until what is there now has come, and the keyboard stays in the form. */
export async function showNow(page: Page, letThrough: () => void): Promise<void> {
  const refusal = page.getByRole('dialog').getByRole('alert');
  await refusal.getByRole('button', { name: 'Show what is there now' }).click();
  await until(page, `document.querySelector('[role=dialog] [role=alert] button[data-loading]') !== null`);
  letThrough();
  await refusal.waitFor({ state: 'detached' });
  await page.getByRole('dialog').getByText('This is what is there now. What you typed is kept.').waitFor();
  await until(page, `document.activeElement.closest('[role=dialog]') !== null`);
}
