import { redirect } from '@sveltejs/kit';
import { formatDay } from '#shared/calendar.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { changeIndicator, endIndicator } from '#features/indicators/commands/keep-indicator.server.ts';
import { writeDecimal } from '#features/indicators/model/decimal.ts';
import { canKeepIndicators } from '#features/indicators/policy.ts';
import { getIndicator, listIndicators } from '#features/indicators/queries/indicators.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { figureOptions } from '../figure-options.server.ts';

export const _access: Access = canKeepIndicators;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    const indicator = await getIndicator(ctx, event.params.id);
    const { name, unit, numerator, counting, denominator, source, points, validFrom } = indicator;
    return {
      indicator,
      standing: {
        name,
        unit,
        numerator: numerator ?? '',
        counting,
        denominator: denominator ?? '',
        source,
        points: points === null ? '' : writeDecimal(points),
        validFrom: formatDay(validFrom),
      },
      figures: await figureOptions(ctx),
      versions: (await listIndicators(ctx)).filter((one) => one.code === indicator.code),
      today: ctx.today,
    };
  });

export const actions: Actions = {
  luu: async (event) => {
    const values = { ...(await formOf(event)), indicatorId: event.params.id };
    const { problem } = await act(event, changeIndicator, values);
    return problem ?? redirect(303, '/bao-cao/chi-so?xong=luu');
  },
  thoi: async (event) => {
    const values = { ...(await formOf(event)), indicatorId: event.params.id };
    const { problem } = await act(event, endIndicator, values);
    return problem ?? redirect(303, '/bao-cao/chi-so?xong=thoi');
  },
};
