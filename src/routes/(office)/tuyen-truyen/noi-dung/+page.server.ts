import { contentKinds } from '#features/outreach/content.ts';
import { canSeeContents, canWriteContents } from '#features/outreach/policy.ts';
import { listContents } from '#features/outreach/queries/contents.server.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { askedOf } from './filter.ts';

export const _access: Access = canSeeContents;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const asked = askedOf(event.url.searchParams);
    const all = await listContents(ctx, { retired: asked.retired });
    return {
      asked,
      contents: all.filter((one) => asked.kind === null || one.kind === asked.kind),
      counts: Object.fromEntries(
        contentKinds.map((kind) => [kind, all.filter((one) => one.kind === kind).length]),
      ),
      total: all.length,
      today: ctx.today,
      mayWrite: canWriteContents(ctx.actor),
    };
  });
