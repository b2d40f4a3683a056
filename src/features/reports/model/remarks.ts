import * as z from 'zod/mini';
import { id, optionalText } from '#shared/fields.ts';
import { cleanText } from '#shared/fold.ts';
import type { Id } from '#shared/ids.ts';
import { needed, tooLong } from '#shared/words.ts';
import { textSections, type ReportTemplate } from './template.ts';
import type { ReportFigure } from './figures.ts';

/** What a remark stands beside: a row of the figures, or a section of the text. */
export const remarkSubjects = ['figure', 'section'] as const;
export type RemarkSubject = (typeof remarkSubjects)[number];

/** Words beside a figure or section. */
export interface Remark {
  id: Id;
  subject: RemarkSubject;
  code: string;
  /** What the reader wants; null: an explanation that the figure itself asked for. */
  question: string | null;
  askedBy: string | null;
  /** Still with the reader: it goes with the return. */
  isWaiting: boolean;
  answer: string | null;
  answeredBy: string | null;
}

const about = {
  reportId: id,
  subject: z.enum(remarkSubjects),
  code: z.string().check(z.minLength(1), z.maxLength(60)),
};
const answer = z.pipe(
  z.pipe(z.string(needed), z.transform(cleanText)),
  z.string().check(z.minLength(1, needed), z.maxLength(1000, tooLong(1000))),
);
/** An empty text takes the remark back. */
export const RemarkInput = z.object({ ...about, text: optionalText(1000) });
export const AnswerInput = z.object({ reportId: id, remarkId: id, answer });
/** An empty text takes the explanation back. */
export const ExplanationInput = z.object({ reportId: id, code: about.code, text: optionalText(1000) });

/** The name of what a remark stands beside; undefined: the report has no such thing. */
export function subjectTitle(
  { subject, code }: Pick<Remark, 'subject' | 'code'>,
  figures: readonly Pick<ReportFigure, 'code' | 'title'>[],
  template: Pick<ReportTemplate, 'sections'>,
): string | undefined {
  return subject === 'figure'
    ? figures.find((figure) => figure.code === code)?.title
    : textSections(template).find((section) => section.code === code)?.title;
}
