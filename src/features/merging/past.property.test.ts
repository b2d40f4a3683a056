import { expect, test } from 'vitest';
import fc from 'fast-check';
import type { Id } from '#shared/ids.ts';
import { addDays } from '#shared/calendar.ts';
import { spanOf, type PeriodKey } from '#features/reports/model/span.ts';
import { layGroundFor, settleHomes, visit } from '#features/reports/report-world.test-support.ts';
import { openReport } from '#features/reports/commands/open-report.server.ts';
import { submitReport } from '#features/reports/commands/submit-report.server.ts';
import { getReport } from '#features/reports/queries/find-report.server.ts';
import { composeContent } from '#features/reports/queries/report-content.server.ts';
import { reportFigures } from '#features/reports/queries/report-figures.server.ts';
import { templateFor } from '#features/reports/queries/templates.server.ts';
import { figuresAsOf } from '#features/targets/queries/figures-as-of.server.ts';
import { recount } from '#features/targets/recount.server.ts';
import { recordOutreach } from '#features/outreach/commands/record-outreach.server.ts';
import { moveHousehold } from '#features/registry/commands/move-household.server.ts';
import type { Home } from '#tests/visit-world.ts';
import { useWorld, type World } from '#tests/world.ts';
import { begin, merge } from './merger-world.test-support.ts';

/**
 * F30 and the laws of time: whatever happened in the hamlets before, a merger changes nothing of a period that ended before its
 * day, neither as it was known then nor as it is known now; and from the day on the hamlets still add up to the commune.
 */
const world = useWorld();

const happening = fc.record({
  hamlet: fc.constantFrom('mau1' as const, 'mau2' as const),
  home: fc.nat({ max: 2 }),
  day: fc.integer({ min: 0, max: 83 }).map((days) => addDays('2026-09-01', days)),
  what: fc.constantFrom('visit', 'visit', 'visit', 'gathering', 'rooms', 'move'),
  writtenAfterDays: fc.nat({ max: 20 }),
  platform: fc.constantFrom('vneid', 'dvc', 'so_suc_khoe'),
});
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

async function happen(here: World, homes: Record<'mau1' | 'mau2', Home[]>, one: Happening, nth: number) {
  const home = homes[one.hamlet][one.home];
  if (!home) throw new Error('no such home');
  const actor = here.cast[one.hamlet === 'mau1' ? 'lan' : 'binh'];
  const last = Date.parse('2026-11-24T02:00:00Z');
  const writtenAt = new Date(
    Math.min(Date.parse(`${one.day}T05:00:00Z`) + one.writtenAfterDays * 86_400_000, last),
  );
  if (one.what === 'rooms') return void (await begin(here, one.hamlet, home, one.day, `số ${nth}`));
  const now = here.now;
  here.now = writtenAt;
  try {
    if (one.what === 'gathering')
      await here.run(recordOutreach, actor, {
        hamletId: here.hamlets[one.hamlet],
        form: 'hamlet_meeting',
        heldOn: one.day,
        reach: 'listed',
        householdIds: [home.id],
      });
    else if (one.what === 'move')
      await here
        .run(moveHousehold, here.cast.hanh, {
          householdId: home.id,
          hamletId: here.hamlets.mau3,
          on: one.day,
        })
        .catch(() => null);
    else
      await visit(
        here,
        actor,
        home,
        one.day,
        { guidances: [{ residentId: home.people[0], platform: one.platform, outcome: 'installed' }] },
        writtenAt,
      ).catch(() => null);
  } finally {
    here.now = now;
  }
}

const merger = fc.record({
  validFrom: fc.constantFrom('2026-11-01', '2026-11-15', '2026-11-24'),
  isNew: fc.boolean(),
  teams: fc.constantFrom('join' as const, 'beside' as const),
});

