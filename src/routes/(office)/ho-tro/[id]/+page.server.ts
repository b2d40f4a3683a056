import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { listActiveMembersFor } from '#features/org/queries.server.ts';
import { canSeeHousehold } from '#features/registry/policy.ts';
import {
  assignSupport,
  endSupport,
  scheduleSupport,
} from '#features/support/commands/arrange-support.server.ts';
import { rateSupport } from '#features/support/commands/finish-support.server.ts';
import { canOpenSupport, supportStepsFor } from '#features/support/policy.ts';
import {
  listSupport,
  listSupportSteps,
  type SupportRequest,
} from '#features/support/queries/support.server.ts';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { done } from '../words.ts';
import { requestAt } from './seen-request.server.ts';

export const _access: Access = canOpenSupport;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const request = await requestAt(ctx, event.params.id);
    const steps = supportStepsFor(ctx.actor, request);
    return {
      request,
      steps,
      story: await listSupportSteps(ctx, request.id),
      members: steps.assign ? await whoMayGo(ctx, request) : [],
      seesHome: canSeeHousehold(ctx.actor, request),
      today: ctx.today,
      done: doneText(done, event.url),
    };
  });

/** The members who may go, with how many requests each already has (yêu cầu). */
async function whoMayGo(ctx: ReadContext, { hamletId, id }: SupportRequest) {
  const members = await listActiveMembersFor(ctx, hamletId);
  const waiting = (await listSupport(ctx, { waiting: true })).filter((one) => one.id !== id);
  return members.map((member) => ({
    id: member.id,
    name: member.fullName,
    waiting: waiting.filter((one) => one.memberId === member.id).length,
  }));
}

const back = (event: RequestEvent, code: string) =>
  redirect(303, `/ho-tro/${event.params['id']}?xong=${code}`);
const inputOf = async (event: RequestEvent) => ({
  ...(await formOf(event)),
  requestId: event.params['id'] ?? '',
});

export const actions: Actions = {
  giao: async (event) => {
    const { problem } = await act(event, assignSupport, await inputOf(event));
    return problem ?? back(event, 'giao');
  },
  hen: async (event) => {
    const { problem } = await act(event, scheduleSupport, await inputOf(event));
    return problem ?? back(event, 'hen');
  },
  khep: async (event) => {
    const { problem } = await act(event, endSupport, await inputOf(event));
    return problem ?? back(event, 'khep');
  },
  'hai-long': async (event) => {
    const { problem } = await act(event, rateSupport, await inputOf(event));
    return problem ?? back(event, 'hai-long');
  },
};
