import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

type Rules = Parameters<AxeBuilder['options']>[0];

/** Every rule of WCAG 2.2 AA and axe's own good practice. */
export const allRules: Rules = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** Another theme changes colours and nothing else. */
export const colours: Rules = { runOnly: ['color-contrast', 'link-in-text-block'] };
/** Another width changes places and no colours; to follow those through every layer is most of axe's time. */
export const allButColours: Rules = {
  ...allRules,
  rules: { 'color-contrast': { enabled: false }, 'link-in-text-block': { enabled: false } },
};

/** What axe holds against the page as it stands: the rule, the first places and why. What passes is not told in full, which was half of the time of a look. */
export async function faultsOf(page: Page, rules: Rules = allRules): Promise<string[]> {
  const options = { ...rules, resultTypes: ['violations' as const] };
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options(options).analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? node.failureSummary ?? ''}`)
        .join(' | ')}`,
  );
}
