import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** Every rule of WCAG 2.2 AA and axe's own good practice. */
export const allRules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** Another theme changes colours and nothing else. */
export const colours: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };
/** Another width or size of letters changes places and no colours; to follow those through every layer is most of axe's time. */
export const allButColours: RunOptions = {
  ...allRules,
  rules: { 'color-contrast': { enabled: false }, 'link-in-text-block': { enabled: false } },
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
type WithAxe = typeof globalThis & { axe?: { run(options: RunOptions): Promise<AxeResults> } };

/** What axe holds against the page as it stands: the rule, the first places and why. It is read into a page once; our pages have no frames. */
export async function faultsOf(page: Page, rules: RunOptions = allRules): Promise<string[]> {
  if (await page.evaluate(() => (window as WithAxe).axe === undefined)) await page.evaluate(axe);
  return page.evaluate(
    async (options) => {
      const found = await (window as WithAxe).axe?.run(options);
      if (!found) throw new Error('axe is not in the page');
      return found.violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? node.failureSummary ?? ''}`)
            .join(' | ')}`,
      );
    },
    // What passes is not told in full, which was half of the time of a look.
    { ...rules, resultTypes: ['violations' as const] },
  );
}
