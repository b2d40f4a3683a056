import { beforeEach, expect, it } from 'vitest';
import { writeContext, type WriteContext } from '#platform/commands/command.server.ts';
import { endOf } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { insertCatalogueEntry, insertPlan } from '#features/plans/commands.server.ts';
import { defaultCatalogue } from '#features/plans/default-catalogue.ts';
import { planNhonMy2026 } from '#features/plans/plan-2026.ts';
import { registerHousehold } from '#features/registry/commands/register-household.server.ts';
import { recordVisit } from '#features/visits/commands/record-visit.server.ts';
import { withdrawVisit } from '#features/visits/commands/withdraw-visit.server.ts';
import { useWorld, type World } from '#tests/world.ts';
import { seedDefaultTargets } from './commands/seed-default-targets.server.ts';
import { keepMonths } from './months.server.ts';
import { figuresAsOf } from './queries/figures-as-of.server.ts';
import { trends } from './queries/trends.server.ts';

const world = useWorld();

const write = <Result>(here: World, work: (ctx: WriteContext) => Promise<Result>) =>
  here.database.transaction({ commune: here.cast.hanh.communeId }, (tx) =>
    work(writeContext(tx, { actor: here.cast.hanh, now: here.now })),
  );
const noonOf = (day: string) => new Date(`${day}T05:00:00Z`);

beforeEach(async () => {
  const here = world();
  here.now = noonOf('2026-01-05');
  await write(here, async (ctx) => {
    const id = await insertPlan(ctx, planNhonMy2026);
    for (const entry of defaultCatalogue) await insertCatalogueEntry(ctx, entry);
    await seedDefaultTargets(ctx, id);
  });
});

/** T2, households told of the plan: month, reached, of how many. */
async function curve(here: World, hamletIds: Id[] | null) {
  const points = (await here.read(here.cast.hanh, (ctx) => trends(ctx, hamletIds))).get('T2') ?? [];
  return points.map(({ month, figure }) => [month, figure && `${figure.reached}/${figure.population}`]);
}

/** Three households of Ấp Mẫu 1 from August, one of Ấp Mẫu 2 from October; one visit in September, one in October. */
async function live(here: World) {
  const homes: Id[] = [];
  const settle = async (day: string, hamletId: Id, count: number) => {
    here.now = noonOf(day);
    for (let nth = 0; nth < count; nth += 1) {
      const residents = [{ fullName: `Lê Văn ${['Một', 'Hai', 'Ba'][nth]}`, birth: '1970' }];
      homes.push((await here.run(registerHousehold, here.cast.hanh, { hamletId, residents })).id);
    }
  };
  const visit = async (day: string, householdId: Id | undefined) => {
    here.now = noonOf(day);
    return here.run(recordVisit, here.cast.lan, { householdId, met: 'someone' });
  };
  await settle('2026-08-10', here.hamlets.mau1, 3);
  const september = await visit('2026-09-10', homes[0]);
  await settle('2026-10-02', here.hamlets.mau2, 1);
  await visit('2026-10-05', homes[1]);
  return september.id;
}

it('keeps each finished month as it was known when it ended, and the running one as it is', async () => {
  const here = world();
  const september = await live(here);
  here.now = noonOf('2026-11-02');
  await write(here, keepMonths);
  const empty = ['01', '02', '03', '04', '05', '06', '07'].map((month) => [`2026-${month}`, '0/0']);
  const past = [...empty, ['2026-08', '0/3'], ['2026-09', '1/3']];
  expect(await curve(here, null)).toEqual([...past, ['2026-10', '2/4'], ['2026-11', '2/4']]);
  expect(await curve(here, [here.hamlets.mau1])).toEqual([...past, ['2026-10', '2/3'], ['2026-11', '2/3']]);

  // Taken back later: today is another, September stays what it was.
  here.now = noonOf('2026-11-03');
  await here.run(withdrawVisit, here.cast.lan, { visitId: september, reason: 'Ghi nhầm hộ' });
  await write(here, keepMonths);
  expect(await curve(here, null)).toEqual([...past, ['2026-10', '2/4'], ['2026-11', '1/4']]);

  // The same as counting the past anew with what was known then.
  const day = '2026-09-30';
  const anew = await here.read(here.cast.hanh, (ctx) =>
    figuresAsOf(ctx, { hamletId: null, day, cutoffAt: endOf(day) }),
  );
  const kept = await here.read(here.cast.hanh, (ctx) => trends(ctx, null));
  for (const { definition, figure } of anew?.targets ?? [])
    expect(kept.get(definition.code)?.find((point) => point.month === '2026-09')?.figure).toEqual(figure);
});

it('says of a month that nobody counted yet that it is not known', async () => {
  const here = world();
  await live(here);
  const points = await curve(here, null);
  expect(points.slice(0, 9).every(([, figure]) => figure === null)).toBe(true);
  expect(points.at(-1)).toEqual(['2026-10', '2/4']);
});

it('gives the old plan its December in the new year', async () => {
  const here = world();
  await live(here);
  here.now = noonOf('2027-01-01');
  await write(here, keepMonths);
  expect((await curve(here, null)).at(-1)).toEqual(['2026-12', '2/4']);
});
