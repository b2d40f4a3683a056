import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { familyOn } from '#features/org/queries/hamlet-lives.server.ts';
import { compileVerdicts, type VerdictRow } from '../compile.server.ts';
import type { TargetDefinition } from '../definition.ts';
import { addFigures, noFigure, type Figure } from '../figures.ts';
import { withHashJoins } from '../hash-joins.server.ts';
import { targetsInForce, type TargetsInForce } from '../in-force.server.ts';
import { canSeeFigures, canSeeNames } from '../policy.ts';
import type { Frame } from '../relations.server.ts';
import { sourcesAt } from '../rewind.server.ts';
import { tally } from '../tally.server.ts';

/** For which hamlet (null: the commune), until the end of which day, and as it was written down by which moment. */
export interface AsOfQuestion {
  hamletId: Id | null;
  day: Day;
  cutoffAt: Date;
  /** Whose hamlets count, where they merged since: those of the day itself unless another is named. */
  hamletsOf?: Day;
}

export interface FiguresAsOf {
  targets: {
    definition: TargetDefinition;
    /** The version of the definition that counted. */
    version: number;
    figure: Figure;
    beside: { code: string; title: string; figure: Figure }[];
    hamlets: { id: Id; figure: Figure }[];
  }[];
}

/**
 * The figures of a past day as they were known at a moment (P14): later visits, corrections, moves, deaths and definitions
 * change nothing in them. Undefined when no plan had begun. Throws `not_found` when the actor may not see the figures.
 */
export async function figuresAsOf(
  ctx: ReadContext,
  question: AsOfQuestion,
): Promise<FiguresAsOf | undefined> {
  if (!canSeeFigures(ctx.actor, question.hamletId)) throw notFound();
  return countAsOf(ctx, question);
}

/** The counting itself, for the clock and the reports that have asked for permission. */
export async function countAsOf(ctx: ReadContext, question: AsOfQuestion): Promise<FiguresAsOf | undefined> {
  const asked = await frameAsOf(ctx, question);
  if (!asked) return undefined;
  const { targets, frame } = asked;
  if (targets.definitions.length === 0) return { targets: [] };
  const count = () =>
    sql<Figure & { hamlet_id: Id; target: string }>`
      with verdicts as materialized (${compileVerdicts(targets.definitions, frame)})
      ${tally(targets.definitions, sql`verdicts`)} order by hamlet_id`.execute(ctx.tx);
  const { rows } = await withHashJoins(ctx, count);
  const byCounter = Map.groupBy(rows, (row) => row.target);
  const figures = (counter: string) =>
    (byCounter.get(counter) ?? []).map(({ hamlet_id: id, population, reached, unknown, uncertain }) => ({
      id,
      figure: { population, reached, unknown, uncertain },
    }));
  const sum = (counter: string) =>
    figures(counter).reduce((total, { figure }) => addFigures(total, figure), noFigure);
  return {
    targets: targets.stored.map(({ definition, version }) => ({
      definition,
      version,
      figure: sum(definition.code),
      beside: definition.beside.map(({ code, title }) => ({
        code,
        title,
        figure: sum(`${definition.code}/${code}`),
      })),
      hamlets: figures(definition.code),
    })),
  };
}

/** A subject behind a figure. */
export interface FigureRow {
  subjectId: Id;
  householdId: Id | null;
  hamletId: Id;
  /** True reached, false not, null not known. */
  reached: boolean | null;
  /** As it is called now: the resident, the head of the household, or the group; null when the row is gone. */
  name: string | null;
}

/** The rows behind a figure of `figuresAsOf`, named, by name. Throws `not_found` for who may not see names. */
export async function rowsAsOf(
  ctx: ReadContext,
  question: AsOfQuestion & { target: string },
): Promise<FigureRow[]> {
  if (!canSeeNames(ctx.actor, question.hamletId)) throw notFound();
  const asked = await frameAsOf(ctx, question);
  const definition = asked?.targets.definitions.find((one) => one.code === question.target);
  if (!asked || !definition) throw notFound();
  const { rows } = await sql<VerdictRow & { name: string | null }>`
    select v.*, coalesce(r.full_name, h.head_name, g.name) as name
      from (${compileVerdicts([definition], asked.frame)}) as v
      left join residents as r on r.commune_id = ${ctx.communeId} and r.id = v.subject_id
      left join households as h on h.commune_id = ${ctx.communeId} and h.id = v.subject_id
      left join groups as g on g.commune_id = ${ctx.communeId} and g.id = v.subject_id
     where v.belongs order by v.sort_key, v.subject_id`.execute(ctx.tx);
  return rows.map((row) => ({
    subjectId: row.subject_id,
    householdId: row.household_id,
    hamletId: row.hamlet_id,
    reached: row.verdict,
    name: row.name,
  }));
}

async function frameAsOf(
  ctx: ReadContext,
  { hamletId, day, cutoffAt, hamletsOf = day }: AsOfQuestion,
): Promise<{ targets: TargetsInForce; frame: Frame } | undefined> {
  const targets = await targetsInForce(ctx, day, cutoffAt);
  if (!targets) return undefined;
  const sources = await sourcesAt(ctx, cutoffAt, hamletsOf);
  const commune = hamletId === null ? await familyOn(ctx, null, hamletsOf, cutoffAt) : [hamletId];
  const frame: Frame = {
    scope: commune === null ? 'all' : { hamletIds: commune },
    horizon: targets.horizon,
    asOf: { communeId: ctx.communeId, recordedBy: cutoffAt, day },
    sources,
  };
  return { targets, frame };
}
