import { defineCommand, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { found, Problem } from '#shared/problem.ts';
import { formNames, formWords as words } from '../form-words.ts';
import { UnitEnd, UnitInput } from '../model/request.ts';
import { fillersOf, reportKinds, textSections } from '../model/template.ts';
import { canKeepForms } from '../policy.ts';
import { formsInWork } from '../queries/form-drafts.server.ts';
import { accountsForUnits, keptUnits, type ReportUnit } from '../queries/report-units.server.ts';

async function unitFor(ctx: ReadContext, id: Id | null): Promise<ReportUnit | null> {
  const units = await keptUnits(ctx);
  return id === null ? null : found(units.find((unit) => unit.id === id));
}

/**
 * Keeps a unit that fills parts of the commune's report, and who does it for it; without anybody the office types in what the unit
 * sends. People who are no longer named lose the part at once. Throws `input.invalid` for an account without such a role.
 */
export const keepReportUnit = defineCommand({
  name: 'report_unit.keep',
  input: UnitInput,
  load: (ctx, { unitId }) => unitFor(ctx, unitId),
  allow: (actor) => canKeepForms(actor),
  run: async (ctx, { name, accountIds }, before) => {
    const may = await accountsForUnits(ctx);
    if (accountIds.some((id) => !may.some((one) => one.id === id)))
      throw new Problem('input.invalid', { fields: { accountIds: words.unitGone } });
    const id = before?.id ?? ctx.id();
    if (before === null)
      await ctx.tx
        .insertInto('report_units')
        .values({ commune_id: ctx.communeId, id, name, added_at: ctx.now, ended_at: null })
        .execute();
    else
      await ctx.tx
        .updateTable('report_units')
        .set({ name })
        .where('commune_id', '=', ctx.communeId)
        .where('id', '=', id)
        .execute();
    const named = (before?.people ?? []).map(({ accountId }) => accountId);
    for (const gone of named.filter((one) => !accountIds.includes(one)))
      await ctx.tx
        .updateTable('report_unit_people')
        .set({ ended_at: ctx.now })
        .where('commune_id', '=', ctx.communeId)
        .where('unit_id', '=', id)
        .where('account_id', '=', gone)
        .where('ended_at', 'is', null)
        .execute();
    for (const accountId of new Set(accountIds.filter((one) => !named.includes(one))))
      await ctx.tx
        .insertInto('report_unit_people')
        .values({
          commune_id: ctx.communeId,
          id: ctx.id(),
          unit_id: id,
          account_id: accountId,
          named_by: ctx.actor.accountId,
          named_at: ctx.now,
          ended_at: null,
        })
        .execute();
    await ctx.emit({
      name: 'report_unit.kept',
      hamletId: null,
      subject: 'report_unit',
      subjectId: id,
      data: { name, accountIds, before },
    });
    return id;
  },
});

/** Ends a unit; refused while a form gives it a part. What it sent stays. */
export const endReportUnit = defineCommand({
  name: 'report_unit.end',
  input: UnitEnd,
  load: async (ctx, { unitId }) => found(await unitFor(ctx, unitId)),
  allow: (actor) => canKeepForms(actor),
  run: async (ctx, _input, unit) => {
    for (const forms of [await formsInWork(ctx), await formsInWork(ctx, { drafts: false })])
      for (const kind of reportKinds)
        if (
          [...textSections(forms[kind]), ...forms[kind].parts].some((one) => fillersOf(one).includes(unit.id))
        )
          throw new Problem('state.conflict', { message: words.unitStillAsked(unit.name, formNames[kind]) });
    await ctx.tx
      .updateTable('report_units')
      .set({ ended_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', unit.id)
      .execute();
    await ctx.emit({
      name: 'report_unit.ended',
      hamletId: null,
      subject: 'report_unit',
      subjectId: unit.id,
      data: { name: unit.name },
    });
  },
});
