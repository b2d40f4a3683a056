import { productActor } from '#platform/commands/actor.ts';
import { runCommand } from '#platform/commands/command.server.ts';
import { renewInvitation } from '#features/accounts/commands/invite.server.ts';
import { normalLogin } from '#features/accounts/model.ts';
import { formatMoment } from '#shared/calendar.ts';
import { notFound } from '#shared/problem.ts';
import { onConsole } from './on-console.ts';

// npm run -s new-code -- LOGIN: a new invitation code for somebody who cannot get one from another administrator. Whoever
// reaches the console of the server may do what the administrator of accounts may.
await onConsole(async (runtime) => {
  const login = normalLogin(process.argv[2] ?? '');
  const account = await runtime.database.transaction('door', (tx) =>
    tx
      .selectFrom('accounts')
      .select(['id', 'commune_id', 'full_name'])
      .where('login', '=', login)
      .executeTakeFirst(),
  );
  if (!account) throw notFound();
  const actor = { ...productActor(account.commune_id), grants: [{ role: 'commune_admin', hamletId: null }] };
  const invitation = await runCommand(
    runtime.database,
    renewInvitation,
    { actor, now: runtime.now() },
    { accountId: account.id },
  );
  console.log(
    `${account.full_name} (${login}): mã mời ${invitation.code}, dùng đến ${formatMoment(invitation.expiresAt)}. Mở trang /moi để nhập mã.`,
  );
});
