import { redirect, type RequestEvent } from '@sveltejs/kit';
import { runCommand, type Command } from '#platform/commands/command.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound, Problem } from '#shared/problem.ts';
import { namesOfAccounts } from '#features/accounts/queries.server.ts';
import {
  approveAsLeader,
  approveForOffice,
  returnCommuneReport,
} from '#features/reports/commands/approve-commune-report.server.ts';
import {
  archiveCommuneReport,
  issueCommuneReport,
  numberCommuneReport,
} from '#features/reports/commands/register-commune-report.server.ts';
import { writeCommuneReport } from '#features/reports/commands/draft-commune-report.server.ts';
import { keepSignedFile } from '#features/reports/commands/keep-signed-file.server.ts';
import { columnTitle, noteOf, sumCell } from '#features/reports/document/commune-sum-document.ts';
import { total } from '#features/reports/document/words.ts';
import { sumOf } from '#features/reports/model/commune-content.ts';
import type { ContentSection } from '#features/reports/model/content.ts';
import { sumFigure } from '#features/reports/model/commune-sum.ts';
import { joinedSections, titleIn } from '#features/reports/model/template.ts';
import {
  canApproveAsLeader,
  canApproveForOffice,
  canDraftCommuneReport,
  canOpenCommuneReports,
  canRegisterReport,
  canSeeBoard,
  canSeeCommuneSum,
} from '#features/reports/policy.ts';
import { communeContentOf } from '#features/reports/queries/commune-report-content.server.ts';
import { communeDifferences } from '#features/reports/queries/commune-differences.server.ts';
import { getCommuneReport } from '#features/reports/queries/find-commune-report.server.ts';
import { requestsOf } from '#features/reports/queries/report-requests.server.ts';
import { listSignedFiles } from '#features/reports/queries/signed-files.server.ts';
import { getTemplate } from '#features/reports/queries/templates.server.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import type { Actions, PageServerLoad } from './$types';
import {
  act,
  attempt,
  formOf,
  originOf,
  read,
  text,
  type Access,
  type FormValues,
} from '#routes/door.server.ts';
import { requestLine } from '../../phan-gui/request-line.ts';
import { signed as signedWords } from '../words.ts';
import { goalsOf } from './summary.ts';

export const _access: Access = canOpenCommuneReports;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { id } = event.params;
    if (!isId(id)) throw notFound();
    const report = await getCommuneReport(ctx, id);
    const content = await communeContentOf(ctx, report);
    const template = (await getTemplate(ctx, report.templates.office)).definition;
    const upward = (await getTemplate(ctx, report.templates.commune)).definition;
    const sum = sumOf(content, template);
    const columns = template.sumColumns;
    const accepted = sum.rows.filter((row) => row.report !== null).length;
    const textsOf = new Map(content.sections.map((section) => [section.code, section]));
    const { actor } = ctx;
    const { state } = report;
    const names = await namesOfAccounts(ctx, [
      report.preparedBy,
      report.officeApprovedBy,
      report.leaderApprovedBy,
      report.returned?.by ?? null,
    ]);
    const nameOf = (account: string | null) => names.get(account ?? '') ?? '—';
    return {
      report: {
        id: report.id,
        period: report.span.key,
        version: report.version,
        state,
        cutoffAt: report.cutoffAt,
        preparedBy: nameOf(report.preparedBy),
        office: report.officeApprovedAt && {
          by: nameOf(report.officeApprovedBy),
          at: report.officeApprovedAt,
        },
        leader: report.leaderApprovedAt && {
          by: nameOf(report.leaderApprovedBy),
          at: report.leaderApprovedAt,
        },
        returned: report.returned && { ...report.returned, by: nameOf(report.returned.by) },
        registered: report.registered,
        distribution: report.distribution ?? content.recipients,
        issuedAt: report.issuedAt,
        archivedAt: report.archivedAt,
      },
      symbols: { office: template.document.symbol ?? '', commune: upward.document.symbol ?? '' },
      signed: (await listSignedFiles(ctx, report.id)).map(({ document, name }) => ({ document, name })),
      requests: canSeeCommuneSum(actor) ? (await requestsOf(ctx, report.id)).map(requestLine) : [],
      filled: content.filled ?? [],
      accepted,
      hamlets: sum.rows.length,
      /** Hamlets of which another report is accepted now; null: a draft, or not the actor's to compare. */
      changed: canSeeCommuneSum(actor) && state !== 'draft' ? await communeDifferences(ctx, report) : null,
      missing: sum.rows.filter((row) => row.report === null).map((row) => row.name),
      goals: goalsOf(sum.rows, template),
      late: sum.rows.flatMap(({ name, report: sent }) =>
        sent && sent.daysLate > 0 ? [{ name, days: sent.daysLate }] : [],
      ),
      /** What people cannot solve themselves, and ask for. */
      asks: content.sections
        .filter(({ code }) => code === 'obstacles' || code === 'proposals')
        .map(({ code, title, text: said }) => ({ code, title, text: said })),
      columns: columns.map(columnTitle),
      rows: sum.rows.map((row) => ({
        key: row.hamletId,
        name: row.name,
        href: row.report && canSeeBoard(actor) ? `/bao-cao/${row.report.id}` : null,
        cells: columns.map((column) => sumCell(column, row.report?.figures.get(column.indicator) ?? null)),
        note: noteOf(row),
      })),
      total: {
        label: total(accepted, sum.rows.length),
        cells: columns.map((column) => sumCell(column, sumFigure(sum.rows, column.indicator))),
      },
      sections: joinedSections(template.sections, upward.sections).map((top) => ({
        code: top.code,
        title: titleIn(top.title, report.span.key),
        texts: (top.sections.length > 0 ? top.sections : [top]).map(({ code, title, prompt }) => ({
          code,
          title: top.sections.length > 0 ? titleIn(title, report.span.key) : null,
          prompt,
          text: textsOf.get(code)?.text ?? '',
          written: textsOf.get(code)?.written ?? false,
          ...unitsOf(textsOf.get(code)),
        })),
      })),
      may: {
        write: canDraftCommuneReport(actor) && state === 'draft',
        approveOffice: canApproveForOffice(actor) && state === 'draft',
        approveLeader: canApproveAsLeader(actor) && state === 'office_approved',
        giveBack:
          (canApproveForOffice(actor) || canApproveAsLeader(actor)) &&
          (state === 'office_approved' || state === 'leader_approved'),
        number: canRegisterReport(actor) && (state === 'leader_approved' || state === 'numbered'),
        keepFile: canRegisterReport(actor) && ['numbered', 'issued', 'archived'].includes(state),
        issue: canRegisterReport(actor) && state === 'numbered',
        archive: canRegisterReport(actor) && state === 'issued',
      },
    };
  });

