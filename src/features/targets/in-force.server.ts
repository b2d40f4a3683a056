import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { Plan } from '#features/plans/queries.server.ts';
import { findPlan } from '#features/plans/queries.server.ts';
import type { TargetDefinition } from './definition.ts';
import type { Horizon } from './facts.ts';

/** A definition as it was written down. */
export interface StoredDefinition {
  id: Id;
  version: number;
  validFrom: Day;
  createdAt: Date;
  createdBy: Id | null;
  reason: string | null;
  definition: TargetDefinition;
}

/** The plan of a day, the definitions that count on it, and what its figures are asked with. */
export interface TargetsInForce {
  plan: Plan;
  stored: StoredDefinition[];
  definitions: TargetDefinition[];
  horizon: Horizon;
  /** Changes when marks made before cannot be compared with marks made now. */
  basis: string;
}

/**
 * Of each target the newest version that is valid on the day (and was written down by the moment, when one is given; the
 * first version also counts for what lies before the installation);
 * undefined when the commune has no plan. Contacts count from the plan's first day to the day, or to its last.
 */
export async function targetsInForce(
  ctx: ReadContext,
  day: Day,
  recordedBy: Date | null = null,
): Promise<TargetsInForce | undefined> {
  const plan = await findPlan(ctx, day);
  if (!plan) return undefined;
  const stored = await definitionsOn(ctx, plan.id, day, recordedBy);
  const platforms = await platformsByDomain(ctx);
  const to = day < plan.endsOn ? day : plan.endsOn;
  const horizon: Horizon = { day, from: plan.startsOn, to, planEnd: plan.endsOn, platforms };
  const made = [plan.id, plan.startsOn, plan.endsOn, stored.map((one) => one.id), platforms];
  const basis = createHash('sha256').update(JSON.stringify(made)).digest('base64url').slice(0, 22);
  return { plan, stored, definitions: stored.map((one) => one.definition), horizon, basis };
}

/** The definitions of a plan that count on a day, as they were written down by a moment (null: by now). */
export async function definitionsOn(
  ctx: ReadContext,
  planId: Id,
  day: Day,
  recordedBy: Date | null,
): Promise<StoredDefinition[]> {
  const rows = await ctx.tx
    .selectFrom('target_definitions')
    .distinctOn('code')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('plan_id', '=', planId)
    .where('valid_from', '<=', day)
    .$if(recordedBy !== null, (query) =>
      query.where((on) => on.or([on('created_at', '<=', recordedBy ?? new Date(0)), on('version', '=', 1)])),
    )
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      version: row.version,
      validFrom: row.valid_from,
      createdAt: row.created_at,
      createdBy: row.created_by,
      reason: row.reason,
      // Parsed by its schema when it was written; only commands of this room write it.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      definition: row.definition as TargetDefinition,
    }))
    .sort((left, right) => targetOrder(left.definition.code, right.definition.code));
}

/** T1, T2, T3, T3p, T4 …: by number, then by name. */
export function targetOrder(left: string, right: string): number {
  return left.localeCompare(right, 'en', { numeric: true });
}

/** Which platforms serve which essential domain; retired ones too, since people were guided on them. */
async function platformsByDomain(ctx: ReadContext): Promise<Record<string, string[]>> {
  const { rows } = await sql<{ domain: string; codes: string[] }>`
    select d.domain, array_agg(distinct e.code order by e.code) as codes
      from catalogue_entries as e
     cross join lateral jsonb_array_elements_text(e.details -> 'domains') as d(domain)
     where e.commune_id = ${ctx.communeId} and e.kind = 'platform'
     group by d.domain order by d.domain`.execute(ctx.tx);
  return Object.fromEntries(rows.map((row) => [row.domain, row.codes]));
}
