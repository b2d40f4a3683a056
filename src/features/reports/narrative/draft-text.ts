import type { FigureCode } from '../model/figure-codes.ts';
import type { InspectionsThen } from '#features/inspection/queries/as-of.server.ts';
import type { EmulationThen } from '#features/emulation/queries/as-of.server.ts';
import type { TasksThen } from '#features/tasks/queries/tasks-as-of.server.ts';
import { figureOf, type ReportFigure } from '../model/figures.ts';
import type { SpanKind } from '../model/span.ts';
import type { DraftCode } from '../model/template.ts';
import { beforeInText, kindInText } from '../words.ts';
import { inspectionText } from './inspection-text.ts';
import { emulationText } from './emulation-text.ts';
import { obstacleText, type ObstacleGround } from './obstacle-text.ts';
import { sellingText } from './selling-text.ts';
import { supportText } from './support-text.ts';
import { taskText } from './task-text.ts';
import * as say from './sentences.ts';

/** What a section is drafted from: nothing but the figures that are printed with it, so that text and table agree. */
export interface DraftGround {
  kind: SpanKind;
  rows: readonly ReportFigure[];
  /** "Ấp Mẫu 1" */
  place: string;
  /** "Tổ công nghệ số cộng đồng" */
  team: string;
  /** What became of the work that was given; absent where it is not asked for. */
  work?: TasksThen;
  /** What inspections found; absent where it is not asked for. */
  inspections?: InspectionsThen;
  /** Movements of the period; absent where they are not asked for. */
  emulation?: EmulationThen;
  /** Obstacles and proposals as they stood at the cut-off; absent where none are asked for. */
  obstacles?: ObstacleGround;
}

/**
 * The text of a section in administrative Vietnamese (issue 2 line 13): what moved in the period, how far the year has
 * come, who is left. What is not collected is not spoken of as zero. Lines that begin with "-" are bullets.
 */
export function draftText(code: DraftCode, ground: DraftGround): string {
  return drafts[code](ground)
    .filter((line) => line !== '')
    .join('\n')
    .replaceAll('{kỳ} trước', beforeInText(ground.kind))
    .replaceAll('{kỳ}', kindInText[ground.kind]);
}

