import { getDocument, listDocuments } from '#features/documents/queries/find-document.server.ts';
import { evidenceOf, findEvidence } from '#features/indicators/queries/evidence.server.ts';
import { mappingFile } from '#features/indicators/queries/mapping-file.server.ts';
import { getSystem, listMappings, listSystems } from '#features/indicators/queries/mappings.server.ts';
import { getIndicator, listIndicators } from '#features/indicators/queries/indicators.server.ts';
import { communeSum } from '#features/reports/queries/commune-sum.server.ts';
import {
  getCommuneReport,
  listCommuneReports,
} from '#features/reports/queries/find-commune-report.server.ts';
import {
  communeContentNow,
  communeDifferences,
} from '#features/reports/queries/commune-differences.server.ts';
import { communeReportsWaiting } from '#features/reports/queries/commune-reports-waiting.server.ts';
import { documentsWaiting } from '#features/documents/queries/documents-waiting.server.ts';
import { listSignedFiles } from '#features/reports/queries/signed-files.server.ts';
import { keptForm } from '#features/reports/queries/form-drafts.server.ts';
import { previewForm } from '#features/reports/queries/form-preview.server.ts';
import { getRequest, ownRequests, requestsOfUnit } from '#features/reports/queries/report-requests.server.ts';
import { getReport } from '#features/reports/queries/find-report.server.ts';
import { owedReports } from '#features/reports/queries/owed-reports.server.ts';
import { ownReports } from '#features/reports/queries/own-reports.server.ts';
import { owingHamlets } from '#features/reports/queries/owing-hamlets.server.ts';
import { getReminder, lastReminders, ownReminders } from '#features/reports/queries/reminders.server.ts';
import { runningDigest } from '#features/reports/queries/running-digest.server.ts';
import { reportBoard } from '#features/reports/queries/report-board.server.ts';
import { waitingReports } from '#features/reports/queries/waiting-reports.server.ts';
import { reportRemarks } from '#features/reports/queries/report-remarks.server.ts';
import { sampleAgreement } from '#features/reports/queries/sample-agreement.server.ts';
import { reportSample } from '#features/reports/queries/report-sample.server.ts';
import { rowsChanged } from '#features/reports/queries/rows-changed.server.ts';
import { rowsBehind } from '#features/reports/queries/rows-behind.server.ts';
import { defaultDefinitions } from '#features/targets/default-definitions.ts';
import { figuresAsOf, rowsAsOf } from '#features/targets/queries/figures-as-of.server.ts';
import { previewDefinition } from '#features/targets/queries/preview-definition.server.ts';
import { targetBoard } from '#features/targets/queries/target-board.server.ts';
import { targetNotes } from '#features/targets/queries/target-notes.server.ts';
import { targetVersions } from '#features/targets/queries/target-versions.server.ts';
import { trends } from '#features/targets/queries/trends.server.ts';
import { whoIsLeft } from '#features/targets/queries/who-is-left.server.ts';
import { spanOf } from '#features/reports/model/span.ts';
import type { FigureCode } from '#features/reports/model/figure-codes.ts';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { gotReminder, readsReport, seesPart } from './office-commands.ts';
import { query, verdict, type Path } from './path.ts';
import { may, mayAnywhere, mayInCommune } from './predicate.ts';
import type { Operation } from './rights-table.ts';
import { issuedPeriod } from './settled-world.ts';

const anywhere =
  (operation: Operation): Path['expected'] =>
  (actor) =>
    verdict(mayAnywhere(actor, operation), true);
const wide =
  (operation: Operation): Path['expected'] =>
  (actor) =>
    verdict(mayInCommune(actor, operation), true);
/** By the hamlet's id alone: a hamlet that is not there has no figures, for those who see all. */
const byHamlet =
  (operation: Operation): Path['expected'] =>
  (actor, { spot }) =>
    verdict(may(actor, operation, { hamletId: spot.hamletId }), true);
const inHamlet =
  (operation: Operation): Path['expected'] =>
  (actor, { spot }) =>
    verdict(spot.here && may(actor, operation, { hamletId: spot.hamletId }), true);

const asOf = { day: '2026-11-24', cutoffAt: new Date('2026-11-24T02:12:00Z') };
const [definition] = defaultDefinitions;
if (!definition) throw new Error('no definition');

const asked = {
  span: spanOf('2026-11', 'calendar'),
  cutoffAt: asOf.cutoffAt,
  value: 'cumulative',
  form: null,
} as const;
const behind = (figure: FigureCode) => (ctx: ReadContext, hamletId: string | null) =>
  rowsBehind(ctx, figure, { ...asked, hamletId }, null);

