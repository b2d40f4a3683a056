import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { id } from '#shared/fields.ts';
import { Problem } from '#shared/problem.ts';
import * as words from '../commune-words.ts';
import { ReturnInput } from '../model/inputs.ts';
import { canBeSentFrom } from '../model/period.ts';
import { canApproveAsLeader, canApproveForOffice } from '../policy.ts';
import { composeCommuneReport } from '../queries/commune-report-content.server.ts';
import { changeCommuneState, holdCommuneReport } from './commune-report-state.server.ts';

const CommuneReportInput = z.object({ reportId: id });

/**
 * The head of the office approves: figures, texts and names are frozen with this moment as cut-off. Who wrote it does not
 * approve it. Throws `state.conflict` before the period's last day and while no hamlet's report was accepted.
 */
export const approveForOffice = defineCommand({
  name: 'commune_report.approve_office',
  input: CommuneReportInput,
  load: (ctx, input) => holdCommuneReport(ctx, input.reportId),
  allow: (actor) => canApproveForOffice(actor),
  run: async (ctx, _input, report) => {
    if (report.preparedBy === ctx.actor.accountId)
      throw new Problem('state.conflict', { message: words.ownWork });
    if (ctx.now < canBeSentFrom(report.span))
      throw new Problem('state.conflict', { message: words.notOver(report.span.key, report.span.to) });
    const content = await composeCommuneReport(ctx, report);
    if (content.rows.every((row) => row.report === null))
      throw new Problem('state.conflict', { message: words.nothingAccepted });
    await changeCommuneState(
      ctx,
      report,
      'approve_office',
      {
        snapshot: JSON.stringify(content),
        cutoff_at: ctx.now,
        office_approved_by: ctx.actor.accountId,
        office_approved_at: ctx.now,
        returned_by: null,
        returned_at: null,
        return_note: null,
      },
      {
        hamlets: content.rows.filter((row) => row.report).length,
        missing: content.rows.filter((row) => row.report === null).map((row) => row.name),
      },
    );
  },
});

/** A leader approves what the office approved; nobody approves twice. */
export const approveAsLeader = defineCommand({
  name: 'commune_report.approve_leader',
  input: CommuneReportInput,
  load: (ctx, input) => holdCommuneReport(ctx, input.reportId),
  allow: (actor) => canApproveAsLeader(actor),
  run: async (ctx, _input, report) => {
    if ([report.preparedBy, report.officeApprovedBy].includes(ctx.actor.accountId))
      throw new Problem('state.conflict', { message: words.ownApproval });
    await changeCommuneState(ctx, report, 'approve_leader', {
      leader_approved_by: ctx.actor.accountId,
      leader_approved_at: ctx.now,
    });
  },
});

/** The head of the office or a leader sends it back with what is to be mended: it is a draft again, its figures live. */
export const returnCommuneReport = defineCommand({
  name: 'commune_report.return',
  input: ReturnInput,
  load: (ctx, input) => holdCommuneReport(ctx, input.reportId),
  allow: (actor) => canApproveForOffice(actor) || canApproveAsLeader(actor),
  run: (ctx, { note }, report) =>
    changeCommuneState(
      ctx,
      report,
      'return',
      {
        snapshot: null,
        cutoff_at: null,
        office_approved_by: null,
        office_approved_at: null,
        leader_approved_by: null,
        leader_approved_at: null,
        returned_by: ctx.actor.accountId,
        returned_at: ctx.now,
        return_note: note,
      },
      { note },
    ),
});
