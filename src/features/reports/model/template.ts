import * as z from 'zod/mini';
import { line } from '#shared/fields.ts';
import { kindInText } from '../words.ts';
import { isFigureCode, type FigureCode } from './figure-codes.ts';
import { kindOf, type PeriodKey } from './span.ts';

/**
 * A report's form as data (domain/01 §2.5, issue 2 line 13): sections with what to write in them, rows with what they
 * measure, header and signature of the document. Versioned; a report keeps the version it was opened with (R83).
 *
 * Texts of `document` may hold {hamlet} "ấp Mẫu 1", {kind} "ấp", {board} "Ban ấp Mẫu 1", {commune} "xã Nhơn Mỹ", {place} "Nhơn Mỹ", {team}
 * "Tổ công nghệ số cộng đồng", {month} "tháng 10 năm 2026" or "quý IV năm 2026" and {next} the period after it.
 */

/** What can be drafted from the figures; null in a template: people write it. */
export const draftCodes = [
  'general',
  'hamlets',
  'outreach',
  'government',
  'economy',
  'society',
  'groups',
  'training',
  'budget',
  'obstacles',
  'proposals',
  'tasks',
  'pioneers',
] as const;
export type DraftCode = (typeof draftCodes)[number];

/** Ids of units; a form from before there could be several names one, or null. */
const fillers = z.union([z.array(z.string()).check(z.maxLength(20)), z.string(), z.null()]);

const sectionCode = z.string().check(z.regex(/^[a-z][a-z_]{0,29}$/));
const Section = z.strictObject({
  code: sectionCode,
  title: line(120),
  /** What to think of while writing, for the person before the empty field. */
  prompt: line(300),
  draft: z.nullable(z.enum(draftCodes)),
  /** The units that write it for the commune's report; nobody: the office. Read by `fillersOf`. */
  filledBy: z.optional(fillers),
});
/** A heading of its own text, or one with sections under it. */
const TopSection = z.strictObject({
  ...Section.shape,
  sections: z.array(Section).check(z.maxLength(20)),
});

export const indicatorUnits = [
  'tổ',
  'người',
  'lượt',
  'mô hình',
  'hộ',
  'cơ sở',
  'gian hàng',
  'đơn',
  'lớp',
  'yêu cầu',
  'việc',
  'đồng',
] as const;

const Indicator = z.strictObject({
  /** "B2", "A2.1"; what is printed and what addresses it. */
  code: z.string().check(z.regex(/^[A-Z]\d{0,2}(\.[a-z0-9_]{1,40})?$/)),
  title: line(200),
  unit: z.enum(indicatorUnits),
  /** Null: not collected yet, printed as "—". */
  figure: z.nullable(z.custom<FigureCode>(isFigureCode)),
  /** The target that sets goal and rate; null: the row has none. */
  target: z.nullable(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_]{0,19}$/))),
  /** Which columns speak of this row; the others print "x". */
  period: z.boolean(),
  cumulative: z.boolean(),
  rate: z.boolean(),
});

const Part = z.strictObject({
  code: z.string().check(z.regex(/^[A-Z]$/)),
  title: line(120),
  /** Empty only in a draft of a form: `form-rules.ts`. */
  indicators: z.array(Indicator).check(z.maxLength(40)),
  /** The office's form only: the units that give its figures. Read by `fillersOf`. */
  filledBy: z.optional(fillers),
});

const texts = z.array(line(300)).check(z.maxLength(20));
const DocumentParts = z.strictObject({
  superior: texts,
  issuer: texts.check(z.minLength(1)),
  issuerInText: line(200),
  symbol: z.nullable(line(40)),
  kind: line(40),
  subject: line(300),
  addressees: texts,
  opening: line(400),
  closing: line(400),
  annexTitle: line(300),
  signature: z.strictObject({ authority: texts, title: line(100) }),
  recipients: texts.check(z.minLength(1)),
});

export const sumValues = ['period', 'cumulative', 'population', 'rate'] as const;
/** A column of the commune's table: one value of one row of the hamlets' reports. */
const SumColumn = z.strictObject({
  indicator: z.string(),
  value: z.enum(sumValues),
  header: line(60),
  group: z.nullable(line(60)),
});

export const ReportTemplate = z.strictObject({
  name: line(120),
  document: DocumentParts,
  sections: z.array(TopSection).check(z.minLength(1), z.maxLength(20)),
  parts: z.array(Part).check(z.maxLength(20)),
  /** The commune's form only: a row per hamlet. */
  sumColumns: z.array(SumColumn).check(z.maxLength(16)),
});
export type ReportTemplate = z.infer<typeof ReportTemplate>;
export type TemplateSection = z.infer<typeof TopSection>;
export type TemplateText = z.infer<typeof Section>;
export type SumColumn = z.infer<typeof SumColumn>;
export type TemplateIndicator = z.infer<typeof Indicator>;
export type TemplatePart = z.infer<typeof Part>;

export const reportKinds = ['hamlet', 'office', 'commune'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** The units that fill a section or a part; none: the office, or the hamlets' reports. */
export function fillersOf({ filledBy = [] }: { filledBy?: string | string[] | null | undefined }): string[] {
  return typeof filledBy === 'string' ? [filledBy] : (filledBy ?? []);
}

/** A section's title for a period: "Nhiệm vụ {ky} tới" as "Nhiệm vụ quý tới". */
export function titleIn(title: string, key: PeriodKey): string {
  return fillIn(title, { ky: kindInText[kindOf(key)] });
}

/** Every section that holds text, in order: those that have sections of their own hold none. */
export function textSections(template: Pick<ReportTemplate, 'sections'>): z.infer<typeof Section>[] {
  return template.sections.flatMap((section) => (section.sections.length > 0 ? section.sections : [section]));
}

/**
 * The sections of the commune's report, whose texts stand in two documents: the office's, and after them what only the form of
 * the Committee has, each inner one under its heading.
 */
export function joinedSections(
  office: readonly TemplateSection[],
  commune: readonly TemplateSection[],
): TemplateSection[] {
  const known = new Set(textSections({ sections: [...office] }).map(({ code }) => code));
  const heads = new Set(office.map(({ code }) => code));
  const only = (section: { code: string }) => !known.has(section.code);
  return [
    ...office.map((top) => {
      const like = commune.find(({ code }) => code === top.code);
      // A heading that holds a text of its own here keeps it, whatever the other form makes of it.
      if (!like || top.sections.length === 0) return top;
      return { ...top, sections: [...top.sections, ...like.sections.filter(only)] };
    }),
    ...commune.flatMap((top) => {
      if (heads.has(top.code)) return [];
      if (top.sections.length === 0) return only(top) ? [top] : [];
      const inner = top.sections.filter(only);
      return inner.length > 0 ? [{ ...top, sections: inner }] : [];
    }),
  ];
}

/** Every row, in order. */
export function indicatorsOf(template: Pick<ReportTemplate, 'parts'>): TemplateIndicator[] {
  return template.parts.flatMap((part) => part.indicators);
}

/** Puts what is known into the places of a text of `document`; an unknown place stays as it is. */
export function fillIn(text: string, known: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-z]+)\}/g, (place, name: string) => known[name] ?? place);
}

/** "ấp Mẫu 1" within a sentence: the common noun small (NĐ 30/2020 annex II), and there once. */
export function hamletInText({ name, kind }: { name: string; kind: string }): string {
  return name.toLowerCase().startsWith(`${kind} `) ? `${kind}${name.slice(kind.length)}` : `${kind} ${name}`;
}