const drafts: Record<DraftCode, (ground: DraftGround) => string[]> = {
  // Only a commune has hamlets to compare, and units.
  hamlets: () => [],
  pioneers: () => [],
  general: ({ rows, place, team, work, inspections }) => {
    const households = cumulative(rows, 'households');
    const change = figureOf(rows, 'households')?.change ?? null;
    const teams = cumulative(rows, 'teams');
    const members = cumulative(rows, 'members');
    const outings = inPeriod(rows, 'member_outings');
    return [
      joined([
        households === null ? '' : say.general.people(place, households, cumulative(rows, 'people_14')),
        change === null || change === 0 ? '' : say.general.moved(change),
      ]),
      joined([
        teams === 0 || members === null
          ? say.general.noTeam(team)
          : say.general.team(team, members, cumulative(rows, 'members_women')),
        outings === null ? '' : outings === 0 ? say.general.noOutings : say.general.outings(outings),
      ]),
      work ? taskText(work) : '',
      inspections ? inspectionText(inspections, null) : '',
    ];
  },
  outreach: ({ rows, emulation }) => {
    const households = inPeriod(rows, 'households_informed');
    const contacts = figureOf(rows, 'contacts');
    const forms = rows.filter((row) => row.figure === 'contacts_by_form' && (row.period ?? 0) > 0);
    const moved = contacts?.change ?? null;
    return [
      joined([
        households === null || contacts?.period === null || contacts === undefined
          ? ''
          : contacts.period === 0
            ? say.outreach.noneInPeriod
            : [
                say.outreach.inPeriod(households, contacts.period),
                moved === null ? '' : say.againstBefore(moved, contacts.unit),
              ]
                .filter(Boolean)
                .join(', '),
      ]),
      joined([
        ofWhole(rows, 'households_informed', say.outreach.informed, say.outreach.sinceStart),
        ofWhole(rows, 'households_many_forms', say.outreach.manyForms),
      ]),
      ...(forms.length > 0 ? [say.outreach.forms] : []),
      ...forms.map(
        (row) => `- ${row.title.replace(/^[^:]*: /, '')}: ${say.amount(row.period ?? 0, row.unit)}`,
      ),
      emulation ? emulationText(emulation) : '',
    ];
  },
  government: ({ rows }) => {
    const done = [
      guided(rows, 'people_guided_services', say.government.services),
      guided(rows, 'people_services_account', say.government.account),
      guided(rows, 'people_vneid', say.government.vneid),
      guided(rows, 'people_smart_an_giang', say.government.smart),
    ].filter((text) => text !== '');
    return [
      say.sentence(done.length > 0 ? say.government.inPeriod(say.listed(done)) : say.government.noneInPeriod),
      joined([ofWhole(rows, 'people_14_vneid', say.government.haveVneid, say.outreach.atEnd)]),
    ];
  },
  economy: ({ rows }) => [
    joined([
      ofWhole(rows, 'people_14_bank', say.economy.bank, say.outreach.atEnd),
      ofWhole(rows, 'people_14_e_payment', say.economy.payment),
    ]),
    joined([ofWhole(rows, 'people_14_all_three', say.economy.allThree)]),
    ...sellingText({
      guided: inPeriod(rows, 'businesses_guided'),
      shops: inPeriod(rows, 'shops_opened'),
      committed: inPeriod(rows, 'businesses_committed'),
      technology: inPeriod(rows, 'businesses_technology'),
      allShops: cumulative(rows, 'shops_opened'),
      allCommitted: cumulative(rows, 'businesses_committed'),
    }),
  ],
  society: ({ rows }) => {
    const guidedNow = inPeriod(rows, 'households_guided');
    const domains = (
      [
        ['households_guided_health', say.society.domain.health],
        ['households_guided_education', say.society.domain.education],
        ['households_guided_social_policy', say.society.domain.social],
      ] as const
    ).flatMap(([code, name]) => {
      const value = cumulative(rows, code);
      return value === null || value === 0 ? [] : [`${name} ${say.amount(value, 'hộ')}`];
    });
    const skilled = cumulative(rows, 'households_skilled');
    const helped = cumulative(rows, 'households_helped');
    return [
      joined([
        guidedNow === null
          ? ''
          : guidedNow === 0
            ? say.society.noneInPeriod
            : say.society.inPeriod(guidedNow),
        ofWhole(rows, 'households_guided', say.society.guided, say.outreach.sinceStart),
        domains.length > 0 ? say.society.domains(domains.join(', ')) : '',
      ]),
      joined([ofWhole(rows, 'households_priority_served', say.society.priority, say.outreach.sinceStart)]),
      joined([
        ofWhole(rows, 'households_skilled_or_helped', say.society.skills, say.outreach.atEnd),
        skilled === null || helped === null || skilled + helped === 0
          ? ''
          : say.society.parts(skilled, helped),
      ]),
      supportText({
        received: inPeriod(rows, 'requests_received'),
        helped: inPeriod(rows, 'requests_helped'),
        late: inPeriod(rows, 'requests_late'),
      }),
    ];
  },
  groups: ({ rows, place }) => {
    const active = cumulative(rows, 'groups_active');
    if (active === null) return [];
    // The whole of the target: every group that was registered and is not closed.
    const registered = figureOf(rows, 'groups_active')?.population ?? active;
    return [
      say.sentence(
        [
          `${place} ${active > 0 ? say.groups.some(active) : say.groups.none}`,
          registered > active ? say.groups.onTheWay(registered - active) : '',
        ]
          .filter(Boolean)
          .join('; '),
      ),
    ];
  },
  training: ({ rows }) => {
    const classes = inPeriod(rows, 'classes_held');
    const times = inPeriod(rows, 'class_attendances');
    const members = inPeriod(rows, 'members_trained');
    if (classes === null || times === null || members === null) return [say.sentence(say.noTraining)];
    if (classes === 0 && times === 0) return [say.sentence(say.training.noneInPeriod)];
    const all = cumulative(rows, 'members_trained');
    return [
      joined([
        classes === 0
          ? say.training.elsewhere(members, times)
          : say.training.inPeriod(classes, members, times),
        passedOf(inPeriod(rows, 'class_passes')),
      ]),
      joined([all === null ? '' : say.training.sinceStart(all, cumulative(rows, 'members'))]),
    ];
  },
  budget: () => [say.sentence(say.noBudget)],
  obstacles: ({ obstacles }) => orNone(obstacles && obstacleText('obstacle', obstacles), say.noObstacles),
  proposals: ({ obstacles }) => orNone(obstacles && obstacleText('proposal', obstacles), say.noProposals),
  tasks: ({ rows }) => tasksOf(rows).map((task) => `- ${task}`),
};

