import { sql } from 'kysely';
import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { count, id, optionalText } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import { found, Problem } from '#shared/problem.ts';
import { chooseOne } from '#shared/words.ts';
import { effectiveVisits } from '#features/visits/facts.server.ts';
import { noteVisitCheck } from '#features/visits/commands/note-check.server.ts';
import { visitCheckResults } from '#features/visits/model/plausible.ts';
import { mostSample, usualSample } from '../model/sample.ts';
import { canDecideReport } from '../policy.ts';
import { getReport } from '../queries/find-report.server.ts';
import * as words from '../words.ts';
import { holdReport } from './change-state.server.ts';

/**
 * Draws visits of a report that was sent, to be asked about again at the door (R97). Chance comes of the report's and the visits'
 * ids: nobody can choose, and the same report gives the same visits. What was drawn before stays. Throws `state.conflict` while
 * the report is a draft, or when no visit is left to draw.
 */
export const drawSample = defineCommand({
  name: 'report.draw_sample',
  input: z.object({ reportId: id, count: z._default(count(1, mostSample), usualSample) }),
  load: (ctx, input) => holdReport(ctx, input.reportId),
  allow: (actor, report) => canDecideReport(actor, report),
  run: async (ctx, input, report) => {
    if (report.cutoffAt === null || report.state === 'draft')
      throw new Problem('state.conflict', { message: words.sampleOfDraft });
    const asOf = { communeId: ctx.communeId, recordedBy: report.cutoffAt, day: report.span.to };
    const { rows } = await sql<{ id: Id }>`
      select v.id from ${effectiveVisits(asOf)} as v
       where v.hamlet_id = ${report.hamletId} and v.visited_on >= ${report.span.from} and v.met = 'someone'
         and not exists (select 1 from report_samples as s
           where s.commune_id = ${ctx.communeId} and s.report_id = ${report.id} and s.visit_id = v.id)
       order by md5(v.id::text || ${report.id}) limit ${input.count}`.execute(ctx.tx);
    if (rows.length === 0) throw new Problem('state.conflict', { message: words.nothingToSample });
    await ctx.tx
      .insertInto('report_samples')
      .values(
        rows.map((row) => ({
          commune_id: ctx.communeId,
          id: ctx.id(),
          report_id: report.id,
          visit_id: row.id,
          drawn_by: ctx.actor.accountId,
          drawn_at: ctx.now,
          result: null,
          note: null,
          checked_by: null,
          checked_at: null,
        })),
      )
      .execute();
    await ctx.emit({
      name: 'report.sample_drawn',
      hamletId: report.hamletId,
      subject: 'report',
      subjectId: report.id,
      data: { visits: rows.map((row) => row.id) },
    });
  },
});

/** Writes down what was found at the door of a drawn visit; a later word stands in the place of an earlier one, which the log keeps. */
export const checkSample = defineCommand({
  name: 'report.check_sample',
  input: z.object({
    sampleId: id,
    result: z.enum(visitCheckResults, chooseOne),
    note: z._default(optionalText(1000), null),
  }),
  load: async (ctx, input) => {
    const sample = found(
      await ctx.tx
        .selectFrom('report_samples')
        .selectAll()
        .where('commune_id', '=', ctx.communeId)
        .where('id', '=', input.sampleId)
        .executeTakeFirst(),
    );
    return { sample, report: await getReport(ctx, sample.report_id) };
  },
  allow: (actor, { report }) => canDecideReport(actor, report),
  run: async (ctx, { result, note }, { sample, report }) => {
    await ctx.tx
      .updateTable('report_samples')
      .set({ result, note, checked_by: ctx.actor.accountId, checked_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', sample.id)
      .execute();
    await noteVisitCheck(ctx, sample.visit_id, result);
    await ctx.emit({
      name: 'report.sample_checked',
      hamletId: report.hamletId,
      subject: 'report',
      subjectId: report.id,
      data: {
        visitId: sample.visit_id,
        before: { result: sample.result, note: sample.note },
        after: { result, note },
      },
    });
  },
});
