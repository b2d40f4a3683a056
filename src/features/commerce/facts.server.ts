import { sql, type RawBuilder } from 'kysely';
import { hamletThen } from '#features/org/queries/hamlet-lives.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { AsOf } from '#features/visits/facts.server.ts';
import type { SellingStep } from './model.ts';

export interface BusinessFact {
  business_id: Id;
  hamlet_id: Id;
  name: string;
  happened_on: Day;
}

/** Steps that were done by a day and not taken back, as written down by a moment: of each business and step the newest row. */
export function stepsDone(asOf: AsOf): RawBuilder<BusinessFact & { step: SellingStep }> {
  const { communeId, recordedBy, day } = asOf;
  return sql`(
    select b.id as business_id, ${hamletThen(asOf, sql`b.id`, sql`b.hamlet_id`)} as hamlet_id, b.name, s.step, s.done_on as happened_on
      from (select distinct on (business_id, step) business_id, step, taken_back, done_on from business_steps
             where commune_id = ${communeId} and recorded_at <= ${recordedBy}
             order by business_id, step, recorded_at desc, id desc) as s
      join businesses as b on b.commune_id = ${communeId} and b.id = s.business_id
     where not s.taken_back and s.done_on <= ${day})`;
}

/** Promises of quality that were signed by a day, as written down by a moment (R41). */
export function commitmentsSigned(asOf: AsOf): RawBuilder<BusinessFact> {
  const { communeId, recordedBy, day } = asOf;
  return sql`(
    select b.id as business_id, ${hamletThen(asOf, sql`b.id`, sql`b.hamlet_id`)} as hamlet_id, b.name, q.signed_on as happened_on
      from quality_commitments as q
      join businesses as b on b.commune_id = ${communeId} and b.id = q.business_id
     where q.commune_id = ${communeId} and q.recorded_at <= ${recordedBy} and q.signed_on <= ${day})`;
}

/** Technology that was applied by a day, as written down by a moment (R42). */
export function technologiesApplied(asOf: AsOf): RawBuilder<BusinessFact> {
  const { communeId, recordedBy, day } = asOf;
  return sql`(
    select b.id as business_id, ${hamletThen(asOf, sql`b.id`, sql`b.hamlet_id`)} as hamlet_id, b.name, t.applied_on as happened_on
      from business_technologies as t
      join businesses as b on b.commune_id = ${communeId} and b.id = t.business_id
     where t.commune_id = ${communeId} and t.recorded_at <= ${recordedBy} and t.applied_on <= ${day})`;
}
