import { expect } from 'vitest';
import { FieldPhone } from '../field-phone.ts';
import { inCommune } from '../visit-world.ts';
import { rolesNow } from './check-heard.ts';
import type { Carried, Model } from './model.ts';

const shown = (phone: FieldPhone) =>
  [...phone.register.homes()].sort((left, right) => (left.id < right.id ? -1 : 1));

/** A phone that went through everything shows what a new phone of the same person shows. */
export async function checkReplicas(model: Model): Promise<void> {
  for (const carried of model.phones) {
    if (carried.isWiped) continue;
    const { phone } = carried;
    const fresh = await FieldPhone.signIn(model.world, carried.who, model.server);
    expect((await fresh.sync()).end).toBe('done');
    expect(shown(phone), `máy của ${carried.who} và một máy mới`).toEqual(shown(fresh));
    expect(phone.register.list(null)).toEqual(fresh.register.list(null));
    expect(phone.store.meta.book).toEqual(fresh.store.meta.book);
    expect(phone.store.meta.lists).toEqual({});
    expect(Object.keys(phone.store.meta.cursors).sort()).toEqual(
      Object.keys(fresh.store.meta.cursors).sort(),
    );
    expect(Object.keys(phone.store.meta.figures).sort()).toEqual(
      Object.keys(fresh.store.meta.figures).sort(),
    );
    const hamlets = (await rolesNow(model, carried)).map((role) => role.hamletId);
    for (const home of shown(phone)) expect(hamlets, 'hamlets of the person').toContain(home.hamletId);
    await checkVisits(model, carried);
    fresh.kill();
  }
}

/** Every visit that counts is on every phone of the hamlet where its household is now. */
async function checkVisits(model: Model, carried: Carried): Promise<void> {
  const { visits, households } = await inCommune(model.world, async (tx) => ({
    visits: await tx.selectFrom('visits').select(['id', 'household_id', 'replaces', 'void']).execute(),
    households: await tx.selectFrom('households').select(['id', 'merged_into']).execute(),
  }));
  const replaced = new Set(visits.map((visit) => visit.replaces));
  const into = new Map(households.map((home) => [home.id, home.merged_into]));
  const livingOf = (id: string): string => {
    const next = into.get(id);
    return next ? livingOf(next) : id;
  };
  for (const home of shown(carried.phone)) {
    const counted = visits.filter(
      (visit) => !visit.void && !replaced.has(visit.id) && livingOf(visit.household_id) === home.id,
    );
    expect(home.visits.map((visit) => visit.id).sort()).toEqual(counted.map((visit) => visit.id).sort());
  }
}
