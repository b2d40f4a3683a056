import * as z from 'zod/mini';
import { defineCommand, type WriteContext } from '#platform/commands/command.server.ts';
import { day, id, line } from '#shared/fields.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { refuseClosed } from '#features/plans/commands.server.ts';
import { getPlan } from '#features/plans/queries.server.ts';
import { targetDefinition, type TargetDefinition } from '../definition.ts';
import { refreshMarks } from '../marks.server.ts';
import { canDefineTargets } from '../policy.ts';
import * as words from '../words.ts';

const DefineTargetInput = z.object({
  planId: id,
  definition: targetDefinition,
  /** From this day on the new definition counts; figures of earlier days keep the old one. */
  validFrom: day,
  reason: line(500),
});

const refuse = (message: string) => new Problem('input.invalid', { fields: { validFrom: message } });

/**
 * Writes a new version of a target, or a new target, and marks everything anew. Earlier versions stay. Throws
 * `input.invalid` when the day lies outside the plan or before the day of the version that it follows.
 * Returns the version's number.
 */
export const defineTarget = defineCommand({
  name: 'target.define',
  input: DefineTargetInput,
  load: (ctx, input) => getPlan(ctx, input.planId),
  allow: (actor) => canDefineTargets(actor),
  run: async (ctx, input, plan) => {
    refuseClosed(plan);
    if (input.validFrom < plan.startsOn || input.validFrom > plan.endsOn)
      throw refuse(words.validFromOutsidePlan);
    const last = await ctx.tx
      .selectFrom('target_definitions')
      .select(['version', 'valid_from', 'definition'])
      .where('commune_id', '=', ctx.communeId)
      .where('plan_id', '=', plan.id)
      .where('code', '=', input.definition.code)
      .orderBy('version', 'desc')
      .forUpdate()
      .executeTakeFirst();
    if (last && input.validFrom < last.valid_from) throw refuse(words.validFromBeforeLast);
    const version = (last?.version ?? 0) + 1;
    await insertDefinition(ctx, {
      planId: plan.id,
      definition: input.definition,
      version,
      validFrom: input.validFrom,
      reason: input.reason,
      before: last?.definition ?? null,
    });
    await refreshMarks(ctx, 'all');
    return { version };
  },
});

/** The insertion itself; whoever calls it marks anew afterwards. */
export async function insertDefinition(
  ctx: WriteContext,
  given: {
    planId: Id;
    definition: TargetDefinition;
    version: number;
    validFrom: Day;
    reason: string | null;
    before: unknown;
  },
): Promise<void> {
  const definitionId = ctx.id();
  await ctx.tx
    .insertInto('target_definitions')
    .values({
      commune_id: ctx.communeId,
      id: definitionId,
      plan_id: given.planId,
      code: given.definition.code,
      version: given.version,
      definition: JSON.stringify(given.definition),
      valid_from: given.validFrom,
      created_at: ctx.now,
      created_by: ctx.actor.accountId,
      reason: given.reason,
    })
    .execute();
  await ctx.emit({
    name: 'target.defined',
    hamletId: null,
    subject: 'target_definition',
    subjectId: definitionId,
    data: {
      code: given.definition.code,
      version: given.version,
      validFrom: given.validFrom,
      reason: given.reason,
      before: given.before,
      after: given.definition,
    },
  });
}
