import type { ReadContext } from '#platform/commands/command.server.ts';
import { firstDayOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { syncedGatherings } from '#features/outreach/sync.server.ts';
import { findPlan } from '#features/plans/queries.server.ts';
import { syncedHouseholds } from '#features/registry/sync.server.ts';
import type { ResidentRow } from '#features/registry/queries/registry-rows.server.ts';
import { everRecorded } from '#features/targets/relations.server.ts';
import { withMerged, type AsOf } from '#features/visits/facts.server.ts';
import { noAnswers } from '#features/visits/model/digital-status.ts';
import { syncedHelpers, syncedStatus, syncedVisits } from '#features/visits/sync.server.ts';
import type { PhoneHome, PhonePerson } from './model/home.ts';

/** The first day whose visits a phone holds all of: the plan's, or the year's while there is no plan. */
export async function heldSince(ctx: ReadContext): Promise<Day> {
  return (await findPlan(ctx))?.startsOn ?? firstDayOf(`${ctx.today.slice(0, 4)}-01`);
}

/**
 * Households as a phone of the actor holds them, by id. The caller asks only for households of hamlets that are the actor's;
 * what is restricted is left out here, household by household (P8).
 */
export async function phoneHomes(
  ctx: ReadContext,
  ids: readonly Id[],
  since: Day,
): Promise<Map<Id, PhoneHome>> {
  if (ids.length === 0) return new Map();
  // What is written today for tomorrow (a helper's start) is told when its day comes.
  const among = await withMerged(ctx, ids);
  const asOf: AsOf = { communeId: ctx.communeId, recordedBy: everRecorded, day: ctx.today, among };
  const rows = await syncedHouseholds(ctx, ids);
  const { digital, skills } = await syncedStatus(ctx, asOf);
  const visits = Map.groupBy(await syncedVisits(ctx, asOf, since), (visit) => visit.householdId);
  const gatherings = Map.groupBy(await syncedGatherings(ctx, asOf, since), (one) => one.householdId);
  const helpers = await syncedHelpers(ctx, asOf);
  const person = (row: ResidentRow, mayKnow: boolean): PhonePerson => ({
    id: row.id,
    fullName: row.full_name,
    sex: row.sex,
    birthDate: row.birth_date,
    birthPrecision: row.birth_precision,
    residence: row.residence,
    relation: row.relation,
    relationText: row.relation_text,
    phone: row.phone,
    hasSmartphone: row.has_smartphone,
    vulnerable: mayKnow ? row.vulnerable : null,
    state: row.state,
    digital: digital.get(row.id) ?? noAnswers,
    skills: skills.get(row.id) ?? null,
  });
  return new Map(
    rows.map(({ household, people, mayKnow }) => {
      const helper = helpers.get(household.id);
      const home: PhoneHome = {
        id: household.id,
        hamletId: household.hamlet_id,
        code: household.code,
        groupName: household.group_name,
        address: household.address,
        phone: household.phone,
        headId: household.head_id,
        statedSize: household.stated_size,
        state: household.state,
        hasSmartphone: household.has_smartphone,
        hasInternet: household.has_internet,
        note: household.note,
        poverty: mayKnow ? household.poverty : null,
        responsibleId: household.responsible_member_id,
        people: people.map((row) => person(row, mayKnow)),
        visits: visits.get(household.id) ?? [],
        gatherings: gatherings.get(household.id) ?? [],
        helper: helper
          ? {
              id: helper.id,
              memberId: helper.member_id,
              everyDays: helper.every_days,
              startedOn: helper.started_on,
            }
          : null,
      };
      return [household.id, home];
    }),
  );
}
