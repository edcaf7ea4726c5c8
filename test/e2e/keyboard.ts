// Going through a page by keyboard alone.

import type { Locator, Page } from '@playwright/test';

/** Presses Tab until the control with this accessible name has the focus. */
export async function tabTo(
  page: Page,
  role: Parameters<Page['getByRole']>[0],
  name: string | RegExp,
) {
  const target = page.getByRole(role, { name }).first();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${role} “${name}”`);
}

/** Presses Tab until the focus is inside. */
export async function tabInto(page: Page, group: Locator) {
  for (let presses = 0; presses < 10; presses += 1) {
    if (await group.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never reaches the group');
}
