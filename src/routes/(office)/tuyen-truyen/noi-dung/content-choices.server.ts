import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { listCatalogue } from '#features/plans/queries.server.ts';
import { unitNames } from '#features/units/queries/units.server.ts';

/** What the form of a content offers of the commune's catalogue, and the units that may have given it; the one that did, though it ended. */
export async function contentChoices(
  ctx: ReadContext,
  standing: { unitId: Id | null; unitName: string | null } | null = null,
) {
  const named = async (kind: 'topic' | 'platform') =>
    (await listCatalogue(ctx, kind)).map(({ code, name }) => ({ code, name }));
  const units = (await unitNames(ctx)).map(({ id, name }) => ({ code: id, name }));
  if (standing?.unitId && !units.some(({ code }) => code === standing.unitId))
    units.push({ code: standing.unitId, name: standing.unitName ?? '' });
  return { topics: await named('topic'), platforms: await named('platform'), units };
}