/** Whose text a section holds; while one of them is missing the field is empty, so that nobody saves its name as written. */
function unitsOf(section: ContentSection | undefined) {
  const { units } = section ?? {};
  if (!units) return {};
  return {
    unit: units.map(({ name }) => name).join(', '),
    toWrite: units.some(({ sentOn }) => sentOn === null) ? '' : undefined,
  };
}

/** Runs one step of the report's life and shows the report again. */
async function step<Input, Loaded, Result>(
  event: RequestEvent,
  command: Command<Input, Loaded, Result>,
  done: string,
  values: FormValues = {},
) {
  const reportId = event.params['id'] ?? '';
  const { problem } = await act(event, command, { ...values, reportId });
  return problem ?? redirect(303, `/bao-cao/xa/${reportId}?xong=${done}`);
}

export const actions: Actions = {
  viet: async (event) => {
    const values = await formOf(event);
    const section = text(values, 'section');
    return step(event, writeCommuneReport, 'luu', { section, text: text(values, `loi-${section}`) });
  },
  nhap: async (event) => {
    const section = text(await formOf(event), 'section');
    return step(event, writeCommuneReport, 'nhap', { section, text: '' });
  },
  phong: (event) => step(event, approveForOffice, 'duyet'),
  'lanh-dao': (event) => step(event, approveAsLeader, 'duyet'),
  tra: async (event) => step(event, returnCommuneReport, 'tra', await formOf(event)),
  so: async (event) => step(event, numberCommuneReport, 'so', await formOf(event)),
  ky: async (event) => {
    const values = await formOf(event);
    const reportId = event.params.id;
    const document = text(values, 'document');
    const { problem } = await attempt({ document }, async () => {
      const file = values['file'];
      if (!(file instanceof File) || file.size === 0)
        throw new Problem('input.invalid', { fields: { file: signedWords.needed } });
      const bytes = new Uint8Array(await file.arrayBuffer());
      const input = { reportId, document, name: file.name, bytes };
      return runCommand(sharedRuntime().database, keepSignedFile, originOf(event), input);
    });
    return problem ?? redirect(303, `/bao-cao/xa/${reportId}?xong=ky`);
  },
  phat: (event) => step(event, issueCommuneReport, 'phat'),
  ho: (event) => step(event, archiveCommuneReport, 'ho'),
};
