import { notFound } from '#shared/problem.ts';
import { fromWhat } from '#features/indicators/export/indicator-table.ts';
import { indicatorValues, missingIn } from '#features/indicators/model/evidence.ts';
import { isValidOn } from '#features/indicators/model/indicator.ts';
import { canKeepIndicators, canOpenIndicators } from '#features/indicators/policy.ts';
import { findEvidence } from '#features/indicators/queries/evidence.server.ts';
import { listIndicators } from '#features/indicators/queries/indicators.server.ts';
import { isPeriodKey, kindOf, movedBy } from '#features/reports/model/span.ts';
import { canOpenReports } from '#features/reports/policy.ts';
import { reportCalendar } from '#features/reports/queries/report-calendar.server.ts';
import type { PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { read, type Access } from '#routes/door.server.ts';
import { board } from '../words.ts';
import * as words from './words.ts';

export const _access: Access = canOpenIndicators;

/** `?ky=2026-10`; the month that is due now without it. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const calendar = await reportCalendar(ctx);
    const newest = calendar.toReport('month');
    const period = event.url.searchParams.get('ky') ?? newest;
    const kind = isPeriodKey(period) ? kindOf(period) : 'asked';
    if (kind === 'asked' || calendar.spanOf(period).from > ctx.today) throw notFound();
    const all = await listIndicators(ctx);
    const evidence = await findEvidence(ctx, period);
    const { to } = calendar.spanOf(period);
    return {
      period,
      periods: Array.from({ length: 6 }, (_, index) => movedBy(calendar.toReport(kind), index - 5)).map(
        (one) => ({
          label: board.column(one),
          href: `/bao-cao/chi-so?ky=${one}`,
          current: one === period,
        }),
      ),
      from: evidence && {
        what: fromWhat(evidence),
        asOf: evidence.asOf,
        missing: missingIn(evidence),
      },
      values: evidence === null ? [] : indicatorValues(all, evidence),
      others: all.filter((one) => !isValidOn(one, to)),
      mayKeep: canKeepIndicators(ctx.actor),
      back: canOpenReports(ctx.actor) ? '/bao-cao' : '/bao-cao/xa',
      done: doneText(words.done, event.url),
    };
  });
