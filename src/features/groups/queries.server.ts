import { sql } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { found, notFound } from '#shared/problem.ts';
import { findHamlet } from '#features/org/queries.server.ts';
import { isLate, type GroupState } from './model.ts';
import { canSeeAllGroups, canSeeGroups, type GroupPlace } from './policy.ts';

/** A "tổ tự quản công nghệ" as people read it. */
export interface Group extends GroupPlace {
  id: Id;
  hamletName: string;
  name: string;
  place: string;
  placeKind: 'hamlet_office' | 'culture_house' | 'school' | 'home' | 'shop' | 'other';
  openingHours: string | null;
  services: string | null;
  equipment: string | null;
  registeredOn: Day;
  /** Registered after the plan's window of that year. */
  late: boolean;
  stateOn: Day;
  note: string | null;
}

/** Groups of a hamlet (null: of the commune), in the order of hamlets. Throws `not_found` where the actor sees none. */
export async function listGroups(ctx: ReadContext, hamletId: Id | null): Promise<Group[]> {
  if (hamletId === null ? !canSeeAllGroups(ctx.actor) : !canSeeGroups(ctx.actor, { hamletId }))
    throw notFound();
  if (hamletId !== null) found(await findHamlet(ctx, hamletId));
  const rows = await groupRows(ctx)
    .$if(hamletId !== null, (query) => query.where('g.hamlet_id', '=', hamletId ?? ''))
    .orderBy('h.code')
    .orderBy('g.registered_on')
    .orderBy('g.id')
    .execute();
  return rows.map(toGroup);
}

/** One group; throws `not_found` when there is none that the actor may see. */
export async function getGroup(ctx: ReadContext, id: Id): Promise<Group> {
  const row = await groupRows(ctx).where('g.id', '=', id).executeTakeFirst();
  return visible(row && toGroup(row), (group) => canSeeGroups(ctx.actor, group));
}

/** One line of a group's story. */
export interface GroupEvent {
  on: Date;
  actorName: string | null;
  name: string;
  from: GroupState | null;
  to: GroupState | null;
  note: string | null;
}

/** What happened to a group, oldest first; throws `not_found` when the actor may not see it. */
export async function listGroupEvents(ctx: ReadContext, id: Id): Promise<GroupEvent[]> {
  const group = await getGroup(ctx, id);
  const rows = await ctx.tx
    .selectFrom('events as e')
    .leftJoin('accounts as a', (join) =>
      join.on('a.commune_id', '=', ctx.communeId).onRef('a.id', '=', 'e.actor_id'),
    )
    .select([
      'e.name',
      'e.recorded_at',
      'a.full_name',
      sql<GroupState | null>`e.data #>> '{before,state}'`.as('from'),
      sql<GroupState | null>`e.data #>> '{after,state}'`.as('to'),
      sql<string | null>`e.data ->> 'note'`.as('note'),
    ])
    .where('e.commune_id', '=', ctx.communeId)
    .where('e.subject_id', '=', group.id)
    .orderBy('e.recorded_at')
    .orderBy('e.id')
    .execute();
  return rows.map((row) => ({
    on: row.recorded_at,
    actorName: row.full_name,
    name: row.name,
    from: row.from,
    to: row.to,
    note: row.note,
  }));
}

function groupRows(ctx: ReadContext) {
  return ctx.tx
    .selectFrom('groups as g')
    .innerJoin('hamlets as h', (join) =>
      join.on('h.commune_id', '=', ctx.communeId).onRef('h.id', '=', 'g.hamlet_id'),
    )
    .selectAll('g')
    .select('h.name as hamlet_name')
    .where('g.commune_id', '=', ctx.communeId);
}

type Row = Awaited<ReturnType<ReturnType<typeof groupRows>['execute']>>[number];

function toGroup(row: Row): Group {
  return {
    id: row.id,
    hamletId: row.hamlet_id,
    hamletName: row.hamlet_name,
    name: row.name,
    place: row.place,
    placeKind: row.place_kind,
    openingHours: row.opening_hours,
    services: row.services,
    equipment: row.equipment,
    registeredOn: row.registered_on,
    registeredBy: row.registered_by,
    late: isLate(row.registered_on, Number(row.registered_on.slice(0, 4))),
    state: row.state,
    stateOn: row.state_on,
    note: row.note,
  };
}
