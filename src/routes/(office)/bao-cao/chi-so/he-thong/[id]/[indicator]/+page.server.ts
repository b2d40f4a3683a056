import { redirect } from '@sveltejs/kit';
import { firstDayOf, formatDay } from '#shared/calendar.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { keepMapping, removeMapping } from '#features/indicators/commands/keep-mapping.server.ts';
import { writeDecimal } from '#features/indicators/model/decimal.ts';
import { canKeepIndicators } from '#features/indicators/policy.ts';
import { getIndicator } from '#features/indicators/queries/indicators.server.ts';
import { getSystem, listMappings } from '#features/indicators/queries/mappings.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';

export const _access: Access = canKeepIndicators;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { id, indicator: indicatorId } = event.params;
    if (!isId(id) || !isId(indicatorId)) throw notFound();
    const system = await getSystem(ctx, id);
    const { code, name } = await getIndicator(ctx, indicatorId);
    const rows = (await listMappings(ctx, id)).filter((row) => row.indicatorCode === code).toReversed();
    const [newest] = rows;
    return {
      system: { id: system.id, name: system.name },
      indicator: { code, name },
      rows,
      standing: {
        sent: newest && newest.theirCode === null ? 'no' : 'yes',
        theirCode: newest?.theirCode ?? '',
        theirName: newest?.theirName ?? '',
        theirUnit: newest?.theirUnit ?? '',
        factor: writeDecimal(newest?.factor ?? 1),
        validFrom: formatDay(newest?.validFrom ?? firstDayOf(`${ctx.today.slice(0, 4)}-01`)),
        validTo: newest?.validTo ? formatDay(newest.validTo) : '',
      },
    };
  });

type Event = Parameters<Actions[string]>[0];

/** The form with what it is about, which stands in the address: the code of the indicator, not its row. */
async function about(event: Event) {
  const { id: systemId, indicator } = event.params;
  if (!isId(indicator)) throw notFound();
  const { code: indicatorCode } = await read(event, (ctx) => getIndicator(ctx, indicator));
  return { ...(await formOf(event)), systemId, indicatorCode };
}

export const actions: Actions = {
  luu: async (event) => {
    const { problem } = await act(event, keepMapping, await about(event));
    return problem ?? redirect(303, `/bao-cao/chi-so/he-thong/${event.params.id}?xong=ma`);
  },
  bo: async (event) => {
    const { problem } = await act(event, removeMapping, await about(event));
    return problem ?? redirect(303, `/bao-cao/chi-so/he-thong/${event.params.id}?xong=bo`);
  },
};
