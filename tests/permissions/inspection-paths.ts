import { closeFinding } from '#features/inspection/commands/close-finding.server.ts';
import { holdInspection } from '#features/inspection/commands/hold-inspection.server.ts';
import { keepChecklist } from '#features/inspection/commands/keep-checklist.server.ts';
import {
  cancelInspection,
  closeInspection,
  moveInspection,
} from '#features/inspection/commands/move-inspection.server.ts';
import { planInspections } from '#features/inspection/commands/plan-inspections.server.ts';
import {
  addFinding,
  answerFinding,
  giveFindingTask,
} from '#features/inspection/commands/write-finding.server.ts';
import { draftDocument } from '#features/documents/commands/draft-document.server.ts';
import * as inspection from '#features/inspection/policy.ts';
import { findingsOf, getFinding, listFindings } from '#features/inspection/queries/findings.server.ts';
import { inspectedBoard } from '#features/inspection/queries/hamlet-board.server.ts';
import { askedQuestions, inspectionFigures } from '#features/inspection/queries/inspection-page.server.ts';
import { getInspection, listInspections } from '#features/inspection/queries/inspections.server.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { command, query, verdict, type Ground, type Path } from './path.ts';
import { may, mayAnywhere, mayInCommune, type Thing } from './predicate.ts';
import type { Operation } from './rights-table.ts';
import type { Spot } from './spot.ts';

/** Of each place three: one that was held, one that is announced, one that comes without notice; the public service centre goes on all. */
type Which = 'held' | 'announced' | 'surprise';
const things: Record<Which, Pick<Thing, 'inspectionKind' | 'inspectionState'>> = {
  held: { inspectionKind: 'surprise', inspectionState: 'held' },
  announced: { inspectionKind: 'regular', inspectionState: 'planned' },
  surprise: { inspectionKind: 'surprise', inspectionState: 'planned' },
};
const thingOf = ({ hamletId, inspection: { people } }: Spot, which: Which): Thing => ({
  ...things[which],
  hamletId,
  named: people,
});
const when =
  (which: Which, operation: Operation = 'inspections.read'): Path['expected'] =>
  (actor, { spot }) =>
    verdict(
      spot.here && may(actor, 'inspections.read', thingOf(spot, which)),
      may(actor, operation, thingOf(spot, which)),
    );
const kept: Path['expected'] = (actor) =>
  verdict(mayAnywhere(actor, 'inspections.open'), mayInCommune(actor, 'inspections.keep'));
const opens: Path['expected'] = () => 'done';
/** A place that is not there has nobody to name. */
const people = ({ settled }: Ground) => [...settled.spots.mau1.inspection.people];

export const inspectionCommands = [
  command(
    planInspections,
    (ground) => ({
      plannedOn: '2026-12-20',
      kind: 'regular',
      hamletIds: [ground.spot.hamletId],
      people: people(ground),
      version: 1,
      topics: ['reports'],
    }),
    kept,
  ),
  command(
    keepChecklist,
    () => ({ version: 1, questions: [{ code: 'reports', text: 'Báo cáo đủ', figure: '' }] }),
    kept,
  ),
  command(
    moveInspection,
    (ground) => ({
      inspectionId: ground.spot.inspection.announced,
      plannedOn: '2026-12-21',
      people: people(ground),
    }),
    when('announced', 'inspections.keep'),
  ),
  command(
    cancelInspection,
    ({ spot }) => ({ inspectionId: spot.inspection.surprise, reason: 'Mưa lớn' }),
    when('surprise', 'inspections.keep'),
  ),
  command(
    holdInspection,
    ({ spot }) => ({
      inspectionId: spot.inspection.announced,
      heldOn: '2026-11-24',
      answers: [{ code: 'reports', result: 'met' }],
    }),
    when('announced', 'inspections.record'),
  ),
  command(
    closeInspection,
    ({ spot }) => ({ inspectionId: spot.inspection.held, conclusion: 'Xong' }),
    when('held', 'inspections.keep'),
  ),
  command(
    addFinding,
    ({ spot }) => ({
      inspectionId: spot.inspection.held,
      text: 'Loa hỏng',
      remedy: 'Sửa loa',
      dueOn: '2026-12-20',
    }),
    when('held', 'inspections.record'),
  ),
  command(
    answerFinding,
    ({ spot }) => ({ findingId: spot.inspection.finding, text: 'Ấp làm ngay' }),
    when('held', 'inspections.answer'),
  ),
  command(
    closeFinding,
    ({ spot }) => ({ findingId: spot.inspection.finding, word: 'Đã sửa' }),
    when('held', 'inspections.record'),
  ),
  command(
    giveFindingTask,
    ({ spot }) => ({ findingId: spot.inspection.finding, assignees: `team:${spot.teamId}` }),
    // Both rooms are asked: who follows the finding, and who gives work in the hamlet.
    (actor, { spot }) =>
      verdict(
        spot.here && may(actor, 'inspections.read', thingOf(spot, 'held')),
        may(actor, 'inspections.record', thingOf(spot, 'held')) &&
          may(actor, 'tasks.give', { hamletId: spot.hamletId }),
      ),
  ),
  command(
    draftDocument,
    ({ spot }) => ({ kind: 'minutes', inspectionId: spot.inspection.held }),
    (actor, { spot }) => {
      const drafts = verdict(
        may(actor, 'documents.read', { hamletId: null }),
        mayInCommune(actor, 'documents.draft'),
      );
      return drafts === 'done' && !spot.here ? 'not_found' : drafts;
    },
  ),
];

