import type { AccountGrant } from '#features/accounts/queries.server.ts';
import { roleNames } from '#features/accounts/words.ts';

const names: Readonly<Record<string, string>> = roleNames;

/** "Thành viên Tổ, Ấp Mẫu 1". */
export function roleInPlace(grant: AccountGrant): string {
  const name = names[grant.role] ?? grant.role;
  return grant.hamletName === null ? name : `${name}, ${grant.hamletName}`;
}
