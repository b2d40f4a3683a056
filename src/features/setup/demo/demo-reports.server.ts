import type { Actor } from '#platform/commands/actor.ts';
import { runCommand } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import {
  approveAsLeader,
  approveForOffice,
} from '#features/reports/commands/approve-commune-report.server.ts';
import {
  archiveCommuneReport,
  issueCommuneReport,
  numberCommuneReport,
} from '#features/reports/commands/register-commune-report.server.ts';
import { openCommuneReport } from '#features/reports/commands/draft-commune-report.server.ts';
import { acceptReport, returnReport } from '#features/reports/commands/decide-report.server.ts';
import { explainFigure, remarkReport } from '#features/reports/commands/remark-report.server.ts';
import { openReport } from '#features/reports/commands/open-report.server.ts';
import { submitReport } from '#features/reports/commands/submit-report.server.ts';
import {
  addDays,
  addMonths,
  dayOf,
  firstDayOf,
  lastDayOf,
  monthOf,
  startOf,
  type Month,
} from '#shared/calendar.ts';
import { hamletActor, officeActor, type DemoPlace } from './demo-actors.ts';

/** What heads say of what is behind the plan; some say nothing. */
const reasonsToGive = [
  'Nhiều hộ đi làm ăn xa, tổ hẹn gặp vào cuối tuần.',
  null,
  'Mưa lớn kéo dài, nhiều hộ ở xa tổ chưa đến được.',
  'Hai thành viên Tổ bận việc gia đình, tháng tới có người thay.',
] as const;

const remarksToMake = [
  { subject: 'figure', code: 'B4', text: 'Tháng này ít lượt hơn. Xin ghi bù các buổi họp ấp nếu còn thiếu.' },
  { subject: 'section', code: 'obstacles', text: 'Xin ghi rõ khó khăn của ấp và hộ nào bị ảnh hưởng.' },
] as const;

/**
 * The reports of the last `months` months, through the commands themselves: most on time, some late, one sent
 * back, one missing, as on a real board. They are the one part of the demo that is not written in bulk.
 */
export async function writeDemoReports(database: Database, place: DemoPlace, months: number): Promise<void> {
  const { communeId, hamlets, now } = place;
  const of = (login: string): Actor => officeActor(place, login);
  const officer = of('hanh');
  const thisMonth = monthOf(dayOf(now));
  await beginWith(database, communeId, addMonths(thisMonth, -months));
  for (let ago = months; ago >= 1; ago -= 1) {
    const month = addMonths(thisMonth, -ago);
    let accepted = 0;
    for (const [index, hamlet] of hamlets.entries()) {
      const leader = hamlet.members[0];
      if (!leader) continue;
      const isMissing = ago === 1 && index % 12 === 6;
      const lateBy = index % 6 === 5 ? 4 + (index % 4) : 0;
      const sentOn = addDays(lastDayOf(month), lateBy > 0 ? 10 + lateBy : 4 + (index % 6));
      const sentAt = new Date(startOf(sentOn).getTime() + (9 * 60 + index * 7) * 60_000);
      const started = hamlet.startedOn <= firstDayOf(month);
      if (isMissing || !started || sentAt > now) continue;
      const head = hamletActor(communeId, hamlet, 0);
      const reportId = await runCommand(
        database,
        openReport,
        { actor: head, now: sentAt },
        { hamletId: hamlet.id, period: month },
      );
      const text = reasonsToGive[(index + ago) % reasonsToGive.length] ?? null;
      await runCommand(database, explainFigure, { actor: head, now: sentAt }, { reportId, code: 'B3', text });
      await runCommand(database, submitReport, { actor: head, now: sentAt }, { reportId });
      const readAt = new Date(sentAt.getTime() + 26 * 60 * 60 * 1000);
      // The last one is still to be read.
      if (readAt > now || (ago === 1 && index % 12 === 8)) continue;
      if (ago === 1 && index % 12 === 3) {
        for (const remark of remarksToMake)
          await runCommand(database, remarkReport, { actor: officer, now: readAt }, { reportId, ...remark });
        await runCommand(
          database,
          returnReport,
          { actor: officer, now: readAt },
          { reportId, note: 'Xin ghi rõ khó khăn của ấp trong tháng.' },
        );
      } else {
        await runCommand(database, acceptReport, { actor: officer, now: readAt }, { reportId });
        accepted += 1;
      }
    }
    const consolidatedAt = new Date(startOf(addDays(lastDayOf(month), 20)).getTime() + 9 * 60 * 60_000);
    // The last of its steps is seven hours later.
    if (accepted > 0 && consolidatedAt.getTime() + 8 * 60 * 60_000 < now.getTime())
      await writeCommuneReport(database, of, { month, at: consolidatedAt, issues: ago > 1 });
  }
}

/** The demo commune uses the product since the middle of the first month that it reports on: what was due before is not missing. */
async function beginWith(database: Database, communeId: string, month: Month): Promise<void> {
  await database.transaction({ commune: communeId }, (tx) =>
    tx
      .updateTable('installed_communes')
      .set({ installed_at: startOf(addDays(firstDayOf(month), 14)) })
      .where('commune_id', '=', communeId)
      .execute(),
  );
}

/** The commune's own report: issued and archived for a month that is long over, waiting for a leader for the last one. */
async function writeCommuneReport(
  database: Database,
  of: (login: string) => Actor,
  { month, at, issues }: { month: Month; at: Date; issues: boolean },
): Promise<void> {
  const reportId = await runCommand(
    database,
    openCommuneReport,
    { actor: of('hanh'), now: at },
    { period: month },
  );
  const by = (login: string, hours: number) => ({
    actor: of(login),
    now: new Date(at.getTime() + hours * 60 * 60_000),
  });
  await runCommand(database, approveForOffice, by('tamvhxh', 2), { reportId });
  if (!issues) return;
  const on = dayOf(by('thuvt', 5).now);
  const serial = Number(month.slice(5)) * 17;
  await runCommand(database, approveAsLeader, by('minh', 4), { reportId });
  await runCommand(database, numberCommuneReport, by('thuvt', 5), {
    reportId,
    officeNumber: `${serial}/BC-VHXH`,
    officeDatedOn: on,
    communeNumber: `${serial + 40}/BC-UBND`,
    communeDatedOn: on,
  });
  await runCommand(database, issueCommuneReport, by('thuvt', 6), { reportId });
  await runCommand(database, archiveCommuneReport, by('thuvt', 7), { reportId });
}
