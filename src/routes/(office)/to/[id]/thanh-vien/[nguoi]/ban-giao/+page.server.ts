import { redirect } from '@sveltejs/kit';
import { canSeeAllTasks } from '#features/tasks/policy.ts';
import { handOver } from '#features/leaving/commands/hand-over.server.ts';
import { spread } from '#features/leaving/model.ts';
import { heldBy } from '#features/leaving/queries/held-by.server.ts';
import { heirsOf, reaches, type HeirMember } from '#features/leaving/queries/heirs.server.ts';
import { hasRole } from '#features/accounts/model.ts';
import { isId, type Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const _access: Access = (actor) => hasRole(actor, 'culture_social_officer', 'hamlet_head');

/** Everything that the member has in hand, each with those who may take it and one of them chosen: `?nhan=` narrows them. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { id, nguoi } = event.params;
    if (!isId(nguoi)) throw notFound();
    const held = await heldBy(ctx, nguoi);
    if (held.member.teamId !== id) throw notFound();
    const all = await heirsOf(ctx, held);
    const chosen = event.url.searchParams.getAll('nhan').filter((one) => all.some((heir) => heir.id === one));
    const wanted =
      chosen.length === 0
        ? all.filter((heir) => heir.hamletId === held.member.hamletId)
        : all.filter((heir) => chosen.includes(heir.id));
    const mayTake = (hamletId: Id | null) => all.filter((heir) => reaches(heir, hamletId));
    const givenTasks = (hamletId: Id | null) =>
      canSeeAllTasks(ctx.actor) ? mayTake(hamletId) : all.filter((heir) => heir.hamletId === hamletId);
    const { actor } = ctx;
    const voices = (hamletId: Id | null) => [
      ...mayTake(hamletId).flatMap(({ accountId, ...heir }) =>
        accountId ? [{ ...heir, id: accountId }] : [],
      ),
      ...(all.some((heir) => heir.accountId === actor.accountId)
        ? []
        : [
            {
              id: actor.accountId,
              name: actor.fullName,
              hamletId: null,
              households: Number.MAX_SAFE_INTEGER,
              isMe: true,
            },
          ]),
    ];
    const asAccounts = wanted.flatMap(({ accountId, ...heir }) =>
      accountId ? [{ ...heir, id: accountId }] : [],
    );
    return {
      teamId: id,
      member: held.member,
      beyond: held.beyond,
      heirs: all,
      chosen,
      homes: withTakers(held.homes, mayTake, wanted),
      tasks: withTakers(held.tasks, givenTasks, wanted),
      requests: withTakers(held.requests, mayTake, wanted),
      obstacles: withTakers(held.obstacles, voices, [
        ...asAccounts,
        ...voices(null).filter((one) => 'isMe' in one),
      ]),
      today: ctx.today,
    };
  });

type Taker = Pick<HeirMember, 'id' | 'name' | 'hamletId' | 'households'> & { isMe?: boolean };

/** Each thing with who may take it, and who is proposed: of those wanted the one who carries least. */
function withTakers<Thing extends { id: Id; hamletId: Id | null }>(
  things: readonly Thing[],
  takersAt: (hamletId: Id | null) => readonly Taker[],
  wanted: readonly Taker[],
) {
  const proposed = spread(
    things.map((thing) => ({ id: thing.id, heirs: takersAt(thing.hamletId).map((one) => one.id) })),
    wanted.map((one) => ({ id: one.id, load: one.households })),
  );
  return things.map((thing) => ({
    ...thing,
    takers: takersAt(thing.hamletId).map(({ id, name, isMe }) => ({ id, name, isMe: isMe === true })),
    proposed: proposed.get(thing.id) ?? null,
  }));
}

export const actions: Actions = {
  default: async (event) => {
    const values = { ...(await formOf(event)), memberId: event.params.nguoi };
    const { problem } = await act(event, handOver, values);
    return problem ?? redirect(303, `/to/${event.params.id}?xong=ban-giao`);
  },
};
