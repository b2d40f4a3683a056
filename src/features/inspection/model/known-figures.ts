import type { Day } from '#shared/calendar.ts';

/**
 * Figures of a hamlet that the product knows by itself, so that who inspects checks instead of typing. Each says how many
 * (`part`) of how many (`of`); null: not known, or nothing to count of.
 */
export const figureCodes = [
  /** Reports (báo cáo) of the last three months whose day is over that were sent in time. */
  'reports_on_time',
  /** Households (hộ) of the register at which somebody was met this year. */
  'households_met',
  /** Members (người) who visited nobody in the last 30 days. */
  'members_idle',
  /** Members (người) who were at a class this year. */
  'members_trained',
  /** Group sessions (buổi) of outreach in the last 90 days. */
  'sessions_held',
  /** Self-managed tech groups (mô hình) that are active, of those that were not closed. */
  'groups_active',
  /** Tasks (việc) past their day, of those still to be done. */
  'tasks_late',
  /** Difficulties (việc) past their clock, of those not answered yet. */
  'obstacles_late',
  /** Visits (lượt) of this year asked about again at the door that were as written down, of those who could be asked (R97). */
  'agreement',
] as const;
export type FigureCode = (typeof figureCodes)[number];

export const isFigureCode = (text: string): text is FigureCode =>
  (figureCodes as readonly string[]).includes(text);

export interface KnownFigure {
  code: FigureCode;
  part: number | null;
  of: number | null;
}

/** The figures as they were when the inspection was held; later work does not change them. */
export interface FrozenFigures {
  on: Day;
  values: KnownFigure[];
}

/** More of them is worse: a figure above nothing asks for a look. */
const worse: readonly FigureCode[] = ['members_idle', 'tasks_late', 'obstacles_late'];

/** Worth asking about: something is late or idle, or not all is done. What is not known says nothing. */
export function asksForLook({ code, part, of }: KnownFigure): boolean {
  if (part === null) return false;
  if (worse.includes(code)) return part > 0;
  return of === null ? part === 0 : of > 0 && part < of;
}
