import { listOutreach, type SessionKey } from '#features/outreach/queries/list-outreach.server.ts';
import { catalogueNames, findPlan } from '#features/plans/queries.server.ts';
import { canSeeAllVisits } from '#features/visits/policy.ts';
import type { ExportValue } from '#platform/sheet/write-sheet.server.ts';
import { formatDay } from '#shared/calendar.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { exported as words } from '../words.ts';

export const _access: Access = canSeeAllVisits;

/** The sessions of the plan year, newest first; lists and estimates in columns of their own. */
export const GET: RequestHandler = (event) =>
  listFile(event, {
    list: 'outreach',
    title: words.title,
    columns: words.columns,
    rows: async (ctx) => {
      const from = (await findPlan(ctx))?.startsOn ?? `${ctx.today.slice(0, 4)}-01-01`;
      const names = await catalogueNames(ctx, 'outreach_form');
      const lines: (readonly ExportValue[])[] = [];
      let after: SessionKey | null = null;
      do {
        const page = await listOutreach(ctx, { hamletId: null, from, to: ctx.today, after, limit: 200 });
        for (const one of page.sessions) {
          lines.push([
            formatDay(one.on),
            one.hamletName ?? words.wholeCommune,
            names.get(one.form) ?? one.form,
            one.place,
            one.households,
            one.estimatedPeople,
            one.recorderName,
          ]);
        }
        after = page.next;
      } while (after !== null);
      return lines;
    },
  });
