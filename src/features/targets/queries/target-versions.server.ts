import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import { found, notFound } from '#shared/problem.ts';
import { catalogueNames, findPlan } from '#features/plans/queries.server.ts';
import type { TargetDefinition } from '../definition.ts';
import { canOpenTargets } from '../policy.ts';
import { explainTarget } from '../sentence.ts';

/** One version of a target's definition, as the page lists it. */
export interface TargetVersion {
  version: number;
  definition: TargetDefinition;
  /** The definition in plain words. */
  sentence: string;
  validFrom: Day;
  createdAt: Date;
  /** Null: written by the product when the plan was set up. */
  createdByName: string | null;
  reason: string | null;
}

/** All versions of a target of today's plan, newest first. Throws `not_found` without plan, target or right to see figures. */
export async function targetVersions(ctx: ReadContext, code: string): Promise<TargetVersion[]> {
  if (!canOpenTargets(ctx.actor)) throw notFound();
  const plan = found(await findPlan(ctx));
  const domainNames = Object.fromEntries(await catalogueNames(ctx, 'essential_domain'));
  const rows = await ctx.tx
    .selectFrom('target_definitions as d')
    .leftJoin('accounts as a', (join) =>
      join.on('a.commune_id', '=', ctx.communeId).onRef('a.id', '=', 'd.created_by'),
    )
    .select(['d.version', 'd.definition', 'd.valid_from', 'd.created_at', 'd.reason', 'a.full_name'])
    .where('d.commune_id', '=', ctx.communeId)
    .where('d.plan_id', '=', plan.id)
    .where('d.code', '=', code)
    .orderBy('d.version', 'desc')
    .execute();
  if (rows.length === 0) throw notFound();
  return rows.map((row) => {
    // Parsed by its schema when it was written; only commands of this room write it.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const definition = row.definition as TargetDefinition;
    return {
      version: row.version,
      definition,
      sentence: explainTarget(definition, { from: plan.startsOn, to: plan.endsOn, domainNames }),
      validFrom: row.valid_from,
      createdAt: row.created_at,
      createdByName: row.full_name,
      reason: row.reason,
    };
  });
}
