import type { ReadContext } from '#platform/commands/command.server.ts';
import { addDays, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { findHamlet } from '#features/org/queries.server.ts';
import { canKeepMembers } from '#features/org/policy.ts';
import { listedHouseholds } from '#features/registry/queries/listed-households.server.ts';
import { movedBy, type PeriodKey } from '#features/reports/model/span.ts';
import { isInForce } from '#features/reports/model/report-state.ts';
import { canDraftReport } from '#features/reports/policy.ts';
import { versionsOf } from '#features/reports/queries/find-report.server.ts';
import { reportCalendar } from '#features/reports/queries/report-calendar.server.ts';
import type { TargetBoard } from '#features/targets/queries/target-board.server.ts';
import { targetBoard } from '#features/targets/queries/target-board.server.ts';
import { whoIsLeft, type LeftSubject } from '#features/targets/queries/who-is-left.server.ts';
import { canRecordVisit } from '#features/visits/policy.ts';
import { listHelpedBy } from '#features/visits/queries/helpers.server.ts';
import { listNextSteps } from '#features/visits/queries/list-next-steps.server.ts';
import { teamWork } from '#features/visits/queries/team-week.server.ts';
import { found } from '#shared/problem.ts';
import { nextVisits } from '#features/targets/next-visits.ts';
import { shownTargets } from './shown-targets.ts';

/** How many households stand on the first page; the rest is one press away. */
const shownVisits = 6;
/** These work lists come first: the priority order, who was never informed, who was not guided; then the others of the plan. */
const firstLists = ['T3p', 'T2', 'T3'];

/** What somebody of a hamlet's team finds in the morning: whom to visit, the report, the targets, what the team did. */
export async function ownHamlet(ctx: ReadContext, hamletId: Id) {
  const hamlet = found(await findHamlet(ctx, hamletId));
  const board = await targetBoard(ctx, hamletId);
  return {
    hamlet,
    visits: await visitsOfToday(ctx, hamletId, board),
    targets: board ? shownTargets(board, ctx.today, hamletId) : [],
    report: canDraftReport(ctx.actor, { hamletId }) ? await reportOf(ctx, hamletId) : null,
    week: canDraftReport(ctx.actor, { hamletId })
      ? await teamWork(ctx, hamletId, addDays(ctx.today, -6), ctx.today)
      : null,
    mayKeepMembers: canKeepMembers(ctx.actor, { hamletId }),
  };
}

async function visitsOfToday(ctx: ReadContext, hamletId: Id, board: TargetBoard | undefined) {
  const codes = board?.targets
    .filter(({ definition }) => definition.subject !== 'group')
    .map(({ definition }) => definition.code);
  const lists = new Set([...firstLists.filter((code) => codes?.includes(code)), ...(codes ?? [])]);
  const left = new Map<
    Id,
    { householdId: Id; isPriority: boolean; lastContactOn: Day | null; missing: string | null }
  >();
  let more: string | null = null;
  for (const code of lists) {
    const { subjects } = await whoIsLeft(ctx, code, hamletId);
    if (subjects.length > 0) more ??= `/chi-tieu/${code}/con-lai?ap=${hamletId}`;
    for (const subject of subjects) {
      const { householdId, isPriority, lastContactOn } = subject;
      if (householdId !== null && !left.has(householdId))
        left.set(householdId, { householdId, isPriority, lastContactOn, missing: whatLacks(subject) });
    }
    if (left.size >= shownVisits) break;
  }
  const { memberId } = ctx.actor;
  const visits = nextVisits(
    {
      steps: await listNextSteps(ctx, hamletId, ctx.today),
      helped: memberId === null ? [] : await listHelpedBy(ctx, memberId),
      left: [...left.values()],
    },
    ctx.today,
    shownVisits,
  );
  const households = new Map(
    (
      await listedHouseholds(
        ctx,
        visits.map((visit) => visit.householdId),
      )
    ).map((household) => [household.id, household]),
  );
  return {
    more,
    list: visits.flatMap((visit) => {
      const household = households.get(visit.householdId);
      return household
        ? [
            {
              ...visit,
              household,
              mayRecord: canRecordVisit(ctx.actor, { hamletId: household.hamletId }, ''),
            },
          ]
        : [];
    }),
  };
}

/** The first thing that they lack; of a person with the name. */
function whatLacks({ name, headName, missing }: LeftSubject): string | null {
  const [first] = missing;
  return first === undefined ? null : headName === null ? first : `${name}. ${first}`;
}

/** The report to think of: that of the month which ended while it is not sent, then the running one's. */
async function reportOf(ctx: ReadContext, hamletId: Id) {
  const calendar = await reportCalendar(ctx);
  const ended = calendar.toReport('month');
  const inPlan = async (period: PeriodKey) => ({
    period,
    due: calendar.dueOn(period, hamletId),
    versions: await versionsOf(ctx, hamletId, period),
  });
  const last = await inPlan(ended);
  const isSent = last.versions.some((version) => isInForce(version.state));
  const { period, due, versions } = isSent ? await inPlan(movedBy(ended, 1)) : last;
  const state = versions[0]?.state ?? null;
  return {
    period,
    due,
    state:
      state === 'returned' ? ('returned' as const) : ctx.today > due ? ('late' as const) : ('due' as const),
    sentBefore: isSent ? ended : null,
  };
}
