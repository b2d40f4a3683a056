import { beforeEach, describe, expect, it } from 'vitest';
import { commune, useWorld, type CastName } from '#tests/world.ts';
import { returnReport } from '#features/reports/commands/decide-report.server.ts';
import { extendDueDay } from '#features/reports/commands/keep-calendar.server.ts';
import { openReport } from '#features/reports/commands/open-report.server.ts';
import { submitReport } from '#features/reports/commands/submit-report.server.ts';
import { layGroundFor } from '#features/reports/report-world.test-support.ts';
import { phoneBook } from './book.server.ts';

/** The reports that a phone knows are owed (R45, R92): what chú Tư sees of them where there is no network. */
const world = useWorld();
beforeEach(async () => {
  await layGroundFor(world());
  // The plan begins in October: no month before it is owed.
  await world().database.transaction({ commune }, (tx) =>
    tx.updateTable('plans').set({ starts_on: '2026-10-01' }).where('commune_id', '=', commune).execute(),
  );
  world().now = new Date('2026-11-03T02:00:00Z');
});
const bookOf = (who: CastName) => world().read(world().cast[who], phoneBook);
const owed = async (who: CastName) => (await bookOf(who)).book.owed;

describe('the book of a phone', () => {
  it('tells who leads a hamlet what that hamlet owes, and nobody else', async () => {
    const { mau1, mau2 } = world().hamlets;
    const october = { period: '2026-10', dueOn: '2026-11-10', isReturned: false };
    expect(await owed('tu')).toEqual([{ ...october, hamletId: mau1 }]);
    expect(await owed('sau')).toEqual([{ ...october, hamletId: mau2 }]);
    expect(await owed('lan')).toEqual([]);
  });

  it('is the same all month, so that no phone takes it anew for it', async () => {
    const { hash } = await bookOf('tu');
    world().now = new Date('2026-11-20T02:00:00Z');
    expect((await bookOf('tu')).hash).toBe(hash);
  });

  it('says no more once it is sent, says when it was put off or sent back, and is silent a month after', async () => {
    const { cast, hamlets, run } = world();
    await run(extendDueDay, cast.hanh, {
      hamletId: hamlets.mau1,
      period: '2026-10',
      dueOn: '2026-11-13',
      reason: 'Mất điện vì bão',
    });
    expect(await owed('tu')).toMatchObject([{ dueOn: '2026-11-13' }]);
    const reportId = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
    expect(await owed('tu')).toHaveLength(1);
    await run(submitReport, cast.tu, { reportId });
    expect(await owed('tu')).toEqual([]);
    await run(returnReport, cast.hanh, { reportId, note: 'Xem lại số buổi.' });
    expect(await owed('tu')).toMatchObject([{ isReturned: true }]);
    // The day's own next month is owed by then.
    world().now = new Date('2026-12-20T02:00:00Z');
    expect(await owed('tu')).toMatchObject([{ period: '2026-11', isReturned: false }]);
  });
});
