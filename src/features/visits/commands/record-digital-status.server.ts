import { defineCommand } from '#platform/commands/command.server.ts';
import { dayOf } from '#shared/calendar.ts';
import { Problem } from '#shared/problem.ts';
import { DigitalStatusInput, itemNames } from '../model/digital-status.ts';
import { canRecordDigitalStatus } from '../policy.ts';
import { getResidentPlace } from '../queries/place.server.ts';
import * as words from '../words.ts';

/**
 * Records what is known of one person's digital life without a visit: a correction is simply newer, and 'unknown' takes
 * an answer back. The same id again writes nothing. Tells 'digital.recorded'.
 */
export const recordDigitalStatus = defineCommand({
  name: 'digital.record',
  input: DigitalStatusInput,
  load: (ctx, input) => getResidentPlace(ctx, input.residentId),
  allow: (actor, place) => canRecordDigitalStatus(actor, place),
  async run(ctx, input, place) {
    const { id: givenId, residentId, observedOn, source, ...answers } = input;
    const id = givenId ?? ctx.id();
    const on = observedOn ?? dayOf(ctx.happenedAt);
    if (on > ctx.today) throw new Problem('input.invalid', { fields: { observedOn: words.dayInFuture } });
    const written = await ctx.tx
      .insertInto('digital_records')
      .values({
        commune_id: ctx.communeId,
        id,
        household_id: place.id,
        resident_id: residentId,
        visit_id: null,
        observed_on: on,
        recorded_at: ctx.now,
        recorded_by: ctx.actor.accountId,
        source,
        ...answers,
      })
      .onConflict((conflict) => conflict.columns(['commune_id', 'id']).doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) {
      const known = await ctx.tx
        .selectFrom('digital_records')
        .select('resident_id')
        .where('commune_id', '=', ctx.communeId)
        .where('id', '=', id)
        .executeTakeFirst();
      if (known?.resident_id !== residentId) throw new Problem('duplicate');
      return { id };
    }
    const given = itemNames.filter((item) => answers[item] !== null);
    await ctx.emit({
      name: 'digital.recorded',
      hamletId: place.hamletId,
      subject: 'resident',
      subjectId: residentId,
      data: {
        householdIds: [place.id],
        recordId: id,
        on,
        source,
        after: Object.fromEntries(given.map((item) => [item, answers[item]])),
      },
    });
    return { id };
  },
});
