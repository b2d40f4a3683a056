import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { AskedExplanation } from './explanations.ts';
import type { ReportFigure } from './figures.ts';
import type { PeriodKey } from './span.ts';

/** A text of the report with its heading. */
export interface ContentSection {
  code: string;
  title: string;
  /** Lines; one that begins with "-" is a bullet. */
  text: string;
  /** True when a person wrote it; else it was drafted from the figures. */
  written: boolean;
  /** The units whose text it is; null: it was not sent. Absent: nobody else was asked, or a person of the office wrote it. */
  units?: { name: string; sentOn: Day | null }[];
}

/** A figure that asked for a word of explanation, with the hamlet's word; null: none was given. */
export interface Explanation extends AskedExplanation {
  text: string | null;
}

/**
 * A hamlet's whole report as it is read and printed: live while it is a draft, frozen as the snapshot when it is sent.
 * Everything that a later change could touch is in it by value: names, forms, definitions, figures, texts (R83, P14, P17).
 */
export interface ReportContent {
  /** The shape of this object, for the day when it changes. */
  format: 1;
  period: PeriodKey;
  startsOn: Day;
  endsOn: Day;
  /** ISO: what was written down later is not in here. */
  cutoffAt: string;
  /** The day whose ages and states the figures are. */
  day: Day;
  hamlet: { id: Id; name: string; kind: string };
  commune: { name: string; title: string; isSample: boolean };
  team: string;
  template: { id: Id; version: number };
  plan: { title: string; number: string | null; issuedOn: Day | null } | null;
  /** Versions of the target definitions that counted: "T2" → 1. */
  definitions: Record<string, number>;
  figures: ReportFigure[];
  sections: ContentSection[];
  /** Absent in what was sent before explanations were asked for. */
  explanations?: Explanation[];
  /** The head under whose name it goes; null while nobody is known. */
  signer: string | null;
  /** The day it was sent; null for a draft. */
  sentOn: Day | null;
  dueOn: Day;
  /** 0: in time. */
  daysLate: number;
}

/** What a person wrote, by section; what is absent is drafted. */
export type Narrative = Record<string, { text: string; by: Id; at: string }>;
