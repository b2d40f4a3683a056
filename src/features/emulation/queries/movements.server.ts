import { sql } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { measures, type Goal, type MovementState } from '../model/movement.ts';
import { canOpenMovements, canSeeMovement } from '../policy.ts';

/** A movement with its goals and where it takes place. */
export interface Movement {
  id: Id;
  name: string;
  purpose: string;
  organiser: string;
  startsOn: Day;
  endsOn: Day;
  state: MovementState;
  stateNote: string | null;
  createdBy: Id;
  createdAt: Date;
  launchedAt: Date | null;
  closedAt: Date | null;
  /** Hamlets that take part, by name; none named: the whole commune. */
  hamlets: { id: Id; name: string }[];
  goals: Goal[];
  /** Units that were called and not let go (đơn vị), of these without an answer. */
  called: number;
  unanswered: number;
}

/** Movements that the actor may read, the newest first; `not_found` for who has nothing to do with the room. */
export async function listMovements(ctx: ReadContext): Promise<Movement[]> {
  if (!canOpenMovements(ctx.actor)) throw notFound();
  return (await movements(ctx, null)).filter((one) => canSeeMovement(ctx.actor, one));
}

/** One movement; `not_found` when there is none that the actor may read. */
export async function getMovement(ctx: ReadContext, id: Id): Promise<Movement> {
  return visible((await movements(ctx, id))[0], (one) => canSeeMovement(ctx.actor, one));
}

/** The same, held until the transaction ends, for commands. */
export async function holdMovement(ctx: ReadContext, id: Id): Promise<Movement> {
  await sql`select 1 from emulation_movements where commune_id = ${ctx.communeId} and id = ${id} for update`.execute(
    ctx.tx,
  );
  return getMovement(ctx, id);
}

async function movements(ctx: ReadContext, id: Id | null): Promise<Movement[]> {
  const { rows } = await sql<Movement>`
    select m.id, m.name, m.purpose, m.organiser, m.starts_on as "startsOn", m.ends_on as "endsOn", m.state,
           m.state_note as "stateNote", m.created_by as "createdBy", m.created_at as "createdAt",
           m.launched_at as "launchedAt", m.closed_at as "closedAt",
           coalesce((select json_agg(json_build_object('id', h.id, 'name', h.name) order by h.sort_key, h.id)
             from emulation_hamlets as p join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = p.hamlet_id
            where p.commune_id = ${ctx.communeId} and p.movement_id = m.id), '[]') as hamlets,
           (select json_agg(json_build_object('measure', g.measure, 'reach', g.reach, 'goal', g.goal)
             order by array_position(${[...measures]}::text[], g.measure))
             from emulation_goals as g where g.commune_id = ${ctx.communeId} and g.movement_id = m.id) as goals,
           (select count(*)::int from emulation_calls as c
             where c.commune_id = ${ctx.communeId} and c.movement_id = m.id and c.state <> 'withdrawn') as called,
           (select count(*)::int from emulation_calls as c
             where c.commune_id = ${ctx.communeId} and c.movement_id = m.id and c.state = 'called') as unanswered
      from emulation_movements as m
     where m.commune_id = ${ctx.communeId} ${id === null ? sql`` : sql`and m.id = ${id}`}
     order by m.starts_on desc, m.id desc`.execute(ctx.tx);
  return rows;
}

/** Whether a hamlet takes part; null: the commune as a whole, which always does. */
export const takesPart = (movement: Pick<Movement, 'hamlets'>, hamletId: Id | null): boolean =>
  hamletId === null || movement.hamlets.length === 0 || movement.hamlets.some(({ id }) => id === hamletId);
