import { sql, type Selectable } from 'kysely';
import type { ReadContext, WriteContext } from '#platform/commands/command.server.ts';
import { ofTransaction } from '#platform/db/database.server.ts';
import { rowsAsTable } from '#platform/db/insert-rows.server.ts';
import { prepared } from '#platform/db/preparing-client.server.ts';
import { Problem, type FieldProblems } from '#shared/problem.ts';
import type { Id } from '#shared/ids.ts';
import type { Day } from '#shared/calendar.ts';
import { firstDayOf } from '#shared/calendar.ts';
import type { CatalogueKind } from '#features/plans/model.ts';
import { findPlan } from '#features/plans/queries.server.ts';
import { canSeeHousehold } from '#features/registry/policy.ts';
import { recordsFromGuidance } from '../model/guidance.ts';
import { noAnswers, tracksOf, type Answers, type DigitalSource } from '../model/digital-status.ts';
import {
  earliestVisitDay,
  residentsNamed,
  tellingRecords,
  timeOfVisit,
  type VisitContent,
} from '../model/visit.ts';
import type { DigitalRecordTable, GuidanceTable, VisitTable } from '../tables.ts';
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
  const rows = await visitRows(ctx, id, visit, target, await livesOf(ctx, residentsNamed(visit)));
  const written = await writeVisits(ctx, [rows]);
  return written.has(id) ? rows.saved : null;
}

/** Everything that one visit writes. */
export interface VisitRows {
  visit: Selectable<VisitTable>;
  guidances: Selectable<GuidanceTable>[];
  records: Selectable<DigitalRecordTable>[];
  saved: SavedVisit;
}

/** What a visit would write; `lives`: where the people are that it names. Throws `input.invalid` as `saveVisit`. */
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

/** Writes visits with all that belongs to them in one statement. Gives the ids of those that were not there yet. */
export async function writeVisits(ctx: WriteContext, rows: readonly VisitRows[]): Promise<Set<Id>> {
  const { rows: written } = await sql<{ id: Id }>`${prepared}
    with fresh as (
      insert into visits select * from ${rowsAsTable(
        'visits',
        rows.map((one) => one.visit),
      )}
      on conflict (commune_id, id) do nothing returning id
    ),
    shown as (
      insert into guidances select g.* from ${rowsAsTable(
        'guidances',
        rows.flatMap((one) => one.guidances),
      )} as g where g.visit_id in (select id from fresh)
    ),
    told as (
      insert into digital_records select d.* from ${rowsAsTable(
        'digital_records',
        rows.flatMap((one) => one.records),
      )} as d where d.visit_id in (select id from fresh)
    )
    select id from fresh`.execute(ctx.tx);
  return new Set(written.map((row) => row.id));
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

/** Where a person lives now. */
export interface Life {
  householdId: Id;
  hamletId: Id;
}

/** Where people live now, by id. */
export async function livesOf(ctx: ReadContext, residentIds: readonly Id[]): Promise<Map<Id, Life>> {
  if (residentIds.length === 0) return new Map();
  const { rows } = await sql<Life & { id: Id }>`
    select r.id, r.household_id as "householdId", h.hamlet_id as "hamletId" from residents as r
      join households as h on h.commune_id = ${ctx.communeId} and h.id = r.household_id
     where r.commune_id = ${ctx.communeId} and r.id = any(${[...new Set(residentIds)]}::uuid[])`.execute(
    ctx.tx,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The people of a visit and the households in which they live now. They belong to the household, or to one that the actor
 * sees: while a phone was offline the register may have moved them. Anybody else looks like nobody (law 6).
 */
function checkResidents(
  ctx: ReadContext,
  visit: VisitContent,
  target: VisitTarget,
  lives: ReadonlyMap<Id, Life>,
): Map<Id, Id> {
  const homes = new Map(
    residentsNamed(visit).flatMap((id): [Id, Id][] => {
      const life = lives.get(id);
      const mayBeNamed =
        life !== undefined &&
        (life.householdId === target.householdId ||
          life.householdId === target.survivorId ||
          canSeeHousehold(ctx.actor, { hamletId: life.hamletId }));
      return mayBeNamed ? [[id, life.householdId]] : [];
    }),
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
