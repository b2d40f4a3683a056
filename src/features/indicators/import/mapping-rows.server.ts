import { readSheets } from '#platform/sheet/read-sheet.server.ts';
import type { Cell, Sheet } from '#platform/sheet/workbook.ts';
import { cleanLine, fold } from '#shared/fold.ts';
import { Problem } from '#shared/problem.ts';
import { file as words } from '../mapping-words.ts';

type Column = keyof typeof words.columns;
const needed = ['indicatorCode', 'theirCode', 'validFrom'] as const satisfies Column[];

/** A row with what its cells say, under the names of the form's fields; `row` is the number that the sheet shows. */
export interface GivenRow {
  row: number;
  values: Record<string, string>;
}

/**
 * The rows of a mapping file (.xlsx or .csv), as it was downloaded or with its columns in another order. Throws `input.invalid` with
 * what the head has to say, and what `readSheets` refuses.
 */
export async function mappingRows(source: Buffer, name: string): Promise<GivenRow[]> {
  const { sheets } = await readSheets(source, name);
  for (const sheet of sheets) {
    const head = sheet.rows.findIndex((cells) => isHead(columnsIn(cells)));
    if (head >= 0) return rowsUnder(sheet, head);
  }
  const { indicatorCode, theirCode, validFrom } = words.columns;
  throw new Problem('input.invalid', { fields: { file: words.noHead(indicatorCode, theirCode, validFrom) } });
}

const columnsIn = (cells: readonly Cell[]) =>
  new Map(
    cells.flatMap((cell, index): [Column, number][] => {
      const found = Object.entries(words.columns).find(([, title]) => fold(title) === fold(textOf(cell)));
      return found && isColumn(found[0]) ? [[found[0], index]] : [];
    }),
  );

const isColumn = (name: string): name is Column => Object.hasOwn(words.columns, name);
const isHead = (columns: ReadonlyMap<Column, number>) => needed.every((column) => columns.has(column));

function rowsUnder({ rows }: Sheet, head: number): GivenRow[] {
  const columns = columnsIn(rows[head] ?? []);
  const given = rows.flatMap((cells, index): GivenRow[] => {
    const texts = [...columns].map(([column, at]): [Column, string] => [column, textOf(cells[at] ?? null)]);
    // The indicator's name is there to be read, not to be kept.
    const own = texts.filter(([column]) => column !== 'indicatorName');
    // A row that says nothing but which indicator it is for was left for later.
    if (index <= head || own.every(([field, text]) => field === 'indicatorCode' || text === '')) return [];
    const values = Object.fromEntries(own);
    if (fold(values['theirCode'] ?? '') !== fold(words.notSent)) return [{ row: index + 1, values }];
    return [{ row: index + 1, values: { ...values, theirCode: '', sent: 'no' } }];
  });
  if (given.length === 0) throw new Problem('input.invalid', { fields: { file: words.noRows } });
  return given;
}

/** A number as Vietnam writes it, so that 0.001 of a sheet is not a thousand. A leading `'` is what our own CSV disarms text with. */
function textOf(cell: Cell): string {
  if (cell === null || typeof cell === 'boolean') return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return typeof cell === 'string' ? cleanLine(cell).replace(/^'(?=[=+\-@])/, '') : cell.day;
}