const readsIndicators: Path['expected'] = (actor) =>
  verdict(mayInCommune(actor, 'reports.sum') || mayInCommune(actor, 'reports.issued'), true);

export const officeQueries: readonly Path[] = [
  query('targetBoard', (ctx) => targetBoard(ctx), anywhere('targets.read')),
  query('targetBoard', (ctx, { spot }) => targetBoard(ctx, spot.hamletId), inHamlet('targets.read')),
  query('targetNotes', (ctx, { spot }) => targetNotes(ctx, spot.hamletId), byHamlet('targets.read')),
  query('targetNotes', (ctx) => targetNotes(ctx, null), wide('targets.read')),
  query(
    'trends',
    (ctx, { spot }) => trends(ctx, [spot.hamletId]).then((map) => [...map]),
    byHamlet('targets.read'),
  ),
  query('trends', (ctx) => trends(ctx, null).then((map) => [...map]), wide('targets.read')),
  query(
    'figuresAsOf',
    (ctx, { spot }) => figuresAsOf(ctx, { ...asOf, hamletId: spot.hamletId }),
    byHamlet('targets.read'),
  ),
  query('figuresAsOf', (ctx) => figuresAsOf(ctx, { ...asOf, hamletId: null }), wide('targets.read')),
  query('targetVersions', (ctx) => targetVersions(ctx, 'T2'), anywhere('targets.read')),
  query('previewDefinition', (ctx) => previewDefinition(ctx, definition), wide('targets.define')),
  query('whoIsLeft', (ctx, { spot }) => whoIsLeft(ctx, 'T5', spot.hamletId), byHamlet('register.read')),
  query('whoIsLeft', (ctx, { spot }) => whoIsLeft(ctx, 'T3p', spot.hamletId), byHamlet('register.read')),
  query('whoIsLeft', (ctx) => whoIsLeft(ctx, 'T6', null), wide('register.read')),
  query(
    'rowsAsOf',
    (ctx, { spot }) => rowsAsOf(ctx, { ...asOf, hamletId: spot.hamletId, target: 'T2' }),
    byHamlet('register.read'),
  ),

  query(
    'ownReports',
    (ctx) => ownReports(ctx),
    () => 'done',
  ),
  query('reportBoard', (ctx) => reportBoard(ctx), wide('reports.read')),
  query('sampleAgreement', (ctx) => sampleAgreement(ctx, '2026-01-01'), wide('reports.decide')),
  query('waitingReports', (ctx) => waitingReports(ctx), wide('reports.decide')),
  query(
    'reportRemarks',
    (ctx, { spot }) => reportRemarks(ctx, spot.sent.id),
    (actor, { spot }) => verdict(readsReport(actor, spot, 'submitted'), true),
  ),
  query(
    'reportSample',
    (ctx, { spot }) => reportSample(ctx, spot.sent.id),
    (actor, { spot }) =>
      verdict(
        spot.here &&
          may(actor, 'reports.decide', {
            ...spot,
            submittedBy: spot.sent.submittedBy,
            reportState: 'submitted',
          }) &&
          may(actor, 'register.read', { hamletId: spot.hamletId }),
        true,
      ),
  ),
  query(
    'getCommuneReport',
    (ctx, { settled }) => getCommuneReport(ctx, settled.communeReports.draft),
    wide('reports.sum'),
  ),
  query(
    'listCommuneReports',
    (ctx) => listCommuneReports(ctx),
    () => 'done',
  ),
  query(
    'communeDifferences',
    async (ctx, { settled }) =>
      communeDifferences(ctx, await getCommuneReport(ctx, settled.communeReports.draft)),
    wide('reports.sum'),
  ),
  query(
    'communeContentNow',
    async (ctx, { settled }) =>
      communeContentNow(ctx, await getCommuneReport(ctx, settled.communeReports.draft)),
    wide('reports.sum'),
  ),
  query(
    'owedReports',
    (ctx) => owedReports(ctx),
    () => 'done',
  ),
  query(
    'communeReportsWaiting',
    (ctx) => communeReportsWaiting(ctx),
    () => 'done',
  ),
  query(
    'listSignedFiles',
    (ctx, { settled }) => listSignedFiles(ctx, settled.communeReports.draft),
    wide('reports.sum'),
  ),
  query(
    'getReminder',
    (ctx, { spot }) => getReminder(ctx, spot.reminder.id),
    (actor, { spot }) => verdict(gotReminder(actor, spot), true),
  ),
  query(
    'ownReminders',
    (ctx) => ownReminders(ctx),
    () => 'done',
  ),
  query(
    'lastReminders',
    (ctx) => lastReminders(ctx, '2026-06').then((map) => [...map]),
    wide('reports.read'),
  ),
  query(
    'requestsOfUnit',
    (ctx, { settled }) => requestsOfUnit(ctx, settled.part.unitId),
    () => 'done',
  ),
  query(
    'ownRequests',
    (ctx) => ownRequests(ctx),
    () => 'done',
  ),
  query(
    'getRequest',
    (ctx, { settled }) => getRequest(ctx, settled.part.requestId),
    (actor, { settled }) => verdict(seesPart(actor, settled), true),
  ),
  query('keptForm', (ctx) => keptForm(ctx, 'office'), wide('reports.keep_forms')),
  query(
    'previewForm',
    (ctx) => previewForm(ctx, { kind: 'hamlet', hamletId: null }),
    wide('reports.keep_forms'),
  ),
  query('owingHamlets', (ctx) => owingHamlets(ctx, '2026-10'), wide('reports.read')),
  query('runningDigest', (ctx) => runningDigest(ctx, null, 'week'), wide('reports.read')),
  query(
    'runningDigest',
    (ctx, { spot }) => runningDigest(ctx, spot.hamletId, 'day'),
    (actor, { spot }) =>
      verdict(
        spot.here &&
          (mayInCommune(actor, 'reports.read') || may(actor, 'reports.draft', { hamletId: spot.hamletId })),
        true,
      ),
  ),
  query(
    'documentsWaiting',
    (ctx) => documentsWaiting(ctx),
    () => 'done',
  ),
  query('listDocuments', (ctx) => listDocuments(ctx), wide('documents.read')),
  ...(['draft', 'issued'] as const).map((state) =>
    query(
      'getDocument',
      (ctx, { settled }) => getDocument(ctx, settled.documents[state]),
      (actor) => verdict(may(actor, 'documents.read', { hamletId: null, documentState: state }), true),
    ),
  ),
  query('listIndicators', (ctx) => listIndicators(ctx), readsIndicators),
  query('getIndicator', (ctx, { settled }) => getIndicator(ctx, settled.indicatorId), readsIndicators),
  query('listSystems', (ctx) => listSystems(ctx), readsIndicators),
  query('getSystem', (ctx, { settled }) => getSystem(ctx, settled.systemId), readsIndicators),
  query('listMappings', (ctx, { settled }) => listMappings(ctx, settled.systemId), readsIndicators),
  query('mappingFile', (ctx, { settled }) => mappingFile(ctx, settled.systemId, 'csv'), readsIndicators),
  query('evidenceOf', (ctx) => evidenceOf(ctx, '2026-10'), wide('reports.sum')),
  query('evidenceOf', (ctx) => evidenceOf(ctx, issuedPeriod), readsIndicators),
  query(
    'findEvidence',
    (ctx) => findEvidence(ctx, '2026-10'),
    () => 'done',
  ),
  query('communeSum', (ctx) => communeSum(ctx, '2026-10'), wide('reports.sum')),
  query(
    'getReport',
    (ctx, { spot }) => getReport(ctx, spot.draft),
    (actor, { spot }) => verdict(readsReport(actor, spot, 'draft'), true),
  ),
  query(
    'getReport',
    (ctx, { spot }) => getReport(ctx, spot.sent.id),
    (actor, { spot }) => verdict(readsReport(actor, spot, 'submitted'), true),
  ),
  query(
    'rowsBehind',
    (ctx, { spot }) => behind('people_14_vneid')(ctx, spot.hamletId),
    byHamlet('register.read'),
  ),
  query('rowsBehind', (ctx) => behind('households_priority')(ctx, null), wide('register.read')),
  query(
    'rowsBehind',
    (ctx, { spot }) => behind('requests_received')(ctx, spot.hamletId),
    byHamlet('support.read'),
  ),
  query(
    'rowsBehind',
    (ctx, { spot }) => behind('obstacles_raised')(ctx, spot.hamletId),
    byHamlet('obstacles.read'),
  ),
  query('rowsBehind', (ctx, { spot }) => behind('contacts')(ctx, spot.hamletId), byHamlet('visits.read')),
  query('rowsBehind', (ctx, { spot }) => behind('people_vneid')(ctx, spot.hamletId), byHamlet('visits.read')),
  query(
    'rowsChanged',
    (ctx, { spot }) => rowsChanged(ctx, 'people_14_vneid', { ...asked, hamletId: spot.hamletId }),
    byHamlet('register.read'),
  ),
  query('rowsBehind', (ctx, { spot }) => behind('members')(ctx, spot.hamletId), byHamlet('teams.read')),
];
