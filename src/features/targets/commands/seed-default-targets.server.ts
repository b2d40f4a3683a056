import type { WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { getPlan } from '#features/plans/queries.server.ts';
import { defaultDefinitions } from '../default-definitions.ts';
import { refreshMarks } from '../marks.server.ts';
import { insertDefinition } from './define-target.server.ts';

/** Gives a plan the targets T1–T6 and T3p of domain/03 §7.4, valid from its first day; for the set-up and the new year. */
export async function seedDefaultTargets(ctx: WriteContext, planId: Id): Promise<void> {
  const plan = await getPlan(ctx, planId);
  for (const definition of defaultDefinitions)
    await insertDefinition(ctx, {
      planId,
      definition,
      version: 1,
      validFrom: plan.startsOn,
      reason: null,
      before: null,
    });
  await refreshMarks(ctx, 'all');
}
