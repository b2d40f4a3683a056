import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { ReportInput } from '../model/inputs.ts';
import { canBeSentFrom } from '../model/period.ts';
import { canDraftReport, canSubmitReport } from '../policy.ts';
import { reportCalendar } from '../queries/report-calendar.server.ts';
import { composeContent } from '../queries/report-content.server.ts';
import * as words from '../words.ts';
import { changeState, holdReport } from './change-state.server.ts';

/**
 * Sends the report: figures, texts, names and definitions are frozen with the moment of sending as cut-off (R83). It can
 * be sent from the period's last day on; after the plan's due day it is late by so many days (R71), counted from the first
 * sending. Throws `state.conflict` when it was sent already or the period is not over.
 */
export const submitReport = defineCommand({
  name: 'report.submit',
  input: ReportInput,
  load: (ctx, input) => holdReport(ctx, input.reportId),
  allow: (actor, report) => canSubmitReport(actor, report),
  run: async (ctx, _input, report) => {
    if (report.state !== 'draft') throw new Problem('state.conflict', { message: words.cannotNow.submit });
    if (ctx.now < canBeSentFrom(report.span))
      throw new Problem('state.conflict', {
        message: words.periodNotOver(report.span),
      });
    // Of a draft that was begun before its hamlet was merged into another.
    if (!(await reportCalendar(ctx)).asks(report.span.key, report.hamletId) && report.span.kind !== 'asked')
      throw new Problem('state.conflict', { message: words.hamletEnded });
    const content = await composeContent(ctx, report, { cutoffAt: ctx.now, sent: true });
    await changeState(
      ctx,
      report,
      'submit',
      {
        // Signed by who sends it, whoever else holds the right.
        snapshot: JSON.stringify({ ...content, signer: ctx.actor.fullName }),
        cutoff_at: ctx.now,
        submitted_by: ctx.actor.accountId,
        submitted_at: ctx.now,
        first_submitted_at: report.firstSubmittedAt ?? ctx.now,
        due_on: report.dueOn ?? content.dueOn,
        decided_by: null,
        decided_at: null,
        decision_note: null,
      },
      { daysLate: content.daysLate, cutoffAt: content.cutoffAt },
    );
  },
});

/** Takes a returned report up again: its figures are live until it is sent the next time. The comment stays to be read. */
export const reopenReport = defineCommand({
  name: 'report.reopen',
  input: ReportInput,
  load: (ctx, input) => holdReport(ctx, input.reportId),
  allow: (actor, report) => canDraftReport(actor, report),
  run: (ctx, _input, report) => changeState(ctx, report, 'reopen'),
});
