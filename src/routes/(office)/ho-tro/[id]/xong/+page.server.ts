import { redirect } from '@sveltejs/kit';
import { runCommand, visible, type ReadContext } from '#platform/commands/command.server.ts';
import { canOpenRegister } from '#features/registry/policy.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { finishSupport } from '#features/support/commands/finish-support.server.ts';
import { canOpenSupport, supportStepsFor } from '#features/support/policy.ts';
import type { SupportRequest } from '#features/support/queries/support.server.ts';
import { canRecordVisit, counterForm } from '#features/visits/policy.ts';
import { visitFromForm } from '#features/visits/visit-form.ts';
import { newId } from '#shared/ids.ts';
import { attempt, formOf, originOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { householdAt } from '../../../so-ho/seen-household.server.ts';
import { visitFormOf } from '../../../so-ho/[id]/visit-page.server.ts';
import { requestAt } from '../seen-request.server.ts';

export const _access: Access = canOpenSupport;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const request = visible(
      await requestAt(ctx, event.params.id),
      (one) => supportStepsFor(ctx.actor, one).finish,
    );
    const householdId = request.householdId ?? event.url.searchParams.get('ho');
    const mayLink = request.householdId === null && canOpenRegister(ctx.actor);
    return {
      request,
      /** Made before it is sent, so that a second press writes nothing (P3). */
      visitId: newId(ctx.now),
      mayLink,
      visit: householdId === null ? null : await visitOf(ctx, request, householdId, event.url.searchParams),
    };
  });

/** The form of the visit in which the guidance will stand: who asked and what for are chosen already. */
async function visitOf(
  ctx: ReadContext,
  request: SupportRequest,
  householdId: string,
  address: URLSearchParams,
) {
  const household = await householdAt(ctx, householdId);
  const form = await visitFormOf(ctx, household, address, {
    met: request.residentId === null ? [] : [request.residentId],
    platforms: request.platform === null ? [] : [request.platform],
    extra: [],
  });
  const usual = request.place === 'support_point' ? 'support_point' : 'home_visit';
  return {
    ...form,
    householdId: household.id,
    headName: household.headName,
    usualForm: canRecordVisit(ctx.actor, household.place, usual) ? usual : counterForm,
  };
}

export const actions: Actions = {
  /** With a visit of a household of the register. */
  gap: async (event) => {
    const values = await formOf(event);
    const { id, householdId, satisfaction, supportNote, ...visit } = values;
    const { problem } = await attempt(values, () =>
      runCommand(sharedRuntime().database, finishSupport, originOf(event), {
        requestId: event.params.id,
        satisfaction,
        note: supportNote,
        visit: { ...visitFromForm(visit), id, householdId },
      }),
    );
    if (problem) {
      const { fields } = problem.data.problem;
      problem.data.problem.fields = Object.fromEntries(
        Object.entries(fields).map(([name, text]) => [
          name === 'note' ? 'supportNote' : name.replace(/^visit\./, ''),
          text,
        ]),
      );
      return problem;
    }
    return redirect(303, `/ho-tro/${event.params.id}?xong=xong`);
  },
  /** In words, for somebody who is not in the register. */
  loi: async (event) => {
    const values = await formOf(event);
    const { problem } = await attempt(values, () =>
      runCommand(sharedRuntime().database, finishSupport, originOf(event), {
        requestId: event.params.id,
        satisfaction: values['satisfaction'],
        note: values['note'],
      }),
    );
    if (problem) return problem;
    return redirect(303, `/ho-tro/${event.params.id}?xong=xong`);
  },
};
