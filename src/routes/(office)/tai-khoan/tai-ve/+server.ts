import { isRole } from '#features/accounts/model.ts';
import { canOpenAccounts } from '#features/accounts/policy.ts';
import { listAccounts } from '#features/accounts/queries.server.ts';
import { roleNames } from '#features/accounts/words.ts';
import { formatMoment } from '#shared/calendar.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { exported, states } from '../words.ts';

export const _access: Access = canOpenAccounts;

/** The accounts that the reader keeps: names to sign in, roles, state; never a code or a password. */
export const GET: RequestHandler = (event) =>
  listFile(event, {
    list: 'accounts',
    title: exported.title,
    columns: exported.columns,
    rows: async (ctx) =>
      (await listAccounts(ctx)).map((account) => [
        account.fullName,
        account.login,
        account.grants
          .flatMap(({ role, hamletName }) =>
            isRole(role) ? [hamletName ? `${roleNames[role]} ${hamletName}` : roleNames[role]] : [],
          )
          .join('; '),
        states[account.state],
        account.lastSeenAt && formatMoment(account.lastSeenAt),
      ]),
  });
