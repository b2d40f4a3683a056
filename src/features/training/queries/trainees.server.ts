import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { attendances, testResults, topicResults } from '../facts.server.ts';
import type { TestResult } from '../model/training-class.ts';
import { canSeeTrainee } from '../policy.ts';
import { getClass } from './classes.server.ts';

/** Somebody in a class. */
export interface Trainee {
  classId: Id;
  memberId: Id;
  fullName: string;
  /** Of the member's team; null: the commune's. */
  hamletId: Id | null;
  teamName: string;
  /** Null: the commune's team. */
  hamletName: string | null;
  /** Null: nobody ticked yet. */
  attended: boolean | null;
  /** Of the whole class; null: no test was taken, or not of every topic. */
  result: TestResult | null;
  /** Of ten (điểm); null too where the class teaches several topics. */
  score: number | null;
  /** Of each topic of which something was written down. */
  tests: { topicId: Id; result: TestResult | null; score: number | null }[];
}

/** The people of a class whom the actor may see, by team and given name; throws `not_found` as `getClass` does. */
export async function listTrainees(ctx: ReadContext, classId: Id): Promise<Trainee[]> {
  const one = await getClass(ctx, classId);
  const all = await traineesOf(ctx, [one.id]);
  return all.filter((trainee) => canSeeTrainee(ctx.actor, one, trainee));
}

/** Everybody in these classes, for who asks after having asked who may. */
export async function traineesOf(ctx: ReadContext, classIds: readonly Id[]): Promise<Trainee[]> {
  const written = { communeId: ctx.communeId, recordedBy: ctx.now };
  const { rows } = await sql<Trainee>`
    select l.class_id as "classId", m.id as "memberId", m.full_name as "fullName", t.hamlet_id as "hamletId",
           t.name as "teamName", h.name as "hamletName", a.attended, r.result, r.score,
           coalesce((select jsonb_agg(jsonb_build_object('topicId', x.topic_id, 'result', x.result, 'score', x.score))
                       from ${topicResults(written)} as x
                      where x.class_id = l.class_id and x.member_id = l.member_id), '[]') as tests
      from training_trainees as l
      join team_members as m on m.commune_id = ${ctx.communeId} and m.id = l.member_id
      join teams as t on t.commune_id = ${ctx.communeId} and t.id = m.team_id
      left join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = t.hamlet_id
      left join ${attendances(written)} as a on a.class_id = l.class_id and a.member_id = l.member_id
      left join ${testResults(written)} as r on r.class_id = l.class_id and r.member_id = l.member_id
     where l.commune_id = ${ctx.communeId} and l.class_id = any(${[...classIds]}::uuid[])
     order by h.code nulls first, m.sort_key, m.id`.execute(ctx.tx);
  return rows;
}

/** A member of a team who can be chosen for a class. */
export interface TraineeChoice {
  memberId: Id;
  fullName: string;
  hamletId: Id | null;
  teamName: string;
  /** Null: the commune's team. */
  hamletName: string | null;
}

/** Active members for a class of a hamlet: its team's; of the commune (null): all. About a class that the actor may edit. */
export async function traineeChoices(ctx: ReadContext, hamletId: Id | null): Promise<TraineeChoice[]> {
  const { rows } = await sql<TraineeChoice>`
    select m.id as "memberId", m.full_name as "fullName", t.hamlet_id as "hamletId", t.name as "teamName",
           h.name as "hamletName"
      from team_members as m
      join teams as t on t.commune_id = ${ctx.communeId} and t.id = m.team_id and t.ended_on is null
      left join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = t.hamlet_id
     where m.commune_id = ${ctx.communeId} and m.ended_on is null
       ${hamletId === null ? sql`` : sql`and t.hamlet_id = ${hamletId}`}
     order by h.code nulls first, m.sort_key, m.id`.execute(ctx.tx);
  return rows;
}
