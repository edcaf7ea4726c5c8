// What axe finds serious on a page: the one way all tests ask it.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** A line for each rule that is broken, with where; by these rules only, if any are named. */
export async function seriousOn(page: Page, rules: readonly string[] = []): Promise<string[]> {
  // The page is the only one Electron shows: axe's own blank page cannot be opened.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules.length > 0 ? axe.withRules([...rules]) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
