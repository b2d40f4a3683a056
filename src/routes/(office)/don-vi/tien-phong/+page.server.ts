import { canDeclarePioneers, canSeeAllUnits } from '#features/units/policy.ts';
import { pioneerTable } from '#features/units/queries/pioneers.server.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { monthIn, monthsOf } from '../months.ts';

export const _access: Access = canSeeAllUnits;

/** `?thang=2026-10`: the month that is looked at. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({
    table: await pioneerTable(ctx, monthIn(event.url, ctx.today)),
    months: monthsOf(ctx.today).slice(0, 6),
    mayDeclare: canDeclarePioneers(ctx.actor, { accountIds: [] }),
  }));
