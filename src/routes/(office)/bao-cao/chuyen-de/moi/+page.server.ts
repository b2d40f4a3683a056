import { redirect } from '@sveltejs/kit';
import { listHamlets } from '#features/org/queries.server.ts';
import { askReport } from '#features/reports/commands/ask-report.server.ts';
import { indicatorsOf, textSections, titleIn } from '#features/reports/model/template.ts';
import { canAskReports } from '#features/reports/policy.ts';
import { templateFor } from '#features/reports/queries/templates.server.ts';
import { addDays, firstDayOf, monthOf } from '#shared/calendar.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';

export const _access: Access = canAskReports;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { definition } = await templateFor(ctx, 'hamlet', ctx.today);
    return {
      hamlets: (await listHamlets(ctx)).map(({ id, name }) => ({ value: id, label: name })),
      sections: textSections(definition).map(({ code, title }) => ({
        value: code,
        label: titleIn(title, '2026-C01'),
      })),
      rows: indicatorsOf(definition)
        .filter((row) => row.figure !== null)
        .map(({ code, title, unit }) => ({ value: code, label: `${code}. ${title}`, detail: unit })),
      usual: { from: firstDayOf(monthOf(ctx.today)), to: ctx.today, due: addDays(ctx.today, 5) },
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const { problem } = await act(event, askReport, await formOf(event));
    return problem ?? redirect(303, '/bao-cao/chuyen-de?xong=gui');
  },
};
