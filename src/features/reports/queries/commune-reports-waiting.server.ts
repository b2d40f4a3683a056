import type { Actor } from '#platform/commands/actor.ts';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { PaperStep } from '#features/documents/model/document-state.ts';
import {
  canApproveAsLeader,
  canApproveForOffice,
  canDraftCommuneReport,
  canRegisterReport,
} from '../policy.ts';
import { listCommuneReports, type CommuneReport } from './find-commune-report.server.ts';

/** The commune's reports whose next step is the actor's, newest first (W16): nobody is shown what they may not do, or did not wait for. */
export async function communeReportsWaiting(
  ctx: ReadContext,
): Promise<{ report: CommuneReport; step: PaperStep }[]> {
  // The issued ones of all years, with what was frozen in them, are not read for it.
  const open = await listCommuneReports(ctx, ['draft', 'office_approved', 'leader_approved', 'numbered']);
  return open.flatMap((report) => {
    const step = stepFor(ctx.actor, report, ctx.today);
    return step ? [{ report, step }] : [];
  });
}

/** Sent back, and nobody has written since. */
const waitsForMending = ({ returned, updatedAt }: CommuneReport): boolean =>
  returned !== null && updatedAt <= returned.at;

function stepFor(actor: Actor, report: CommuneReport, today: Day): PaperStep | null {
  const own = actor.accountId;
  switch (report.state) {
    case 'draft':
      if (waitsForMending(report) && canDraftCommuneReport(actor)) return 'mend';
      // A period that still runs has nothing to approve.
      if (report.span.to >= today || report.preparedBy === own) return null;
      return canApproveForOffice(actor) ? 'approve' : null;
    case 'office_approved':
      return canApproveAsLeader(actor) && report.officeApprovedBy !== own ? 'approve' : null;
    case 'leader_approved':
      return canRegisterReport(actor) ? 'number' : null;
    case 'numbered':
      return canRegisterReport(actor) ? 'issue' : null;
    default:
      return null;
  }
}
