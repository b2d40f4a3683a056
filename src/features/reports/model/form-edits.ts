import { Problem } from '#shared/problem.ts';
import type { Id } from '#shared/ids.ts';
import { fold } from '#shared/fold.ts';
import { formWords as words } from '../form-words.ts';
import type { ReportTemplate, SumColumn, TemplateIndicator, TemplateText } from './template.ts';

/**
 * One change of a form at a time, as the office makes them on screen. Each gives a new form and leaves the old one alone; whether
 * the result may be is asked afterwards (`form-rules.ts`).
 */

const gone = () => new Problem('state.conflict', { message: words.gone });

/** A place in a form: a section, a part, a row, or a column of the commune's table (by its number from 0). */
export const formPlaces = ['section', 'part', 'row', 'column'] as const;
export type FormPlace = (typeof formPlaces)[number];

/** Writes a section's words; a new one (code null) at the end, under `parent` where one is named. */
export function writeSection(
  form: ReportTemplate,
  { code, parent, ...text }: Omit<TemplateText, 'code'> & { code: string | null; parent: string | null },
): ReportTemplate {
  if (code !== null) {
    let isThere = false;
    const written = <One extends TemplateText>(one: One): One => {
      if (one.code !== code) return one;
      isThere = true;
      return { ...one, ...text };
    };
    const sections = form.sections.map((top) => ({ ...written(top), sections: top.sections.map(written) }));
    if (!isThere) throw gone();
    return { ...form, sections };
  }
  const added = { ...text, code: newCode(form, text.title) };
  if (parent === null) return { ...form, sections: withOne(form.sections, { ...added, sections: [] }, 20) };
  if (!form.sections.some((top) => top.code === parent)) throw gone();
  return {
    ...form,
    sections: form.sections.map((top) =>
      top.code === parent ? { ...top, sections: withOne(top.sections, added, 20) } : top,
    ),
  };
}

/** Names a part; a new one (code null) takes the next free letter. */
export function writePart(
  form: ReportTemplate,
  { code, ...part }: { code: string | null; title: string; filledBy: Id[] },
): ReportTemplate {
  if (code !== null) {
    if (!form.parts.some((one) => one.code === code)) throw gone();
    return { ...form, parts: form.parts.map((one) => (one.code === code ? { ...one, ...part } : one)) };
  }
  const used = new Set(form.parts.map((part) => part.code));
  // The letters of a Vietnamese list.
  const letter = [...'ABCDEFGHIKLMNOPQRSTUVXY'].find((one) => !used.has(one));
  if (letter === undefined) throw new Problem('state.conflict', { message: words.noLetter });
  return { ...form, parts: withOne(form.parts, { ...part, code: letter, indicators: [] }, 26) };
}

/** Writes a row of a part; `was` is its code until now, null for a new one. */
export function writeRow(
  form: ReportTemplate,
  { part, was, row }: { part: string; was: string | null; row: TemplateIndicator },
): ReportTemplate {
  const into = form.parts.find((one) => one.code === part);
  if (!into || (was !== null && !into.indicators.some((one) => one.code === was))) throw gone();
  const indicators =
    was === null
      ? withOne(into.indicators, row, 40)
      : into.indicators.map((one) => (one.code === was ? row : one));
  return {
    ...form,
    parts: form.parts.map((one) => (one.code === part ? { ...one, indicators } : one)),
  };
}

/** Writes a column of the commune's table; `position` null: a new one at the end. */
export function writeColumn(
  form: ReportTemplate,
  { position, column }: { position: number | null; column: SumColumn },
): ReportTemplate {
  if (position === null) return { ...form, sumColumns: withOne(form.sumColumns, column, 16) };
  if (!form.sumColumns[position]) throw gone();
  return { ...form, sumColumns: form.sumColumns.map((one, index) => (index === position ? column : one)) };
}

/** Moves one thing a step up (-1) or down (1) among those beside it. */
export function moveIn(form: ReportTemplate, place: FormPlace, code: string, step: -1 | 1): ReportTemplate {
  return changeList(form, place, code, (list, at) => {
    const to = at + step;
    const [one, other] = [list[at], list[to]];
    if (one === undefined || other === undefined)
      throw new Problem('state.conflict', { message: words.atTheEnd });
    return list.map((each, index) => (index === at ? other : index === to ? one : each));
  });
}

/** Takes one thing out; a section that holds others is emptied first. */
export function removeFrom(form: ReportTemplate, place: FormPlace, code: string): ReportTemplate {
  if (place === 'section' && form.sections.some((top) => top.code === code && top.sections.length > 0))
    throw new Problem('state.conflict', { message: words.hasInner });
  return changeList(form, place, code, (list, at) => list.filter((_one, index) => index !== at));
}

/** Finds the list in which something stands, and puts another in its place. */
function changeList(
  form: ReportTemplate,
  place: FormPlace,
  code: string,
  change: <One>(list: readonly One[], at: number) => One[],
): ReportTemplate {
  let isThere = false;
  const here = <One>(list: One[], codeOf: (one: One, index: number) => string): One[] => {
    const at = list.findIndex((one, index) => codeOf(one, index) === code);
    if (at < 0) return list;
    isThere = true;
    return change(list, at);
  };
  const own = (one: { code: string }) => one.code;
  const changed = {
    section: () => ({
      ...form,
      sections: here(form.sections, own).map((top) => ({ ...top, sections: here(top.sections, own) })),
    }),
    part: () => ({ ...form, parts: here(form.parts, own) }),
    row: () => ({
      ...form,
      parts: form.parts.map((part) => ({ ...part, indicators: here(part.indicators, own) })),
    }),
    column: () => ({ ...form, sumColumns: here(form.sumColumns, (_one, index) => String(index)) }),
  }[place]();
  if (!isThere) throw gone();
  return changed;
}

function withOne<One>(list: readonly One[], one: One, most: number): One[] {
  if (list.length >= most) throw new Problem('state.conflict', { message: words.tooMany });
  return [...list, one];
}

/** A code for a new section, made of its title: texts that people write are kept under it. */
function newCode(form: ReportTemplate, title: string): string {
  const used = new Set(form.sections.flatMap((top) => [top.code, ...top.sections.map(({ code }) => code)]));
  const stem =
    fold(title)
      .replace(/[^a-z]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 24)
      .replace(/_+$/, '') || 'phan';
  const letters = ['', ...'abcdefghijklmnopqrstuvwxyz'].map((letter) => (letter ? `_${letter}` : ''));
  const code = letters.map((letter) => `${stem}${letter}`).find((one) => !used.has(one));
  if (code === undefined) throw new Problem('state.conflict', { message: words.tooMany });
  return code;
}
