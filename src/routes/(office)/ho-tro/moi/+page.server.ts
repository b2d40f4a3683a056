import { redirect } from '@sveltejs/kit';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import { hamletsOf, hasRole } from '#features/accounts/model.ts';
import { listSupportPoints } from '#features/groups/queries.server.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { listCatalogue } from '#features/plans/queries.server.ts';
import { canOpenRegister } from '#features/registry/policy.ts';
import { askSupport } from '#features/support/commands/ask-support.server.ts';
import { canAskSomeSupport, canAskSupport } from '#features/support/policy.ts';
import { supportClockOn } from '#features/support/queries/clock.server.ts';
import { newId } from '#shared/ids.ts';
import { act, formOf, read, text, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { householdAt } from '../../so-ho/seen-household.server.ts';
import { homesFoundBy } from '../homes-found.server.ts';
import { atHome, fromWhere } from './where.ts';

export const _access: Access = canAskSomeSupport;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const address = event.url.searchParams;
    const chosen = address.get('ho');
    const maySearch = canOpenRegister(ctx.actor);
    const home = chosen === null ? null : await homeOf(ctx, chosen);
    const asksWho = home === null && maySearch && !address.has('ngoai-so');
    const search = address.get('tim')?.trim().slice(0, 100) ?? '';
    const hamlets = (await listHamlets(ctx)).filter((hamlet) =>
      canAskSupport(ctx.actor, { hamletId: hamlet.id }),
    );
    const points = (await listSupportPoints(ctx)).filter(
      (point) =>
        (home === null || point.hamletId === home.hamletId) &&
        hamlets.some((hamlet) => hamlet.id === point.hamletId),
    );
    return {
      id: newId(ctx.now),
      home,
      maySearch,
      asksWho,
      search,
      found: asksWho && search !== '' ? await homesFoundBy(ctx, search) : null,
      hamlets: hamlets.map(({ id, name }) => ({ id, name })),
      own: hamletsOf(ctx.actor, 'member', 'hamlet_team_leader', 'hamlet_head')[0] ?? null,
      points: points.map(({ id, place, hamletName, openingHours }) => ({
        id,
        place,
        hamletName,
        openingHours,
      })),
      platforms: (await listCatalogue(ctx, 'platform')).map(({ code, name }) => ({ code, name })),
      clock: await supportClockOn(ctx, ctx.today),
      channel: hasRole(ctx.actor, 'public_service_center')
        ? ('counter' as const)
        : hasRole(ctx.actor, 'member')
          ? ('member' as const)
          : ('phone' as const),
      atHome,
    };
  });

/** The household of the address, in a hamlet for which the actor may ask. */
async function homeOf(ctx: ReadContext, id: string) {
  const household = visible(
    await householdAt(ctx, id),
    (one) => one.mergedInto === null && canAskSupport(ctx.actor, one.place),
  );
  const living = household.residents.filter((resident) => resident.state === 'living');
  return {
    id: household.id,
    hamletId: household.place.hamletId,
    hamletName: household.hamletName,
    headName: household.headName,
    phone: household.phone ?? living.find((one) => one.id === household.headId)?.phone ?? null,
    people: living.map(({ id: residentId, fullName }) => ({ id: residentId, fullName })),
  };
}

export const actions: Actions = {
  default: async (event) => {
    const values = await formOf(event);
    const { done, problem } = await act(event, askSupport, {
      ...values,
      ...fromWhere(text(values, 'where')),
    });
    if (problem) {
      const { groupId, place, ...fields } = problem.data.problem.fields;
      const where = groupId ?? place;
      problem.data.problem.fields = where === undefined ? fields : { ...fields, where };
      return problem;
    }
    return redirect(303, `/ho-tro/${done.id}?xong=gui`);
  },
};
