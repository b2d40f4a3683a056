import type { ReadContext } from '#platform/commands/command.server.ts';
import { lastDayOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { hamletLives, isThereOn } from '#features/org/queries/hamlet-lives.server.ts';
import { installedOn } from '#features/org/queries.server.ts';
import { usualSettings, type PeriodKind, type PlanSettings } from '#features/plans/model.ts';
import { listPlans, type Plan } from '#features/plans/queries.server.ts';
import { found } from '#shared/problem.ts';
import { reportCalls, type ReportCall } from './report-calls.server.ts';
import { dueOn, type DaysOff } from '../model/due.ts';
import {
  kindOf,
  lastMonthOf,
  newestEnded,
  runningOn,
  spanOf,
  type PeriodKey,
  type Span,
} from '../model/span.ts';

/** A later due day that was granted. */
export interface Extension {
  period: PeriodKey;
  /** Null: for every hamlet. */
  hamletId: Id | null;
  dueOn: Day;
  reason: string;
}

/** Which periods a commune reports on, their days, and when their reports are due (R71). */
export interface ReportCalendar {
  /** The settings of the plan in force when a period ends. */
  settingsOf: (key: PeriodKey) => PlanSettings;
  /** Throws `not_found` for a report that nobody asked for. */
  spanOf: (key: PeriodKey) => Span;
  /** The last day for a hamlet's report, until its 24:00; with an extension, where one was granted. Null: the commune's usual day. */
  dueOn: (key: PeriodKey, hamletId: Id | null) => Day;
  /** What was granted to a hamlet for a period; null: nothing. */
  extensionOf: (key: PeriodKey, hamletId: Id | null) => Extension | null;
  /** The kinds of periods that hamlets report on today. */
  kinds: PeriodKind[];
  /** The newest period of a kind whose last day has begun: the one whose report is asked for. */
  toReport: (kind: PeriodKind) => PeriodKey;
  /** The period of a kind in which today lies. */
  running: (kind: PeriodKind) => PeriodKey;
  /** Thematic and ad-hoc reports that the office asks for, the newest first. */
  calls: ReportCall[];
  /**
   * Whether a hamlet is asked for a period's report at all: one that was there on its last day (a merged one owes the periods that
   * ended before), and, of a thematic or ad-hoc report, one that was named, or in which a named one goes on.
   */
  asks: (key: PeriodKey, hamletId: Id) => boolean;
  /**
   * Whether hamlets owe a period's report here at all: none of before the first plan, nor one whose due day was over before the
   * commune began to use the product, which could not be sent by it.
   */
  isOwed: (key: PeriodKey) => boolean;
}

/** Reads plans, days off and extensions once; the answers cost nothing more. */
export async function reportCalendar(ctx: ReadContext): Promise<ReportCalendar> {
  const plans = await listPlans(ctx);
  const daysOff: DaysOff = new Map(
    (
      await ctx.tx
        .selectFrom('days_off')
        .select(['day', 'kind'])
        .where('commune_id', '=', ctx.communeId)
        .execute()
    ).map(({ day, kind }) => [day, kind]),
  );
  const extensions = Map.groupBy(await grantedExtensions(ctx), ({ period }) => period);
  const settingsOn = (day: Day): PlanSettings => {
    const begun = plans.filter((plan) => plan.startsOn <= day);
    const newest = begun.reduce<Plan | undefined>(
      (before, plan) => (before && before.startsOn >= plan.startsOn ? before : plan),
      undefined,
    );
    return newest?.settings ?? usualSettings;
  };
  const calls = await reportCalls(ctx);
  const callOf = (key: PeriodKey) => found(calls.find(({ period }) => period === key));
  const isAsked = (key: PeriodKey) => kindOf(key) === 'asked';
  const settingsOf = (key: PeriodKey) =>
    settingsOn(isAsked(key) ? callOf(key).span.to : lastDayOf(lastMonthOf(key)));
  const extensionOf = (key: PeriodKey, hamletId: Id | null) =>
    extensions.get(key)?.find((one) => one.hamletId === null || one.hamletId === hamletId) ?? null;
  // Asked for every hamlet of a board, and the same for all of them.
  const usualDues = new Map<PeriodKey, Day>();
  const usualDue = (key: PeriodKey): Day => {
    if (isAsked(key)) return callOf(key).dueOn;
    const known = usualDues.get(key);
    if (known !== undefined) return known;
    const { reportDueDay, reportPutOff } = settingsOf(key);
    const due = dueOn(key, { dueDay: reportDueDay, daysOff: reportPutOff ? daysOff : null });
    usualDues.set(key, due);
    return due;
  };
  const today = settingsOn(ctx.today);
  const begunOn = await installedOn(ctx);
  const lives = new Map((await hamletLives(ctx)).map((one) => [one.id, one]));
  const goesOnAt = (id: Id, day: Day): Id => {
    const life = lives.get(id);
    return life?.mergedInto && life.to !== null && life.to <= day ? goesOnAt(life.mergedInto, day) : id;
  };
  const spanOfKey = (key: PeriodKey) =>
    isAsked(key) ? callOf(key).span : spanOf(key, settingsOf(key).reportClosing);
  return {
    settingsOf,
    spanOf: spanOfKey,
    extensionOf,
    dueOn: (key, hamletId) => {
      const usual = usualDue(key);
      const granted = extensionOf(key, hamletId)?.dueOn;
      // An extension lengthens; it never takes days away.
      return granted !== undefined && granted > usual ? granted : usual;
    },
    kinds: today.reportPeriods,
    toReport: (kind) => newestEnded(kind, today.reportClosing, ctx.today),
    running: (kind) => runningOn(kind, today.reportClosing, ctx.today),
    calls: calls.filter(({ isCancelled }) => !isCancelled),
    asks: (key, hamletId) => {
      const { to } = spanOfKey(key);
      const life = lives.get(hamletId);
      if (life && !isThereOn(life, to)) return false;
      if (!isAsked(key)) return true;
      const call = callOf(key);
      return !call.isCancelled && call.hamletIds.some((id) => goesOnAt(id, to) === hamletId);
    },
    isOwed: (key) => {
      if (isAsked(key)) return true;
      const { to } = spanOf(key, settingsOf(key).reportClosing);
      return plans.some(({ startsOn }) => startsOn <= to) && usualDue(key) >= begunOn;
    },
  };
}

/** Newest first, those of one hamlet before those of all: the first that fits stands. */
async function grantedExtensions(ctx: ReadContext): Promise<Extension[]> {
  const rows = await ctx.tx
    .selectFrom('report_extensions')
    .select(['period', 'hamlet_id', 'due_on', 'reason'])
    .where('commune_id', '=', ctx.communeId)
    .orderBy('granted_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows
    .map((row) => ({ period: row.period, hamletId: row.hamlet_id, dueOn: row.due_on, reason: row.reason }))
    .sort((one, other) => Number(one.hamletId === null) - Number(other.hamletId === null));
}
