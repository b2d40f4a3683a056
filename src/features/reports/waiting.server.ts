import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Waiting } from '#platform/feature.server.ts';
import { fewNames } from '#shared/few-names.ts';
import { paperTiles } from '#features/documents/paper-tiles.ts';
import { canDecideReport, canSeeBoard } from './policy.ts';
import { communeReportsWaiting } from './queries/commune-reports-waiting.server.ts';
import { reportBoard } from './queries/report-board.server.ts';
import { reportCalendar } from './queries/report-calendar.server.ts';
import { ownRequests } from './queries/report-requests.server.ts';
import * as words from './waiting-words.ts';
import { periodName } from './words.ts';

/** Reports that are late or to be read, the commune's own whose next step is the actor's, and parts that the actor's units owe. */
export async function reportsWaiting(ctx: ReadContext): Promise<Waiting[]> {
  const own = (await communeReportsWaiting(ctx)).map(({ report, step }) => ({
    step,
    href: `/bao-cao/xa/${report.id}`,
    name: periodName(report.span.key),
    updatedAt: report.updatedAt,
  }));
  return [
    ...paperTiles({ key: 'report', what: words.communeReport, list: '/bao-cao/xa' }, own),
    ...(await partsWaiting(ctx)),
    ...(await hamletReportsWaiting(ctx)),
  ];
}

async function hamletReportsWaiting(ctx: ReadContext): Promise<Waiting[]> {
  if (!canSeeBoard(ctx.actor)) return [];
  const calendar = await reportCalendar(ctx);
  const period = calendar.toReport('month');
  const { hamlets } = await reportBoard(ctx, { most: 3 });
  const where = (test: (cell: (typeof hamlets)[number]['cells'][number]) => boolean) =>
    hamlets.filter((hamlet) => hamlet.cells.some(test)).map((hamlet) => hamlet.name);
  const late = where((cell) => cell.period === period && cell.isMissing);
  const toRead = canDecideReport(ctx.actor, { submittedBy: null })
    ? where((cell) => cell.state === 'submitted')
    : [];
  return [
    {
      key: 'late',
      href: '/bao-cao',
      count: late.length,
      text: words.late(period),
      detail: fewNames(late, 'ấp'),
      tone: 'hot',
      since: null,
      lead: words.lateLead(late.length, period),
    },
    {
      key: 'waiting',
      href: '/bao-cao',
      count: toRead.length,
      text: words.toRead,
      detail: fewNames(toRead, 'ấp'),
      tone: 'warm',
      since: null,
      lead: words.toReadLead(toRead.length),
    },
  ];
}

async function partsWaiting(ctx: ReadContext): Promise<Waiting[]> {
  return (await ownRequests(ctx))
    .filter(({ state, reportState }) => state === 'asked' && reportState === 'draft')
    .map(({ id, unit, period, dueOn }) => ({
      key: `part ${id}`,
      href: `/bao-cao/phan-gui/${id}`,
      count: 1,
      text: words.part(period),
      detail: words.partDetail(unit.name, dueOn),
      tone: dueOn < ctx.today ? ('hot' as const) : ('warm' as const),
      since: dueOn,
    }));
}
