import { redirect } from '@sveltejs/kit';
import { runCommand, visible } from '#platform/commands/command.server.ts';
import { recordPointVisit } from '#features/groups/commands/record-point-visit.server.ts';
import { pointsOf } from '#features/groups/queries.server.ts';
import { canOpenRegister } from '#features/registry/policy.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { recordVisit } from '#features/visits/commands/record-visit.server.ts';
import { canRecordVisit } from '#features/visits/policy.ts';
import { visitFromForm } from '#features/visits/visit-form.ts';
import { newId } from '#shared/ids.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, attempt, formOf, originOf, read, text, type Access } from '#routes/door.server.ts';
import { householdAt } from '../../seen-household.server.ts';
import { visitFormOf } from '../visit-page.server.ts';

export const _access: Access = canOpenRegister;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const household = visible(
      await householdAt(ctx, event.params.id),
      (found) => found.mergedInto === null && canRecordVisit(ctx.actor, found.place, 'home_visit'),
    );
    const points = await pointsOf(ctx, household.place.hamletId);
    return {
      /** Which point it was is asked only where the hamlet has several. */
      points: points.length > 1 ? points.map(({ id, name, place }) => ({ id, name, place })) : [],
      household: { id: household.id, headName: household.headName },
      nobody: event.url.searchParams.has('khong-gap'),
      /** Made before it is sent, so that a second press writes nothing (P3). */
      visitId: newId(ctx.now),
      ...(await visitFormOf(ctx, household, event.url.searchParams)),
    };
  });

export const actions: Actions = {
  save: async (event) => {
    const values = await formOf(event);
    const { database } = sharedRuntime();
    const { problem } = await attempt(values, async () => {
      const visit = { ...visitFromForm(values), householdId: event.params.id };
      return text(values, 'groupId') === ''
        ? runCommand(database, recordVisit, originOf(event), visit)
        : runCommand(database, recordPointVisit, originOf(event), visit);
    });
    if (problem) return problem;
    return redirect(303, `/so-ho/${event.params.id}?xong=ghi-gap`);
  },
  nobody: async (event) => {
    const { nextPick, ...values } = await formOf(event);
    const { problem } = await act(event, recordVisit, {
      ...values,
      householdId: event.params.id,
      met: 'nobody',
      nextOn: (values['nextOn'] || nextPick) ?? '',
    });
    if (problem) return problem;
    return redirect(303, `/so-ho/${event.params.id}?xong=ghi-gap`);
  },
};
