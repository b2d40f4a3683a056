import { defineCommand, visible } from '#platform/commands/command.server.ts';
import { found, Problem, type FieldProblems } from '#shared/problem.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { call as words } from '../call-words.ts';
import { callForm, CallId, CallInput, callKey } from '../model/report-call.ts';
import { canAskReports } from '../policy.ts';
import { reportCalls } from '../queries/report-calls.server.ts';
import { templateFor } from '../queries/templates.server.ts';

/**
 * Asks hamlets for a thematic or ad-hoc report (NĐ 09/2019/NĐ-CP) with days, due day and form of its own, and returns its id. It then
 * lives as the periodic ones do. Throws `input.invalid` for days out of order and for a form that asks nothing.
 */
export const askReport = defineCommand({
  name: 'report.ask',
  input: CallInput,
  load: async (ctx) => visible(ctx.actor, canAskReports),
  allow: (actor) => canAskReports(actor),
  run: async (ctx, input) => {
    const hamlets = (await listHamlets(ctx)).map(({ id }) => id).filter((id) => input.hamletIds.includes(id));
    const form = callForm((await templateFor(ctx, 'hamlet', ctx.today)).definition, input);
    const fields: FieldProblems = {};
    if (input.endsOn < input.startsOn) fields['endsOn'] = words.daysWrong;
    if (input.dueOn < input.endsOn) fields['dueOn'] = words.dueWrong(input.endsOn);
    else if (input.dueOn < ctx.today) fields['dueOn'] = words.duePast;
    if (hamlets.length === 0) fields['hamletIds'] = words.noHamlet;
    if (form.sections.length === 0) fields['sections'] = words.noContent;
    if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });

    // Two who ask at once get two numbers.
    await ctx.tx
      .selectFrom('report_templates')
      .select('id')
      .where('commune_id', '=', ctx.communeId)
      .forNoKeyUpdate()
      .execute();
    const year = ctx.today.slice(0, 4);
    const earlier = await reportCalls(ctx);
    const nth =
      earlier.filter(({ kind, period }) => kind === input.kind && period.startsWith(year)).length + 1;
    const period = callKey(input.kind, year, nth);
    const templateId = ctx.id();
    await ctx.tx
      .insertInto('report_templates')
      .values({
        commune_id: ctx.communeId,
        id: templateId,
        kind: 'asked',
        version: earlier.length + 1,
        definition: JSON.stringify(form),
        valid_from: input.startsOn,
        created_at: ctx.now,
      })
      .execute();
    const id = ctx.id();
    await ctx.tx
      .insertInto('report_calls')
      .values({
        commune_id: ctx.communeId,
        id,
        period,
        title: input.title,
        note: input.note,
        starts_on: input.startsOn,
        ends_on: input.endsOn,
        due_on: input.dueOn,
        template_id: templateId,
        asked_by: ctx.actor.accountId,
        asked_at: ctx.now,
        cancelled_at: null,
      })
      .execute();
    await ctx.tx
      .insertInto('report_call_hamlets')
      .values(hamlets.map((hamletId) => ({ commune_id: ctx.communeId, call_id: id, hamlet_id: hamletId })))
      .execute();
    await ctx.emit({
      name: 'report.asked',
      hamletId: null,
      subject: 'report_call',
      subjectId: id,
      data: { period, title: input.title, dueOn: input.dueOn, hamlets: hamlets.length },
    });
    return id;
  },
});

/** Asks for it no longer: nobody owes it from now on. What was sent stays and is read as before. */
export const cancelCall = defineCommand({
  name: 'report.stop_asking',
  input: CallId,
  load: async (ctx, { callId }) => {
    visible(ctx.actor, canAskReports);
    return found((await reportCalls(ctx)).find(({ id }) => id === callId));
  },
  allow: (actor) => canAskReports(actor),
  run: async (ctx, _input, call) => {
    if (call.isCancelled) throw new Problem('state.conflict', { message: words.alreadyCancelled });
    await ctx.tx
      .updateTable('report_calls')
      .set({ cancelled_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', call.id)
      .execute();
    await ctx.emit({
      name: 'report.asking_stopped',
      hamletId: null,
      subject: 'report_call',
      subjectId: call.id,
      data: { period: call.period, title: call.title },
    });
  },
});