test(
  'a merger changes nothing of what was before its day, and the hamlets add up to the commune after it',
  { timeout: 240_000 },
  async () => {
    const here = world();
    await layGroundFor(here);
    const back = await here.database.copy();
    const figures = (hamletId: Id | null, key: PeriodKey, cutoffAt: Date) =>
      here.read(here.cast.hanh, async (ctx) => {
        const span = spanOf(key, 'calendar');
        const { definition } = await templateFor(ctx, 'hamlet', span.to);
        return reportFigures(ctx, definition, { hamletId, span, cutoffAt });
      });
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 3, maxLength: 9 }),
        merger,
        async (list, { validFrom, isNew, teams }) => {
          await back();
          here.now = new Date('2026-11-24T02:12:00Z');
          const homes = {
            mau1: await settleHomes(here, 'mau1', 3),
            mau2: await settleHomes(here, 'mau2', 3),
          };
          await settleHomes(here, 'mau3', 2);
          // Whoever works in a hamlet no longer sees who has moved away: those move last.
          const inOrder = list.toSorted(
            (one, other) => Number(one.what === 'move') - Number(other.what === 'move'),
          );
          // A household has one helper at a time: what begins in every room begins once in each.
          const begun = new Set<string>();
          for (const [nth, one] of inOrder.entries()) {
            const place = `${one.hamlet} ${one.home}`;
            if (one.what === 'rooms' && begun.has(place)) continue;
            if (one.what === 'rooms') begun.add(place);
            await happen(here, homes, one, nth);
          }
          // A report that was sent, and one of the last month that is still a draft.
          const open = (who: 'tu' | 'sau', hamlet: 'mau1' | 'mau2', period: string) =>
            here.run(openReport, here.cast[who], { hamletId: here.hamlets[hamlet], period });
          const sent = await open('tu', 'mau1', '2026-09');
          await here.run(submitReport, here.cast.tu, { reportId: sent });
          const drafts = [await open('tu', 'mau1', '2026-10'), await open('sau', 'mau2', '2026-10')];

          const asKnownThen = new Date('2026-11-01T02:00:00Z');
          const later = new Date('2026-11-24T09:00:00Z');
          const past = async () => {
            const said: unknown[] = [];
            for (const period of ['2026-10', '2026-Q3'])
              for (const hamlet of ['mau1', 'mau2', null] as const)
                for (const cutoffAt of [asKnownThen, later])
                  said.push(await figures(hamlet && here.hamlets[hamlet], period, cutoffAt));
            for (const cutoffAt of [asKnownThen, later])
              said.push(
                await here.read(here.cast.hanh, (ctx) =>
                  figuresAsOf(ctx, { hamletId: null, day: '2026-10-31', cutoffAt }),
                ),
              );
            for (const id of [sent, ...drafts])
              said.push(
                await here.read(here.cast[id === drafts[1] ? 'sau' : 'tu'], async (ctx) => {
                  const report = await getReport(ctx, id);
                  return id === sent
                    ? report.snapshot
                    : composeContent(ctx, report, { cutoffAt: later, sent: false });
                }),
              );
            return JSON.stringify(said, null, 1);
          };
          const before = await past();
          await merge(here, {
            validFrom,
            teams,
            ...(isNew ? { intoHamletId: null, newName: 'Ấp Hòa Bình' } : {}),
          });
          here.now = later;
          expect(await past()).toBe(before);

          // From the day on: marks and counters are what the rows say, and the parts are the whole.
          expect((await here.read(here.cast.hanh, recount)).differences).toEqual([]);
          const living = await here.read(here.cast.hanh, (ctx) =>
            ctx.tx.selectFrom('hamlets').select('id').where('valid_to', 'is', null).execute(),
          );
          expect(living).toHaveLength(2);
          const whole = await figures(null, '2026-11', later);
          const parts = [];
          for (const { id } of living) parts.push(await figures(id, '2026-11', later));
          for (const row of whole.rows) {
            if (!['hộ', 'người', 'lượt', 'mô hình', 'cơ sở'].includes(row.unit) || row.code.startsWith('A2'))
              continue;
            for (const value of ['period', 'cumulative', 'population', 'change'] as const) {
              if (row[value] === null || row[value] === undefined) continue;
              const sum = parts.reduce(
                (total, part) => total + (part.rows.find(({ code }) => code === row.code)?.[value] ?? 0),
                0,
              );
              expect([row.code, value, sum]).toEqual([row.code, value, row[value]]);
            }
          }
        },
      ),
      { numRuns: 6, endOnFailure: true },
    );
  },
);
