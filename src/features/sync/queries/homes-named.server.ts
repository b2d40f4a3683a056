import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { isId, type Id } from '#shared/ids.ts';

/** A household that something is about, where it is now. */
export interface NamedHome {
  id: Id;
  hamletId: Id;
  headName: string;
}

/** What may name households: its own, and those of its input, by themselves or by one of their people. */
interface Naming {
  household_id: Id | null;
  input: Record<string, unknown> | null;
}

/**
 * The households that each of the operations names, the one that it is about first. What a phone names is not yet what the
 * reader may see: the caller asks for every one.
 */
export async function homesNamed(ctx: ReadContext, operations: readonly Naming[]): Promise<NamedHome[][]> {
  const named = operations.map((one) => idsIn(one));
  const ids = [...new Set(named.flat())];
  if (ids.length === 0) return named.map(() => []);
  const { rows } = await sql<NamedHome & { by: Id }>`
    select h.id as "by", h.id, h.hamlet_id as "hamletId", h.head_name as "headName" from households as h
     where h.commune_id = ${ctx.communeId} and h.id = any(${ids}::uuid[])
    union all
    select r.id, h.id, h.hamlet_id, h.head_name from residents as r
      join households as h on h.commune_id = ${ctx.communeId} and h.id = r.household_id
     where r.commune_id = ${ctx.communeId} and r.id = any(${ids}::uuid[])`.execute(ctx.tx);
  const byId = new Map(rows.map(({ by, ...home }) => [by, home]));
  return named.map((own) => [
    ...new Map(
      own.flatMap((id) => {
        const home = byId.get(id);
        return home ? [[home.id, home] as const] : [];
      }),
    ).values(),
  ]);
}

/** Every id in an operation, wherever in its input it stands. */
function idsIn({ household_id: own, input }: Naming): Id[] {
  return [...(own === null ? [] : [own]), ...idsOf(input)];
}

function idsOf(value: unknown): Id[] {
  if (typeof value === 'string') return isId(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(idsOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsOf) : [];
}
