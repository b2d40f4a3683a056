import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { catalogueNames, type Plan } from '#features/plans/queries.server.ts';
import type { TargetDefinition } from '../definition.ts';
import {
  addFigures,
  forecastOf,
  leftOf,
  noFigure,
  planLineOn,
  rateOfFigure,
  type Figure,
  type Forecast,
} from '../figures.ts';
import { targetsInForce, type StoredDefinition } from '../in-force.server.ts';
import { canOpenTargets, canSeeFigures, canSeeNames, targetArea } from '../policy.ts';
import { explainTarget } from '../sentence.ts';

/** A figure with what follows from it. */
export interface ShownFigure extends Figure {
  left: number;
  /** Percent; null when the population is empty. */
  rate: number | null;
}

export interface BoardTarget {
  definition: TargetDefinition;
  stored: StoredDefinition;
  /** The definition in plain words. */
  sentence: string;
  figure: ShownFigure;
  /** Figures shown apart: their population is their own whole. */
  beside: { code: string; title: string; figure: ShownFigure }[];
  /** Where the plan wants us today: percent, or a number for a count. */
  planLine: number;
  forecast: Forecast | null;
  hamlets: { id: Id; name: string; figure: ShownFigure; namesVisible: boolean }[];
}

export interface TargetBoard {
  plan: Plan;
  /** The day of the ages, terms and states that the figures are true for. */
  day: Day;
  /** Whose figures these are: the commune's, or the hamlets of the actor together. */
  area: 'commune' | 'hamlets';
  targets: BoardTarget[];
}

/**
 * The targets from their counters, for the whole commune or for the actor's hamlets (or one of them). Undefined when there
 * is no plan. Throws `not_found` for a hamlet, or a person, that may see no figures.
 */
export async function targetBoard(
  ctx: ReadContext,
  hamletId: Id | null = null,
): Promise<TargetBoard | undefined> {
  if (!canOpenTargets(ctx.actor) || (hamletId !== null && !canSeeFigures(ctx.actor, hamletId)))
    throw notFound();
  const area = targetArea(ctx.actor);
  const targets = await targetsInForce(ctx, ctx.today);
  if (!targets) return undefined;
  const marked = await ctx.tx
    .selectFrom('target_days')
    .select('marked_on')
    .where('commune_id', '=', ctx.communeId)
    .executeTakeFirst();
  const hamlets = await ctx.tx
    .selectFrom('hamlets')
    .select(['id', 'name'])
    .where('commune_id', '=', ctx.communeId)
    .where('valid_to', 'is', null)
    .$if(hamletId !== null, (query) => query.where('id', '=', hamletId))
    .$if(area !== 'commune' && hamletId === null, (query) => query.where('id', 'in', [...area]))
    .orderBy('code')
    .execute();
  if (hamletId !== null && hamlets.length === 0) throw notFound();
  const domainNames = Object.fromEntries(await catalogueNames(ctx, 'essential_domain'));
  const now = await countersOf(ctx, hamlets);
  const earlier = await baselineOf(ctx, hamlets);
  const sum = (counter: string) =>
    hamlets.reduce(
      (total, hamlet) => addFigures(total, now.get(`${hamlet.id} ${counter}`) ?? noFigure),
      noFigure,
    );
  return {
    plan: targets.plan,
    day: marked?.marked_on ?? ctx.today,
    area: area === 'commune' && hamletId === null ? 'commune' : 'hamlets',
    targets: targets.stored.map((stored): BoardTarget => {
      const { definition } = stored;
      const figure = sum(definition.code);
      const before = earlier && { on: earlier.on, reached: earlier.reached.get(definition.code) ?? 0 };
      return {
        definition,
        stored,
        sentence: explainTarget(definition, {
          from: targets.plan.startsOn,
          to: targets.plan.endsOn,
          domainNames,
        }),
        figure: shown(figure),
        beside: definition.beside.map(({ code, title }) => ({
          code,
          title,
          figure: shown(sum(`${definition.code}/${code}`)),
        })),
        planLine: planLineOn(definition.goal, definition.planLine, targets.plan, ctx.today),
        forecast: forecastOf(definition.goal, figure, ctx.today, before, targets.plan),
        hamlets: hamlets.map(({ id, name }) => ({
          id,
          name,
          figure: shown(now.get(`${id} ${definition.code}`) ?? noFigure),
          namesVisible: canSeeNames(ctx.actor, id),
        })),
      };
    }),
  };
}

export const shown = (figure: Figure): ShownFigure => ({
  ...figure,
  left: leftOf(figure),
  rate: rateOfFigure(figure),
});

async function countersOf(ctx: ReadContext, hamlets: readonly { id: Id }[]): Promise<Map<string, Figure>> {
  if (hamlets.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('target_counters')
    .select(['hamlet_id', 'target', 'population', 'reached', 'unknown', 'uncertain'])
    .where('commune_id', '=', ctx.communeId)
    .where(
      'hamlet_id',
      'in',
      hamlets.map((hamlet) => hamlet.id),
    )
    .execute();
  return new Map(rows.map(({ hamlet_id: id, target, ...figure }) => [`${id} ${target}`, figure]));
}

/** The count from which the pace is taken: the clock keeps one, of eight weeks ago or of the plan's beginning. */
async function baselineOf(ctx: ReadContext, hamlets: readonly { id: Id }[]) {
  if (hamlets.length === 0) return null;
  const rows = await ctx.tx
    .selectFrom('target_baselines')
    .select(['counted_on', 'hamlet_id', 'target', 'reached'])
    .where('commune_id', '=', ctx.communeId)
    .where(
      'hamlet_id',
      'in',
      hamlets.map((hamlet) => hamlet.id),
    )
    .execute();
  const on = rows[0]?.counted_on;
  if (on === undefined) return null;
  const reached = new Map<string, number>();
  for (const row of rows) reached.set(row.target, (reached.get(row.target) ?? 0) + row.reached);
  return { on, reached };
}
