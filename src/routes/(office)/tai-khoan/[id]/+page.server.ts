import { redirect, type RequestEvent } from '@sveltejs/kit';
import { visible, type Command } from '#platform/commands/command.server.ts';
import { renewInvitation } from '#features/accounts/commands/invite.server.ts';
import {
  disableAccount,
  enableAccount,
  grantRole,
  revokeRole,
} from '#features/accounts/commands/keep.server.ts';
import { isHamletRole, roles } from '#features/accounts/model.ts';
import { canGrant, canKeepAccount, canOpenAccounts } from '#features/accounts/policy.ts';
import { findAccount } from '#features/accounts/queries.server.ts';
import { roleNames } from '#features/accounts/words.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { isId } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { act, attempt, formOf, read, text, type Access, type FormValues } from '#routes/door.server.ts';
import * as words from '../words.ts';

export const _access: Access = canOpenAccounts;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { id } = event.params;
    const { actor } = ctx;
    const account = visible(isId(id) ? await findAccount(ctx, id) : null, (one) =>
      canKeepAccount(actor, one),
    );
    const hamlets = await listHamlets(ctx);
    const mayGrant = (role: (typeof roles)[number]) =>
      isHamletRole(role)
        ? hamlets.some((hamlet) => canGrant(actor, role, hamlet.id))
        : canGrant(actor, role, null);
    return {
      account,
      roles: roles.filter(mayGrant).map((role) => ({ value: role, label: roleNames[role] })),
      hamlets: hamlets
        .filter((hamlet) => canGrant(actor, 'member', hamlet.id))
        .map((hamlet) => ({ value: hamlet.id, label: hamlet.name })),
      done: doneText(words.done, event.url),
    };
  });

export const actions: Actions = {
  renew: async (event) => {
    const { done, problem } = await act(event, renewInvitation, { accountId: event.params.id });
    return problem ?? { slip: done, address: `${event.url.origin}/moi` };
  },
  lock: (event) => keep(event, disableAccount, {}, 'khoa'),
  unlock: (event) => keep(event, enableAccount, {}, 'mo-khoa'),
  grant: async (event) => {
    const values = await formOf(event);
    const role = text(values, 'role');
    const inHamlet = isHamletRole(role);
    const checked = await attempt(values, async () => {
      if (inHamlet && text(values, 'hamletId') === '')
        throw new Problem('input.invalid', { fields: { hamletId: words.accountPage.hamletNeeded } });
    });
    if (checked.problem) return checked.problem;
    return keep(event, grantRole, inHamlet ? values : { role }, 'them-vai-tro');
  },
  revoke: async (event) => keep(event, revokeRole, await formOf(event), 'thu-vai-tro'),
};

async function keep<Input, Loaded, Result>(
  event: RequestEvent<{ id: string }>,
  command: Command<Input, Loaded, Result>,
  values: FormValues,
  code: string,
) {
  const { problem } = await act(event, command, { ...values, accountId: event.params.id });
  return problem ?? redirect(303, `/tai-khoan/${event.params.id}?xong=${code}`);
}
