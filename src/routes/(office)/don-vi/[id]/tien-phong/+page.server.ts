import { redirect } from '@sveltejs/kit';
import { notFound } from '#shared/problem.ts';
import { declarePioneers } from '#features/units/commands/declare-pioneers.server.ts';
import { actsForUnit, canDeclarePioneers, canOpenUnitList } from '#features/units/policy.ts';
import { declarationsOf } from '#features/units/queries/pioneers.server.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { monthIn, monthsOf } from '../../months.ts';
import { unitAt } from '../../seen-unit.server.ts';

export const _access: Access = canOpenUnitList;

/** `?thang=2026-10`: the month that is declared. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const unit = await unitAt(ctx, event.params.id);
    const isAsked = unit.endedOn === null && unit.pioneersFrom !== null;
    if (!isAsked || !canDeclarePioneers(ctx.actor, unit)) throw notFound();
    const month = monthIn(event.url, ctx.today);
    const declared = await declarationsOf(ctx, unit.id);
    return {
      unit: { id: unit.id, name: unit.name },
      month,
      months: monthsOf(ctx.today).filter((one) => one >= unit.startedOn.slice(0, 7)),
      standing: declared.find((one) => one.month === month) ?? null,
      // Staff seldom changes: the last number is offered.
      staff: declared.find((one) => one.month <= month)?.staff ?? null,
      isOwn: actsForUnit(ctx.actor, unit),
    };
  });

export const actions: Actions = {
  gui: async (event) => {
    const unitId = event.params.id;
    const { problem } = await act(event, declarePioneers, { ...(await formOf(event)), unitId });
    return problem ?? redirect(303, `/don-vi/${unitId}?xong=khai`);
  },
};
