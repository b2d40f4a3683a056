import { sql } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { canHandOverObstacle } from '#features/obstacles/policy.ts';
import { listObstacles, type Obstacle } from '#features/obstacles/queries/obstacles.server.ts';
import { canSeeTeam } from '#features/org/policy.ts';
import { findMember, type TeamMember } from '#features/org/queries.server.ts';
import { canAssignSupport } from '#features/support/policy.ts';
import { listSupport, type SupportRequest } from '#features/support/queries/support.server.ts';
import { canSteerTask } from '#features/tasks/policy.ts';
import { taskRows, type Task } from '#features/tasks/queries/find-task.server.ts';
import { canHandOver } from '../policy.ts';
import { heldHomes, type HeldHome } from './held-homes.server.ts';

/** What a member has in hand, of which the actor may say who takes it over. */
export interface Held {
  member: TeamMember;
  accountId: Id | null;
  homes: HeldHome[];
  /** Still to be done, or done and not yet verified: it may come back. */
  tasks: Task[];
  requests: SupportRequest[];
  /** Open ones for which the member speaks. */
  obstacles: Obstacle[];
  /** What somebody else has to hand over: the Culture–Social office. */
  beyond: number;
}

/** Everything that would hang once the member is gone. Throws `not_found` for a member that the actor may not see or hand over. */
export async function heldBy(ctx: ReadContext, memberId: Id): Promise<Held> {
  const member = visible(
    await findMember(ctx, memberId),
    (one) =>
      canSeeTeam(ctx.actor, one) && canHandOver(ctx.actor, { memberId: one.id, hamletId: one.hamletId }),
  );
  const accountId = await accountOf(ctx, member.id);
  const homes = await heldHomes(ctx, member);
  const tasks = await tasksOf(ctx, member.id, accountId);
  const requests = (await listSupport(ctx, { waiting: true })).filter((one) => one.memberId === member.id);
  const obstacles = (await listObstacles(ctx, { open: true })).filter(
    (one) => accountId !== null && (one.spokenBy ?? one.raisedBy) === accountId,
  );
  const held = {
    homes: homes.filter((one) => one.mayHandOver),
    tasks: tasks.filter((task) => canSteerTask(ctx.actor, task)),
    requests: requests.filter((one) => canAssignSupport(ctx.actor, one)),
    obstacles: obstacles.filter((one) => canHandOverObstacle(ctx.actor, one)),
  };
  const all = await countHeld(ctx, member, accountId, homes.length, tasks.length);
  return {
    member,
    accountId,
    ...held,
    beyond: all - held.homes.length - held.tasks.length - held.requests.length - held.obstacles.length,
  };
}

async function accountOf(ctx: ReadContext, memberId: Id): Promise<Id | null> {
  const row = await ctx.tx
    .selectFrom('accounts')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row?.id ?? null;
}

const tasksOf = (ctx: ReadContext, memberId: Id, accountId: Id | null) =>
  taskRows(
    ctx,
    sql`t.state not in ('verified', 'cancelled') and (
      (t.assignee_kind = 'member' and t.assignee_id = ${memberId})
      or (t.assignee_kind = 'account' and t.assignee_id = ${accountId}))`,
  );

/** How much there is in all, seen by the actor or not. */
async function countHeld(
  ctx: ReadContext,
  member: TeamMember,
  accountId: Id | null,
  homes: number,
  tasks: number,
): Promise<number> {
  const { rows } = await sql<{ requests: number; obstacles: number }>`
    select (select count(*)::int from support_requests
             where commune_id = ${ctx.communeId} and member_id = ${member.id}
               and state in ('new', 'assigned', 'scheduled')) as requests,
           (select count(*)::int from obstacles
             where commune_id = ${ctx.communeId} and coalesce(spoken_by, raised_by) = ${accountId}
               and state <> 'confirmed') as obstacles`.execute(ctx.tx);
  return homes + tasks + (rows[0]?.requests ?? 0) + (rows[0]?.obstacles ?? 0);
}
