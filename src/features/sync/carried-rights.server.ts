import { sql } from 'kysely';
import type { Actor, Grant } from '#platform/commands/actor.ts';
import type { FieldCommand } from '#platform/commands/field-command.server.ts';
import type { ReadContext, WriteContext } from '#platform/commands/command.server.ts';
import { dayOf } from '#shared/calendar.ts';
import { isId, type Id } from '#shared/ids.ts';
import { fieldCommands } from './field-commands.server.ts';
import { isHamletRole } from '#features/accounts/model.ts';
import type { Operation } from './model/operation.ts';
import type { OperationFlag } from './tables.ts';

/** The actor with whom an operation runs, and what was unusual about that. */
export interface CarriedRights {
  actor: Actor;
  flags: OperationFlag[];
}

/**
 * Work that somebody did while it was theirs to do is accepted when it arrives later (law 5, P1, P20): with the roles that
 * they had in the hamlet on that day, and for households and people that have left the hamlet since the phone last asked, alone
 * or because the whole hamlet was merged into another.
 * Nobody gets any other right: whatever does not fit is left to the command, which refuses it.
 */
export async function carriedRights(
  ctx: WriteContext,
  operation: Operation,
  command: FieldCommand,
  places: ReadonlyMap<Id, Id>,
): Promise<CarriedRights> {
  const flags: OperationFlag[] = [];
  const now = rolesIn(ctx.actor.grants, operation.scope);
  const then = now.length > 0 ? now : await rolesThen(ctx, operation.scope);
  if (now.length === 0 && then.length > 0) flags.push('rights_ended');
  if (then.length === 0) return { actor: ctx.actor, flags };
  const grants =
    now.length > 0 ? [...ctx.actor.grants] : [...ctx.actor.grants, ...grantsFor(then, operation.scope)];
  const seen = new Set(grants.map((grant) => grant.hamletId));
  // Whoever led a hamlet that was merged into another may be a member only in that one.
  const lacks = (hamletId: Id) => {
    const here = rolesIn(grants, hamletId);
    return then.some((role) => !here.includes(role));
  };
  const named = namedBy(operation, command);
  const isElsewhere = (id: Id) => {
    const hamletId = places.get(id);
    return hamletId !== undefined && lacks(hamletId);
  };
  if (![...named.households, ...named.residents].some(isElsewhere))
    return { actor: { ...ctx.actor, grants }, flags };
  const today = await placesNow(ctx, operation, named);
  const elsewhere = today.filter((place) => !seen.has(place.hamletId));
  const less = today.filter(
    (place) => seen.has(place.hamletId) && place.leftUnknown && lacks(place.hamletId),
  );
  const known = elsewhere.every((place) => place.leftUnknown) ? [...elsewhere, ...less] : [];
  if (known.length > 0) {
    flags.push('household_moved');
    for (const hamletId of new Set(known.map((place) => place.hamletId)))
      grants.push(...grantsFor(then, hamletId));
  }
  return { actor: { ...ctx.actor, grants }, flags };
}

const rolesIn = (grants: readonly Grant[], hamletId: Id) =>
  grants
    .filter((grant) => grant.hamletId === hamletId && isHamletRole(grant.role))
    .map((grant) => grant.role);
const grantsFor = (roles: readonly string[], hamletId: Id): Grant[] =>
  roles.map((role) => ({ role, hamletId }));

/** Roles that ended, but were held on the day of the doing. */
async function rolesThen(ctx: WriteContext, hamletId: Id): Promise<string[]> {
  const day = dayOf(ctx.happenedAt);
  const rows = await ctx.tx
    .selectFrom('account_roles')
    .select('role')
    .distinct()
    .where('commune_id', '=', ctx.communeId)
    .where('account_id', '=', ctx.actor.accountId)
    .where('hamlet_id', '=', hamletId)
    .where('granted_on', '<=', day)
    .where((on) => on.or([on('revoked_on', 'is', null), on('revoked_on', '>=', day)]))
    .execute();
  return rows.map((row) => row.role).filter(isHamletRole);
}

