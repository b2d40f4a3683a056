import { pdfMediaType, renderOfficialPdf } from '#platform/pdf/official-pdf.server.ts';
import { docxMediaType, renderOfficialDocx } from '#platform/docx/official-docx.server.ts';
import type { OfficialDocument } from '#platform/docx/document-model.ts';
import { csvBytes, xlsxBytes, type ExportTable } from '#platform/sheet/write-sheet.server.ts';

/** As what a report leaves: the official document in Word or as an archive PDF, a workbook, a plain table, or open JSON for other programs. */
export const reportFormats = ['docx', 'pdf', 'xlsx', 'csv', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];
/** Those of figures alone. */
export const dataFormats = ['xlsx', 'csv', 'json'] as const;
export type DataFormat = (typeof dataFormats)[number];

export interface ExportedFile {
  /** In Vietnamese, with its ending. */
  name: string;
  type: string;
  bytes: Uint8Array;
}

const types: Record<ReportFormat, string> = {
  docx: docxMediaType,
  pdf: pdfMediaType,
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** One content in each format; made of nothing else, so that the same content gives the same bytes (F25). */
export interface ReportAsFile {
  /** Without its ending. */
  name: string;
  document: () => OfficialDocument;
  table: () => ExportTable;
  json: () => unknown;
}

/** The same for figures that have no document. */
export async function dataFile(
  data: Omit<ReportAsFile, 'document'>,
  format: DataFormat,
): Promise<ExportedFile> {
  return { name: `${data.name}.${format}`, type: types[format], bytes: await dataBytes(data, format) };
}

export async function reportFile(report: ReportAsFile, format: ReportFormat): Promise<ExportedFile> {
  return { name: `${report.name}.${format}`, type: types[format], bytes: await bytesOf(report, format) };
}

async function bytesOf(report: ReportAsFile, format: ReportFormat): Promise<Uint8Array> {
  if (format === 'docx') return renderOfficialDocx(report.document());
  return format === 'pdf' ? renderOfficialPdf(report.document()) : dataBytes(report, format);
}

async function dataBytes(
  data: Pick<ReportAsFile, 'table' | 'json'>,
  format: DataFormat,
): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return collected(xlsxBytes(data.table()));
    case 'csv':
      return collected(csvBytes(data.table()));
    case 'json':
      return Buffer.from(`${JSON.stringify(data.json(), null, 2)}\n`);
  }
}

async function collected(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
