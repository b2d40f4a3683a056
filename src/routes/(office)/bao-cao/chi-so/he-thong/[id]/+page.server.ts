import { redirect } from '@sveltejs/kit';
import { runCommand } from '#platform/commands/command.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound, Problem } from '#shared/problem.ts';
import { fromWhat } from '#features/indicators/export/indicator-table.ts';
import { importMappings } from '#features/indicators/commands/import-mappings.server.ts';
import { changeReportingSystem } from '#features/indicators/commands/keep-reporting-system.server.ts';
import { mappingRows } from '#features/indicators/import/mapping-rows.server.ts';
import { indicatorValues, missingIn } from '#features/indicators/model/evidence.ts';
import { mappedValues, unmappedCodes } from '#features/indicators/model/mapped-values.ts';
import { canKeepIndicators, canOpenIndicators } from '#features/indicators/policy.ts';
import { findEvidence } from '#features/indicators/queries/evidence.server.ts';
import { listIndicators } from '#features/indicators/queries/indicators.server.ts';
import { getSystem, listMappings } from '#features/indicators/queries/mappings.server.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { act, actorOf, attempt, formOf, originOf, read, type Access } from '#routes/door.server.ts';
import { chosenPeriod } from '../../period-tabs.server.ts';
import * as words from '../words.ts';

export const _access: Access = canOpenIndicators;

/** `?ky=2026-10`; the month that is due now without it. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    const system = await getSystem(ctx, event.params.id);
    const { period, span, tabs } = await chosenPeriod(ctx, event.url);
    const evidence = await findEvidence(ctx, period);
    const values =
      evidence === null
        ? []
        : mappedValues(
            indicatorValues(await listIndicators(ctx), evidence),
            await listMappings(ctx, system.id),
            span.to,
          );
    return {
      system,
      period,
      periods: tabs,
      from: evidence && { what: fromWhat(evidence), asOf: evidence.asOf, missing: missingIn(evidence) },
      values,
      unmapped: unmappedCodes(values),
      mayKeep: canKeepIndicators(ctx.actor),
      done: doneText(words.done, event.url) ?? takenText(event.url),
    };
  });

function takenText({ searchParams }: URL): string | undefined {
  const count = (name: string) => Number.parseInt(searchParams.get(name) ?? '', 10) || 0;
  return searchParams.get('xong') === 'tep'
    ? words.taken(count('them'), count('sua'), count('nguyen'))
    : undefined;
}

export const actions: Actions = {
  luu: async (event) => {
    const values = { ...(await formOf(event)), systemId: event.params.id };
    const { problem } = await act(event, changeReportingSystem, values);
    return problem ?? redirect(303, `/bao-cao/chi-so/he-thong/${event.params.id}?xong=he`);
  },
  tep: async (event) => {
    // Nobody without the right has a file opened.
    const actor = actorOf(event);
    const file = (await formOf(event))['file'];
    const { done, problem } = await attempt({}, async () => {
      if (!canKeepIndicators(actor)) throw new Problem('not_allowed');
      if (!(file instanceof File) || file.size === 0)
        throw new Problem('input.invalid', { fields: { file: words.table.fileNeeded } });
      const rows = await mappingRows(Buffer.from(await file.arrayBuffer()), file.name);
      const input = { systemId: event.params.id, rows };
      return runCommand(sharedRuntime().database, importMappings, originOf(event), input);
    });
    if (problem) return problem;
    const counts = `them=${done.added}&sua=${done.changed}&nguyen=${done.same}`;
    redirect(303, `/bao-cao/chi-so/he-thong/${event.params.id}?xong=tep&${counts}`);
  },
};
