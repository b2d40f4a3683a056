import type { ReadContext } from '#platform/commands/command.server.ts';
import { ofTransaction } from '#platform/db/database.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { CatalogueKind } from '#features/plans/model.ts';

/** What the catalogue says about codes: kind and code to details. */
export type KnownCodes = ReadonlyMap<string, unknown>;

export const codeKey = (kind: CatalogueKind, code: string) => `${kind}/${code}`;

/**
 * Looks codes up in the commune's catalogue. An entry that was retired after the day still counts: a phone that was
 * offline, and a paper of last month, speak of the catalogue of their day.
 */
export async function knownCodes(
  ctx: ReadContext,
  wanted: readonly { kind: CatalogueKind; code: string }[],
  on: Day,
): Promise<KnownCodes> {
  if (wanted.length === 0) return new Map();
  const entries = await ofTransaction(ctx.tx, catalogueKey, () => catalogueOf(ctx));
  const codes = new Set(wanted.map((one) => one.code));
  return new Map(
    entries
      .filter((entry) => codes.has(entry.code) && (entry.valid_to === null || entry.valid_to > on))
      .map((entry) => [codeKey(entry.kind, entry.code), entry.details]),
  );
}

const catalogueKey = Symbol('catalogue of the transaction');

/** All of it, once for a transaction: the visits of a phone's day speak of the same few codes. */
const catalogueOf = (ctx: ReadContext) =>
  ctx.tx
    .selectFrom('catalogue_entries')
    .select(['kind', 'code', 'details', 'valid_to'])
    .where('commune_id', '=', ctx.communeId)
    .execute();
