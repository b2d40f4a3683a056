import type { ReadContext } from '#platform/commands/command.server.ts';
import { getBudgetYear } from '#features/budget/queries/budget-year.server.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { words } from './line-words.ts';

/** What a line of a year's estimate may choose from: sources with what they give, hamlets, and approved lines for a change. */
export async function lineChoices(ctx: ReadContext, year: number) {
  const { sources, lines } = await getBudgetYear(ctx, year);
  return {
    sources: sources.map(({ id, name, amount, approved }) => ({
      id,
      name: words.source(name, amount - approved),
    })),
    hamlets: (await listHamlets(ctx)).map(({ id, name }) => ({ id, name })),
    bases: lines.map(({ id, name, left }) => ({ id, name: words.base(name, left) })),
  };
}
