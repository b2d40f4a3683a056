import { hasRole } from '#features/accounts/model.ts';
import { canOpenAccounts } from '#features/accounts/policy.ts';
import { listAccounts, type Account } from '#features/accounts/queries.server.ts';
import { fold } from '#shared/fold.ts';
import type { PageServerLoad } from './$types';
import { read, type Access } from '#routes/door.server.ts';

export const _access: Access = canOpenAccounts;

const states: Record<string, Account['state']> = {
  'dang-moi': 'invited',
  'dang-dung': 'active',
  'da-khoa': 'disabled',
};

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const q = event.url.searchParams.get('q')?.trim() ?? '';
    const filter = event.url.searchParams.get('loc') ?? '';
    const all = await listAccounts(ctx);
    const found = all.filter((account) => `${fold(account.fullName)} ${account.login}`.includes(fold(q)));
    const wanted = Object.hasOwn(states, filter) ? states[filter] : undefined;
    return {
      q,
      filter: wanted ? filter : '',
      total: all.length,
      filters: Object.entries(states).map(([code, state]) => ({
        code,
        state,
        count: found.filter((account) => account.state === state).length,
      })),
      accounts: wanted ? found.filter((account) => account.state === wanted) : found,
      mayAdd: hasRole(ctx.actor, 'commune_admin'),
    };
  });
