import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { found, notFound } from '#shared/problem.ts';
import { catalogueNames } from '#features/plans/queries.server.ts';
import { compileVerdicts } from '../compile.server.ts';
import type { TargetDefinition } from '../definition.ts';
import { addFigures, noFigure, type Figure } from '../figures.ts';
import { targetsInForce } from '../in-force.server.ts';
import { canDefineTargets } from '../policy.ts';
import { everRecorded, liveSources, type Frame } from '../relations.server.ts';
import { explainTarget } from '../sentence.ts';
import { tally } from '../tally.server.ts';
import { shown, type ShownFigure } from './target-board.server.ts';

/** What a changed definition would say and count today. */
export interface DefinitionPreview {
  sentence: string;
  figure: ShownFigure;
}

/** Counts a definition that is not saved, over the whole commune today; nothing is written. Throws `not_found` for who may not define. */
export async function previewDefinition(
  ctx: ReadContext,
  definition: TargetDefinition,
): Promise<DefinitionPreview> {
  if (!canDefineTargets(ctx.actor)) throw notFound();
  const targets = found(await targetsInForce(ctx, ctx.today));
  const frame: Frame = {
    scope: 'all',
    horizon: targets.horizon,
    asOf: { communeId: ctx.communeId, recordedBy: everRecorded, day: targets.horizon.day },
    sources: liveSources,
  };
  const { rows } = await sql<Figure & { target: string }>`
    with verdicts as materialized (${compileVerdicts([definition], frame)})
    ${tally([definition], sql`verdicts`)}`.execute(ctx.tx);
  const figure = rows
    .filter((row) => row.target === definition.code)
    .reduce<Figure>((sum, row) => addFigures(sum, row), noFigure);
  const domainNames = Object.fromEntries(await catalogueNames(ctx, 'essential_domain'));
  return {
    sentence: explainTarget(definition, {
      from: targets.plan.startsOn,
      to: targets.plan.endsOn,
      domainNames,
    }),
    figure: shown(figure),
  };
}
