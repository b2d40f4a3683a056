import { expect } from 'vitest';
import { asksRestricted } from '#features/sync/book.server.ts';
import { recount } from '#features/targets/recount.server.ts';
import { inCommune } from '../visit-world.ts';
import { rolesNow } from './check-heard.ts';
import type { Model } from './model.ts';

/** Counters are what a recount counts, and what the phones count for themselves (laws 5 and 9, F29, F30). */
export async function checkCounters(model: Model): Promise<void> {
  const { world } = model;
  const counted = await world.read(world.cast.hanh, recount);
  expect(counted.differences).toEqual([]);
  const rows = await inCommune(world, (tx) => tx.selectFrom('target_counters').selectAll().execute());
  const nothing = { population: 0, reached: 0, unknown: 0, uncertain: 0 };
  for (const carried of model.phones) {
    if (carried.isWiped) continue;
    const { register, store } = carried.phone;
    const roles = await rolesNow(model, carried);
    for (const hamlet of register.book?.hamlets ?? []) {
      const keeps = roles.some((role) => role.hamletId === hamlet.id && role.role !== 'member');
      for (const target of register.book?.targets ?? []) {
        const row = rows.find((one) => one.hamlet_id === hamlet.id && one.target === target.code);
        const wanted = row
          ? {
              population: row.population,
              reached: row.reached,
              unknown: row.unknown,
              uncertain: row.uncertain,
            }
          : nothing;
        const isOwn = keeps || !asksRestricted(target);
        const here = isOwn
          ? register.figure(target, hamlet.id)
          : (store.meta.figures[hamlet.id]?.targets[target.code] ?? nothing);
        expect({ ...here }, `${carried.who}: ${target.code} ở ${hamlet.name}`).toMatchObject(wanted);
      }
    }
  }
}
