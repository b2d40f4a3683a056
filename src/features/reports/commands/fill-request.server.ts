import { defineCommand, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { parts as words } from '../commune-words.ts';
import { FillInput, ReturnRequestInput, type GivenFigures } from '../model/request.ts';
import { canDraftCommuneReport, canFillPart } from '../policy.ts';
import { getRequest, type ReportRequest } from '../queries/report-requests.server.ts';

/** A request that the actor may see, its row and its report's held until commit: nobody approves the report while it is being filled. */
async function holdRequest(ctx: ReadContext, id: Id): Promise<ReportRequest> {
  const { reportId } = await getRequest(ctx, id);
  for (const [table, row] of [
    ['commune_reports', reportId],
    ['report_requests', id],
  ] as const)
    await ctx.tx
      .selectFrom(table)
      .select('id')
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', row)
      .forUpdate()
      .execute();
  return getRequest(ctx, id);
}

/**
 * Writes what a unit gives for its part, and sends it (`send`). Only what was asked is kept; an empty field is not known, never 0. The
 * officer types it in for a unit and says where it is from. Throws `state.conflict` once it was sent or the report was approved.
 */
export const fillRequest = defineCommand({
  name: 'report_request.fill',
  input: FillInput,
  load: (ctx, input) => holdRequest(ctx, input.requestId),
  allow: (actor, { unit }) => canFillPart(actor, unit) || canDraftCommuneReport(actor),
  run: async (ctx, input, request) => {
    if (request.reportState !== 'draft') throw new Problem('state.conflict', { message: words.approved });
    if (request.state === 'sent') throw new Problem('state.conflict', { message: words.alreadySent });
    const texts = Object.fromEntries(
      request.asked.sections.flatMap(({ code }) => {
        const text = input.texts[code] ?? null;
        return text === null ? [] : [[code, text]];
      }),
    );
    const figures: GivenFigures = Object.fromEntries(
      request.asked.parts
        .flatMap((part) => part.rows)
        .map((row) => {
          const given = input.figures[row.code.replace('.', '-')];
          return [
            row.code,
            {
              period: row.period ? (given?.period ?? null) : null,
              cumulative: row.cumulative ? (given?.cumulative ?? null) : null,
            },
          ];
        }),
    );
    const isOwn = canFillPart(ctx.actor, request.unit);
    const sends = input.send === 'yes';
    if (sends) {
      if (!isOwn && input.source === null)
        throw new Problem('input.invalid', { fields: { source: words.sourceNeeded } });
      const values = Object.values(figures).flatMap(({ period, cumulative }) => [period, cumulative]);
      if (Object.keys(texts).length === 0 && values.every((value) => value === null))
        throw new Problem('input.invalid', { message: words.nothingWritten });
    }
    await ctx.tx
      .updateTable('report_requests')
      .set({
        texts: JSON.stringify(texts),
        figures: JSON.stringify(figures),
        source: isOwn ? null : input.source,
        filled_by: ctx.actor.accountId,
        state: sends ? 'sent' : 'asked',
        sent_at: sends ? ctx.now : null,
        ...(sends ? { return_note: null } : {}),
        updated_at: ctx.now,
      })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', request.id)
      .execute();
    await ctx.emit({
      name: sends ? 'report_request.sent' : 'report_request.filled',
      hamletId: null,
      subject: 'report_request',
      subjectId: request.id,
      data: {
        period: request.period,
        unit: request.unit.name,
        source: isOwn ? null : input.source,
        before: { texts: request.texts, figures: request.figures },
        after: { texts, figures },
      },
    });
  },
});

/** Gives a unit its part back with what is to be mended; it is out of the report until it is sent again. */
export const returnRequest = defineCommand({
  name: 'report_request.return',
  input: ReturnRequestInput,
  load: (ctx, input) => holdRequest(ctx, input.requestId),
  allow: (actor) => canDraftCommuneReport(actor),
  run: async (ctx, { note }, request) => {
    if (request.reportState !== 'draft') throw new Problem('state.conflict', { message: words.approved });
    if (request.state !== 'sent') throw new Problem('state.conflict', { message: words.notSent });
    await ctx.tx
      .updateTable('report_requests')
      .set({ state: 'asked', sent_at: null, return_note: note, updated_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', request.id)
      .execute();
    await ctx.emit({
      name: 'report_request.returned',
      hamletId: null,
      subject: 'report_request',
      subjectId: request.id,
      data: { period: request.period, unit: request.unit.name, note },
    });
  },
});
