import type { Selectable } from 'kysely';
import type { ReadContext, WriteContext } from '#platform/commands/command.server.ts';
import { ofTransaction } from '#platform/db/database.server.ts';
import { firstDayOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { anyMerged, hamletOfHouseholdOn } from '#features/org/queries/hamlet-lives.server.ts';
import { findPlan } from '#features/plans/queries.server.ts';
import { noAnswers, tracksOf, type Answers, type DigitalSource } from '../model/digital-status.ts';
import { recordsFromGuidance } from '../model/guidance.ts';
import { earliestVisitDay, tellingRecords, timeOfVisit, type VisitContent } from '../model/visit.ts';
import type { DigitalRecordTable, GuidanceTable, VisitTable } from '../tables.ts';
import * as words from '../words.ts';
import { codeKey } from './catalogue-codes.server.ts';
import { checkCodes, checkResidents, type Life } from './visit-checks.server.ts';

/** Where a visit belongs: the household as it was named, the one that goes on, and the hamlet to write down. */
export interface VisitTarget {
  householdId: Id;
  survivorId: Id;
  hamletId: Id;
  /** When the household as it was named came into the register, where that is known already. */
  registeredOn?: Day;
  /** The member whose visit it is; null when an officer paid it. */
  memberId: Id | null;
  /** When it was when the form says nothing: the moment of the doing, or of the version that is corrected. */
  happenedAt: Date;
  /** The version that it replaces; null for a new visit. */
  replaces: Id | null;
}

/** What became of it: the visit's day, and the households that may look different now. */
export interface SavedVisit {
  on: Day;
  householdIds: Id[];
}

/** Everything that one visit writes. */
export interface VisitRows {
  visit: Selectable<VisitTable>;
  guidances: Selectable<GuidanceTable>[];
  records: Selectable<DigitalRecordTable>[];
  saved: SavedVisit;
}

/** What a visit would write; `lives`: where the people are that it names. Throws `input.invalid` for a day, a person or a code that cannot be. */
export async function visitRows(
  ctx: WriteContext,
  id: Id,
  visit: VisitContent,
  target: VisitTarget,
  lives: ReadonlyMap<Id, Life>,
): Promise<VisitRows> {
  const time = timeOfVisit(visit, {
    now: ctx.now,
    happenedAt: target.happenedAt,
    earliest: await earliestDay(ctx, target),
  });
  if ('problem' in time) throw new Problem('input.invalid', { fields: { visitedOn: time.problem } });
  if (visit.nextOn !== null && visit.nextOn < time.on)
    throw new Problem('input.invalid', { fields: { nextOn: words.nextBeforeVisit } });
  const known = await checkCodes(ctx, visit, time.on);
  const homes = checkResidents(ctx, visit, target, lives);
  const told = tellingRecords(visit);
  const proven = recordsFromGuidance(
    visit.guidances,
    new Map(
      visit.guidances.map(({ platform }) => [platform, tracksOf(known.get(codeKey('platform', platform)))]),
    ),
    told,
  );
  const records: { residentId: Id; source: DigitalSource; answers: Partial<Answers> }[] = [
    ...told.map(({ residentId, source, ...answers }) => ({ residentId, source, answers })),
    ...proven.map(({ residentId, answers }) => ({ residentId, source: 'shown' as const, answers })),
  ];
  return {
    visit: {
      commune_id: ctx.communeId,
      id,
      household_id: target.householdId,
      hamlet_id: await placeOn(ctx, target, time.on),
      visited_on: time.on,
      visited_at: time.at,
      recorded_at: ctx.now,
      recorded_by: ctx.actor.accountId,
      member_id: target.memberId,
      form: visit.form,
      met: visit.met,
      met_residents: [...new Set(visit.metResidents)],
      need: visit.need,
      topics: [...new Set(visit.topics)],
      next_step: visit.nextStep,
      next_on: visit.nextOn,
      note: visit.note,
      minutes: visit.minutes,
      replaces: target.replaces,
      void: false,
    },
    guidances: visit.guidances.map((guidance) => ({
      commune_id: ctx.communeId,
      id: ctx.id(),
      visit_id: id,
      household_id: target.householdId,
      resident_id: guidance.residentId,
      platform: guidance.platform,
      outcome: guidance.outcome,
    })),
    records: records.map(({ residentId, source, answers }) => ({
      commune_id: ctx.communeId,
      id: ctx.id(),
      household_id: homes.get(residentId) ?? target.survivorId,
      resident_id: residentId,
      visit_id: id,
      observed_on: time.on,
      recorded_at: ctx.now,
      recorded_by: ctx.actor.accountId,
      source,
      ...noAnswers,
      ...answers,
    })),
    saved: { on: time.on, householdIds: [...new Set([target.survivorId, ...homes.values()])] },
  };
}

/** A visit of a day before its hamlet was merged into another happened in the hamlet of then. */
async function placeOn(ctx: ReadContext, { householdId, hamletId }: VisitTarget, day: Day): Promise<Id> {
  const merged = await ofTransaction(ctx.tx, anyMergedKey, () => anyMerged(ctx));
  return merged ? hamletOfHouseholdOn(ctx, householdId, hamletId, day) : hamletId;
}

const anyMergedKey = Symbol('whether hamlets were merged, for the transaction');

async function earliestDay(ctx: ReadContext, target: VisitTarget): Promise<Day> {
  const planStart = await ofTransaction(ctx.tx, planStartKey, () => planStartOf(ctx));
  return earliestVisitDay(target.registeredOn ?? (await registeredOn(ctx, target.householdId)), planStart);
}

const planStartKey = Symbol('first day of the plan, for the transaction');

async function planStartOf(ctx: ReadContext): Promise<Day> {
  const plan = await findPlan(ctx);
  return plan?.startsOn ?? firstDayOf(`${ctx.today.slice(0, 4)}-01`);
}

async function registeredOn(ctx: ReadContext, householdId: Id): Promise<Day> {
  const household = await ctx.tx
    .selectFrom('households')
    .select('registered_on')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', householdId)
    .executeTakeFirstOrThrow();
  return household.registered_on;
}
