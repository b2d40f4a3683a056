import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';

/** One line of the story of something that goes from state to state. `State` names its states. */
export interface StoryLine<State extends string = string> {
  on: Date;
  actorName: string | null;
  /** 'group.checked' */
  name: string;
  from: State | null;
  to: State | null;
  note: string | null;
  /** How many people (người) it was about, where the event counts them. */
  people: number | null;
}

/** What happened to one thing by its events, oldest first. Asks no right: who calls has loaded that thing for the actor. */
export async function storyOf<State extends string = string>(
  ctx: ReadContext,
  subjectId: Id,
): Promise<StoryLine<State>[]> {
  const { rows } = await sql<StoryLine<State>>`
    select e.recorded_at as "on", a.full_name as "actorName", e.name,
           e.data #>> '{before,state}' as "from", e.data #>> '{after,state}' as "to", e.data ->> 'note' as note,
           (e.data ->> 'people')::int as people
      from events as e
      left join accounts as a on a.commune_id = ${ctx.communeId} and a.id = e.actor_id
     where e.commune_id = ${ctx.communeId} and e.subject_id = ${subjectId}
     order by e.recorded_at, e.id`.execute(ctx.tx);
  return rows;
}
