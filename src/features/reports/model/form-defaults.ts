import { indicatorsOf, type ReportTemplate, type TemplateIndicator } from './template.ts';

/** What the form that the product begins with has and this one has not: named, and as a form that has it too. */
export interface MissingParts {
  sections: string[];
  parts: string[];
  rows: string[];
  columns: string[];
}

const own = ({ code }: { code: string }) => code;
const columnKey = ({ indicator, value }: { indicator: string; value: string }) => `${indicator} ${value}`;

/** "So với mẫu gốc": what a commune that was set up earlier does not have yet. */
export function missingFrom(form: ReportTemplate, original: ReportTemplate): MissingParts {
  const whole = withMissing(form, original);
  const sections = allSections(form);
  const rows = new Set(indicatorsOf(form).map(({ code }) => code));
  const parts = new Set(form.parts.map(({ code }) => code));
  const columns = new Set(form.sumColumns.map(columnKey));
  return {
    sections: [...allSections(whole)].filter(([code]) => !sections.has(code)).map(([, title]) => title),
    parts: whole.parts.filter(({ code }) => !parts.has(code)).map(({ code, title }) => `${code}. ${title}`),
    rows: indicatorsOf(whole)
      .filter(({ code }) => !rows.has(code))
      .map(({ code, title }) => `${code}. ${title}`),
    columns: whole.sumColumns
      .filter((column) => !columns.has(columnKey(column)))
      .map(({ header, group }) => (group === null ? header : `${group}: ${header}`)),
  };
}

/** The same form with everything that it lacks, each after what stands before it in the original. What the office changed stays. */
export function withMissing(form: ReportTemplate, original: ReportTemplate): ReportTemplate {
  const known = allSections(form);
  const figures = new Set(indicatorsOf(form).map((row) => row.figure));
  const rowCodes = new Set(indicatorsOf(form).map(({ code }) => code));
  return {
    ...form,
    sections: joined(form.sections, original.sections, own, (top) => known.has(top.code)).map((top) => {
      const like = original.sections.find(({ code }) => code === top.code);
      const mine = form.sections.find(({ code }) => code === top.code);
      const isKnown = ({ code }: { code: string }) => known.has(code);
      return like ? { ...top, sections: joined(mine?.sections ?? [], like.sections, own, isKnown) } : top;
    }),
    parts: joined(form.parts, original.parts, own).map((part) => {
      const like = original.parts.find(({ code }) => code === part.code);
      const mine = form.parts.find(({ code }) => code === part.code);
      // A figure that stands elsewhere in the form does not come a second time.
      const isKnown = (row: TemplateIndicator) =>
        rowCodes.has(row.code) || (row.figure !== null && figures.has(row.figure));
      return like
        ? { ...part, indicators: joined(mine?.indicators ?? [], like.indicators, own, isKnown) }
        : part;
    }),
    sumColumns: joined(form.sumColumns, original.sumColumns, columnKey),
  };
}

/** The own list with what only the other has, each behind its neighbour of there. */
function joined<One>(
  own: readonly One[],
  other: readonly One[],
  keyOf: (one: One) => string,
  isElsewhere: (one: One) => boolean = () => false,
): One[] {
  const result = [...own];
  for (const [nth, one] of other.entries()) {
    if (isElsewhere(one) || result.some((each) => keyOf(each) === keyOf(one))) continue;
    const before = other.slice(0, nth).map(keyOf);
    const at = result.findLastIndex((each) => before.includes(keyOf(each)));
    result.splice(at + 1, 0, one);
  }
  return result;
}

function allSections(form: ReportTemplate): Map<string, string> {
  return new Map(
    form.sections.flatMap((top): [string, string][] => [
      [top.code, top.title],
      ...top.sections.map(({ code, title }): [string, string] => [code, title]),
    ]),
  );
}
