import { visible } from '#platform/commands/command.server.ts';
import { qrPath } from '#platform/picture/qr.server.ts';
import { getCommune } from '#features/org/queries.server.ts';
import { canSeeContents } from '#features/outreach/policy.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { contentAt } from '../seen-content.server.ts';

/** A leaflet to print; the QR is drawn here and asked of nobody. */
export const _access: Access = canSeeContents;

export const load: PageServerLoad = async (event) => {
  const found = await read(event, async (ctx) => {
    const content = visible(await contentAt(ctx, event.params.id), (one) => one.leaflet !== null);
    return { content, commune: (await getCommune(ctx)).name };
  });
  const { link } = found.content;
  return { ...found, qr: link === null ? null : await qrPath(link) };
};
