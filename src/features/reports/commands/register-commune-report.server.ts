import * as z from 'zod/mini';
import { defineCommand, type WriteContext } from '#platform/commands/command.server.ts';
import { day, id, line } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { holdNumbers, isNumberTaken, yearOf, type Numbered } from '#features/documents/number-once.server.ts';
import * as documentWords from '#features/documents/words.ts';
import * as words from '../commune-words.ts';
import { nextCommuneState } from '../model/commune-state.ts';
import { canRegisterReport } from '../policy.ts';
import { communeVersionsOf, isReportNumberTaken } from '../queries/find-commune-report.server.ts';
import { versionsOf } from '../queries/find-report.server.ts';
import { changeState } from './change-state.server.ts';
import { changeCommuneState, holdCommuneReport } from './commune-report-state.server.ts';

const CommuneReportInput = z.object({ reportId: id });

const number = line(40).check(z.regex(/^\d{1,6}\/[^\s/]+$/u, words.numberNeeded));

/**
 * The records clerk gives number and date of both documents, as they stand in the register (domain/04 §3.4). Throws
 * `input.invalid` for a day to come, and for a number that another document of the year has (NĐ 30/2020, Điều 15).
 */
export const numberCommuneReport = defineCommand({
  name: 'commune_report.number',
  input: z.object({
    reportId: id,
    officeNumber: number,
    officeDatedOn: day,
    communeNumber: number,
    communeDatedOn: day,
  }),
  load: (ctx, input) => holdCommuneReport(ctx, input.reportId),
  allow: (actor) => canRegisterReport(actor),
  run: async (ctx, input, report) => {
    for (const field of ['officeDatedOn', 'communeDatedOn'] as const)
      if (input[field] > ctx.today)
        throw new Problem('input.invalid', { fields: { [field]: words.datedLater } });
    await refuseTakenNumbers(ctx, report.id, {
      officeNumber: { number: input.officeNumber, datedOn: input.officeDatedOn },
      communeNumber: { number: input.communeNumber, datedOn: input.communeDatedOn },
    });
    const { reportId: _id, ...registered } = input;
    await changeCommuneState(
      ctx,
      report,
      'number',
      {
        office_number: input.officeNumber,
        office_dated_on: input.officeDatedOn,
        commune_number: input.communeNumber,
        commune_dated_on: input.communeDatedOn,
      },
      { ...registered, beforeNumbers: report.registered },
    );
  },
});

type Numbers = Record<'officeNumber' | 'communeNumber', Numbered>;

async function refuseTakenNumbers(ctx: WriteContext, reportId: Id, given: Numbers): Promise<void> {
  await holdNumbers(ctx);
  const taken: Record<string, string> = {};
  for (const [field, one] of Object.entries(given))
    if ((await isNumberTaken(ctx, one, reportId)) || (await isReportNumberTaken(ctx, one, reportId)))
      taken[field] = documentWords.numberTaken(one.number, yearOf(one.datedOn));
  if (given.officeNumber.number === given.communeNumber.number)
    taken['communeNumber'] = words.oneNumberForTwo;
  if (Object.keys(taken).length > 0) throw new Problem('input.invalid', { fields: taken });
}

/**
 * Issues a numbered report to the places that the plan names (R74): the hamlets' reports that it was made of are locked, and an
 * earlier version is superseded.
 */
export const issueCommuneReport = defineCommand({
  name: 'commune_report.issue',
  input: CommuneReportInput,
  load: (ctx, input) => holdCommuneReport(ctx, input.reportId),
  allow: (actor) => canRegisterReport(actor),
  run: async (ctx, _input, report) => {
    const distribution = report.snapshot?.recipients ?? [];
    await changeCommuneState(
      ctx,
      report,
      'issue',
      { distribution: JSON.stringify(distribution), issued_by: ctx.actor.accountId, issued_at: ctx.now },
      { distribution },
    );
    for (const older of await communeVersionsOf(ctx, report.span.key))
      if (older.version < report.version && nextCommuneState(older.state, 'supersede'))
        await changeCommuneState(ctx, older, 'supersede', {}, { by: report.id });
    for (const row of report.snapshot?.rows ?? []) {
      const versions = row.report ? await versionsOf(ctx, row.hamletId, report.span.key) : [];
      const used = versions.find((one) => one.id === row.report?.id && one.state === 'accepted');
      if (used) await changeState(ctx, used, 'lock', {}, { by: report.id });
    }
  },
});

/** Archives an issued report ("Lưu: VT", R76). */
export const archiveCommuneReport = defineCommand({
  name: 'commune_report.archive',
  input: CommuneReportInput,
  load: (ctx, input) => holdCommuneReport(ctx, input.reportId),
  allow: (actor) => canRegisterReport(actor),
  run: (ctx, _input, report) => changeCommuneState(ctx, report, 'archive', { archived_at: ctx.now }),
});
