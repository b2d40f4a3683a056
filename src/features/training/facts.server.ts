import { sql, type RawBuilder } from 'kysely';
import { hamletThen, teamThen } from '#features/org/queries/hamlet-lives.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { AsOf } from '#features/visits/facts.server.ts';
import type { TestResult } from './model/training-class.ts';

export interface HeldClass {
  id: Id;
  /** Null: for the whole commune. */
  hamlet_id: Id | null;
  name: string;
  held_on: Day;
}

/** Classes (lớp) that were held by a day, as written down by a moment. `among` does not apply to them. */
export function heldClasses(asOf: AsOf): RawBuilder<HeldClass> {
  return sql`(
    select c.id, ${hamletThen(asOf, sql`c.id`, sql`c.hamlet_id`)} as hamlet_id, c.name, c.held_on from training_classes as c
     where c.commune_id = ${asOf.communeId} and c.state = 'held'
       and c.state_at <= ${asOf.recordedBy} and c.held_on <= ${asOf.day})`;
}

export interface AttendedTraining {
  class_id: Id;
  member_id: Id;
  /** Of the member's team; null: the commune's. */
  hamlet_id: Id | null;
  held_on: Day;
  /** Of the whole class; null: no test was taken, or not of every topic. */
  result: TestResult | null;
  score: number | null;
}

/** Who was at a held class (lượt): one row per class and member, with the test as it stood. */
export function attendedTrainings(asOf: AsOf): RawBuilder<AttendedTraining> {
  return sql`(
    select c.id as class_id, a.member_id, ${hamletThen(asOf, sql`t.id`, sql`t.hamlet_id`)} as hamlet_id, c.held_on, r.result, r.score
      from ${heldClasses(asOf)} as c
      join ${attendances(asOf)} as a on a.class_id = c.id and a.attended
      join team_members as m on m.commune_id = ${asOf.communeId} and m.id = a.member_id
      join teams as t on t.commune_id = ${asOf.communeId} and t.id = ${teamThen(asOf, sql`m.id`, sql`m.team_id`)}
      left join ${testResults(asOf)} as r on r.class_id = c.id and r.member_id = a.member_id)`;
}

type Written = Pick<AsOf, 'communeId' | 'recordedBy'>;

/** Each trainee's attendance as it stood: the one that was done last, of those written down by then. */
export function attendances({ communeId, recordedBy }: Written): RawBuilder<{
  class_id: Id;
  member_id: Id;
  attended: boolean;
}> {
  return sql`(
    select distinct on (class_id, member_id) class_id, member_id, attended from training_attendances
     where commune_id = ${communeId} and recorded_at <= ${recordedBy}
     order by class_id, member_id, done_at desc, id desc)`;
}

/** Each trainee's test of each topic of the class as it stood; a result of null was taken back. */
export function topicResults({ communeId, recordedBy }: Written): RawBuilder<{
  class_id: Id;
  member_id: Id;
  topic_id: Id;
  result: TestResult | null;
  score: number | null;
}> {
  return sql`(
    select distinct on (r.class_id, r.member_id, l.topic_id) r.class_id, r.member_id, l.topic_id, r.result, r.score
      from training_results as r
      join training_class_topics as l on l.commune_id = ${communeId} and l.class_id = r.class_id
       and (r.topic_id is null or r.topic_id = l.topic_id)
     where r.commune_id = ${communeId} and r.recorded_at <= ${recordedBy}
     order by r.class_id, r.member_id, l.topic_id, r.recorded_at desc, r.id desc)`;
}

/**
 * Each trainee's class as a whole: passed when every topic of it is, not passed when one is not, else null. A score is told only
 * where the class teaches one topic: those of several are not added up.
 */
export function testResults(written: Written): RawBuilder<{
  class_id: Id;
  member_id: Id;
  result: TestResult | null;
  score: number | null;
}> {
  return sql`(
    select r.class_id, r.member_id,
           case when bool_or(r.result = 'not_passed') then 'not_passed'
                when count(r.result) = max(n.topics) then 'passed' end as result,
           case when max(n.topics) = 1 then max(r.score) end as score
      from ${topicResults(written)} as r
      join lateral (
        select count(*) as topics from training_class_topics as l
         where l.commune_id = ${written.communeId} and l.class_id = r.class_id) as n on true
     group by r.class_id, r.member_id)`;
}
