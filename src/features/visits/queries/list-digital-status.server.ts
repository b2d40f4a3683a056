import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { asOfNow, latestSkillChecks, type LatestSkillCheck } from '../facts.server.ts';
import { foldRecords, type DigitalRecord, type DigitalStatus } from '../model/digital-status.ts';
import { skillVerdict, type SkillAnswers } from '../model/skill-check.ts';
import { canSeeVisits } from '../policy.ts';
import { getLivingPlace } from './place.server.ts';

/** What is known of one person's digital life, each item with its day and source; null is "chưa rõ". */
export interface ResidentStatus {
  residentId: Id;
  fullName: string;
  status: DigitalStatus;
  /** The newest check of basic skills (T6); null when there was none. */
  skills: {
    on: Day;
    answers: SkillAnswers;
    verdict: ReturnType<typeof skillVerdict>;
    confirmedOnVneid: 'yes' | 'no' | 'unknown';
  } | null;
}

/** The living people of a household in the register's order. Throws `not_found` when the actor may not see them. */
export async function listDigitalStatus(ctx: ReadContext, householdId: Id): Promise<ResidentStatus[]> {
  const place = await getLivingPlace(ctx, householdId);
  if (!canSeeVisits(ctx.actor, place)) throw notFound();
  const people = await ctx.tx
    .selectFrom('residents')
    .select(['id', 'full_name'])
    .where('commune_id', '=', ctx.communeId)
    .where('household_id', '=', place.id)
    .where('merged_into', 'is', null)
    .where('state', '=', 'living')
    .orderBy('position')
    .orderBy('id')
    .execute();
  const records = await recordsOf(
    ctx,
    people.map((person) => person.id),
  );
  const { rows: checks } = await sql<LatestSkillCheck>`
    select c.* from ${latestSkillChecks(asOfNow(ctx, [place.id]))} as c`.execute(ctx.tx);
  return people.map((person) => {
    const check = checks.find((one) => one.resident_id === person.id);
    return {
      residentId: person.id,
      fullName: person.full_name,
      status: foldRecords(records.filter((record) => record.personId === person.id)),
      skills: check ? toSkills(check) : null,
    };
  });
}

/** All records that count about some people, those of the doubles that were merged into them too. */
async function recordsOf(
  ctx: ReadContext,
  people: readonly Id[],
): Promise<(DigitalRecord & { personId: Id })[]> {
  const { rows } = await sql<DigitalRecord & { personId: Id }>`
    with recursive same (id, person) as (
      select p, p from unnest(${people}::uuid[]) as p
      union all
      select r.id, s.person from same as s join residents as r on r.commune_id = ${ctx.communeId} and r.merged_into = s.id
    )
    select s.person as "personId", d.id, d.observed_on as "observedOn", d.recorded_at as "recordedAt", d.source, d.vneid,
           d.dvc_account, d.bank_account, d.e_payment, d.health_app, d.education_app, d.social_app
      from same as s
      join digital_records as d on d.commune_id = ${ctx.communeId} and d.resident_id = s.id
     where d.visit_id is null or not exists (
             select 1 from visits as newer where newer.commune_id = ${ctx.communeId} and newer.replaces = d.visit_id)`.execute(
    ctx.tx,
  );
  return rows;
}

function toSkills(check: LatestSkillCheck): ResidentStatus['skills'] {
  const answers: SkillAnswers = {
    online_services: check.online_services,
    online_shopping: check.online_shopping,
    online_payment: check.online_payment,
    self_protection: check.self_protection,
    other_platform: check.other_platform,
    vneid_account: check.vneid_account,
    dvc_account: check.dvc_account,
  };
  return {
    on: check.checked_on,
    answers,
    verdict: skillVerdict(answers),
    confirmedOnVneid: check.confirmed_on_vneid,
  };
}