/** What is left, the most urgent first: who was never reached, priority households, then what the goals still ask for. */
function tasksOf(rows: readonly ReportFigure[]): string[] {
  const tasks: string[] = [];
  const add = (value: number, text: (value: number) => string) => {
    if (value > 0) tasks.push(text(value));
  };
  add(leftOf(rows, 'households_priority_served'), say.tasks.priority);
  add(leftOf(rows, 'households_informed'), say.tasks.inform);
  const guided = figureOf(rows, 'households_guided');
  add(toGoal(guided), (left) => say.tasks.guide(left, floorOf(guided)));
  const people = figureOf(rows, 'people_14_all_three');
  add(toGoal(people), (left) => say.tasks.people(left, floorOf(people)));
  add(people?.unknown ?? 0, say.tasks.ask);
  add(leftOf(rows, 'households_skilled_or_helped'), say.tasks.skills);
  return tasks.length > 0 ? tasks : [say.tasks.keep];
}

/** How many are missing to the goal's floor; a goal is reached only by whole households and people. */
function toGoal(row: ReportFigure | undefined): number {
  if (!row || row.cumulative === null || row.population === null) return 0;
  return Math.max(0, Math.ceil((floorOf(row) * row.population) / 100 - 1e-9) - row.cumulative);
}

const floorOf = (row: ReportFigure | undefined) => (row?.goal?.kind === 'rate' ? row.goal.floor : 100);

function leftOf(rows: readonly ReportFigure[], code: FigureCode): number {
  const row = figureOf(rows, code);
  return row?.cumulative == null || row.population === null ? 0 : row.population - row.cumulative;
}

const inPeriod = (rows: readonly ReportFigure[], code: FigureCode) => figureOf(rows, code)?.period ?? null;
const cumulative = (rows: readonly ReportFigure[], code: FigureCode) =>
  figureOf(rows, code)?.cumulative ?? null;

function guided(rows: readonly ReportFigure[], code: FigureCode, what: string): string {
  const people = inPeriod(rows, code);
  return people === null || people === 0 ? '' : `${say.amount(people, 'người')} ${what}`;
}

/** "236/252 hộ …, đạt 93,6 % (chỉ tiêu 100 %), còn 16 hộ, chưa rõ 4 hộ"; nothing when there is no whole. */
function ofWhole(
  rows: readonly ReportFigure[],
  code: FigureCode,
  what: string,
  wrap: (text: string) => string = (text) => text,
): string {
  const row = figureOf(rows, code);
  if (!row || row.cumulative === null || row.population === null || row.population === 0) return '';
  if (row.unknown === row.population) return say.nothingKnown(row.population, row.unit, what);
  const left = row.population - row.cumulative - (row.unknown ?? 0);
  return [
    wrap(say.reached(row.cumulative, row.population, row.unit, what, row.goal)),
    left > 0 ? say.still(left, row.unit) : '',
    (row.unknown ?? 0) > 0 ? say.notKnown(row.unknown ?? 0, row.unit) : '',
  ]
    .filter((text) => text !== '')
    .join('; ');
}

const passedOf = (passes: number | null) =>
  passes === null || passes === 0 ? '' : say.training.passed(passes);

const orNone = (lines: readonly string[] = [], none: string) =>
  lines.length > 0 ? [...lines] : [say.sentence(none)];

const joined = (parts: readonly string[]) =>
  parts
    .filter((text) => text !== '')
    .map(say.sentence)
    .join(' ');
