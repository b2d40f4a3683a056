import { troublesOf } from '#features/sync/model/phone-standing.ts';
import { canOpenDevices, canOpenReviews } from '#features/sync/policy.ts';
import { getDevice } from '#features/sync/queries/get-device.server.ts';
import { listAttention } from '#features/sync/queries/list-attention.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { doneText } from '#routes/done-text.ts';
import { read, signedIn, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { done } from '../words.ts';

/** Everybody has an own phone; whose else it may be is asked of the phone. */
export const _access: Access = signedIn;

const shownItems = 5;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    const { device, gaps } = await getDevice(ctx, event.params.id);
    const attention = await listAttention(ctx, { hamletId: null, deviceId: device.id });
    return {
      phone: { ...device, troubles: troublesOf(device, ctx.now) },
      gaps,
      attention: attention.items.slice(0, shownItems),
      isMore: attention.items.length > shownItems || attention.next !== null,
      mayReview: canOpenReviews(ctx.actor),
      toBoard: canOpenDevices(ctx.actor),
      now: ctx.now,
      done: doneText(done, event.url),
    };
  });
