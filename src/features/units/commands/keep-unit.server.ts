import { defineCommand, visible, type WriteContext } from '#platform/commands/command.server.ts';
import { monthOf } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { UnitEnd, UnitInput } from '../model.ts';
import { canKeepUnitList } from '../policy.ts';
import { accountsForUnits, getUnit, unitNames, type Unit } from '../queries/units.server.ts';
import * as words from '../words.ts';

/**
 * Keeps a unit of the commune and who acts for it (R63): people who are no longer named lose its part and its tasks at once. Tells
 * 'unit.kept'. Throws `input.invalid` for an account without a role of an office or a unit or a day ahead, `duplicate` for
 * the name of a living unit, `state.conflict` for a unit that has ended.
 */
export const keepUnit = defineCommand({
  name: 'unit.keep',
  input: UnitInput,
  async load(ctx, { unitId }) {
    visible(ctx.actor, canKeepUnitList);
    return unitId === null ? null : getUnit(ctx, unitId);
  },
  allow: (actor) => canKeepUnitList(actor),
  async run(ctx, input, before): Promise<Id> {
    if (before !== null && before.endedOn !== null)
      throw new Problem('state.conflict', { message: words.unitEnded });
    const may = await accountsForUnits(ctx);
    if (input.accountIds.some((id) => !may.some((one) => one.id === id)))
      throw new Problem('input.invalid', { fields: { accountIds: words.accountGone } });
    const startedOn = input.startedOn ?? before?.startedOn ?? ctx.today;
    if (startedOn > ctx.today)
      throw new Problem('input.invalid', { fields: { startedOn: words.startAhead } });
    const name = input.name.toLocaleLowerCase('vi');
    if (
      (await unitNames(ctx)).some((one) => one.id !== before?.id && one.name.toLocaleLowerCase('vi') === name)
    )
      throw new Problem('duplicate', { message: words.sameName, fields: { name: words.sameName } });
    const id = before?.id ?? ctx.id();
    const row = {
      name: input.name,
      kind: input.kind,
      started_on: startedOn,
      contact_name: input.contactName,
      contact_phone: input.contactPhone,
      pioneers_from: input.pioneers ? (before?.pioneersFrom ?? monthOf(ctx.today)) : null,
    };
    await ctx.tx
      .insertInto('units')
      .values({ commune_id: ctx.communeId, id, ended_on: null, ...row })
      .onConflict((conflict) => conflict.columns(['commune_id', 'id']).doUpdateSet(row))
      .execute();
    await namePeople(ctx, id, before?.accountIds ?? [], input.accountIds);
    // Whom to call is told by the unit's page and by no other: it goes when the unit ends.
    const told = (unit: typeof row, accountIds: readonly Id[]) => ({
      name: unit.name,
      kind: unit.kind,
      startedOn: unit.started_on,
      pioneersFrom: unit.pioneers_from,
      accountIds,
    });
    await ctx.emit({
      name: 'unit.kept',
      hamletId: null,
      subject: 'unit',
      subjectId: id,
      data: { before: before && told(rowOf(before), before.accountIds), after: told(row, input.accountIds) },
    });
    return id;
  },
});

const rowOf = (unit: Unit) => ({
  name: unit.name,
  kind: unit.kind,
  started_on: unit.startedOn,
  contact_name: unit.contactName,
  contact_phone: unit.contactPhone,
  pioneers_from: unit.pioneersFrom,
});

async function namePeople(
  ctx: WriteContext,
  unitId: Id,
  named: readonly Id[],
  wanted: readonly Id[],
): Promise<void> {
  for (const gone of named.filter((one) => !wanted.includes(one)))
    await ctx.tx
      .updateTable('unit_people')
      .set({ ended_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('unit_id', '=', unitId)
      .where('account_id', '=', gone)
      .where('ended_at', 'is', null)
      .execute();
  for (const accountId of new Set(wanted.filter((one) => !named.includes(one))))
    await ctx.tx
      .insertInto('unit_people')
      .values({
        commune_id: ctx.communeId,
        id: ctx.id(),
        unit_id: unitId,
        account_id: accountId,
        named_by: ctx.actor.accountId,
        named_at: ctx.now,
        ended_at: null,
      })
      .execute();
}

/**
 * Ends a unit; what it did and sent stays, whom to call goes. Tells 'unit.ended': a feature above that still waits for something of
 * the unit refuses it there. Throws `input.invalid` for a day before it began or ahead, `state.conflict` for one that has ended.
 */
export const endUnit = defineCommand({
  name: 'unit.end',
  input: UnitEnd,
  async load(ctx, { unitId }) {
    visible(ctx.actor, canKeepUnitList);
    return getUnit(ctx, unitId);
  },
  allow: (actor) => canKeepUnitList(actor),
  async run(ctx, input, unit) {
    if (unit.endedOn !== null) throw new Problem('state.conflict', { message: words.unitEnded });
    const endedOn = input.endedOn ?? ctx.today;
    const wrong =
      endedOn < unit.startedOn
        ? words.endBeforeStart(unit.startedOn)
        : endedOn > ctx.today
          ? words.endAhead
          : null;
    if (wrong !== null) throw new Problem('input.invalid', { fields: { endedOn: wrong } });
    await ctx.tx
      .updateTable('units')
      .set({ ended_on: endedOn, contact_name: null, contact_phone: null })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', unit.id)
      .execute();
    await ctx.emit({
      name: 'unit.ended',
      hamletId: null,
      subject: 'unit',
      subjectId: unit.id,
      data: { name: unit.name, endedOn },
    });
  },
});
