import type { Actor } from '#platform/commands/actor.ts';
import { runCommand } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { acceptReport, returnReport } from '#features/reports/commands/decide-report.server.ts';
import { openReport } from '#features/reports/commands/open-report.server.ts';
import { submitReport } from '#features/reports/commands/submit-report.server.ts';
import { addDays, addMonths, dayOf, firstDayOf, lastDayOf, monthOf, startOf } from '#shared/calendar.ts';
import type { DemoHamlet } from './org-rows.server.ts';

interface DemoOffice {
  communeId: string;
  officerId: string;
  hamlets: readonly DemoHamlet[];
  /** How many months back. */
  months: number;
  now: Date;
}

/**
 * The reports of the last months that are over, through the commands themselves: most on time, some late, one sent
 * back, one missing, as on a real board. They are the one part of the demo that is not written in bulk.
 */
export async function writeDemoReports(
  database: Database,
  { communeId, officerId, hamlets, months, now }: DemoOffice,
): Promise<void> {
  const officer = person(communeId, officerId, 'Đặng Thị Hạnh', [
    { role: 'culture_social_officer', hamletId: null },
  ]);
  const thisMonth = monthOf(dayOf(now));
  for (let ago = months; ago >= 1; ago -= 1) {
    const month = addMonths(thisMonth, -ago);
    for (const [index, hamlet] of hamlets.entries()) {
      const leader = hamlet.members[0];
      if (!leader) continue;
      const isMissing = ago === 1 && index % 12 === 6;
      const lateBy = index % 6 === 5 ? 4 + (index % 4) : 0;
      const sentOn = addDays(lastDayOf(month), lateBy > 0 ? 10 + lateBy : 4 + (index % 6));
      const sentAt = new Date(startOf(sentOn).getTime() + (9 * 60 + index * 7) * 60_000);
      const started = hamlet.startedOn <= firstDayOf(month);
      if (isMissing || !started || sentAt > now) continue;
      const head = person(communeId, leader.accountId, leader.name, [
        { role: 'hamlet_head', hamletId: hamlet.id },
        { role: 'hamlet_team_leader', hamletId: hamlet.id },
      ]);
      const reportId = await runCommand(
        database,
        openReport,
        { actor: head, now: sentAt },
        { hamletId: hamlet.id, period: month },
      );
      await runCommand(database, submitReport, { actor: head, now: sentAt }, { reportId });
      const readAt = new Date(sentAt.getTime() + 26 * 60 * 60 * 1000);
      if (readAt > now) continue;
      if (ago === 1 && index % 12 === 3) {
        await runCommand(
          database,
          returnReport,
          { actor: officer, now: readAt },
          { reportId, note: 'Xin ghi rõ khó khăn của ấp trong tháng.' },
        );
      } else await runCommand(database, acceptReport, { actor: officer, now: readAt }, { reportId });
    }
  }
}

function person(communeId: string, accountId: string, fullName: string, grants: Actor['grants']): Actor {
  return { accountId, communeId, fullName, memberId: null, grants };
}
