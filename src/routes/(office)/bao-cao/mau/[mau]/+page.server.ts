import type { ReadContext } from '#platform/commands/command.server.ts';
import { namesOfAccounts } from '#features/accounts/queries.server.ts';
import { moveInForm, removeFromForm } from '#features/reports/commands/edit-form.server.ts';
import {
  beginForm,
  dropForm,
  putFormInForce,
  takeMissing,
} from '#features/reports/commands/keep-forms.server.ts';
import { defaultTemplates } from '#features/reports/default-templates.ts';
import { missingFrom } from '#features/reports/model/form-defaults.ts';
import type { ReportKind } from '#features/reports/model/template.ts';
import { canKeepForms } from '#features/reports/policy.ts';
import { keptForm } from '#features/reports/queries/form-drafts.server.ts';
import { reportsOf } from '#features/reports/queries/find-report.server.ts';
import { reportCalendar } from '#features/reports/queries/report-calendar.server.ts';
import { unitNames } from '#features/units/queries/units.server.ts';
import { periodName } from '#features/reports/words.ts';
import { found } from '#shared/problem.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { formOf, read, text, type Access } from '#routes/door.server.ts';
import { change, kindOfAddress } from '../form-page.server.ts';
import { done, form as words } from '../words.ts';

export const _access: Access = canKeepForms;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const kind = kindOfAddress(event);
    const { versions, draft } = await keptForm(ctx, kind);
    const current = found(versions.find(({ validFrom }) => validFrom <= ctx.today) ?? versions.at(-1));
    const form = draft?.definition ?? found(versions[0]).definition;
    const names = await namesOfAccounts(ctx, [draft?.begunBy ?? null]);
    const missing = missingFrom(form, defaultTemplates[kind]);
    return {
      kind,
      slug: event.params.mau,
      form,
      current: current.version,
      units: Object.fromEntries((await unitNames(ctx)).map(({ id, name }) => [id, name])),
      draft: draft && { by: names.get(draft.begunBy) ?? '—', at: draft.updatedAt },
      versions: versions.map(({ version, validFrom }) => ({ version, from: validFrom })),
      missing: (['sections', 'parts', 'rows', 'columns'] as const).flatMap((what) =>
        missing[what].map((name) => ({ name, what: words.missing[what] })),
      ),
      force: draft && (await forceOf(ctx, kind)),
      done: doneText(done, event.url),
    };
  });

/** From when a new version may count, and who goes on with the old one. */
async function forceOf(ctx: ReadContext, kind: ReportKind) {
  const calendar = await reportCalendar(ctx);
  const span = calendar.spanOf(calendar.running('month'));
  const opened = kind === 'hamlet' ? await reportsOf(ctx, [span.key]) : [];
  return {
    from: span.from,
    opened: new Set(opened.map(({ hamletId }) => hamletId)).size,
    period: periodName(span.key),
  };
}

export const actions: Actions = {
  sua: (event) => change(event, beginForm, {}, { done: 'sua' }),
  lay: (event) => change(event, takeMissing, {}, { done: 'lay' }),
  chuyen: async (event) => {
    const values = await formOf(event);
    const at = `#${text(values, 'place')}-${text(values, 'code')}`;
    return change(event, moveInForm, values, { done: 'chuyen', at });
  },
  bo: async (event) => change(event, removeFromForm, await formOf(event), { done: 'bo-muc' }),
  'ap-dung': async (event) => change(event, putFormInForce, await formOf(event), { done: 'ap-dung' }),
  'bo-ban-sua': (event) => change(event, dropForm, {}, { done: 'bo-ban-sua' }),
};
