import type { Goal } from '#features/targets/definition.ts';
import { measures, type Measure } from '../measures.ts';
import { figureKinds } from '../model/figure-codes.ts';
import type { FigureGoal, ReportFigure } from '../model/figures.ts';
import type { TemplateIndicator } from '../model/template.ts';
import type { OutreachForm } from './catalogue-questions.server.ts';
import type { SpanCounts, VerdictCounts } from './tallies.server.ts';
import type { TeamCounts } from './team-rows.server.ts';

/** Everything that was counted for one report. */
export interface Counted {
  /** What each target wants in the end, and by the report's day. */
  goals: ReadonlyMap<string, { goal: Goal; planned: number }>;
  ofCommune: boolean;
  /** The figures of guided people that this commune's catalogue lets us count. */
  guided: ReadonlySet<string>;
  /** Answers for the end of the period, the period, the one before, and as that one stood at its end. */
  verdicts: Record<'now' | 'period' | 'before' | 'stood', ReadonlyMap<string, VerdictCounts>>;
  contacts: readonly SpanCounts[];
  outings: readonly SpanCounts[];
  guidances: readonly SpanCounts[];
  training: readonly SpanCounts[];
  support: readonly SpanCounts[];
  obstacles: readonly SpanCounts[];
  businesses: readonly SpanCounts[];
  teams: TeamCounts | undefined;
  teamsStood: TeamCounts | undefined;
}

interface Values {
  period: number | null;
  cumulative: number | null;
  population: number | null;
  unknown: number | null;
  /** What `period` (of a state: `cumulative`) was in the period before. */
  before: number | null;
}

const notCollected: Values = {
  period: null,
  cumulative: null,
  population: null,
  unknown: null,
  before: null,
};

/** The rows that an indicator becomes: one, or one per outreach form that was used this year or in the period before. */
export function figureRows(
  part: string,
  indicator: TemplateIndicator,
  counted: Counted,
  forms: readonly OutreachForm[],
): ReportFigure[] {
  const { figure } = indicator;
  if (figure !== 'contacts_by_form') return [rowOf(part, indicator, valuesOf(indicator, counted), counted)];
  const stem = indicator.code.replace(/\..*$/, '');
  const used = new Set(counted.contacts.map((one) => one.key));
  const unnamed = [...used].filter((code) => !forms.some((form) => form.code === code)).sort();
  const inUse = forms.filter((form) => used.has(form.code));
  return [...inUse, ...unnamed.map((code) => ({ code, name: code }))].map(({ code, name }) => ({
    ...rowOf(part, indicator, spanValues(counted.contacts.filter((one) => one.key === code)), counted),
    code: `${stem}.${code}`,
    title: `${indicator.title}: ${name}`,
    form: code,
  }));
}

function rowOf(part: string, indicator: TemplateIndicator, values: Values, counted: Counted): ReportFigure {
  const { code, title, unit, figure } = indicator;
  const kind = figure === null ? null : figureKinds[figure];
  const happened = kind === 'state' ? values.cumulative : values.period;
  return {
    code,
    part,
    title,
    unit,
    figure,
    kind,
    form: null,
    period: kind === 'state' ? null : values.period,
    cumulative: values.cumulative,
    population: values.population,
    unknown: values.unknown,
    change: happened === null || values.before === null ? null : happened - values.before,
    ...goalOf(indicator, counted),
    shows: { period: indicator.period, cumulative: indicator.cumulative, rate: indicator.rate },
  };
}

/** A goal in percent holds in every hamlet; a number is the whole commune's. */
function goalOf(
  { target }: TemplateIndicator,
  { goals, ofCommune }: Counted,
): { goal: FigureGoal | null; planned: number | null } {
  const wanted = target === null ? undefined : goals.get(target);
  if (!wanted || (wanted.goal.kind === 'count' && !ofCommune)) return { goal: null, planned: null };
  const { goal, planned } = wanted;
  return goal.kind === 'rate'
    ? { goal: { kind: 'rate', floor: goal.floor, ambition: goal.ambition ?? null }, planned }
    : { goal: { kind: 'count', atLeast: goal.atLeast }, planned };
}

function valuesOf({ figure }: TemplateIndicator, counted: Counted): Values {
  if (figure === null) return notCollected;
  const measure: Measure = measures[figure];
  switch (measure.by) {
    case 'verdict':
      return verdictValues(measure, counted, figureKinds[figure] === 'state');
    case 'contacts':
      return spanValues(counted.contacts);
    case 'outings':
      return spanValues(counted.outings);
    case 'guided':
      return counted.guided.has(figure)
        ? spanValues(counted.guidances.filter((one) => one.key === figure))
        : notCollected;
    case 'training':
      return spanValues(counted.training.filter((one) => one.key === measure.what));
    case 'obstacles': {
      const values = spanValues(counted.obstacles.filter((one) => one.key === measure.what));
      return measure.what === 'late' ? { ...notCollected, cumulative: values.cumulative } : values;
    }
    case 'support':
      return spanValues(counted.support.filter((one) => one.key === measure.what));
    case 'businesses':
      return spanValues(counted.businesses.filter((one) => one.key === measure.what));
    case 'teams':
      return {
        ...notCollected,
        cumulative: counted.teams?.teams ?? null,
        before: counted.teamsStood?.teams ?? null,
      };
    default:
      return {
        ...notCollected,
        cumulative: memberCount(measure.who, counted.teams),
        before: memberCount(measure.who, counted.teamsStood),
        unknown: measure.who === 'women' ? (counted.teams?.sexUnknown ?? null) : null,
      };
  }
}

/** When nobody wrote down of anybody whether they are women, that is not collected, and not 0. */
function memberCount(
  who: Extract<Measure, { by: 'members' }>['who'],
  teams: TeamCounts | undefined,
): number | null {
  if (!teams || (who === 'women' && teams.all > 0 && teams.sexUnknown === teams.all)) return null;
  return teams[who];
}

function verdictValues(
  { question, count }: Extract<Measure, { by: 'verdict' }>,
  { verdicts }: Counted,
  isState: boolean,
): Values {
  const now = verdicts.now.get(question);
  if (!now) return notCollected;
  const numberOf = (counts: VerdictCounts | undefined) =>
    counts === undefined ? null : count === 'left' ? counts.population - counts.reached : counts[count];
  return {
    period: isState ? null : numberOf(verdicts.period.get(question)),
    cumulative: numberOf(now),
    population: count === 'population' ? null : now.population,
    unknown: count === 'population' ? null : now.unknown,
    before: numberOf(isState ? verdicts.stood.get(question) : verdicts.before.get(question)),
  };
}

function spanValues(counts: readonly SpanCounts[]): Values {
  const sum = (span: 'period' | 'before' | 'year') => counts.reduce((total, one) => total + one[span], 0);
  return { ...notCollected, period: sum('period'), cumulative: sum('year'), before: sum('before') };
}
