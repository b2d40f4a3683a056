import { inSentence } from '#shared/in-sentence.ts';
import * as z from 'zod/mini';
import { day, id, line, optionalText } from '#shared/fields.ts';
import { cleanLine } from '#shared/fold.ts';
import { chooseOne, tooLong } from '#shared/words.ts';
import { document as words } from '../call-words.ts';
import { writeSection } from './form-edits.ts';
import { neededByDraft } from './form-rules.ts';
import {
  indicatorsOf,
  type ReportTemplate,
  type SumColumn,
  type TemplateIndicator,
  type TemplateText,
} from './template.ts';

/** A report besides those of the periods (NĐ 09/2019/NĐ-CP): on a theme, or because something happened. */
export const callKinds = ['thematic', 'ad_hoc'] as const;
export type CallKind = (typeof callKinds)[number];

const letters: Record<CallKind, string> = { thematic: 'C', ad_hoc: 'D' };

/** The name by which reports know it: "2026-C01" is the first thematic one of 2026. */
export function callKey(kind: CallKind, year: string, nth: number): string {
  return `${year}-${letters[kind]}${String(nth).padStart(2, '0')}`;
}

export function callKindOf(key: string): CallKind {
  return key.charAt(5) === letters.thematic ? 'thematic' : 'ad_hoc';
}

const codes = z._default(z.array(z.string()).check(z.maxLength(200)), []);
/** One question a line; each becomes a section of its own. */
const questions = z.pipe(
  z.pipe(
    z.nullish(z.string()),
    z.transform((text) => (text ?? '').split('\n').map(cleanLine).filter(Boolean)),
  ),
  z.array(z.string().check(z.maxLength(120, tooLong(120)))).check(z.maxLength(10)),
);

export const CallInput = z.object({
  kind: z.enum(callKinds, chooseOne),
  title: line(160),
  note: z._default(optionalText(1000), null),
  startsOn: day,
  endsOn: day,
  dueOn: day,
  hamletIds: z._default(z.array(id).check(z.maxLength(300)), []),
  sections: codes,
  rows: codes,
  questions,
});
export const CallId = z.object({ callId: id });

/**
 * The form of such a report: the chosen sections and rows of the hamlets' form, a section for each question, and a column of the
 * commune's table for each row that has a number. What was chosen and is not there any more is left out.
 */
export function callForm(
  hamlets: ReportTemplate,
  chosen: {
    title: string;
    sections: readonly string[];
    rows: readonly string[];
    questions: readonly string[];
  },
): ReportTemplate {
  const isChosen = ({ code }: { code: string }) => chosen.sections.includes(code);
  const measured = new Set(
    indicatorsOf(hamlets).flatMap((row) => (chosen.rows.includes(row.code) ? [row.figure] : [])),
  );
  // Without its figures a draft would say that nothing was done: then people write.
  const drafted = <One extends TemplateText>(one: One): One =>
    one.draft !== null && neededByDraft[one.draft].every((figure) => measured.has(figure))
      ? one
      : { ...one, draft: null };
  const sections = hamlets.sections.flatMap((top) => {
    if (top.sections.length === 0) return isChosen(top) ? [drafted(top)] : [];
    const inner = top.sections.filter(isChosen).map(drafted);
    return inner.length > 0 ? [{ ...top, sections: inner }] : [];
  });
  const parts = hamlets.parts.flatMap((part) => {
    const indicators = part.indicators.filter(({ code }) => chosen.rows.includes(code));
    return indicators.length > 0 ? [{ ...part, indicators }] : [];
  });
  const { title } = chosen;
  const bare: ReportTemplate = {
    ...hamlets,
    name: title,
    document: {
      ...hamlets.document,
      subject: title,
      opening: words.opening(inSentence(title)),
      closing: words.closing(inSentence(title), parts.length > 0),
      annexTitle: words.annex,
    },
    sections,
    parts,
    sumColumns: indicatorsOf({ parts }).flatMap(columnsOf).slice(0, 16),
  };
  return chosen.questions.reduce(
    (form, question) =>
      writeSection(form, {
        code: null,
        parent: null,
        title: question,
        prompt: words.question,
        draft: null,
        filledBy: [],
      }),
    bare,
  );
}

function columnsOf(row: TemplateIndicator): SumColumn[] {
  // Its rows are those of the catalogue.
  if (row.figure === 'contacts_by_form') return [];
  const column = (value: SumColumn['value'], header: string): SumColumn => ({
    indicator: row.code,
    value,
    header,
    group: short(`${row.code}. ${row.title}`),
  });
  const shown = [
    ...(row.period ? [column('period', 'Trong kỳ')] : []),
    ...(row.cumulative && !row.period ? [column('cumulative', 'Cuối kỳ')] : []),
    ...(row.rate ? [column('rate', 'Tỷ lệ (%)')] : []),
  ];
  return shown;
}

const short = (text: string) => (text.length <= 60 ? text : `${text.slice(0, 59).trimEnd()}…`);
