import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { formatMoment } from '#shared/calendar.ts';
import { isId, type Id } from '#shared/ids.ts';
import type { Problem } from '#shared/problem.ts';
import type { Operation } from './model/operation.ts';
import * as words from './words.ts';

const sentences: Readonly<Record<string, string>> = {
  'household.merged': words.householdMerged,
  'household.withdrawn': words.householdWithdrawn,
  'resident.merged': words.residentMerged,
  'resident.withdrawn': words.residentWithdrawn,
};

/**
 * When an operation is refused because its household or person is no more: who took it out of the register, and when (law 7).
 * Only for what stood in the hamlet of the phone; null otherwise.
 */
export async function whoRemoved(
  ctx: ReadContext,
  operation: Operation,
  problem: Problem,
): Promise<string | null> {
  if (problem.code !== 'not_found' && problem.code !== 'state.conflict') return null;
  if (!ctx.actor.grants.some((grant) => grant.hamletId === operation.scope)) return null;
  const named = [operation.household, operation.input['householdId'], operation.input['residentId']].filter(
    (value): value is Id => typeof value === 'string' && isId(value),
  );
  if (named.length === 0) return null;
  const { rows } = await sql<{ name: string; by: string | null; at: Date }>`
    select e.name, a.full_name as "by", e.recorded_at as "at" from events as e
      left join accounts as a on a.commune_id = ${ctx.communeId} and a.id = e.actor_id
     where e.commune_id = ${ctx.communeId} and e.subject_id = any(${named}::uuid[]) and e.hamlet_id = ${operation.scope}
       and e.name = any(${Object.keys(sentences)}::text[])
     order by e.recorded_at desc, e.id desc limit 1`.execute(ctx.tx);
  const [last] = rows;
  return last ? words.gone(sentences[last.name] ?? '', last.by, formatMoment(last.at)) : null;
}
