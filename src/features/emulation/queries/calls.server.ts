import { sql } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import type { CallState } from '../model/call.ts';
import { calledRoles, canKeepMovement, canSeeMovement } from '../policy.ts';
import { getMovement, type Movement } from './movements.server.ts';

/** A unit that was called, and what it answered (R68). */
export interface UnitCall {
  id: Id;
  movementId: Id;
  unitName: string;
  accountId: Id | null;
  accountName: string | null;
  state: CallState;
  /** Who takes part (người); null: not said. */
  people: number | null;
  /** With which hamlets. */
  hamlets: { id: Id; name: string }[];
  answer: string | null;
  source: string | null;
  calledAt: Date;
  answeredAt: Date | null;
}

/** Units that a movement calls, those without an answer first, then by name; throws `not_found` for who may not read the movement. */
export async function listCalls(ctx: ReadContext, movement: Movement): Promise<UnitCall[]> {
  if (!canSeeMovement(ctx.actor, movement)) throw notFound();
  return calls(ctx, sql`c.movement_id = ${movement.id}`);
}

/** One of them with its movement; `not_found` when the actor may not read that. */
export async function getCall(ctx: ReadContext, id: Id): Promise<{ call: UnitCall; movement: Movement }> {
  const call = visible((await calls(ctx, sql`c.id = ${id}`))[0], () => true);
  return { call, movement: await getMovement(ctx, call.movementId) };
}

async function calls(ctx: ReadContext, which: ReturnType<typeof sql>): Promise<UnitCall[]> {
  const { rows } = await sql<UnitCall>`
    select c.id, c.movement_id as "movementId", c.unit_name as "unitName", c.account_id as "accountId",
           a.full_name as "accountName", c.state, c.people, c.answer, c.source, c.called_at as "calledAt",
           c.answered_at as "answeredAt",
           coalesce((select json_agg(json_build_object('id', h.id, 'name', h.name) order by h.sort_key, h.id)
             from emulation_call_hamlets as p join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = p.hamlet_id
            where p.commune_id = ${ctx.communeId} and p.call_id = c.id), '[]') as hamlets
      from emulation_calls as c
      left join accounts as a on a.commune_id = ${ctx.communeId} and a.id = c.account_id
     where c.commune_id = ${ctx.communeId} and ${which}
     order by (c.state <> 'called'), c.unit_name, c.id`.execute(ctx.tx);
  return rows;
}

/** Accounts that may answer for a unit: of an office or a unit, and able to sign in. For who keeps the movement; else `not_found`. */
export async function accountsForCalls(
  ctx: ReadContext,
  movement: Movement,
): Promise<{ id: Id; name: string }[]> {
  visible(movement, (one) => canKeepMovement(ctx.actor, one));
  const { rows } = await sql<{ id: Id; name: string }>`
    select a.id, a.full_name as name from accounts as a
     where a.commune_id = ${ctx.communeId} and a.disabled_at is null and exists (
       select 1 from account_roles as r where r.commune_id = ${ctx.communeId} and r.account_id = a.id
          and r.revoked_on is null and r.role = any(${[...calledRoles]}::text[]))
     order by a.sort_key, a.id`.execute(ctx.tx);
  return rows;
}