interface PlaceNow {
  hamletId: Id;
  /** It was the scope's, and left it after what the phone knew. */
  leftUnknown: boolean;
}

interface Named {
  households: Id[];
  residents: Id[];
}

/** The households and people that an operation names. */
function namedBy(operation: Operation, command: FieldCommand | undefined): Named {
  const ids = (values: readonly unknown[]) => [
    ...new Set(values.filter((value): value is string => typeof value === 'string' && isId(value))),
  ];
  return {
    households: ids([operation.household, ...(command?.households(operation.input) ?? [])]),
    residents: ids(command?.residents(operation.input) ?? []),
  };
}

/** The hamlet of every household and person that operations name, as it is now: one question for a whole push. */
export async function placesOf(ctx: ReadContext, operations: readonly Operation[]): Promise<Map<Id, Id>> {
  const named = operations.map((operation) => namedBy(operation, fieldCommands.get(operation.command)));
  const households = [...new Set(named.flatMap((one) => one.households))];
  const residents = [...new Set(named.flatMap((one) => one.residents))];
  if (households.length === 0 && residents.length === 0) return new Map();
  const { rows } = await sql<{ id: Id; hamletId: Id }>`
    with recursive home (id, at) as (
      select h.id, h.id from households as h
       where h.commune_id = ${ctx.communeId} and h.id = any(${households}::uuid[])
      union all
      select r.id, r.household_id from residents as r
       where r.commune_id = ${ctx.communeId} and r.id = any(${residents}::uuid[])
      union all
      select home.id, h.merged_into from home
        join households as h on h.commune_id = ${ctx.communeId} and h.id = home.at
       where h.merged_into is not null
    )
    select home.id, h.hamlet_id as "hamletId" from home
      join households as h on h.commune_id = ${ctx.communeId} and h.id = home.at
     where h.merged_into is null`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.id, row.hamletId]));
}

/** Where everything is now that the operation names, and whether the phone could know. */
async function placesNow(
  ctx: WriteContext,
  operation: Operation,
  { households, residents }: Named,
): Promise<PlaceNow[]> {
  // The revisions of a server that was restored since say nothing of this one's (law 13).
  const seen = sql`coalesce((select 0 from sync_epochs as p
    where p.commune_id = ${ctx.communeId} and p.announced_at > ${ctx.happenedAt}), ${operation.revision})`;
  const { rows } = await sql<PlaceNow>`
    with recursive home (named, id, via_person) as (
      select h.id, h.id, null::uuid from households as h
       where h.commune_id = ${ctx.communeId} and h.id = any(${households}::uuid[])
      union all
      select r.household_id, r.household_id, r.id from residents as r
       where r.commune_id = ${ctx.communeId} and r.id = any(${residents}::uuid[])
      union all
      select home.named, h.merged_into, home.via_person from home
        join households as h on h.commune_id = ${ctx.communeId} and h.id = home.id
       where h.merged_into is not null
    )
    select h.hamlet_id as "hamletId",
           exists (
             select 1 from sync_homes as s
              where s.commune_id = ${ctx.communeId} and s.hamlet_id = ${operation.scope} and s.household_id = home.named
                and s.gone and s.revision > ${seen}
           ) or (home.via_person is not null and exists (
             select 1 from events as e
               join sync_homes as s on s.commune_id = ${ctx.communeId} and s.hamlet_id = ${operation.scope}
                and s.household_id::text = e.data -> 'before' ->> 'household_id' and s.revision > ${seen}
              where e.commune_id = ${ctx.communeId} and e.subject_id = home.via_person
                and e.name in ('resident.moved', 'resident.merged')
           )) as "leftUnknown"
      from home
      join households as h on h.commune_id = ${ctx.communeId} and h.id = home.id
     where h.merged_into is null`.execute(ctx.tx);
  return rows;
}
