import { expect } from 'vitest';
import { inCommune } from '../visit-world.ts';
import type { Model } from './model.ts';

/** Each household that lives on is told in its hamlet and in no other; one that was merged is told in none. */
export async function checkPlaces(model: Model): Promise<void> {
  const { households, told, scopes } = await inCommune(model.world, async (tx) => ({
    households: await tx.selectFrom('households').select(['id', 'hamlet_id', 'merged_into']).execute(),
    told: await tx.selectFrom('sync_homes').selectAll().execute(),
    scopes: await tx.selectFrom('sync_scopes').selectAll().execute(),
  }));
  const revisions = new Map(scopes.map((scope) => [scope.hamlet_id, scope.revision]));
  for (const row of told) expect(row.revision).toBeLessThanOrEqual(revisions.get(row.hamlet_id) ?? 0);
  for (const home of households) {
    const living = told
      .filter((row) => row.household_id === home.id && !row.gone)
      .map((row) => row.hamlet_id);
    const isTold = home.merged_into === null && revisions.has(home.hamlet_id);
    expect(living, 'hamlets in which a household is told').toEqual(isTold ? [home.hamlet_id] : []);
  }
}
