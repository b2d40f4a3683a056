import { defineCommand } from '#platform/commands/command.server.ts';
import { monthOf } from '#shared/calendar.ts';
import { Problem } from '#shared/problem.ts';
import { PioneerInput, pioneerMeasures } from '../pioneers.ts';
import { actsForUnit, canDeclarePioneers } from '../policy.ts';
import { declarationsOf } from '../queries/pioneers.server.ts';
import { getUnit } from '../queries/units.server.ts';
import * as words from '../words.ts';

/**
 * Writes down how many of a unit's staff (người) go ahead in a month (R64); declared anew, the new row stands and the old one is
 * kept. The same again writes nothing. Tells 'unit.pioneers_declared'. Throws `input.invalid` for a month ahead or before the
 * unit began, and for an officer who does not say where it is from; `state.conflict` for a unit that is not asked or has ended.
 */
export const declarePioneers = defineCommand({
  name: 'unit.declare_pioneers',
  input: PioneerInput,
  load: (ctx, { unitId }) => getUnit(ctx, unitId),
  allow: (actor, unit) => canDeclarePioneers(actor, unit),
  async run(ctx, input, unit) {
    const { unitId: _unitId, ...after } = input;
    if (unit.endedOn !== null) throw new Problem('state.conflict', { message: words.unitEnded });
    if (unit.pioneersFrom === null) throw new Problem('state.conflict', { message: words.notAsked });
    if (input.month > monthOf(ctx.today))
      throw new Problem('input.invalid', { fields: { month: words.monthAhead(input.month) } });
    if (input.month < monthOf(unit.startedOn))
      throw new Problem('input.invalid', { fields: { month: words.monthBefore(unit.startedOn) } });
    const isOwn = actsForUnit(ctx.actor, unit);
    if (!isOwn && input.source === null)
      throw new Problem('input.invalid', { fields: { source: words.sourceNeeded } });
    const before = (await declarationsOf(ctx, unit.id)).find(({ month }) => month === input.month);
    const source = isOwn ? null : input.source;
    const isSame =
      before?.staff === input.staff &&
      before.source === source &&
      pioneerMeasures.every((measure) => before[measure] === input[measure]);
    if (isSame) return;
    await ctx.tx
      .insertInto('pioneer_counts')
      .values({
        commune_id: ctx.communeId,
        id: ctx.id(),
        unit_id: unit.id,
        month: input.month,
        staff: input.staff,
        vneid: input.vneid,
        services: input.services,
        e_payment: input.ePayment,
        source,
        declared_by: ctx.actor.accountId,
        declared_at: ctx.now,
      })
      .execute();
    await ctx.emit({
      name: 'unit.pioneers_declared',
      hamletId: null,
      subject: 'unit',
      subjectId: unit.id,
      data: { after: { ...after, source } },
    });
  },
});
