// @ts-check
// Promises pictures of every page and state, in the order in which one comes by them.
import { quickTour } from './capture.mjs';
import { importTour } from './import.mjs';
import { keepingTour } from './keeping.mjs';
import { listTour } from './list.mjs';
import { chooseRecord, openRecord } from './pages.mjs';
import { roomTour } from './room.mjs';
import { sessionTour } from './session.mjs';
import { triageTour } from './triage.mjs';

/**
 * @param {import('../drive/app.mjs').Running} running
 * @param {import('./camera.mjs').Camera} camera
 * @param {string} library
 */
export async function wholeTour({ app, page }, camera, library) {
  const shoot = await camera(page);
  await chooseRecord(page, /^Orders disk/);
  await shoot('tour');
  await page.getByRole('button', { name: 'Skip' }).click();
  await chooseRecord(page, /^Orders disk/);
  await shoot('home');
  await page.getByRole('searchbox').fill('pool');
  await page.getByRole('group', { name: 'Found' }).waitFor();
  await shoot('search');
  await page.getByRole('searchbox').fill('qqzzyx');
  await page.getByText('Nothing found').waitFor();
  await shoot('search-nothing');
  await page.getByRole('searchbox').press('Escape');
  await listTour(page, shoot);

  await page.getByRole('button', { name: 'Capture a near miss' }).click();
  await page.getByRole('dialog').waitFor();
  await shoot('capture');
  await page.keyboard.press('Escape');
  await quickTour(app, camera);
  await importTour(page, shoot);
  await triageTour(page, shoot);

  for (const [name, place] of [
    ['actions', 'Actions'],
    ['attention', 'Needs attention'],
    ['settings', 'Settings'],
  ]) {
    await page.getByRole('button', { name: new RegExp(`^${place}`) }).click();
    await page.getByRole('heading', { name: place ?? '', exact: true }).waitFor();
    await shoot(name ?? '');
  }
  await page.getByRole('button', { name: /^Needs attention/ }).click();
  await page.getByRole('button', { name: 'Compare and merge…' }).first().click();
  await page.getByRole('dialog').waitFor();
  await shoot('attention-compare');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Near misses/ }).click();

  for (const [name, title] of /** @type {const} */ ([
    ['record', /^The canary caught/],
    ['record-long', /^A very long title/],
  ])) {
    await openRecord(page, title);
    await shoot(name);
    await page.getByRole('button', { name: '← Near misses' }).click();
  }

  await keepingTour(page, shoot, library);

  await sessionTour(page, shoot);
  await roomTour({ app, page }, camera);
  await page.getByRole('button', { name: 'Leave for now' }).click();
  await page.getByRole('region', { name: 'Unfinished session' }).waitFor();
  await shoot('home-unfinished');
  await page.getByRole('button', { name: 'Drop the session' }).click();
  await page.getByRole('button', { name: 'Close this library' }).click();
  await page.getByRole('heading', { name: 'Close Call' }).waitFor();
  await shoot('welcome');
}
