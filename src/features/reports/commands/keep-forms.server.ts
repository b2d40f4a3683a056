import { defineCommand, type WriteContext } from '#platform/commands/command.server.ts';
import { formatDay } from '#shared/calendar.ts';
import { found, Problem } from '#shared/problem.ts';
import { defaultTemplates } from '../default-templates.ts';
import { formWords as words } from '../form-words.ts';
import { missingFrom, withMissing } from '../model/form-defaults.ts';
import { FormInput, InForceInput } from '../model/form-inputs.ts';
import { faultsOf } from '../model/form-rules.ts';
import { canKeepForms } from '../policy.ts';
import { formsInWork, keptForm, type FormDraft, type KeptForm } from '../queries/form-drafts.server.ts';
import { reportCalendar } from '../queries/report-calendar.server.ts';
import { holdDraft, keepDraft } from './edit-form.server.ts';

/** Begins to edit a form from its newest version; a draft that is there goes on. */
export const beginForm = defineCommand({
  name: 'report_form.begin',
  input: FormInput,
  load: (ctx, { kind }) => keptForm(ctx, kind),
  allow: (actor) => canKeepForms(actor),
  run: async (ctx, _input, form) => {
    await begin(ctx, form);
  },
});

/** Takes over what the product's own form has and this one lacks ("so với mẫu gốc"), into the draft; the rest stays. */
export const takeMissing = defineCommand({
  name: 'report_form.take_missing',
  input: FormInput,
  load: (ctx, { kind }) => keptForm(ctx, kind),
  allow: (actor) => canKeepForms(actor),
  run: async (ctx, { kind }, form) => {
    const draft = await begin(ctx, form);
    const missing = missingFrom(draft.definition, defaultTemplates[kind]);
    if (Object.values(missing).every((list) => list.length === 0))
      throw new Problem('state.conflict', { message: words.nothingMissing });
    const whole = withMissing(draft.definition, defaultTemplates[kind]);
    await keepDraft(ctx, draft, whole, { kind, name: 'report_form.take_missing', missing });
  },
});

async function begin(ctx: WriteContext, { kind, versions, draft }: KeptForm): Promise<FormDraft> {
  if (draft) return holdDraft(ctx, kind);
  const newest = found(versions[0]);
  const id = ctx.id();
  await ctx.tx
    .insertInto('report_template_drafts')
    .values({
      commune_id: ctx.communeId,
      id,
      kind,
      definition: JSON.stringify(newest.definition),
      based_on: newest.id,
      begun_by: ctx.actor.accountId,
      begun_at: ctx.now,
      updated_at: ctx.now,
    })
    // Of two who begin at once, both edit the one.
    .onConflict((conflict) => conflict.columns(['commune_id', 'kind']).doNothing())
    .execute();
  await ctx.emit({
    name: 'report_template.draft_begun',
    hamletId: null,
    subject: 'report_template',
    subjectId: id,
    data: { kind, version: newest.version },
  });
  return holdDraft(ctx, kind);
}

/** Throws the draft away; the versions in force stay as they are. */
export const dropForm = defineCommand({
  name: 'report_form.drop',
  input: FormInput,
  load: (ctx, { kind }) => holdDraft(ctx, kind),
  allow: (actor) => canKeepForms(actor),
  run: async (ctx, { kind }, draft) => {
    await deleteDraft(ctx, draft);
    await ctx.emit({
      name: 'report_template.draft_dropped',
      hamletId: null,
      subject: 'report_template',
      subjectId: draft.id,
      data: { kind },
    });
  },
});

/**
 * Puts the draft in force as a new version from a day of the running month or later: reports of periods that end on that day or
 * after it are opened with it, reports that are open keep theirs (R83). Throws `state.conflict` while something in it does not
 * hold together, `input.invalid` for a day of a period that is over.
 */
export const putFormInForce = defineCommand({
  name: 'report_form.put_in_force',
  input: InForceInput,
  load: (ctx, { kind }) => holdDraft(ctx, kind),
  allow: (actor) => canKeepForms(actor),
  run: async (ctx, { kind, validFrom }, draft) => {
    const calendar = await reportCalendar(ctx);
    const earliest = calendar.spanOf(calendar.running('month')).from;
    if (validFrom < earliest)
      throw new Problem('input.invalid', { fields: { validFrom: words.noEarlier(formatDay(earliest)) } });
    const newest = found((await keptForm(ctx, kind)).versions[0]);
    if (JSON.stringify(newest.definition) === JSON.stringify(draft.definition))
      throw new Problem('state.conflict', { message: words.same });
    // Beside the other forms as they are in force: their drafts may never come.
    const standing = await formsInWork(ctx, { drafts: false });
    const before = new Set(faultsOf(standing).map(({ key }) => key));
    const after = faultsOf({ ...standing, [kind]: draft.definition });
    const [fault] = after.filter(({ key }) => key.startsWith(`${kind} `) || !before.has(key));
    if (fault) throw new Problem('state.conflict', { message: fault.message });
    const id = ctx.id();
    const version = newest.version + 1;
    await ctx.tx
      .insertInto('report_templates')
      .values({
        commune_id: ctx.communeId,
        id,
        kind,
        version,
        definition: JSON.stringify(draft.definition),
        valid_from: validFrom,
        created_at: ctx.now,
      })
      .execute();
    await deleteDraft(ctx, draft);
    await ctx.emit({
      name: 'report_template.added',
      hamletId: null,
      subject: 'report_template',
      subjectId: id,
      data: { kind, version, validFrom },
    });
  },
});

async function deleteDraft(ctx: WriteContext, draft: FormDraft): Promise<void> {
  await ctx.tx
    .deleteFrom('report_template_drafts')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', draft.id)
    .execute();
}
