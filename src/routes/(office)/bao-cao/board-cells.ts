import type { HeatCell, HeatColumn, HeatRow } from '#ui/HeatTable.svelte';
import { formatCount } from '#shared/numbers.ts';
import { periodName } from '#features/reports/words.ts';
import type { BoardCell } from '#features/reports/queries/board-cells.server.ts';
import type { ReportBoard } from '#features/reports/queries/report-board.server.ts';
import { board as words } from './words.ts';

/** The board as a table: a column per period, a row per hamlet; a cell says in words how it stands. */
export function boardTable(board: ReportBoard): { columns: HeatColumn[]; rows: HeatRow[] } {
  return {
    columns: board.periods.map(({ span, dueOn }) => ({
      label: words.column(span.key),
      note: words.due(dueOn),
      sortHref: `/bao-cao/tong-hop?ky=${span.key}`,
    })),
    rows: board.hamlets.map(({ id, name, cells }) => ({
      key: id,
      label: name,
      cells: cells.map((cell) => cellOf(cell, name)),
    })),
  };
}

function cellOf(cell: BoardCell, hamlet: string): HeatCell {
  const text = textOf(cell);
  const readable = cell.reportId !== null && cell.state !== 'draft';
  return {
    text,
    step: stepOf(cell),
    say: `${hamlet}, ${periodName(cell.period)}, ${words.due(cell.dueOn)}: ${text}`,
    ...(readable ? { href: `/bao-cao/${cell.reportId}` } : {}),
  };
}

function textOf(cell: BoardCell): string {
  const isOpen = cell.daysLate === null && !cell.isMissing;
  const more = [
    cell.mayDiffer ? words.changed : '',
    cell.hasVersionInForce ? words.rewriting : '',
    cell.extension !== null && isOpen ? words.extended(cell.dueOn) : '',
  ].filter((text) => text !== '');
  return [baseOf(cell), ...more].join(', ');
}

function baseOf(cell: BoardCell): string {
  if (!cell.isAsked && cell.state === null) return words.notAsked;
  if (cell.isMissing) return words.missing;
  if (cell.state === 'returned') return words.returned;
  if (cell.state === null) return words.notYet;
  if (cell.state === 'draft') return words.draft;
  const late = (cell.daysLate ?? 0) > 0;
  if (cell.state === 'submitted') return late ? words.late(cell.daysLate ?? 0) : words.onTime;
  return late ? `${words.accepted}, ${words.late(cell.daysLate ?? 0).toLowerCase()}` : words.accepted;
}

/** Colour follows the words: received darkest, sent light, missing hatched, not due plain. */
function stepOf(cell: BoardCell): HeatCell['step'] {
  if (cell.isMissing) return null;
  if (cell.state === null || cell.state === 'draft') return 'plain';
  if (cell.state === 'returned') return 0;
  if (cell.state === 'submitted') return (cell.daysLate ?? 0) > 0 ? 1 : 2;
  return 4;
}

export interface BoardNeed {
  href: string;
  count: string;
  text: string;
  detail: string;
  tone: 'hot' | 'warm' | 'calm' | 'done';
}

/** What the officer has to do, for the newest period that is over. */
export function boardNeeds(board: ReportBoard, mayDecide: boolean): BoardNeed[] {
  const period = board.periods.find(({ isOver }) => isOver)?.span.key;
  if (period === undefined) return [];
  const cells = board.hamlets.flatMap(({ name, cells: all }) =>
    all.filter((cell) => cell.period === period && cell.isAsked).map((cell) => ({ name, cell })),
  );
  const href = `/bao-cao/tong-hop?ky=${period}`;
  const missing = cells.filter(({ cell }) => cell.isMissing);
  const waiting = cells.filter(({ cell }) => cell.state === 'submitted');
  const received = cells.filter(({ cell }) => cell.state === 'accepted' || cell.state === 'locked');
  const first = waiting[0]?.cell.reportId;
  const toRead = mayDecide ? '/bao-cao/xem' : `/bao-cao/${first}`;
  return [
    {
      href: missing.length > 0 ? `/bao-cao/nhac?ky=${period}` : '/bao-cao',
      count: formatCount(missing.length),
      text: words.missingCount,
      detail: missing.length > 0 ? names(missing) : periodName(period),
      tone: missing.length > 0 ? 'hot' : 'done',
    },
    {
      href: first ? toRead : href,
      count: formatCount(waiting.length),
      text: words.toRead,
      detail: waiting.length > 0 ? names(waiting) : periodName(period),
      tone: waiting.length > 0 ? 'warm' : 'done',
    },
    {
      href,
      count: `${formatCount(received.length)}/${formatCount(cells.length)}`,
      text: words.readyCount,
      detail: periodName(period),
      tone: received.length === cells.length ? 'done' : 'calm',
    },
  ];
}

function names(list: readonly { name: string }[]): string {
  const shown = list.slice(0, 3).map(({ name }) => name);
  return list.length > 3 ? `${shown.join(', ')}…` : shown.join(', ');
}
