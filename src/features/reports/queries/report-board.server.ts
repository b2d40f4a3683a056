import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { hamletLives, isThereOn } from '#features/org/queries/hamlet-lives.server.ts';
import { movedBy, type Span, type SpanKind } from '../model/span.ts';
import { canSeeBoard } from '../policy.ts';
import { boardCells, type BoardCell } from './board-cells.server.ts';
import { reportCalendar } from './report-calendar.server.ts';

export interface ReportBoard {
  /** Newest first. */
  kind: SpanKind;
  /** The kinds that the plan asks for, and what the office asked for besides. */
  kinds: SpanKind[];
  /** With the due day of those who were granted no later one. */
  periods: { span: Span; dueOn: Day; isOver: boolean }[];
  hamlets: { id: Id; name: string; cells: BoardCell[] }[];
}

/** Hamlets × the last periods of the plan, newest first (R84). Throws `not_found` for who does not see all hamlets. */
export async function reportBoard(
  ctx: ReadContext,
  { kind = 'month', most = 6 }: { kind?: SpanKind; most?: number } = {},
): Promise<ReportBoard> {
  if (!canSeeBoard(ctx.actor)) throw notFound();
  const calendar = await reportCalendar(ctx);
  const periods: ReportBoard['periods'] = [];
  if (kind === 'asked')
    for (const { span, dueOn } of calendar.calls.slice(0, most))
      periods.push({ span, dueOn, isOver: span.to < ctx.today });
  else
    for (let key = calendar.running(kind); periods.length < most; key = movedBy(key, -1)) {
      const span = calendar.spanOf(key);
      if (periods.length > 0 && !calendar.isOwed(key)) break;
      periods.push({ span, dueOn: calendar.dueOn(key, null), isOver: span.to < ctx.today });
    }
  // A hamlet that has ended stands on the board for as long as one of the periods is its own.
  const hamlets = (await hamletLives(ctx)).filter(
    (one) => one.to === null || periods.some(({ span }) => isThereOn(one, span.to)),
  );
  const cells = await boardCells(
    ctx,
    calendar,
    hamlets.map(({ id }) => id),
    periods.map(({ span }) => span.key),
  );
  return {
    kind,
    kinds: calendar.calls.length > 0 ? [...calendar.kinds, 'asked'] : calendar.kinds,
    periods,
    hamlets: hamlets.map(({ id, name }) => ({ id, name, cells: cells.get(id) ?? [] })),
  };
}
