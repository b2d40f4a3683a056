import { defineCommand, visible, type ReadContext } from '#platform/commands/command.server.ts';
import { addDays } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import {
  IndicatorChange,
  IndicatorEnd,
  meaningProblems,
  NewIndicator,
  type Indicator,
} from '../model/indicator.ts';
import { canKeepIndicators, canOpenIndicators } from '../policy.ts';
import { getIndicator } from '../queries/indicators.server.ts';
import * as words from '../words.ts';
import { insertIndicator } from './insert-indicator.server.ts';

/** Throws `input.invalid` for what measures nothing. */
function check(meaning: Parameters<typeof meaningProblems>[0]): void {
  const fields = meaningProblems(meaning);
  if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
}

/** Adds a code. Throws `input.invalid` when it has a meaning on that day or later already. */
export const addIndicator = defineCommand({
  name: 'indicator.add',
  input: NewIndicator,
  load: async (ctx) => visible(ctx.actor, canOpenIndicators),
  allow: (actor) => canKeepIndicators(actor),
  run: async (ctx, { indicatorCode: code, ...meaning }): Promise<Id> => {
    check(meaning);
    const standing = await ctx.tx
      .selectFrom('indicators')
      .select('id')
      .where('commune_id', '=', ctx.communeId)
      .where('code', '=', code)
      .where((on) => on.or([on('valid_to', 'is', null), on('valid_to', '>=', meaning.validFrom)]))
      .executeTakeFirst();
    if (standing) throw new Problem('input.invalid', { fields: { indicatorCode: words.codeTaken(code) } });
    const id = await insertIndicator(ctx, { code, ...meaning });
    await ctx.emit({
      name: 'indicator.added',
      hamletId: null,
      subject: 'indicator',
      subjectId: id,
      data: { code, after: meaning },
    });
    return id;
  },
});

/**
 * Gives a code another meaning from a day on; what was measured before keeps the old one. From the very day on which the old one
 * begins it is a correction of it. Throws `state.conflict` for one that has ended, `input.invalid` for an earlier day.
 */
export const changeIndicator = defineCommand({
  name: 'indicator.change',
  input: IndicatorChange,
  load: (ctx, { indicatorId }) => holdIndicator(ctx, indicatorId),
  allow: (actor) => canKeepIndicators(actor),
  run: async (ctx, { indicatorId, ...meaning }, before): Promise<Id> => {
    check(meaning);
    checkStands(before, 'validFrom', meaning.validFrom);
    let id = indicatorId;
    if (meaning.validFrom === before.validFrom) {
      const { validFrom: _same, ...changed } = meaning;
      await rowOf(ctx, indicatorId)
        .set({ ...changed, kept_by: ctx.actor.accountId, kept_at: ctx.now })
        .execute();
    } else {
      await rowOf(ctx, indicatorId)
        .set({ valid_to: addDays(meaning.validFrom, -1) })
        .execute();
      id = await insertIndicator(ctx, { code: before.code, ...meaning });
    }
    await ctx.emit({
      name: 'indicator.changed',
      hamletId: null,
      subject: 'indicator',
      subjectId: id,
      data: { code: before.code, before, after: meaning },
    });
    return id;
  },
});

/** Ends a code with a day; its values of periods until then can still be taken. */
export const endIndicator = defineCommand({
  name: 'indicator.end',
  input: IndicatorEnd,
  load: (ctx, { indicatorId }) => holdIndicator(ctx, indicatorId),
  allow: (actor) => canKeepIndicators(actor),
  run: async (ctx, { indicatorId, validTo }, before) => {
    checkStands(before, 'validTo', validTo);
    await rowOf(ctx, indicatorId).set({ valid_to: validTo }).execute();
    await ctx.emit({
      name: 'indicator.ended',
      hamletId: null,
      subject: 'indicator',
      subjectId: indicatorId,
      data: { code: before.code, validTo },
    });
  },
});

/** Held until commit: of two who change it at once, the second sees what the first did. */
async function holdIndicator(ctx: ReadContext, id: Id): Promise<Indicator> {
  await getIndicator(ctx, id);
  await ctx.tx
    .selectFrom('indicators')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return getIndicator(ctx, id);
}

function checkStands(before: Indicator, field: string, day: string): void {
  if (before.validTo !== null) throw new Problem('state.conflict', { message: words.notNewest });
  if (day < before.validFrom)
    throw new Problem('input.invalid', { fields: { [field]: words.notBefore(before.validFrom) } });
}

const rowOf = (ctx: ReadContext, id: Id) =>
  ctx.tx.updateTable('indicators').where('commune_id', '=', ctx.communeId).where('id', '=', id);
