import { redirect } from '@sveltejs/kit';
import { getCommune } from '#features/org/queries.server.ts';
import { createPlan } from '#features/plans/commands.server.ts';
import { blankPlan } from '#features/plans/plan-2026.ts';
import { canKeepPlan } from '#features/plans/policy.ts';
import { listPlans, type Plan } from '#features/plans/queries.server.ts';
import { openNextYear } from '#features/targets/commands/open-next-year.server.ts';
import { goalNumber } from '#features/targets/carried-target.ts';
import { definitionsOn } from '#features/targets/in-force.server.ts';
import { targetBoard } from '#features/targets/queries/target-board.server.ts';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { formOf, read, text, type Access } from '#routes/door.server.ts';
import { savePlan } from '../plan-form.server.ts';
import { inputOf } from '../plan-input.ts';

export const _access: Access = canKeepPlan;

/** A draft for the year of `?nam=` (this year without it): after a plan its own texts and targets a year on, else a blank one. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const asked = event.url.searchParams.get('nam') ?? '';
    const year = Number(/^20[2-9]\d$/.test(asked) ? asked : ctx.today.slice(0, 4));
    const before = (await listPlans(ctx)).find((plan) => plan.year < year);
    const plan = before ? nextOf(before, year) : blankPlan(year, (await getCommune(ctx)).title);
    return {
      plan,
      before: before ? { id: before.id, year: before.year } : null,
      carried: before ? await carriedOf(ctx, before) : [],
    };
  });

/** The plan's texts a year on; number and day are of the new paper. */
function nextOf(before: Plan, year: number) {
  return {
    ...inputOf(before),
    year,
    number: null,
    issuedOn: null,
    title: before.title.replaceAll(String(before.year), String(year)),
    startsOn: `${year}-01-01`,
    endsOn: `${year}-12-31`,
  };
}

/** Each target that would go on, with its goal and where it stands while that plan is in force. */
async function carriedOf(ctx: ReadContext, before: Plan) {
  const board = await targetBoard(ctx);
  const now = new Map(
    board?.plan.id === before.id
      ? board.targets.map((target) => [target.definition.code, target.figure] as const)
      : [],
  );
  return (await definitionsOn(ctx, before.id, before.endsOn, null)).map(({ definition }) => {
    const figure = now.get(definition.code);
    return {
      code: definition.code,
      title: definition.title,
      unit: definition.unit,
      kind: definition.goal.kind,
      goal: goalNumber(definition.goal),
      reached: figure ? { count: figure.reached, of: figure.population, rate: figure.rate } : null,
    };
  });
}

export const actions: Actions = {
  default: async (event) => {
    const values = await formOf(event);
    const { done, problem } =
      text(values, 'fromPlanId') === ''
        ? await savePlan(event, createPlan, values)
        : await savePlan(event, openNextYear, values);
    return problem ?? redirect(303, `/ke-hoach?ban=${done}&xong=lap`);
  },
};
