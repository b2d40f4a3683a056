import fc from 'fast-check';
import { communeRoles, hamletRoles } from '#features/accounts/model.ts';
import type { Actor } from '#platform/commands/actor.ts';

/** Some actor: none to three roles, each hamlet role in one of the hamlets, as one of the accounts, as one of the members or as nobody's. */
export function someActor(world: {
  communeId: string;
  hamlets: readonly string[];
  accounts: readonly string[];
  members: readonly (string | null)[];
}): fc.Arbitrary<Actor> {
  const grant = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        role: fc.constantFrom(...hamletRoles),
        hamletId: fc.constantFrom(...world.hamlets),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ role: fc.constantFrom(...communeRoles), hamletId: fc.constant(null) }),
    },
  );
  return fc.record({
    accountId: fc.constantFrom(...world.accounts),
    communeId: fc.constant(world.communeId),
    fullName: fc.constant('Người thử'),
    memberId: fc.constantFrom(...world.members),
    grants: fc.array(grant, { maxLength: 3 }),
  });
}

/** An actor with as few words as a failing case needs. */
export const told = (actor: Actor): string =>
  JSON.stringify({
    grants: actor.grants.map((one) => `${one.role}${one.hamletId === null ? '' : ` in ${one.hamletId}`}`),
    account: actor.accountId,
    member: actor.memberId,
  });
