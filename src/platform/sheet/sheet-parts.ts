import { daysBetween, isDay } from '#shared/calendar.ts';
import type { ExportColumn, ExportTable, ExportValue } from './write-sheet.server.ts';
import { maxCellLength } from './workbook.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const chunk = 64 * 1024;

// The cell formats of styles.xml below, by position.
const style = { plain: 0, header: 1, text: 2, date: 3 };

interface Part {
  name: string;
  content: Iterable<string> | AsyncIterable<string>;
}

/** The parts of a workbook with one sheet; the sheet itself comes last and in pieces. */
export function sheetParts(table: ExportTable): Part[] {
  return [
    { name: '[Content_Types].xml', content: [contentTypes] },
    { name: '_rels/.rels', content: [relations('officeDocument', 'xl/workbook.xml')] },
    { name: 'xl/workbook.xml', content: [workbook(table.sheetName)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [relations('worksheet', 'worksheets/sheet1.xml', 'styles', 'styles.xml')],
    },
    { name: 'xl/styles.xml', content: [styles] },
    { name: 'xl/worksheets/sheet1.xml', content: worksheet(table) },
  ];
}

async function* worksheet(table: ExportTable): AsyncGenerator<string> {
  const letters = table.columns.map((_, index) => columnLetters(index));
  const widths = table.columns.map((column, index) => {
    const width = Math.min(255, Math.max(4, column.width ?? column.header.length + 3));
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  let text =
    `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData><row r="1">` +
    `${table.columns.map((column, index) => textCell(`${letters[index]}1`, column.header, style.header)).join('')}</row>`;
  let number = 1;
  for await (const row of table.rows) {
    number += 1;
    text += `<row r="${number}">`;
    for (const [index, column] of table.columns.entries())
      text += cell(`${letters[index]}${number}`, row[index], column);
    text += '</row>';
    if (text.length > chunk) {
      yield text;
      text = '';
    }
  }
  yield `${text}</sheetData></worksheet>`;
}

function cell(reference: string, value: ExportValue, column: ExportColumn): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? textCell(reference, 'x', style.text) : '';
  if (typeof value === 'object') {
    const known = value.value === null ? '' : `<v>${value.value}</v>`;
    return `<c r="${reference}"><f>${xmlText(value.formula)}</f>${known}</c>`;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return '';
    if (column.kind !== 'text') return `<c r="${reference}"><v>${value}</v></c>`;
    return textCell(reference, String(value), style.text);
  }
  // Excel's calendar is wrong before March 1900, and ours begins in 1900.
  if (column.kind === 'date' && isDay(value) && value >= '1900-03-01') {
    return `<c r="${reference}" s="${style.date}"><v>${daysBetween('1899-12-30', value)}</v></c>`;
  }
  return textCell(reference, value, style.text);
}

function textCell(reference: string, text: string, format: number): string {
  const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${reference}" s="${format}" t="inlineStr"><is><t${space}>${xmlText(text)}</t></is></c>`;
}

// oxlint-disable-next-line no-control-regex
const needsCare = /[\u0000-\u001f&<>"_\ud800-\udfff\ufffe\uffff]/;
const special = /[&<>"\r]|_x[0-9a-fA-F]{4}_/g;
// oxlint-disable-next-line no-control-regex
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as it may stand in XML: what XML cannot say is left out, and "_x0041_", which Excel would read as "A", is kept literal. */
export function xmlText(text: string): string {
  const held = text.slice(0, maxCellLength);
  if (!needsCare.test(held)) return held;
  return held
    .toWellFormed()
    .replace(notXml, '')
    .replace(special, (found) => escapes[found] ?? `_x005F${found}`);
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** 0 as 'A', 26 as 'AA'. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

function workbook(sheetName: string): string {
  // Excel allows 31 characters and none of \ / ? * [ ] :
  const name = xmlText(
    sheetName
      .replace(/[\\/?*[\]:]/g, ' ')
      .trim()
      .slice(0, 31) || 'Danh sách',
  );
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

function relations(...pairs: string[]): string {
  let body = '';
  for (let index = 0; index < pairs.length; index += 2) {
    body += `<Relationship Id="rId${index / 2 + 1}" Type="${office}/${pairs[index]}" Target="${pairs[index + 1]}"/>`;
  }
  return `${head}<Relationships xmlns="${packaged}/relationships">${body}</Relationships>`;
}

const contentTypes =
  `${head}<Types xmlns="${packaged}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${mime}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${mime}.styles+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${mime}.worksheet+xml"/></Types>`;

const font = '<sz val="11"/><name val="Times New Roman"/>';
const styles =
  `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>` +
  `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>';
