import { expect } from 'vitest';
import { fromColumns } from '#shared/columns.ts';
import type { Id } from '#shared/ids.ts';
import { homeShape } from '#features/sync/model/home.ts';
import { listedShape } from '#features/sync/model/listed-home.ts';
import { inCommune } from '../visit-world.ts';
import type { Carried, Model } from './model.ts';

/** Where a person works at this moment, as a plain reading of the roles' rows. */
export async function rolesNow(model: Model, carried: Carried): Promise<{ role: string; hamletId: Id }[]> {
  const rows = await inCommune(model.world, (tx) =>
    tx
      .selectFrom('account_roles as r')
      .innerJoin('accounts as a', 'a.id', 'r.account_id')
      .select(['r.role', 'r.hamlet_id'])
      .where('r.account_id', '=', model.world.cast[carried.who].accountId)
      .where('r.revoked_on', 'is', null)
      .where('a.disabled_at', 'is', null)
      .execute(),
  );
  return rows.flatMap(({ role, hamlet_id: hamletId }) => (hamletId === null ? [] : [{ role, hamletId }]));
}

/**
 * Nothing came over the line but households of the person's hamlets, and nothing restricted but to the hamlet's head and
 * leader, or of a household that they look after (P8, R104). Called right after an exchange: nothing has changed since.
 */
export async function checkHeard(model: Model, carried: Carried): Promise<void> {
  if (!carried.heard.some((line) => line.line === 'homes' || line.line === 'list')) return;
  const roles = await rolesNow(model, carried);
  const rows = await inCommune(model.world, (tx) =>
    tx.selectFrom('households').select(['id', 'hamlet_id', 'responsible_member_id', 'merged_into']).execute(),
  );
  const register = new Map(rows.map((row) => [row.id, row]));
  const { memberId } = model.world.cast[carried.who];
  for (const line of carried.heard) {
    if (line.line !== 'homes' && line.line !== 'list') continue;
    expect(roles.map((role) => role.hamletId)).toContain(line.scope);
    if (line.line === 'list') {
      for (const row of fromColumns(line.homes, listedShape))
        expect(register.get(row.id)?.hamlet_id, 'hamlet of a listed household').toBe(line.scope);
      continue;
    }
    const keeps = roles.some((role) => role.hamletId === line.scope && role.role !== 'member');
    for (const home of fromColumns(line.homes, homeShape)) {
      const row = register.get(home.id);
      expect([home.hamletId, row?.hamlet_id, row?.merged_into]).toEqual([line.scope, line.scope, null]);
      const mayKnow = keeps || (memberId !== null && row?.responsible_member_id === memberId);
      if (!mayKnow)
        expect(
          [home.poverty, ...home.people.map((person) => person.vulnerable)].every((fact) => fact === null),
        ).toBe(true);
    }
  }
}
