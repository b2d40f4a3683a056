import { sql } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { found, notFound } from '#shared/problem.ts';
import { findHamlet, findMember, findTeam } from '#features/org/queries.server.ts';
import { asOfNow } from '#features/visits/facts.server.ts';
import { attendedTrainings, topicResults } from '../facts.server.ts';
import { standingOf, type Standing } from '../model/competence.ts';
import type { TestResult } from '../model/training-class.ts';
import { canOpenCompetence, canSeeCompetence, canSeeMemberCompetence } from '../policy.ts';
import { listTopics, type Topic } from './topics.server.ts';
import { traineeChoices, type TraineeChoice } from './trainees.server.ts';

/** A national course that VNeID shows as done, apart from our own check. */
export interface Confirmation {
  id: Id;
  memberId: Id;
  course: string;
  confirmedOn: Day;
}

/** A member with what they have learnt, topic by topic in the order of `topics`. */
export interface MemberCompetence extends TraineeChoice {
  standings: Standing[];
  /** True: was never at any class that was held. */
  neverTrained: boolean;
  /** How many topics (chuyên đề) are to be repeated. */
  toRepeat: number;
  lastOn: Day | null;
  confirmations: Confirmation[];
}

export interface Competence {
  topics: Topic[];
  members: MemberCompetence[];
}

/** The matrix member × topic of a hamlet's team (null: of every team whose members the actor may see); else `not_found`. */
export async function competence(ctx: ReadContext, hamletId: Id | null): Promise<Competence> {
  if (hamletId === null ? !canOpenCompetence(ctx.actor) : !canSeeCompetence(ctx.actor, { hamletId }))
    throw notFound();
  if (hamletId !== null) found(await findHamlet(ctx, hamletId));
  const members = (await traineeChoices(ctx, hamletId)).filter((one) => canSeeCompetence(ctx.actor, one));
  return competenceOf(ctx, members);
}

/** What one member has learnt; throws `not_found` when the actor may not know. */
export async function memberCompetence(
  ctx: ReadContext,
  memberId: Id,
): Promise<{ topics: Topic[]; member: MemberCompetence }> {
  const known = await findMember(ctx, memberId);
  const { id, fullName, hamletId, teamId } = visible(known, (one) =>
    canSeeMemberCompetence(ctx.actor, { memberId: one.id, hamletId: one.hamletId }),
  );
  const team = await findTeam(ctx, teamId);
  const { topics, members } = await competenceOf(ctx, [
    { memberId: id, fullName, hamletId, teamName: team?.name ?? '', hamletName: team?.hamletName ?? null },
  ]);
  return { topics, member: found(members[0]) };
}

/** The matrix of these members, whoever they are. */
export async function competenceOf(ctx: ReadContext, members: readonly TraineeChoice[]): Promise<Competence> {
  const topics = (await listTopics(ctx)).filter((topic) => topic.retiredOn === null);
  const ids = members.map((member) => member.memberId);
  const { rows } = await sql<{ memberId: Id; topicId: Id | null; on: Day; result: TestResult | null }>`
    select distinct on (a.member_id, l.topic_id)
           a.member_id as "memberId", l.topic_id as "topicId", a.held_on as "on", r.result
      from ${attendedTrainings(asOfNow(ctx))} as a
      join training_class_topics as l on l.commune_id = ${ctx.communeId} and l.class_id = a.class_id
      left join ${topicResults({ communeId: ctx.communeId, recordedBy: ctx.now })} as r
        on r.class_id = a.class_id and r.member_id = a.member_id and r.topic_id = l.topic_id
     where a.member_id = any(${ids}::uuid[])
     order by a.member_id, l.topic_id, a.held_on desc, a.class_id desc`.execute(ctx.tx);
  const confirmed = await confirmationsOf(ctx, ids);
  return {
    topics,
    members: members.map((member) => {
      const own = rows.filter((row) => row.memberId === member.memberId);
      const standings = topics.map((topic) =>
        standingOf(
          own.find((row) => row.topicId === topic.id),
          topic.validMonths,
          ctx.today,
        ),
      );
      const days = own.map((row) => row.on).sort();
      return {
        ...member,
        standings,
        neverTrained: own.length === 0,
        toRepeat: standings.filter((one) => one.kind === 'repeat').length,
        lastOn: days.at(-1) ?? null,
        confirmations: confirmed.filter((one) => one.memberId === member.memberId),
      };
    }),
  };
}

async function confirmationsOf(ctx: ReadContext, memberIds: readonly Id[]): Promise<Confirmation[]> {
  const { rows } = await sql<Confirmation>`
    select id, member_id as "memberId", course, confirmed_on as "confirmedOn" from training_confirmations
     where commune_id = ${ctx.communeId} and withdrawn_at is null and member_id = any(${[...memberIds]}::uuid[])
     order by confirmed_on desc, id desc`.execute(ctx.tx);
  return rows;
}
