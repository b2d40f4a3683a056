import type { ReadContext, WriteContext } from '#platform/commands/command.server.ts';
import { ofTransaction } from '#platform/db/database.server.ts';
import { Problem, type FieldProblems } from '#shared/problem.ts';
import type { Id } from '#shared/ids.ts';
import type { Day } from '#shared/calendar.ts';
import { firstDayOf } from '#shared/calendar.ts';
import type { CatalogueKind } from '#features/plans/model.ts';
import { findPlan } from '#features/plans/queries.server.ts';
import { canSeeHousehold } from '#features/registry/policy.ts';
import { recordsFromGuidance } from '../model/guidance.ts';
import { tracksOf, type Answers, type DigitalSource } from '../model/digital-status.ts';
import {
  earliestVisitDay,
  residentsNamed,
  tellingRecords,
  timeOfVisit,
  type VisitContent,
} from '../model/visit.ts';
import * as words from '../words.ts';
import { codeKey, knownCodes } from './catalogue-codes.server.ts';

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

/**
 * Writes a visit with its guidances and what they and the people told. Null: this id was written meanwhile by a second
 * sending of the same (P3), nothing is to be told. Throws `input.invalid` for a day, a person or a code that cannot be.
 */
export async function saveVisit(
  ctx: WriteContext,
  id: Id,
  visit: VisitContent,
  target: VisitTarget,
): Promise<SavedVisit | null> {
  const time = timeOfVisit(visit, {
    now: ctx.now,
    happenedAt: target.happenedAt,
    earliest: await earliestDay(ctx, target),
  });
  if ('problem' in time) throw new Problem('input.invalid', { fields: { visitedOn: time.problem } });
  if (visit.nextOn !== null && visit.nextOn < time.on)
    throw new Problem('input.invalid', { fields: { nextOn: words.nextBeforeVisit } });
  const known = await checkCodes(ctx, visit, time.on);
  const homes = await checkResidents(ctx, visit, target);

  const written = await ctx.tx
    .insertInto('visits')
    .values({
      commune_id: ctx.communeId,
      id,
      household_id: target.householdId,
      hamlet_id: target.hamletId,
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
    })
    .onConflict((conflict) => conflict.columns(['commune_id', 'id']).doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) return null;

  if (visit.guidances.length > 0) {
    await ctx.tx
      .insertInto('guidances')
      .values(
        visit.guidances.map((guidance) => ({
          commune_id: ctx.communeId,
          id: ctx.id(),
          visit_id: id,
          household_id: target.householdId,
          resident_id: guidance.residentId,
          platform: guidance.platform,
          outcome: guidance.outcome,
        })),
      )
      .execute();
  }
  const told = tellingRecords(visit);
  const proven = recordsFromGuidance(
    visit.guidances,
    new Map(
      visit.guidances.map(({ platform }) => [platform, tracksOf(known.get(codeKey('platform', platform)))]),
    ),
    told,
  );
  const records: { residentId: Id; source: DigitalSource; answers: Answers }[] = [
    ...told.map(({ residentId, source, ...answers }) => ({ residentId, source, answers })),
    ...proven.map(({ residentId, answers }) => ({ residentId, source: 'shown' as const, answers })),
  ];
  if (records.length > 0) {
    await ctx.tx
      .insertInto('digital_records')
      .values(
        records.map(({ residentId, source, answers }) => ({
          commune_id: ctx.communeId,
          id: ctx.id(),
          household_id: homes.get(residentId) ?? target.survivorId,
          resident_id: residentId,
          visit_id: id,
          observed_on: time.on,
          recorded_at: ctx.now,
          recorded_by: ctx.actor.accountId,
          source,
          ...answers,
        })),
      )
      .execute();
  }
  return { on: time.on, householdIds: [...new Set([target.survivorId, ...homes.values()])] };
}

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

/** Form, topics and platforms must stand in the catalogue; answers with the details of the platforms. */
async function checkCodes(ctx: ReadContext, visit: VisitContent, on: Day) {
  const wanted: { field: string; kind: CatalogueKind; code: string }[] = [
    { field: 'form', kind: 'outreach_form', code: visit.form },
    ...visit.topics.map((code, index) => ({ field: `topics.${index}`, kind: 'topic' as const, code })),
    ...visit.guidances.map(({ platform }, index) => ({
      field: `guidances.${index}.platform`,
      kind: 'platform' as const,
      code: platform,
    })),
  ];
  const known = await knownCodes(ctx, wanted, on);
  const fields: FieldProblems = {};
  for (const { field, kind, code } of wanted)
    if (!known.has(codeKey(kind, code))) fields[field] = words.notInCatalogue;
  if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
  return known;
}

/**
 * The people of a visit and the households in which they live now. They belong to the household, or to one that the actor
 * sees: while a phone was offline the register may have moved them. Anybody else looks like nobody (law 6).
 */
async function checkResidents(
  ctx: ReadContext,
  visit: VisitContent,
  target: VisitTarget,
): Promise<Map<Id, Id>> {
  const named = residentsNamed(visit);
  if (named.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('residents as r')
    .innerJoin('households as h', (join) =>
      join.on('h.commune_id', '=', ctx.communeId).onRef('h.id', '=', 'r.household_id'),
    )
    .select(['r.id', 'r.household_id', 'h.hamlet_id'])
    .where('r.commune_id', '=', ctx.communeId)
    .where('r.id', 'in', named)
    .execute();
  const homes = new Map(
    rows
      .filter(
        (row) =>
          row.household_id === target.householdId ||
          row.household_id === target.survivorId ||
          canSeeHousehold(ctx.actor, { hamletId: row.hamlet_id }),
      )
      .map((row) => [row.id, row.household_id]),
  );
  const fields: FieldProblems = {};
  const refuse = (field: string, residentId: Id | null) => {
    if (residentId !== null && !homes.has(residentId)) fields[field] = words.notOfHousehold;
  };
  visit.metResidents.forEach((residentId, index) => refuse(`metResidents.${index}`, residentId));
  visit.guidances.forEach(({ residentId }, index) => refuse(`guidances.${index}.residentId`, residentId));
  visit.records.forEach(({ residentId }, index) => refuse(`records.${index}.residentId`, residentId));
  if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
  return homes;
}
