import { sql } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { storyOf, type StoryLine } from '#features/accounts/queries/story.server.ts';
import { attendances, testResults } from '../facts.server.ts';
import type { ClassForm, ClassState } from '../model/training-class.ts';
import { canOpenTraining, canSeeClass, type ClassPlace } from '../policy.ts';

/** A class as people read it. Trainees, present and passed are counted in người, each once. */
export interface TrainingClass extends ClassPlace {
  id: Id;
  hamletName: string | null;
  name: string;
  topics: { id: Id; name: string }[];
  form: ClassForm;
  place: string | null;
  link: string | null;
  trainer: string;
  organiser: string | null;
  heldOn: Day;
  startsAt: string;
  endsAt: string | null;
  rollMemberName: string | null;
  /** Of ten (điểm). */
  passScore: number;
  costNote: string | null;
  note: string | null;
  trainees: number;
  present: number;
  absent: number;
  passed: number;
}

export interface ClassFilter {
  hamletId?: Id | null;
  state?: ClassState | null;
  topicId?: Id | null;
  from?: Day | null;
  to?: Day | null;
}

/** Classes that the actor may see, newest day first; throws `not_found` for who sees none at all. */
export async function listClasses(ctx: ReadContext, filter: ClassFilter = {}): Promise<TrainingClass[]> {
  if (!canOpenTraining(ctx.actor)) throw notFound();
  const rows = await classRows(ctx)
    .$if(Boolean(filter.hamletId), (query) => query.where('c.hamlet_id', '=', filter.hamletId ?? ''))
    .$if(Boolean(filter.state), (query) => query.where('c.state', '=', filter.state ?? 'planned'))
    .$if(Boolean(filter.from), (query) => query.where('c.held_on', '>=', filter.from ?? ''))
    .$if(Boolean(filter.to), (query) => query.where('c.held_on', '<=', filter.to ?? ''))
    .orderBy('c.held_on', 'desc')
    .orderBy('c.starts_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(500)
    .execute();
  return rows
    .map(toClass)
    .filter((one) => canSeeClass(ctx.actor, one))
    .filter((one) => !filter.topicId || one.topics.some(({ id }) => id === filter.topicId));
}

/** One class; throws `not_found` when there is none that the actor may see. */
export async function getClass(ctx: ReadContext, id: Id): Promise<TrainingClass> {
  const row = await classRows(ctx).where('c.id', '=', id).executeTakeFirst();
  return visible(row && toClass(row), (one) => canSeeClass(ctx.actor, one));
}

/** The same, held until the transaction ends: two who write at once write one after the other. */
export async function holdClass(ctx: ReadContext, id: Id): Promise<TrainingClass> {
  await ctx.tx
    .selectFrom('training_classes')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return getClass(ctx, id);
}

/** What happened to a class, oldest first; throws `not_found` when the actor may not see it. */
export async function listClassEvents(ctx: ReadContext, id: Id): Promise<StoryLine<ClassState>[]> {
  return storyOf<ClassState>(ctx, (await getClass(ctx, id)).id);
}

function classRows(ctx: ReadContext) {
  const written = { communeId: ctx.communeId, recordedBy: ctx.now };
  const counts = sql<{ trainees: number; present: number; absent: number; passed: number }>`(
    select count(*)::int as trainees, (count(*) filter (where a.attended))::int as present,
           (count(*) filter (where not a.attended))::int as absent,
           (count(*) filter (where a.attended and r.result = 'passed'))::int as passed
      from training_trainees as t
      left join ${attendances(written)} as a on a.class_id = t.class_id and a.member_id = t.member_id
      left join ${testResults(written)} as r on r.class_id = t.class_id and r.member_id = t.member_id
     where t.commune_id = ${ctx.communeId} and t.class_id = c.id)`;
  return ctx.tx
    .selectFrom('training_classes as c')
    .leftJoin('hamlets as h', (join) =>
      join.on('h.commune_id', '=', ctx.communeId).onRef('h.id', '=', 'c.hamlet_id'),
    )
    .leftJoin('team_members as m', (join) =>
      join.on('m.commune_id', '=', ctx.communeId).onRef('m.id', '=', 'c.roll_member_id'),
    )
    .innerJoinLateral(counts.as('n'), (join) => join.onTrue())
    .selectAll('c')
    .select([
      'h.name as hamlet_name',
      'm.full_name as roll_member_name',
      'n.trainees',
      'n.present',
      'n.absent',
      'n.passed',
      sql<{ id: Id; name: string }[]>`(
        select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.position, t.id), '[]')
          from training_class_topics as l
          join training_topics as t on t.commune_id = ${ctx.communeId} and t.id = l.topic_id
         where l.commune_id = ${ctx.communeId} and l.class_id = c.id)`.as('topics'),
    ])
    .where('c.commune_id', '=', ctx.communeId);
}

type Row = Awaited<ReturnType<ReturnType<typeof classRows>['execute']>>[number];

const toClass = (row: Row): TrainingClass => ({
  id: row.id,
  hamletId: row.hamlet_id,
  hamletName: row.hamlet_name,
  name: row.name,
  topics: row.topics,
  form: row.form,
  place: row.place,
  link: row.link,
  trainer: row.trainer,
  organiser: row.organiser,
  heldOn: row.held_on,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  rollMemberId: row.roll_member_id,
  rollMemberName: row.roll_member_name,
  passScore: row.pass_score,
  costNote: row.cost_note,
  note: row.note,
  state: row.state,
  createdBy: row.created_by,
  trainees: row.trainees,
  present: row.present,
  absent: row.absent,
  passed: row.passed,
});