export const inspectionQueries = [
  query('listInspections', (ctx) => listInspections(ctx), opens),
  query('listInspections', (ctx, { spot }) => listInspections(ctx, { hamletId: spot.hamletId }), opens),
  query('listFindings', (ctx) => listFindings(ctx), opens),
  query('listFindings', (ctx, { spot }) => listFindings(ctx, { hamletId: spot.hamletId, open: true }), opens),
  query('getInspection', (ctx, { spot }) => getInspection(ctx, spot.inspection.held), when('held')),
  query('getInspection', (ctx, { spot }) => getInspection(ctx, spot.inspection.announced), when('announced')),
  query('getInspection', (ctx, { spot }) => getInspection(ctx, spot.inspection.surprise), when('surprise')),
  query('askedQuestions', (ctx, { spot }) => askedQuestions(ctx, spot.inspection.held), when('held')),
  query('inspectionFigures', (ctx, { spot }) => inspectionFigures(ctx, spot.inspection.held), when('held')),
  query(
    'inspectionFigures',
    (ctx, { spot }) => inspectionFigures(ctx, spot.inspection.surprise),
    when('surprise'),
  ),
  query('findingsOf', (ctx, { spot }) => findingsOf(ctx, spot.inspection.held), when('held')),
  query('getFinding', (ctx, { spot }) => getFinding(ctx, spot.inspection.finding), when('held')),
  query(
    'inspectedBoard',
    (ctx) => inspectedBoard(ctx),
    (actor) => verdict(mayInCommune(actor, 'inspections.read'), true),
  ),
];

/** The room's policies beside the table; somebody is named to go. */
export function compareInspection(
  actor: Actor,
  place: inspection.InspectionPlace,
): [string, boolean, boolean][] {
  const { hamletId } = place;
  const thing: Thing = {
    hamletId,
    named: place.people,
    inspectionKind: place.kind,
    inspectionState: place.state,
  };
  return [
    ['canOpenInspections', inspection.canOpenInspections(actor), mayAnywhere(actor, 'inspections.open')],
    ['canSeeAllInspections', inspection.canSeeAllInspections(actor), mayInCommune(actor, 'inspections.read')],
    ['canSeeInspection', inspection.canSeeInspection(actor, place), may(actor, 'inspections.read', thing)],
    ['canKeepInspections', inspection.canKeepInspections(actor), mayInCommune(actor, 'inspections.keep')],
    [
      'canRecordInspection',
      inspection.canRecordInspection(actor, place),
      may(actor, 'inspections.record', thing),
    ],
    [
      'canAnswerFindings',
      inspection.canAnswerFindings(actor, place),
      may(actor, 'inspections.answer', thing),
    ],
    [
      'canSeeFigure, agreement',
      inspection.canSeeFigure(actor, 'agreement'),
      mayInCommune(actor, 'reports.decide'),
    ],
    ['canSeeFigure', inspection.canSeeFigure(actor, 'tasks_late'), true],
  ];
}
