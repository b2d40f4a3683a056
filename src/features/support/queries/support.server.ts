import { sql } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { hamletsOf } from '#features/accounts/model.ts';
import { catalogueNames } from '#features/plans/queries.server.ts';
import {
  daysOverdue,
  daysWaited,
  type Satisfaction,
  type SupportChannel,
  type SupportPlace,
  type SupportState,
  type Urgency,
} from '../model.ts';
import { canSeeAllSupport, canSeeSupport, type SupportPlaceOf } from '../policy.ts';
import type { SupportStepTable } from '../tables.ts';

/** Where help is given, besides people's homes. */
export interface SupportPoint {
  name: string;
  place: string;
  openingHours: string | null;
}

/** A request as people read it. */
export interface SupportRequest extends SupportPlaceOf {
  id: Id;
  hamletName: string;
  channel: SupportChannel;
  householdId: Id | null;
  residentId: Id | null;
  personName: string;
  phone: string | null;
  platform: string | null;
  /** What is needed, in one line: the platform's name and the person's own words. */
  need: string;
  topic: string | null;
  place: SupportPlace;
  groupId: Id | null;
  /** The support point with where it is and its opening hours, as they are now. */
  point: SupportPoint | null;
  urgency: Urgency;
  stateOn: Day;
  dueOn: Day;
  memberName: string | null;
  scheduledOn: Day | null;
  scheduledAt: string | null;
  visitId: Id | null;
  satisfaction: Satisfaction | null;
  raisedOn: Day;
  raiserName: string | null;
  note: string | null;
  /** Days from asking to help, or until today. */
  waited: number;
  overdue: number;
}

export interface SupportFilter {
  hamletId?: Id | null;
  state?: SupportState | null;
  place?: SupportPlace | null;
  urgency?: Urgency | null;
  householdId?: Id | null;
  /** Only those for which somebody still waits. */
  waiting?: boolean;
}

export const mostListed = 500;

/** The requests that the actor may see (down to none): who waits first, by the last day in time; then the newest ends. */
export async function listSupport(ctx: ReadContext, filter: SupportFilter = {}): Promise<SupportRequest[]> {
  const { actor } = ctx;
  const led = hamletsOf(actor, 'hamlet_team_leader', 'hamlet_head');
  const own = hamletsOf(actor, 'member', 'hamlet_team_leader', 'hamlet_head');
  const rows = await supportRows(ctx)
    .$if(!canSeeAllSupport(actor), (query) =>
      query.where((on) =>
        on.or([
          on('r.raised_by', '=', actor.accountId),
          ...(led.length > 0 ? [on('r.hamlet_id', 'in', led)] : []),
          ...(own.length > 0 && actor.memberId !== null
            ? [on.and([on('r.member_id', '=', actor.memberId), on('r.hamlet_id', 'in', own)])]
            : []),
        ]),
      ),
    )
    .$if(filter.hamletId != null, (query) => query.where('r.hamlet_id', '=', filter.hamletId ?? ''))
    .$if(filter.state != null, (query) => query.where('r.state', '=', filter.state ?? 'new'))
    .$if(filter.place != null, (query) => query.where('r.place', '=', filter.place ?? 'home'))
    .$if(filter.urgency != null, (query) => query.where('r.urgency', '=', filter.urgency ?? 'soon'))
    .$if(filter.householdId != null, (query) => query.where('r.household_id', '=', filter.householdId ?? ''))
    .$if(filter.waiting === true, (query) => query.where('r.state', 'in', ['new', 'assigned', 'scheduled']))
    .orderBy(sql`r.state in ('done', 'no_show', 'cancelled')`)
    .orderBy(sql`case when r.state in ('done', 'no_show', 'cancelled') then r.state_on end`, 'desc')
    .orderBy('r.due_on')
    .orderBy('r.id')
    .limit(mostListed)
    .execute();
  const names = await catalogueNames(ctx, 'platform');
  return rows.map((row) => toRequest(row, ctx.today, names));
}

