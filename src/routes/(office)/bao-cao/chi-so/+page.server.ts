import { fromWhat } from '#features/indicators/export/indicator-table.ts';
import { indicatorValues, missingIn } from '#features/indicators/model/evidence.ts';
import { isValidOn } from '#features/indicators/model/indicator.ts';
import { canKeepIndicators, canOpenIndicators } from '#features/indicators/policy.ts';
import { findEvidence } from '#features/indicators/queries/evidence.server.ts';
import { listIndicators } from '#features/indicators/queries/indicators.server.ts';
import { canOpenReports } from '#features/reports/policy.ts';
import type { PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { read, type Access } from '#routes/door.server.ts';
import { chosenPeriod } from './period-tabs.server.ts';
import * as words from './words.ts';

export const _access: Access = canOpenIndicators;

/** `?ky=2026-10`; the month that is due now without it. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { period, span, tabs } = await chosenPeriod(ctx, event.url);
    const all = await listIndicators(ctx);
    const evidence = await findEvidence(ctx, period);
    return {
      period,
      periods: tabs,
      from: evidence && {
        what: fromWhat(evidence),
        asOf: evidence.asOf,
        missing: missingIn(evidence),
      },
      values: evidence === null ? [] : indicatorValues(all, evidence),
      others: all.filter((one) => !isValidOn(one, span.to)),
      mayKeep: canKeepIndicators(ctx.actor),
      back: canOpenReports(ctx.actor) ? '/bao-cao' : '/bao-cao/xa',
      done: doneText(words.done, event.url),
    };
  });
