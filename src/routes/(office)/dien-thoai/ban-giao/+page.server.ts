import { importHandover } from '#features/sync/commands/import-handover.server.ts';
import { canOpenHandover } from '#features/sync/policy.ts';
import { countWaiting } from '#features/sync/queries/count-waiting.server.ts';
import { listAttention } from '#features/sync/queries/list-attention.server.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { Problem } from '#shared/problem.ts';
import { attempt, formOf, originOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { phoneTabs } from '../phone-tabs.ts';
import { handover as words } from '../words.ts';

export const _access: Access = canOpenHandover;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({ tabs: phoneTabs(ctx.actor, 'file', (await countWaiting(ctx)).reviews) }));

export const actions: Actions = {
  default: async (event) => {
    const values = await formOf(event);
    const { done, problem } = await attempt({}, async () => {
      const file = values['file'];
      if (!(file instanceof File) || file.size === 0)
        throw new Problem('input.invalid', { fields: { file: words.fileNeeded } });
      const bytes = new Uint8Array(await file.arrayBuffer());
      return importHandover(sharedRuntime().database, originOf(event), bytes);
    });
    if (problem) return problem;
    const { toLookAt: opIds, ...result } = done;
    const attention = await read(event, (ctx) => listAttention(ctx, { hamletId: null, opIds }));
    const { items } = attention;
    return { problem: null, taken: { result, items, isMore: opIds.length > items.length } };
  },
};
