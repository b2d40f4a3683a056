import { sql } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import type { CommendationState, CommendedKind } from '../model/commendation.ts';
import type { Measure } from '../model/movement.ts';
import { canSeeMemberFigures, canSeeMovement, canSeeProposals } from '../policy.ts';
import { getMovement, type Movement } from './movements.server.ts';

/** Who is to be commended, with what the ranking said when it was proposed. */
export interface Commendation {
  id: Id;
  movementId: Id;
  kind: CommendedKind;
  subjectId: Id;
  name: string;
  /** The hamlet, or the member's; null: a unit, or a member of the commune's team. */
  hamletId: Id | null;
  hamletName: string | null;
  measure: Measure | null;
  /** hộ or người of the measure; of a unit the people (người) that it brought. */
  figure: number | null;
  whole: number | null;
  rank: number | null;
  reason: string;
  state: CommendationState;
  proposedBy: Id;
  proposerName: string | null;
  decidedBy: Id | null;
  deciderName: string | null;
  decisionNote: string | null;
}

/**
 * The list of a movement as far as the actor reads it: what is confirmed everybody of the room, but for members of teams that the
 * actor does not see; proposals who makes and decides them. Throws `not_found` for who may not read the movement.
 */
export async function listCommendations(ctx: ReadContext, movement: Movement): Promise<Commendation[]> {
  if (!canSeeMovement(ctx.actor, movement)) throw notFound();
  const all = await commendations(ctx, sql`c.movement_id = ${movement.id}`);
  return all.filter((one) => sees(ctx, movement, one));
}

/** One of them with its movement; `not_found` when the actor may not read it. */
export async function getCommendation(
  ctx: ReadContext,
  id: Id,
): Promise<{ commendation: Commendation; movement: Movement }> {
  const commendation = visible((await commendations(ctx, sql`c.id = ${id}`))[0], () => true);
  const movement = await getMovement(ctx, commendation.movementId);
  return { commendation: visible(commendation, (one) => sees(ctx, movement, one)), movement };
}

const sees = (ctx: ReadContext, movement: Movement, one: Commendation): boolean =>
  canSeeProposals(ctx.actor, movement) ||
  (one.state === 'confirmed' && (one.kind !== 'member' || canSeeMemberFigures(ctx.actor, one.hamletId)));

async function commendations(ctx: ReadContext, which: ReturnType<typeof sql>): Promise<Commendation[]> {
  const { rows } = await sql<Commendation>`
    select c.id, c.movement_id as "movementId", c.kind, coalesce(c.hamlet_id, c.member_id, c.call_id) as "subjectId",
           coalesce(m.full_name, u.unit_name, h.name) as name, h.id as "hamletId", h.name as "hamletName", c.measure,
           c.figure, c.whole, c.rank, c.reason, c.state, c.proposed_by as "proposedBy", p.full_name as "proposerName",
           c.decided_by as "decidedBy", d.full_name as "deciderName", c.decision_note as "decisionNote"
      from emulation_commendations as c
      left join team_members as m on m.commune_id = ${ctx.communeId} and m.id = c.member_id
      left join teams as t on t.commune_id = ${ctx.communeId} and t.id = m.team_id
      left join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = coalesce(c.hamlet_id, t.hamlet_id)
      left join emulation_calls as u on u.commune_id = ${ctx.communeId} and u.id = c.call_id
      left join accounts as p on p.commune_id = ${ctx.communeId} and p.id = c.proposed_by
      left join accounts as d on d.commune_id = ${ctx.communeId} and d.id = c.decided_by
     where c.commune_id = ${ctx.communeId} and ${which}
     order by array_position(array['hamlet', 'member', 'unit'], c.kind), c.rank nulls last, c.proposed_at, c.id`.execute(
    ctx.tx,
  );
  return rows;
}
