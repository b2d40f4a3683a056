import * as z from 'zod/mini';
import { callCommand, defineCommand } from '#platform/commands/command.server.ts';
import { id } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import { Problem, type FieldProblems } from '#shared/problem.ts';
import { createPlan } from '#features/plans/commands.server.ts';
import { PlanInput } from '#features/plans/model.ts';
import { canKeepPlan } from '#features/plans/policy.ts';
import { getPlan } from '#features/plans/queries.server.ts';
import { carriedTarget } from '../carried-target.ts';
import { definitionsOn } from '../in-force.server.ts';
import { refreshMarks } from '../marks.server.ts';
import { canDefineTargets } from '../policy.ts';
import * as words from '../words.ts';
import { insertDefinition } from './define-target.server.ts';

/** The plan of the next year and, for each target of this one by its code, the new goal; empty: it is not carried on. */
const NextYear = z.object({
  fromPlanId: id,
  ...PlanInput.shape,
  goals: z._default(z.record(z.string(), z.string()), {}),
});

/**
 * Opens the plan of the next year with the targets of the one before (W22): each as it counted on that plan's last day, with
 * its days a year on and the goal that was typed; what is not named goes on unchanged. The year before keeps its own. Tells
 * 'plan.created', 'target.defined' for each, and 'plan.carried'. Throws `input.invalid` for a year that does not begin after
 * the one before has ended, or a goal that is none, `duplicate` for a year that is there. Returns the new plan's id.
 */
export const openNextYear = defineCommand({
  name: 'plan.open_next',
  input: NextYear,
  load: (ctx, input) => getPlan(ctx, input.fromPlanId),
  allow: (actor) => canKeepPlan(actor) && canDefineTargets(actor),
  async run(ctx, { fromPlanId: _from, goals, ...plan }, before): Promise<Id> {
    if (plan.startsOn <= before.endsOn)
      throw new Problem('input.invalid', { fields: { startsOn: words.beginsTooEarly(before.endsOn) } });
    const carried = [];
    const fields: FieldProblems = {};
    for (const { definition } of await definitionsOn(ctx, before.id, before.endsOn, null)) {
      const goal = Object.hasOwn(goals, definition.code) ? (goals[definition.code] ?? '') : null;
      if (goal?.trim() === '') continue;
      const next = carriedTarget(definition, plan.year - before.year, goal);
      if (next) carried.push(next);
      else fields[`goals.${definition.code}`] = words.goalWrong(definition.goal.kind);
    }
    if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
    const planId = await callCommand(ctx, createPlan, plan);
    for (const definition of carried)
      await insertDefinition(ctx, {
        planId,
        definition,
        version: 1,
        validFrom: plan.startsOn,
        reason: words.carriedFrom(before.year),
        before: null,
      });
    if (plan.startsOn <= ctx.today) await refreshMarks(ctx, 'all');
    await ctx.emit({
      name: 'plan.carried',
      hamletId: null,
      subject: 'plan',
      subjectId: planId,
      data: { from: before.id, year: plan.year, targets: carried.map(({ code, goal }) => ({ code, goal })) },
    });
    return planId;
  },
});
