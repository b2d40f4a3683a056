import { sql } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { canKeepForms } from '../policy.ts';

/** A unit that fills parts of the commune's report, and the accounts that do it. */
export interface ReportUnit {
  id: Id;
  name: string;
  people: { accountId: Id; name: string }[];
}

/** The units of today, by name. Asks no permission: names of offices. */
export async function reportUnits(ctx: ReadContext): Promise<ReportUnit[]> {
  const { rows } = await sql<{ id: Id; name: string; account_id: Id | null; full_name: string | null }>`
    select u.id, u.name, p.account_id, a.full_name
      from report_units as u
      left join report_unit_people as p on p.commune_id = ${ctx.communeId} and p.unit_id = u.id and p.ended_at is null
      left join accounts as a on a.commune_id = ${ctx.communeId} and a.id = p.account_id
     where u.commune_id = ${ctx.communeId} and u.ended_at is null
     order by u.name, u.id, a.sort_key, a.id`.execute(ctx.tx);
  const units = new Map<Id, ReportUnit>();
  for (const row of rows) {
    const unit = units.get(row.id) ?? { id: row.id, name: row.name, people: [] };
    units.set(row.id, unit);
    if (row.account_id !== null) unit.people.push({ accountId: row.account_id, name: row.full_name ?? '' });
  }
  return [...units.values()];
}

/** The units as who keeps the forms keeps them; else `not_found`. */
export async function keptUnits(ctx: ReadContext): Promise<ReportUnit[]> {
  visible(ctx.actor, canKeepForms);
  return reportUnits(ctx);
}

/** Accounts that may be named for a unit: they hold a role of an office or a unit and may sign in. For who keeps the forms. */
export async function accountsForUnits(ctx: ReadContext): Promise<{ id: Id; name: string }[]> {
  visible(ctx.actor, canKeepForms);
  const { rows } = await sql<{ id: Id; name: string }>`
    select a.id, a.full_name as name from accounts as a
     where a.commune_id = ${ctx.communeId} and a.disabled_at is null and exists (
       select 1 from account_roles as r where r.commune_id = ${ctx.communeId} and r.account_id = a.id
          and r.revoked_on is null and r.role in ('economic_officer', 'unit'))
     order by a.sort_key, a.id`.execute(ctx.tx);
  return rows;
}
