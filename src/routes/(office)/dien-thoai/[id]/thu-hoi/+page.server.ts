import { redirect } from '@sveltejs/kit';
import { visible } from '#platform/commands/command.server.ts';
import { revokeDevice } from '#features/sync/commands/revoke-device.server.ts';
import { getDevice } from '#features/sync/queries/get-device.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { act, formOf, read, signedIn, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Everybody may revoke an own phone; whose else is asked of the phone. */
export const _access: Access = signedIn;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    const { device } = await getDevice(ctx, event.params.id);
    // Who only sees phones has nothing to do here; one that is revoked already says so.
    return { phone: visible(device, (one) => one.mayRevoke || one.revokedAt !== null) };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = { ...(await formOf(event)), deviceId: event.params.id };
    const { problem } = await act(event, revokeDevice, values);
    if (problem) return problem;
    return redirect(303, `/dien-thoai/${event.params.id}?xong=thu-hoi`);
  },
};
