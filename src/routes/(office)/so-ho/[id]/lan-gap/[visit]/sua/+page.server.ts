import { redirect } from '@sveltejs/kit';
import { runCommand, visible } from '#platform/commands/command.server.ts';
import { canOpenRegister } from '#features/registry/policy.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { correctVisit } from '#features/visits/commands/correct-visit.server.ts';
import { canCorrectVisit } from '#features/visits/policy.ts';
import { listToldRecords } from '#features/visits/queries/list-visit-records.server.ts';
import { getVisit } from '#features/visits/queries/list-visits-of.server.ts';
import { getPlacedVisit } from '#features/visits/queries/visit-place.server.ts';
import { somebodyElse, visitFromForm, type VisitStart } from '#features/visits/visit-form.ts';
import { isId, newId } from '#shared/ids.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, attempt, formOf, originOf, read, type Access } from '#routes/door.server.ts';
import { householdAt } from '../../../../seen-household.server.ts';
import { visitFormOf } from '../../../visit-page.server.ts';

export const _access: Access = canOpenRegister;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const household = await householdAt(ctx, event.params.id);
    const visit = await getVisit(
      ctx,
      visible(event.params.visit, (id) => isId(id)),
    );
    visible(await getPlacedVisit(ctx, visit.id), (placed) => canCorrectVisit(ctx.actor, placed));
    const named = [
      ...visit.metResidents,
      ...visit.guidances.flatMap((guidance) => (guidance.resident ? [guidance.resident] : [])),
    ];
    const unnamed =
      visit.met === 'someone' &&
      (named.length === 0 || visit.guidances.some((guidance) => guidance.resident === null));
    const start: VisitStart = {
      ...visit,
      visitedOn: visit.on,
      outcomes: visit.guidances.map(({ resident, platform, outcome }) => ({
        residentId: resident?.id ?? null,
        platform,
        outcome,
      })),
      records: await listToldRecords(ctx, visit.id),
    };
    return {
      household: { id: household.id, headName: household.headName },
      version: { id: visit.id, newId: newId(ctx.now) },
      start,
      ...(await visitFormOf(ctx, household, event.url.searchParams, {
        met: [...new Set(named.map((one) => one.id)), ...(unnamed ? [somebodyElse] : [])],
        platforms: [...new Set(visit.guidances.map((guidance) => guidance.platform))],
        extra: named.map((one) => ({ id: one.id, name: one.fullName, detail: '' })),
      })),
    };
  });

export const actions: Actions = {
  save: async (event) => {
    const values = await formOf(event);
    const { problem } = await attempt(values, () =>
      runCommand(sharedRuntime().database, correctVisit, originOf(event), {
        ...visitFromForm(values),
        visitId: event.params.visit,
      }),
    );
    if (problem) return problem;
    return redirect(303, `/so-ho/${event.params.id}?xong=sua-gap`);
  },
  /** Nobody was met after all: day, form and note stay, the rest falls away. */
  nobody: async (event) => {
    const values = { ...(await formOf(event)), visitId: event.params.visit, met: 'nobody' };
    const { problem } = await act(event, correctVisit, values);
    if (problem) return problem;
    return redirect(303, `/so-ho/${event.params.id}?xong=sua-gap`);
  },
};
