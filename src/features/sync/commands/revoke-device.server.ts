import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { id, optionalLine } from '#shared/fields.ts';
import { found } from '#shared/problem.ts';
import { canRevokeDevice } from '../policy.ts';
import { deviceRows, placeOfDevice } from '../queries/device-rows.server.ts';

/**
 * Takes a lost phone out of use (sync law 11): at its next contact it sends what it has not sent, and then forgets everything.
 * What it told stays. A phone that is revoked already stays as it is. Tells 'device.revoked' with the reason. Throws `not_found`
 * for a phone that the actor may not see.
 */
export const revokeDevice = defineCommand({
  name: 'device.revoke',
  input: z.object({ deviceId: id, reason: z._default(optionalLine(200), null) }),
  async load(ctx, input) {
    await ctx.tx
      .selectFrom('devices')
      .select('id')
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', input.deviceId)
      .forUpdate()
      .execute();
    const [device] = await deviceRows(ctx, { device: input.deviceId });
    return found(device);
  },
  allow: (actor, device) => canRevokeDevice(actor, placeOfDevice(device)),
  async run(ctx, input, device) {
    if (device.revokedAt !== null) return;
    await ctx.tx
      .updateTable('devices')
      .set({ revoked_at: ctx.now, revoked_by: ctx.actor.accountId })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', device.id)
      .execute();
    await ctx.emit({
      name: 'device.revoked',
      hamletId: device.hamlets[0]?.id ?? null,
      subject: 'device',
      subjectId: device.id,
      data: { accountId: device.accountId, reason: input.reason, unsent: device.unsent },
    });
  },
});
