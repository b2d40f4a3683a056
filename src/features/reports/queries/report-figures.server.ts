import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { hamletThen } from '#features/org/queries/hamlet-lives.server.ts';
import type { TargetsInForce } from '#features/targets/in-force.server.ts';
import { planLineOn } from '#features/targets/figures.ts';
import { measures } from '../measures.ts';
import { figureCodes, figureKinds, type FigureKind } from '../model/figure-codes.ts';
import type { ReportFigures } from '../model/figures.ts';
import { asItStood, periodBefore, periodOf, type Period } from '../model/period.ts';
import type { Span } from '../model/span.ts';
import type { ReportTemplate } from '../model/template.ts';
import { guidedQuestions, outreachForms } from './catalogue-questions.server.ts';
import { figureRows, type Counted } from './figure-rows.ts';
import { countTeams } from './team-rows.server.ts';
import {
  groundOf,
  inHamlet,
  tallyContacts,
  tallyGuided,
  tallyOutings,
  tallyObstacles,
  tallySupport,
  tallyTraining,
  tallyVerdicts,
  type Spans,
  type VerdictCounts,
} from './tallies.server.ts';
import { tallyBusinesses } from './tally-businesses.server.ts';

/** For which hamlet (null: the whole commune), which period, and as written down by when. */
export interface FiguresQuestion {
  hamletId: Id | null;
  span: Span;
  cutoffAt: Date;
}

/**
 * Every row of a form with its values of the period and since the plan's first day, from the event log as of the cut-off:
 * what happened by the period's last day and was written down by then. The same cut-off gives the same answer (F25), and
 * a commune's hộ and người are the sums of its hamlets'. Asks no permission: who calls it has (`getReport`, the sum).
 */
export async function reportFigures(
  ctx: ReadContext,
  template: Pick<ReportTemplate, 'parts'>,
  question: FiguresQuestion,
): Promise<ReportFigures> {
  const { hamletId, span, cutoffAt } = question;
  const period = periodOf(span, cutoffAt);
  const counted = await countAll(ctx, hamletId, period);
  const forms = await outreachForms(ctx);
  return {
    span,
    hamletId,
    cutoffAt: cutoffAt.toISOString(),
    day: period.day,
    rows: template.parts.flatMap((part) =>
      part.indicators.flatMap((indicator) => figureRows(part.code, indicator, counted, forms)),
    ),
  };
}

const none: ReadonlyMap<string, VerdictCounts> = new Map();

async function countAll(ctx: ReadContext, hamletId: Id | null, period: Period): Promise<Counted> {
  const before = periodBefore(period);
  const stood = asItStood(before);
  const ground = await groundOf(ctx, hamletId, period);
  const groundBefore = await groundOf(ctx, hamletId, before, ground);
  // What a period ended with is read from the register of then, unless nothing was in it yet.
  const groundStood = (await hadHouseholds(ctx, ground.family, stood))
    ? await groundOf(ctx, hamletId, stood, ground)
    : null;
  const spans: Spans = {
    period: [period.from, period.day],
    before: [before.from, before.day],
    year: [ground.yearFrom, period.day],
  };
  const guided = await guidedQuestions(ctx, period.day);
  const distinct = questionsOf('distinct');
  const [now = none, inPeriod = none, inBefore = none] = await tallyVerdicts(ctx, [
    { ground, wanted: questionsOf('state', 'distinct') },
    { ground, wanted: distinct, from: period.from },
    { ground: groundBefore, wanted: distinct, from: before.from },
  ]);
  const asStood = groundStood && [{ ground: groundStood, wanted: questionsOf('state') }];
  const [then = none] = asStood ? await tallyVerdicts(ctx, asStood) : [];
  return {
    goals: goalsOf(ground.targets, period.day),
    ofCommune: hamletId === null,
    guided: new Set(guided.map((one) => one.key)),
    verdicts: { now, period: inPeriod, before: inBefore, stood: then },
    contacts: await tallyContacts(ctx, ground, spans),
    outings: await tallyOutings(ctx, ground, spans),
    guidances: await tallyGuided(ctx, ground, spans, guided),
    training: await tallyTraining(ctx, ground, spans),
    support: await tallySupport(ctx, ground, spans),
    obstacles: await tallyObstacles(ctx, ground, spans),
    businesses: await tallyBusinesses(ctx, ground, spans),
    teams: await countTeams(ctx, ground.family, period),
    teamsStood: await countTeams(ctx, ground.family, stood),
  };
}

/** What each target wants in the end, and where its line stands on a day. */
function goalsOf(targets: TargetsInForce | undefined, day: Day): Counted['goals'] {
  if (!targets) return new Map();
  return new Map(
    targets.definitions.map(({ code, goal, planLine }) => [
      code,
      { goal, planned: planLineOn(goal, planLine, targets.plan, day) },
    ]),
  );
}

/** The questions that figures of these kinds are answered by. */
function questionsOf(...kinds: readonly FigureKind[]): Set<string> {
  return new Set(
    figureCodes.flatMap((code) => {
      const measure = measures[code];
      return measure.by === 'verdict' && kinds.includes(figureKinds[code]) ? [measure.question] : [];
    }),
  );
}

async function hadHouseholds(
  ctx: ReadContext,
  family: readonly Id[] | null,
  { day, cutoffAt }: Period,
): Promise<boolean> {
  const then = { communeId: ctx.communeId, day, recordedBy: cutoffAt };
  const { rows } = await sql<{ one: number }>`
    select 1 as one from households as h
     where h.commune_id = ${ctx.communeId} and h.created_at <= ${cutoffAt}
       ${inHamlet(hamletThen(then, sql`h.id`, sql`h.hamlet_id`), family)} limit 1`.execute(ctx.tx);
  return rows.length > 0;
}
