import type { ReadContext } from '#platform/commands/command.server.ts';
import { listHouseholds } from '#features/registry/queries/list-households.server.ts';

/** So many households of a search are shown (hộ). */
const most = 10;

/** The first households that fit what was typed, as lines to choose from. */
export async function homesFoundBy(ctx: ReadContext, text: string) {
  const { rows } = await listHouseholds(ctx, { text });
  return {
    isCut: rows.length > most,
    rows: rows.slice(0, most).map(({ id, headName, hamletName, address, code }) => ({
      id,
      headName,
      detail: [hamletName, address, code].filter(Boolean).join(' · '),
    })),
  };
}
