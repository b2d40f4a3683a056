import { formatDay, isDay } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import * as words from '../words.ts';
import * as said from '../history-words.ts';
import { formatBirth } from './birth.ts';

/** One line of a household's history, in Vietnamese. */
export interface HistoryLine {
  title: string;
  /** What changed, one line each: "Điện thoại: 0912 345 678 → 0934 567 890". */
  details: string[];
}

type Columns = Readonly<Record<string, unknown>>;
const hidden = new Set([
  'head_id',
  'household_id',
  'position',
  'merged_into',
  'hamlet_id',
  'responsible_member_id',
]);
const restricted = new Set(['poverty', 'poverty_year', 'poverty_decision', 'vulnerable']);
// That they happened, and to whom, is the restricted fact itself.
const restrictedEvents = new Set(['household.policy_class_set', 'resident.vulnerable_set']);

/** Tells a registry event. What is restricted is left out unless the reader may see it; null for what is not of this page or not for the reader. */
export function historyLine(name: string, data: Columns, maySeeRestricted: boolean): HistoryLine | null {
  const title = said.titles[name];
  if (title === undefined || (restrictedEvents.has(name) && !maySeeRestricted)) return null;
  return { title: title(readFacts(data)), details: changesOf(data, maySeeRestricted) };
}

/** The facts that a title may name; '' when the event does not hold one. */
export interface Facts {
  name: string;
  code: string;
  headName: string;
  hamletName: string;
  memberName: string;
  names: string;
  from: string;
  to: string;
  into: string;
  imported: boolean;
  split: string;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function readFacts(data: Columns): Facts {
  const link = (value: unknown) => {
    const { code, headName, name } = asColumns(value);
    return text(name) || [text(headName), text(code)].filter(Boolean).join(', ');
  };
  const names = data['names'];
  return {
    name: text(data['name']),
    code: text(data['code']),
    headName: text(data['headName']),
    hamletName: text(data['hamletName']),
    memberName: text(data['memberName']),
    names: Array.isArray(names) ? names.map(text).join(', ') : '',
    from: link(data['from']),
    to: link(data['to']),
    into: link(data['into']),
    imported: typeof data['importId'] === 'string',
    split: link(data['splitFrom']),
  };
}

function changesOf(data: Columns, maySeeRestricted: boolean): string[] {
  return changeLines(asColumns(data['before']), asColumns(data['after']), maySeeRestricted);
}

/** What changed between two states of a row, one line a column: "Điện thoại: … → …"; only the columns of `after` are looked at. */
export function changeLines(from: object, to: object, maySeeRestricted: boolean): string[] {
  const before = asColumns(from);
  const after = asColumns(to);
  return Object.keys(after).flatMap((column) => {
    const label = said.columnNames[column];
    if (label === undefined || hidden.has(column)) return [];
    if (restricted.has(column) && !maySeeRestricted) return [];
    return [`${label}: ${shown(column, before)} → ${shown(column, { ...before, ...after })}`];
  });
}

function shown(column: string, row: Columns): string {
  const value = row[column];
  if (value === null || value === undefined || value === '') return words.missing;
  if (typeof value === 'boolean') return words.answerNames[value ? 'yes' : 'no'];
  if (typeof value === 'number') return column === 'poverty_year' ? String(value) : formatCount(value);
  if (typeof value !== 'string') return words.missing;
  if (column === 'birth_date') {
    const precision = row['birth_precision'];
    return formatBirth({
      birth_date: value,
      birth_precision: precision === 'year' || precision === 'month' ? precision : 'day',
    });
  }
  if (isDay(value)) return formatDay(value);
  return said.valueNames[column]?.[value] ?? value;
}

function asColumns(value: unknown): Columns {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