/** One request; throws `not_found` when there is none that the actor may see. */
export async function getSupport(ctx: ReadContext, id: Id): Promise<SupportRequest> {
  const row = await supportRows(ctx).where('r.id', '=', id).executeTakeFirst();
  const names = await catalogueNames(ctx, 'platform');
  return visible(row && toRequest(row, ctx.today, names), (one) => canSeeSupport(ctx.actor, one));
}

/** One line of a request's story. */
export interface SupportStory {
  seq: number;
  step: SupportStepTable['step'];
  memberName: string | null;
  scheduledOn: Day | null;
  note: string | null;
  actorName: string | null;
  recordedAt: Date;
}

/** What happened to a request, oldest first; throws `not_found` when the actor may not see it. */
export async function listSupportSteps(ctx: ReadContext, id: Id): Promise<SupportStory[]> {
  const one = await getSupport(ctx, id);
  const rows = await ctx.tx
    .selectFrom('support_steps as s')
    .leftJoin('accounts as a', (join) =>
      join.on('a.commune_id', '=', ctx.communeId).onRef('a.id', '=', 's.done_by'),
    )
    .leftJoin('team_members as m', (join) =>
      join.on('m.commune_id', '=', ctx.communeId).onRef('m.id', '=', 's.member_id'),
    )
    .select(['s.seq', 's.step', 's.scheduled_on', 's.note', 's.recorded_at'])
    .select(['a.full_name', 'm.full_name as member_name'])
    .where('s.commune_id', '=', ctx.communeId)
    .where('s.request_id', '=', one.id)
    .orderBy('s.seq')
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    step: row.step,
    memberName: row.member_name,
    scheduledOn: row.scheduled_on,
    note: row.note,
    actorName: row.full_name,
    recordedAt: row.recorded_at,
  }));
}

function supportRows(ctx: ReadContext) {
  return ctx.tx
    .selectFrom('support_requests as r')
    .innerJoin('hamlets as h', (join) =>
      join.on('h.commune_id', '=', ctx.communeId).onRef('h.id', '=', 'r.hamlet_id'),
    )
    .leftJoin('accounts as a', (join) =>
      join.on('a.commune_id', '=', ctx.communeId).onRef('a.id', '=', 'r.raised_by'),
    )
    .leftJoin('team_members as m', (join) =>
      join.on('m.commune_id', '=', ctx.communeId).onRef('m.id', '=', 'r.member_id'),
    )
    .leftJoin('groups as g', (join) =>
      join.on('g.commune_id', '=', ctx.communeId).onRef('g.id', '=', 'r.group_id'),
    )
    .selectAll('r')
    .select(['g.name as point_name', 'g.place as point_place', 'g.opening_hours'])
    .select(['h.name as hamlet_name', 'a.full_name as raiser_name', 'm.full_name as member_name'])
    .where('r.commune_id', '=', ctx.communeId);
}

type Row = Awaited<ReturnType<ReturnType<typeof supportRows>['execute']>>[number];

function toRequest(row: Row, today: Day, names: ReadonlyMap<string, string>): SupportRequest {
  const when = { state: row.state, raisedOn: row.raised_on, stateOn: row.state_on, dueOn: row.due_on };
  return {
    ...when,
    id: row.id,
    hamletId: row.hamlet_id,
    hamletName: row.hamlet_name,
    channel: row.channel,
    householdId: row.household_id,
    residentId: row.resident_id,
    personName: row.person_name,
    phone: row.phone,
    platform: row.platform,
    topic: row.topic,
    place: row.place,
    need: [row.platform === null ? null : (names.get(row.platform) ?? row.platform), row.topic]
      .filter((part) => part !== null)
      .join(': '),
    groupId: row.group_id,
    point:
      row.point_name === null
        ? null
        : { name: row.point_name, place: row.point_place ?? '', openingHours: row.opening_hours },
    urgency: row.urgency,
    memberId: row.member_id,
    memberName: row.member_name,
    scheduledOn: row.scheduled_on,
    scheduledAt: row.scheduled_at,
    visitId: row.visit_id,
    satisfaction: row.satisfaction,
    raisedBy: row.raised_by,
    raiserName: row.raiser_name,
    note: row.note,
    waited: daysWaited(when, today),
    overdue: daysOverdue(when, today),
  };
}
