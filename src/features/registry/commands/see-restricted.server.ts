import * as z from 'zod/mini';
import { defineCommand, type WriteContext } from '#platform/commands/command.server.ts';
import { id } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import { HouseholdFilter, isRestricted } from '../model/household-filter.ts';
import { canOpenRegister, canSeeRestrictedList } from '../policy.ts';
import { readHousehold } from '../queries/household-page.server.ts';
import { pageOfHouseholds } from '../queries/list-households.server.ts';

/**
 * The page of a household as its readers get it: with the restricted fields for who may see them, which is written into the audit
 * (R88; one line per reader, household and hour), without them for all others. A command because it writes that line.
 */
export const seeHousehold = defineCommand({
  name: 'household.see',
  input: z.object({ householdId: id }),
  load: (ctx, input) => readHousehold(ctx, input.householdId),
  allow: () => true,
  async run(ctx, _input, found) {
    if (!found.mayKnow) return found.withoutRestricted;
    const { id: subjectId, hamletId } = found.withRestricted;
    await noteOncePerHour(ctx, 'household.restricted_seen', hamletId, 'household', subjectId, {
      householdIds: [subjectId],
    });
    return found.withRestricted;
  },
});

/** A list narrowed by a restricted fact (poor, vulnerable), for who may see it in all that is listed; written into the audit. */
export const seeRestrictedHouseholds = defineCommand({
  name: 'register.see_restricted',
  input: HouseholdFilter,
  load: (ctx, input) => pageOfHouseholds(ctx, input),
  allow: (actor, _list, input) =>
    canOpenRegister(actor) && (!isRestricted(input) || canSeeRestrictedList(actor, input.hamletId)),
  async run(ctx, input, list) {
    if (isRestricted(input)) {
      await noteOncePerHour(
        ctx,
        'register.restricted_listed',
        input.hamletId,
        'register',
        ctx.actor.accountId,
        {
          householdIds: [],
          filter: { priority: input.priority, poverty: input.poverty, hamletId: input.hamletId },
        },
      );
    }
    return list;
  },
});

async function noteOncePerHour(
  ctx: WriteContext,
  name: string,
  hamletId: Id | null,
  subject: string,
  subjectId: Id,
  data: Record<string, unknown>,
): Promise<void> {
  const noted = await ctx.tx
    .selectFrom('events')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('subject_id', '=', subjectId)
    .where('name', '=', name)
    .where('actor_id', '=', ctx.actor.accountId)
    .where('recorded_at', '>', new Date(ctx.now.getTime() - 3_600_000))
    .$if('filter' in data, (query) => query.where('data', '@>', JSON.stringify({ filter: data['filter'] })))
    .executeTakeFirst();
  if (!noted) await ctx.emit({ name, hamletId, subject, subjectId, data });
}
