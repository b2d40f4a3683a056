import { redirect } from '@sveltejs/kit';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { closePlan } from '#features/plans/commands.server.ts';
import { figuresAsOf } from '#features/targets/queries/figures-as-of.server.ts';
import type { Day } from '#shared/calendar.ts';
import { canDraftDocument } from '#features/documents/policy.ts';
import { canKeepPlan } from '#features/plans/policy.ts';
import { canOpenTargets } from '#features/targets/policy.ts';
import { findPlan, getPlan, listPlans } from '#features/plans/queries.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, signedIn, text, type Access } from '#routes/door.server.ts';
import * as words from './words.ts';

export const _access: Access = signedIn;

/** What the year ended with, as it is known now: what stays once the plan is closed. */
async function finalFigures(ctx: ReadContext, day: Day) {
  const figures = await figuresAsOf(ctx, { hamletId: null, day, cutoffAt: ctx.now });
  return (figures?.targets ?? []).map(({ definition, figure }) => ({
    code: definition.code,
    title: definition.title,
    unit: definition.unit,
    kind: definition.goal.kind,
    reached: figure.reached,
    population: figure.population,
  }));
}

export const actions: Actions = {
  close: async (event) => {
    const values = await formOf(event);
    const { problem } = await act(event, closePlan, values);
    return problem ?? redirect(303, `/ke-hoach?ban=${text(values, 'planId')}&xong=khoa`);
  },
};

/** The plan in force, or the one of `?ban=<id>`. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const wanted = event.url.searchParams.get('ban');
    if (wanted !== null && !isId(wanted)) throw notFound();
    const plans = await listPlans(ctx);
    const plan = wanted === null ? ((await findPlan(ctx)) ?? plans[0]) : await getPlan(ctx, wanted);
    const mayKeep = canKeepPlan(ctx.actor);
    const mayClose = mayKeep && plan !== undefined && plan.closedOn === null && plan.endsOn < ctx.today;
    return {
      plan,
      plans: plans.map(({ id, year, number, issuedOn, closedOn }) => ({
        id,
        year,
        number,
        issuedOn,
        closedOn,
      })),
      mayKeep,
      final: mayClose ? await finalFigures(ctx, plan.endsOn) : null,
      mayDraft: canDraftDocument(ctx.actor),
      maySeeTargets: canOpenTargets(ctx.actor),
      nextYear: Math.max(Number(ctx.today.slice(0, 4)), ...plans.map((plan) => plan.year + 1)),
      done: doneText(words.done, event.url),
    };
  });
