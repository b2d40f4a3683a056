import * as z from 'zod/mini';
import { defineCommand, type WriteContext } from '#platform/commands/command.server.ts';
import type { OfficialDocument } from '#platform/docx/document-model.ts';
import { docxMediaType, renderOfficialDocx } from '#platform/docx/official-docx.server.ts';
import { pdfMediaType, renderOfficialPdf } from '#platform/pdf/official-pdf.server.ts';
import { xlsxBytes, type ExportTable } from '#platform/sheet/write-sheet.server.ts';
import { id } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import { chooseOne } from '#shared/words.ts';
import { canSeeBudget } from '#features/budget/policy.ts';
import { getEstimate } from '#features/budget/queries/estimates.server.ts';
import { getSettlement } from '#features/budget/queries/settlements.server.ts';
import { periodOf } from '#features/budget/words.ts';
import { getCommune } from '#features/org/queries.server.ts';
import { estimateTable, settlementTable } from '../document/budget-tables.ts';
import { estimateDocument, type MoneyPaper } from '../document/estimate-document.ts';
import { settlementDocument } from '../document/settlement-document.ts';
import { settingsOn } from '../queries/settings-on.server.ts';
import * as words from '../words.ts';

const format = z._default(z.enum(['docx', 'pdf', 'xlsx'], chooseOne), 'docx');
type Format = 'docx' | 'pdf' | 'xlsx';

/** An estimate as a Word file or an archive PDF in the layout of NĐ 30/2020, or as a workbook; who took it is in the log. */
export const exportEstimate = defineCommand({
  name: 'budget.export_estimate',
  input: z.object({ estimateId: id, format }),
  load: (ctx, input) => getEstimate(ctx, input.estimateId),
  allow: (actor) => canSeeBudget(actor),
  run: async (ctx, input, estimate) => {
    const paper = await paperOf(ctx, 'estimate');
    await noteTaken(ctx, 'budget_estimate', estimate.id, input.format);
    return fileOf(words.budgetFileName('estimate', String(estimate.year), estimate.title), input.format, {
      document: () => estimateDocument(estimate, paper),
      table: () => estimateTable(estimate),
    });
  },
});

/** A settlement in the same three ways; what was submitted gives the same bytes on the same day (F25). */
export const exportSettlement = defineCommand({
  name: 'budget.export_settlement',
  input: z.object({ settlementId: id, format }),
  load: (ctx, input) => getSettlement(ctx, input.settlementId),
  allow: (actor) => canSeeBudget(actor),
  run: async (ctx, input, settlement) => {
    const paper = await paperOf(ctx, 'settlement');
    await noteTaken(ctx, 'budget_settlement', settlement.id, input.format);
    const period = periodOf(settlement.year, settlement.period);
    return fileOf(words.budgetFileName('settlement', '', period), input.format, {
      document: () => settlementDocument(settlement, paper),
      table: () => settlementTable(settlement),
    });
  },
});

async function paperOf(ctx: WriteContext, kind: 'estimate' | 'settlement'): Promise<MoneyPaper> {
  const commune = await getCommune(ctx);
  return {
    settings: await settingsOn(ctx, kind, ctx.today),
    commune: commune.title,
    day: ctx.today,
    isSample: commune.isSample,
  };
}

const noteTaken = (
  ctx: WriteContext,
  subject: 'budget_estimate' | 'budget_settlement',
  subjectId: Id,
  as: Format,
) => ctx.emit({ name: 'budget.exported', hamletId: null, subject, subjectId, data: { format: as } });

async function fileOf(
  name: string,
  as: Format,
  content: { document: () => OfficialDocument; table: () => ExportTable },
): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  switch (as) {
    case 'docx':
      return {
        name: `${name}.docx`,
        type: docxMediaType,
        bytes: await renderOfficialDocx(content.document()),
      };
    case 'pdf':
      return { name: `${name}.pdf`, type: pdfMediaType, bytes: await renderOfficialPdf(content.document()) };
    case 'xlsx': {
      const pieces: Uint8Array[] = [];
      for await (const piece of xlsxBytes(content.table())) pieces.push(piece);
      return {
        name: `${name}.xlsx`,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: Buffer.concat(pieces),
      };
    }
  }
}
