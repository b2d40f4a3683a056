/** A movement of Ấp Mẫu 1 and 2 from 15/11 to 20/11/2026, and visits as they would stand in the register's tables. People are invented. */
import type { Actor } from '#platform/commands/actor.ts';
import { newId, type Id } from '#shared/ids.ts';
import { dayOf } from '#shared/calendar.ts';
import { inCommune } from '#tests/visit-world.ts';
import { commune, type World } from '#tests/world.ts';
import { moveMovement } from './commands/move-movement.server.ts';
import { draftMovement } from './commands/write-movement.server.ts';
import { getMovement, type Movement } from './queries/movements.server.ts';
import { movementResults, type GoalResult } from './queries/ranking.server.ts';

export const written = (world: World, more: Record<string, unknown> = {}) => ({
  name: 'Tháng thanh niên số',
  purpose: 'Mỗi đoàn viên giúp năm hộ.',
  organiser: 'Đoàn TNCS Hồ Chí Minh xã',
  startsOn: '15/11/2026',
  endsOn: '20/11/2026',
  places: [world.hamlets.mau1, world.hamlets.mau2],
  goals: [
    { measure: 'homes_met', reach: 'each', goal: '10' },
    { measure: 'people_vneid', reach: 'all', goal: '20' },
    { measure: 'homes_guided', reach: 'each', goal: '' },
  ],
  ...more,
});

/** Launched by anh Đoàn on the first day. */
export async function launched(world: World, more: Record<string, unknown> = {}): Promise<Id> {
  const now = world.now;
  world.now = new Date('2026-11-15T01:00:00Z');
  const { id } = await world.run(draftMovement, world.cast.doan, written(world, more));
  await world.run(moveMovement, world.cast.doan, { movementId: id, to: 'launched' });
  world.now = now;
  return id;
}

export const movement = (world: World, id: Id, as: Actor = world.cast.hanh): Promise<Movement> =>
  world.read(as, (ctx) => getMovement(ctx, id));

export const results = (world: World, id: Id, as: Actor = world.cast.hanh): Promise<GoalResult[]> =>
  world.read(as, async (ctx) => movementResults(ctx, await getMovement(ctx, id)));

/** A visit of the tests, written straight into its tables: what counts is tested here, not how it is recorded. */
export interface Told {
  by: Actor;
  hamletId: Id;
  householdId: Id;
  at: Date;
  met?: 'someone' | 'nobody';
  /** Who was helped with VNeID, and how far. */
  vneid?: { residentId: Id; outcome: 'installed' | 'declined' };
}

/** Writes visits in this order, one after the other. */
export async function tell(world: World, visits: readonly Told[]): Promise<Id[]> {
  return inCommune(world, async (tx) => {
    const ids: Id[] = [];
    for (const { by, hamletId, householdId, at, met = 'someone', vneid } of visits) {
      const id = newId(world.now);
      ids.push(id);
      await tx
        .insertInto('visits')
        .values({
          commune_id: commune,
          id,
          household_id: householdId,
          hamlet_id: hamletId,
          visited_on: dayOf(at),
          visited_at: at,
          recorded_at: world.now,
          recorded_by: by.accountId,
          member_id: by.memberId,
          form: 'home_visit',
          met,
          met_residents: [],
          need: null,
          topics: [],
          next_step: null,
          next_on: null,
          note: null,
          minutes: null,
          replaces: null,
          void: false,
        })
        .execute();
      if (vneid && met === 'someone')
        await tx
          .insertInto('guidances')
          .values({
            commune_id: commune,
            id: newId(world.now),
            visit_id: id,
            household_id: householdId,
            resident_id: vneid.residentId,
            platform: 'vneid',
            outcome: vneid.outcome,
          })
          .execute();
    }
    return ids;
  });
}

/** As if none of the visits had been. */
export const forget = (world: World): Promise<void> =>
  inCommune(world, async (tx) => {
    for (const table of ['visit_checks', 'guidances', 'visits'] as const)
      await tx.deleteFrom(table).where('commune_id', '=', commune).execute();
  });

/** What somebody found at the door. */
export const found = (world: World, visitId: Id, result: 'confirmed' | 'differs'): Promise<unknown> =>
  inCommune(world, (tx) =>
    tx
      .insertInto('visit_checks')
      .values({
        commune_id: commune,
        id: newId(world.now),
        visit_id: visitId,
        result,
        checked_by: world.cast.hanh.accountId,
        checked_at: world.now,
      })
      .execute(),
  );
