import { defineCommand } from '#platform/commands/command.server.ts';
import { AcceptInput, ReportInput, ReturnInput } from '../model/inputs.ts';
import { canDecideReport } from '../policy.ts';
import { versionsOf } from '../queries/find-report.server.ts';
import { changeState, holdReport } from './change-state.server.ts';

/** Gives a report back with what is to be mended. */
export const returnReport = defineCommand({
  name: 'report.return',
  input: ReturnInput,
  load: (ctx, input) => holdReport(ctx, input.reportId),
  allow: (actor, report) => canDecideReport(actor, report),
  run: (ctx, { note }, report) =>
    changeState(
      ctx,
      report,
      'return',
      { decided_by: ctx.actor.accountId, decided_at: ctx.now, decision_note: note },
      { note },
    ),
});

/** Receives a report. A version before it that was in force is superseded from now on; its snapshot stays. */
export const acceptReport = defineCommand({
  name: 'report.accept',
  input: AcceptInput,
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
