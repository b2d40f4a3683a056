import { sql, type RawBuilder } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Day, Month } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { compareUnits, type UnitKind } from '../model.ts';
import { canKeepUnitList, canSeeUnit, unitRoles } from '../policy.ts';

/** The name of a unit and the accounts that act for it. */
export interface NamedUnit {
  id: Id;
  name: string;
  kind: UnitKind;
  people: { accountId: Id; name: string }[];
}

/** A unit as people read it. */
export interface Unit extends NamedUnit {
  startedOn: Day;
  /** The last day on which it was a unit; null: it is one. */
  endedOn: Day | null;
  contactName: string | null;
  contactPhone: string | null;
  /** The first month of which it is asked for its pioneers; null: it is not asked. */
  pioneersFrom: Month | null;
  accountIds: Id[];
  /** Its staff who are members of a team today (người). */
  staff: number;
}

/** The units of today, by kind and name. Asks no permission: names of offices. */
export async function unitNames(ctx: ReadContext): Promise<NamedUnit[]> {
  return (await unitRows(ctx, sql`u.ended_on is null`)).map(({ id, name, kind, people }) => ({
    id,
    name,
    kind,
    people,
  }));
}

/** The units that the actor may see, by kind and name; those that ended too when they are asked for, last. */
export async function listUnits(ctx: ReadContext, options: { ended?: boolean } = {}): Promise<Unit[]> {
  const units = await unitRows(ctx, options.ended === true ? sql`true` : sql`u.ended_on is null`);
  return units.filter((unit) => canSeeUnit(ctx.actor, unit));
}

/** One unit, ended ones too; throws `not_found` when there is none that the actor may see. */
export async function getUnit(ctx: ReadContext, id: Id): Promise<Unit> {
  const [unit] = await unitRows(ctx, sql`u.id = ${id}`);
  return visible(unit, (one) => canSeeUnit(ctx.actor, one));
}

/** Accounts that may be named for a unit: they hold a role of an office or a unit and may sign in. Throws `not_found` for who does not keep the units. */
export async function accountsForUnits(ctx: ReadContext): Promise<{ id: Id; name: string }[]> {
  visible(ctx.actor, canKeepUnitList);
  const { rows } = await sql<{ id: Id; name: string }>`
    select a.id, a.full_name as name from accounts as a
     where a.commune_id = ${ctx.communeId} and a.disabled_at is null and exists (
       select 1 from account_roles as r where r.commune_id = ${ctx.communeId} and r.account_id = a.id
          and r.revoked_on is null and r.role = any(${[...unitRoles]}::text[]))
     order by a.sort_key, a.id`.execute(ctx.tx);
  return rows;
}

interface Row {
  id: Id;
  name: string;
  kind: UnitKind;
  started_on: Day;
  ended_on: Day | null;
  contact_name: string | null;
  contact_phone: string | null;
  pioneers_from: Month | null;
  people: { accountId: Id; name: string }[];
  staff: number;
}

async function unitRows(ctx: ReadContext, where: RawBuilder<unknown>): Promise<Unit[]> {
  const { rows } = await sql<Row>`
    select u.id, u.name, u.kind, u.started_on, u.ended_on, u.contact_name, u.contact_phone, u.pioneers_from,
           coalesce((select jsonb_agg(jsonb_build_object('accountId', a.id, 'name', a.full_name) order by a.sort_key, a.id)
                       from unit_people as p
                       join accounts as a on a.commune_id = ${ctx.communeId} and a.id = p.account_id
                      where p.commune_id = ${ctx.communeId} and p.unit_id = u.id and p.ended_at is null), '[]') as people,
           (select count(distinct s.member_id) from unit_staff as s
              join team_members as m on m.commune_id = ${ctx.communeId} and m.id = s.member_id and m.ended_on is null
             where s.commune_id = ${ctx.communeId} and s.unit_id = u.id and s.ended_at is null)::int as staff
      from units as u where u.commune_id = ${ctx.communeId} and ${where}`.execute(ctx.tx);
  return rows
    .map((row) => ({
      id: row.id,
      name: row.name,
      kind: row.kind,
      startedOn: row.started_on,
      endedOn: row.ended_on,
      contactName: row.contact_name,
      contactPhone: row.contact_phone,
      pioneersFrom: row.pioneers_from,
      people: row.people,
      accountIds: row.people.map(({ accountId }) => accountId),
      staff: row.staff,
    }))
    .toSorted(
      (one, other) =>
        Number(one.endedOn !== null) - Number(other.endedOn !== null) || compareUnits(one, other),
    );
}
