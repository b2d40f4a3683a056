import type * as z from 'zod/mini';
import { defineCommand, visible, type WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { NewSystem, SystemChange } from '../model/mapping.ts';
import { canKeepIndicators, canOpenIndicators } from '../policy.ts';
import { getSystem } from '../queries/mappings.server.ts';
import * as words from '../mapping-words.ts';

type System = z.infer<typeof NewSystem>;

/** Names another system that takes our figures. Throws `input.invalid` for a name that is there, and for a DHIS2 without its codes. */
export const addReportingSystem = defineCommand({
  name: 'reporting_system.add',
  input: NewSystem,
  load: async (ctx) => visible(ctx.actor, canOpenIndicators),
  allow: (actor) => canKeepIndicators(actor),
  run: async (ctx, system): Promise<Id> => {
    await check(ctx, system, null);
    const id = ctx.id();
    await ctx.tx
      .insertInto('reporting_systems')
      .values({ commune_id: ctx.communeId, id, ...rowOf(ctx, system) })
      .execute();
    await ctx.emit({
      name: 'reporting_system.added',
      hamletId: null,
      subject: 'reporting_system',
      subjectId: id,
      data: { after: system },
    });
    return id;
  },
});

/** Changes its name or what it calls this commune; its mapping stays. */
export const changeReportingSystem = defineCommand({
  name: 'reporting_system.change',
  input: SystemChange,
  load: (ctx, { systemId }) => getSystem(ctx, systemId),
  allow: (actor) => canKeepIndicators(actor),
  run: async (ctx, { systemId, ...system }, before) => {
    await check(ctx, system, systemId);
    await ctx.tx
      .updateTable('reporting_systems')
      .set(rowOf(ctx, system))
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', systemId)
      .execute();
    await ctx.emit({
      name: 'reporting_system.changed',
      hamletId: null,
      subject: 'reporting_system',
      subjectId: systemId,
      data: { before, after: system },
    });
  },
});

async function check(ctx: WriteContext, { name, shape, orgUnit, dataSet }: System, own: Id | null) {
  const fields: Record<string, string> = {};
  if (shape === 'dhis2' && orgUnit === null) fields['orgUnit'] = words.orgUnitNeeded;
  if (shape === 'dhis2' && dataSet === null) fields['dataSet'] = words.dataSetNeeded;
  const same = await ctx.tx
    .selectFrom('reporting_systems')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('name', '=', name)
    .executeTakeFirst();
  if (same !== undefined && same.id !== own) fields['name'] = words.nameTaken;
  if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
}

const rowOf = (ctx: WriteContext, { name, shape, orgUnit, dataSet }: System) => ({
  name,
  shape,
  org_unit: orgUnit,
  data_set: dataSet,
  kept_by: ctx.actor.accountId,
  kept_at: ctx.now,
});
