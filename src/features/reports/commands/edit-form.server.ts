import type * as z from 'zod/mini';
import {
  defineCommand,
  visible,
  type Command,
  type ReadContext,
  type WriteContext,
} from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { needed } from '#shared/words.ts';
import { formWords as words } from '../form-words.ts';
import { moveIn, removeFrom, writeColumn, writePart, writeRow, writeSection } from '../model/form-edits.ts';
import {
  ColumnInput,
  DocumentInput,
  MoveInput,
  PartInput,
  RemoveInput,
  RowInput,
  SectionInput,
  placesOf,
  unknownPlace,
} from '../model/form-inputs.ts';
import { newFaults, targetOf, type Forms } from '../model/form-rules.ts';
import { sumValues, type ReportKind, type ReportTemplate } from '../model/template.ts';
import { canKeepForms } from '../policy.ts';
import { formsInWork, keptForm, type FormDraft } from '../queries/form-drafts.server.ts';
import { unitNames } from '#features/units/queries/units.server.ts';

/** The draft of a form, its row held until commit: two who edit it at once do so one after the other. `state.conflict` when there is none. */
export async function holdDraft(ctx: ReadContext, kind: ReportKind): Promise<FormDraft> {
  visible(ctx.actor, canKeepForms);
  await ctx.tx
    .selectFrom('report_template_drafts')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('kind', '=', kind)
    .forUpdate()
    .execute();
  const { draft } = await keptForm(ctx, kind);
  if (draft === null) throw new Problem('state.conflict', { message: words.noDraft });
  return draft;
}

/** Keeps a changed draft. What it newly breaks beside the other forms is said where it is mended, and nothing is kept. */
export async function keepDraft(
  ctx: WriteContext,
  draft: FormDraft,
  definition: ReportTemplate,
  data: Record<string, unknown>,
): Promise<void> {
  const before: Forms = await formsInWork(ctx);
  const [fault] = newFaults(before, { ...before, [draft.kind]: definition }).filter(
    // An empty part is filled in the next step; it may not be put in force.
    ({ key }) => !key.startsWith(`${draft.kind} empty `),
  );
  if (fault)
    throw fault.field === null || !(fault.field in data)
      ? new Problem('state.conflict', { message: fault.message })
      : new Problem('input.invalid', { fields: { [fault.field]: fault.message } });
  await ctx.tx
    .updateTable('report_template_drafts')
    .set({ definition: JSON.stringify(definition), updated_at: ctx.now })
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', draft.id)
    .execute();
  await ctx.emit({
    name: 'report_template.draft_changed',
    hamletId: null,
    subject: 'report_template',
    subjectId: draft.id,
    data: { ...data },
  });
}

/** A part is given to units that are there, and only of the commune's report: a hamlet's is its own. */
async function checkUnit(
  ctx: ReadContext,
  { kind, filledBy }: { kind: ReportKind; filledBy: Id[] },
): Promise<void> {
  if (filledBy.length === 0) return;
  const there = kind === 'hamlet' ? [] : (await unitNames(ctx)).map(({ id }) => id);
  if (filledBy.some((id) => !there.includes(id)))
    throw new Problem('input.invalid', { fields: { filledBy: words.unitGone } });
}

/** A command that makes one change of a draft. */
function edit<Input extends { kind: ReportKind }>(
  name: string,
  input: z.ZodMiniType<Input>,
  change: (form: ReportTemplate, input: Input) => ReportTemplate,
  check: (ctx: ReadContext, input: Input) => Promise<void> = async () => {},
): Command<Input, FormDraft, void> {
  return defineCommand({
    name,
    input,
    load: (ctx, { kind }) => holdDraft(ctx, kind),
    allow: (actor) => canKeepForms(actor),
    run: async (ctx, given, draft) => {
      await check(ctx, given);
      await keepDraft(ctx, draft, change(draft.definition, given), { ...given, name });
    },
  });
}

/** Writes the words of a section, what it is drafted from, or adds one. */
export const writeFormSection = edit(
  'report_form.write_section',
  SectionInput,
  (form, { kind: _kind, ...section }) => writeSection(form, section),
  checkUnit,
);

/** Names a part of the figures, or adds one. */
export const writeFormPart = edit(
  'report_form.write_part',
  PartInput,
  (form, { kind: _kind, ...part }) => writePart(form, part),
  checkUnit,
);

/**
 * Writes a row: its code, words, unit, and which figure of the product it shows; null: "chưa có số liệu". Unit, columns and target
 * must agree with the figure (R98).
 */
export const writeFormRow = edit('report_form.write_row', RowInput, (form, { part, was, ...row }) =>
  writeRow(form, {
    part,
    was,
    row: {
      code: row.code,
      title: row.title,
      unit: row.unit,
      figure: row.figure,
      // A target that is not there is refused, and not left out in silence.
      target: row.goal === 'yes' ? (targetOf(row.figure) ?? 'T0') : null,
      period: row.shows.includes('period'),
      cumulative: row.shows.includes('cumulative'),
      rate: row.shows.includes('rate'),
    },
  }),
);

/** Writes a column of the commune's table, or adds one. */
export const writeFormColumn = edit('report_form.write_column', ColumnInput, (form, column) => {
  const [indicator = '', named = ''] = column.source.split(' ');
  const value = sumValues.find((one) => one === named) ?? 'cumulative';
  return writeColumn(form, {
    position: column.position,
    column: { indicator, value, header: column.header, group: column.group },
  });
});

/**
 * Writes subject, opening and closing words of the document; of a hamlet's report header, signature and recipients too. Those of the
 * commune's reports have dates of their own (decision 16).
 */
export const writeFormDocument = edit('report_form.write_document', DocumentInput, (form, input) => {
  const { kind, name, authority, signerTitle, issuerInText, superior, issuer, symbol, recipients, ...texts } =
    input;
  const problems = Object.entries(input).flatMap(([field, value]) => {
    const unknown = [value]
      .flat()
      .map((text) => unknownPlace(text ?? '', kind))
      .find((one) => one !== null);
    const known = placesOf[kind].map((place) => `{${place}}`).join(', ');
    return unknown === undefined ? [] : [[field, words.places(unknown ?? '', known)] as const];
  });
  const own = { superior, issuer, symbol, recipients, issuerInText: issuerInText ?? '' };
  if (kind === 'hamlet')
    for (const [field, value] of Object.entries({ issuer, issuerInText, signerTitle, recipients }))
      if (value === null || value.length === 0) problems.push([field, needed]);
  if (problems.length > 0) throw new Problem('input.invalid', { fields: Object.fromEntries(problems) });
  const document = { ...form.document, ...texts };
  return {
    ...form,
    name,
    document:
      kind === 'hamlet'
        ? { ...document, ...own, signature: { authority, title: signerTitle ?? '' } }
        : document,
  };
});

/** Moves a section, part, row or column one step up or down. */
export const moveInForm = edit('report_form.move', MoveInput, (form, { place, code, step }) =>
  moveIn(form, place, code, step),
);

/** Takes a section, part, row or column out; refused, with what to do, while a draft or the commune's table needs it. */
export const removeFromForm = edit('report_form.remove', RemoveInput, (form, { place, code }) =>
  removeFrom(form, place, code),
);
