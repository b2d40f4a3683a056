import { defineCommand, visible } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { sumDong } from '#shared/dong.ts';
import { SourceInput } from '../model/inputs.ts';
import { canKeepBudget, canSeeBudget } from '../policy.ts';
import { holdYearBook } from '../queries/year-book.server.ts';
import * as words from '../words.ts';

/**
 * Writes a source of money with its paper, or corrects it (the same id). Tells 'budget_source.kept', or nothing when nothing changed.
 * Throws `duplicate` for a name that the year has, `input.invalid` for less than is approved from it.
 */
export const keepSource = defineCommand({
  name: 'budget.keep_source',
  input: SourceInput,
  load: async (ctx) => visible(ctx.actor, canSeeBudget),
  allow: (actor) => canKeepBudget(actor),
  run: async (ctx, input) => {
    const { id, year } = input;
    if (input.paperOn > ctx.today)
      throw new Problem('input.invalid', { fields: { paperOn: words.dayInFuture } });
    const book = await holdYearBook(ctx, year);
    const standing = await ctx.tx
      .selectFrom('budget_sources')
      .select(['year', 'kind', 'name', 'amount', 'paper_number', 'paper_on', 'note'])
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (standing && standing.year !== year)
      throw new Problem('input.invalid', { fields: { year: words.otherYear } });
    if (book.sources.some((source) => source.name === input.name && source.id !== id))
      throw new Problem('duplicate', { message: words.sameSource, fields: { name: words.sameSource } });
    const approved = sumDong(
      book.lines.filter(({ sourceId }) => sourceId === id).map(({ amount }) => amount),
    );
    if (input.amount < approved)
      throw new Problem('input.invalid', { fields: { amount: words.sourceBelow(approved) } });
    const before = standing && { ...standing, amount: String(standing.amount) };
    const after = {
      year,
      kind: input.kind,
      name: input.name,
      amount: String(input.amount),
      paper_number: input.paperNumber,
      paper_on: input.paperOn,
      note: input.note,
    };
    if (before && JSON.stringify(before) === JSON.stringify(after)) return { id };
    const row = { ...after, kept_by: ctx.actor.accountId, kept_at: ctx.now };
    await ctx.tx
      .insertInto('budget_sources')
      .values({ commune_id: ctx.communeId, id, ...row })
      .onConflict((conflict) => conflict.columns(['commune_id', 'id']).doUpdateSet(row))
      .execute();
    await ctx.emit({
      name: 'budget_source.kept',
      hamletId: null,
      subject: 'budget_source',
      subjectId: id,
      data: { before: before ?? null, after },
    });
    return { id };
  },
});
