import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { DecideInput, ReportInput } from '../model/inputs.ts';
import { canDecideReport } from '../policy.ts';
import { versionsOf } from '../queries/find-report.server.ts';
import * as words from '../words.ts';
import { changeState, holdReport } from './change-state.server.ts';
import { sendRemarks } from './remark-report.server.ts';

/**
 * Gives a report back with what is to be mended: a note for the whole, the remarks that wait beside its figures and sections, or
 * both. Throws `input.invalid` when there is neither.
 */
export const returnReport = defineCommand({
  name: 'report.return',
  input: DecideInput,
  load: (ctx, input) => holdReport(ctx, input.reportId),
  allow: (actor, report) => canDecideReport(actor, report),
  run: async (ctx, { note }, report) => {
    const remarks = await sendRemarks(ctx, report);
    if (note === null && remarks === 0)
      throw new Problem('input.invalid', { fields: { note: words.returnNeedsWords } });
    await changeState(
      ctx,
      report,
      'return',
      { decided_by: ctx.actor.accountId, decided_at: ctx.now, decision_note: note },
      { note, remarks },
    );
  },
});

/** Receives a report. A version before it that was in force is superseded from now on; its snapshot stays. */
export const acceptReport = defineCommand({
  name: 'report.accept',
  input: DecideInput,
  load: (ctx, input) => holdReport(ctx, input.reportId),
  allow: (actor, report) => canDecideReport(actor, report),
  run: async (ctx, { note }, report) => {
    await changeState(
      ctx,
      report,
      'accept',
      { decided_by: ctx.actor.accountId, decided_at: ctx.now, decision_note: note },
      { note },
    );
    for (const older of await versionsOf(ctx, report.hamletId, report.span.key))
      if (older.version < report.version && (older.state === 'accepted' || older.state === 'locked'))
        await changeState(ctx, older, 'supersede', {}, { by: report.id });
  },
});

/** Locks an accepted report: the commune's own report has been made of it. */
export const lockReport = defineCommand({
  name: 'report.lock',
  input: ReportInput,
  load: (ctx, input) => holdReport(ctx, input.reportId),
  allow: (actor, report) => canDecideReport(actor, report),
  run: (ctx, _input, report) => changeState(ctx, report, 'lock'),
});
