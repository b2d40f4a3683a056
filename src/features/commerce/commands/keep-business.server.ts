import { defineCommand, visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { found, Problem } from '#shared/problem.ts';
import { findLivingHamlet } from '#features/org/queries.server.ts';
import { getHouseholdPlace } from '#features/registry/queries/household-place.server.ts';
import { BusinessCorrection, BusinessInput, ClosingInput } from '../model.ts';
import { canCloseBusiness, canKeepBusiness, canSeeBusiness } from '../policy.ts';
import { getBusiness, holdBusiness } from '../queries/businesses.server.ts';
import * as words from '../words.ts';

/**
 * Puts a business of a hamlet into the list, linked to a household of that hamlet where the actor names one that they see. The same id
 * again writes nothing. Tells 'business.registered'. Throws `duplicate` for a name that the hamlet has already.
 */
export const registerBusiness = defineCommand({
  name: 'business.register',
  input: BusinessInput,
  async load(ctx, input) {
    found(await findLivingHamlet(ctx, input.hamletId));
    const place = visible({ hamletId: input.hamletId }, (one) => canSeeBusiness(ctx.actor, one));
    await checkHousehold(ctx, input.householdId, input.hamletId);
    return place;
  },
  allow: (actor, place) => canKeepBusiness(actor, place),
  async run(ctx, input, { hamletId }) {
    const on = input.registeredOn ?? ctx.today;
    if (on > ctx.today) throw new Problem('input.invalid', { fields: { registeredOn: words.dayInFuture } });
    const row = {
      hamlet_id: hamletId,
      household_id: input.householdId,
      kind: input.kind,
      name: input.name,
      products: input.products,
      contact_name: input.contactName,
      note: input.note,
      closed_on: null,
      registered_by: ctx.actor.accountId,
      registered_on: on,
    };
    const same = await ctx.tx
      .selectFrom('businesses')
      .select(['id', 'registered_by'])
      .where('commune_id', '=', ctx.communeId)
      .where((eb) =>
        eb.or([
          eb('id', '=', input.id),
          eb.and([eb('hamlet_id', '=', hamletId), eb('name', '=', input.name), eb('closed_on', 'is', null)]),
        ]),
      )
      .execute();
    const again = same.find(({ id }) => id === input.id);
    if (again && again.registered_by === ctx.actor.accountId) return { id: input.id };
    if (again) throw new Problem('duplicate');
    if (same.length > 0)
      throw new Problem('duplicate', { message: words.sameName, fields: { name: words.sameName } });
    await ctx.tx
      .insertInto('businesses')
      .values({ commune_id: ctx.communeId, id: input.id, ...row })
      .execute();
    await ctx.emit({
      name: 'business.registered',
      hamletId,
      subject: 'business',
      subjectId: input.id,
      data: { after: row },
    });
    return { id: input.id };
  },
});

/** Corrects what a business is and sells. Tells 'business.corrected', or nothing when nothing changed. */
export const correctBusiness = defineCommand({
  name: 'business.correct',
  input: BusinessCorrection,
  async load(ctx, input) {
    const business = await getBusiness(ctx, input.businessId);
    if (input.householdId !== business.householdId)
      await checkHousehold(ctx, input.householdId, business.hamletId);
    return business;
  },
  allow: (actor, business) => canKeepBusiness(actor, business),
  async run(ctx, input, business) {
    const before = {
      household_id: business.householdId,
      kind: business.kind,
      name: business.name,
      products: business.products,
      contact_name: business.contactName,
      note: business.note,
    };
    const after = {
      household_id: input.householdId,
      kind: input.kind,
      name: input.name,
      products: input.products,
      contact_name: input.contactName,
      note: input.note,
    };
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    await ctx.tx
      .updateTable('businesses')
      .set(after)
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', business.id)
      .execute();
    await ctx.emit({
      name: 'business.corrected',
      hamletId: business.hamletId,
      subject: 'business',
      subjectId: business.id,
      data: { before, after },
    });
  },
});

/** Notes that a business was given up, from a day on; its story stays. Tells 'business.closed'. */
export const closeBusiness = defineCommand({
  name: 'business.close',
  input: ClosingInput,
  load: (ctx, input) => holdBusiness(ctx, input.businessId),
  allow: (actor, business) => canCloseBusiness(actor, business),
  async run(ctx, input, business) {
    if (business.closedOn !== null) return;
    const on = input.closedOn ?? ctx.today;
    if (on > ctx.today) throw new Problem('input.invalid', { fields: { closedOn: words.dayInFuture } });
    if (on < business.registeredOn)
      throw new Problem('input.invalid', { fields: { closedOn: words.closedBefore(business.registeredOn) } });
    await ctx.tx
      .updateTable('businesses')
      .set({ closed_on: on })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', business.id)
      .execute();
    await ctx.emit({
      name: 'business.closed',
      hamletId: business.hamletId,
      subject: 'business',
      subjectId: business.id,
      data: { after: { closed_on: on } },
    });
  },
});

/** A household is linked by who sees it, and in the business's own hamlet; what one may not see is not there. */
async function checkHousehold(ctx: ReadContext, householdId: Id | null, hamletId: Id): Promise<void> {
  if (householdId === null) return;
  const household = await getHouseholdPlace(ctx, householdId);
  if (household.hamletId !== hamletId)
    throw new Problem('input.invalid', { fields: { householdId: words.householdElsewhere } });
}
