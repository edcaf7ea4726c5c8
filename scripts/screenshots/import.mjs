// @ts-check
// Promises pictures of the import page.
import { LONG } from './library.mjs';

const REPORTS = [
  `Title: The payments pool was two connections from dry
What almost happened: Checkout would have queued behind a report.
What saved us: Ana stopped the report by hand.
Service: payments-db`,
  `Title: A certificate had four days left
What almost happened: Every mobile client would have been locked out on Sunday.
What saved us: A colleague read the calendar.`,
  `Title: ${LONG.trim()}
What almost happened: Nothing was told to anybody.`,
].join('\n\n');
const TABLE = `Headline;When;What happened;Where;Who
The queue stood at 90 %;2026-11-02;A consumer was restarted in time;queue;Ana
A backup had not run for a week;31.02.2026;Nobody looked;backup;Sam
The wrong feature flag was on in staging;2026-10-30;It was seen before the release;flags;Sam
;2026-11-05;;;
A retry storm ended by itself;2026-11-06;The client gave up first;gateway;`;

/**
 * The import page: how it begins, several reports, and a table with rows that cannot be imported.
 * @param {import('@playwright/test').Page} page
 * @param {import('./camera.mjs').Shoot} shoot
 */
export async function importTour(page, shoot) {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('Import');
  await page.keyboard.press('Enter');
  const text = page.getByLabel(/^Reports from a chat/);
  await text.waitFor();
  await shoot('import');
  const become = page.getByRole('button', { name: 'Show what it becomes' });
  await text.fill(REPORTS);
  await become.click();
  await page.getByRole('button', { name: /^Change The payments pool/ }).click();
  await shoot('import-reports');
  await page.getByRole('button', { name: 'Start over' }).click();
  await text.fill(TABLE);
  await become.click();
  await page.getByRole('region', { name: 'Cannot be imported' }).waitFor();
  await shoot('import-table');
  await page.getByRole('button', { name: 'Start over' }).click();
}
