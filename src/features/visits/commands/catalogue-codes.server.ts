import type { ReadContext } from '#platform/commands/command.server.ts';
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
  const codes = [...new Set(wanted.map((one) => one.code))];
  if (codes.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('catalogue_entries')
    .select(['kind', 'code', 'details'])
    .where('commune_id', '=', ctx.communeId)
    .where('code', 'in', codes)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
    .execute();
  return new Map(rows.map((row) => [codeKey(row.kind, row.code), row.details]));
}
