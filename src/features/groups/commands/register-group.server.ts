import { defineCommand, visible } from '#platform/commands/command.server.ts';
import { found, Problem } from '#shared/problem.ts';
import { findLivingHamlet } from '#features/org/queries.server.ts';
import { GroupInput } from '../model.ts';
import { canRegisterGroup, canSeeGroups } from '../policy.ts';
import * as words from '../words.ts';

/**
 * A hamlet's head registers a "tổ tự quản công nghệ"; after the plan's window too, then it is shown as late. The same id
 * again writes nothing. Tells 'group.registered'. Throws `not_found` for a hamlet that the actor may not see, `duplicate`
 * for a name that the hamlet has already.
 */
export const registerGroup = defineCommand({
  name: 'group.register',
  input: GroupInput,
  async load(ctx, input) {
    found(await findLivingHamlet(ctx, input.hamletId));
    return visible({ hamletId: input.hamletId }, (place) => canSeeGroups(ctx.actor, place));
  },
  allow: (actor, place) => canRegisterGroup(actor, place),
  async run(ctx, input, { hamletId }) {
    const id = input.id ?? ctx.id();
    const on = input.registeredOn ?? ctx.today;
    if (on > ctx.today) throw new Problem('input.invalid', { fields: { registeredOn: words.dayInFuture } });
    const same = await ctx.tx
      .selectFrom('groups')
      .select(['id', 'hamlet_id', 'registered_by'])
      .where('commune_id', '=', ctx.communeId)
      .where((eb) =>
        eb.or([
          eb('id', '=', id),
          eb.and([eb('hamlet_id', '=', hamletId), eb('name', '=', input.name), eb('state', '!=', 'closed')]),
        ]),
      )
      .execute();
    const again = same.find((row) => row.id === id);
    if (again?.hamlet_id === hamletId && again.registered_by === ctx.actor.accountId) return { id };
    if (again) throw new Problem('duplicate');
    if (same.length > 0)
      throw new Problem('duplicate', { message: words.sameName, fields: { name: words.sameName } });
    const row = {
      hamlet_id: hamletId,
      name: input.name,
      place: input.place,
      place_kind: input.placeKind,
      opening_hours: input.openingHours,
      services: input.services,
      equipment: input.equipment,
      registered_on: on,
      registered_by: ctx.actor.accountId,
      state: 'registered' as const,
      state_on: on,
      note: input.note,
    };
    const written = await ctx.tx
      .insertInto('groups')
      .values({ commune_id: ctx.communeId, id, ...row })
      .onConflict((conflict) => conflict.columns(['commune_id', 'id']).doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) return { id };
    await ctx.emit({
      name: 'group.registered',
      hamletId,
      subject: 'group',
      subjectId: id,
      data: { after: row },
    });
    return { id };
  },
});
