import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { found, notFound } from '#shared/problem.ts';
import { storyOf, type StoryLine } from '#features/accounts/queries/story.server.ts';
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

/** The states in which people find help at a group's place. */
const open: GroupState[] = ['recognised', 'active'];

/** The places of groups where people are helped, with their opening hours: those that the actor may see, by hamlet. */
export async function listSupportPoints(ctx: ReadContext): Promise<Group[]> {
  const rows = await groupRows(ctx)
    .where('g.state', 'in', open)
    .orderBy('h.sort_key')
    .orderBy('g.registered_on')
    .orderBy('g.id')
    .execute();
  return rows.map(toGroup).filter((group) => canSeeGroups(ctx.actor, group));
}

/** The points of a hamlet where people are helped, to choose one of; none for who may not see the hamlet's groups. */
export async function pointsOf(ctx: ReadContext, hamletId: Id): Promise<Group[]> {
  return (await listSupportPoints(ctx)).filter((group) => group.hamletId === hamletId);
}

/** Whether a group's place in a hamlet is one where people are helped. */
export async function isSupportPoint(ctx: ReadContext, id: Id, hamletId: Id): Promise<boolean> {
  const row = await groupRows(ctx)
    .where('g.id', '=', id)
    .where('g.hamlet_id', '=', hamletId)
    .where('g.state', 'in', open)
    .executeTakeFirst();
  return row !== undefined;
}

/** What happened to a group, oldest first; throws `not_found` when the actor may not see it. */
export async function listGroupEvents(ctx: ReadContext, id: Id): Promise<StoryLine<GroupState>[]> {
  return storyOf<GroupState>(ctx, (await getGroup(ctx, id)).id);
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
