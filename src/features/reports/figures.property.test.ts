import { beforeEach, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Id } from '#shared/ids.ts';
import type { Home } from '#tests/visit-world.ts';
import { useWorld, type World } from '#tests/world.ts';
import { withdrawVisit } from '#features/visits/commands/withdraw-visit.server.ts';
import type { ReportFigure, ReportFigures } from './model/figures.ts';
import { spanBefore, spanOf, type Span } from './model/span.ts';
import { reportFigures } from './queries/report-figures.server.ts';
import { rowsBehind } from './queries/rows-behind.server.ts';
import { templateFor } from './queries/templates.server.ts';
import { layGroundFor, settleHomes, visit } from './report-world.test-support.ts';

const world = useWorld();
const hamlets = ['mau1', 'mau2'] as const;
let homes: Record<(typeof hamlets)[number], Home[]>;

beforeEach(async () => {
  await layGroundFor(world());
  homes = { mau1: await settleHomes(world(), 'mau1', 4), mau2: await settleHomes(world(), 'mau2', 3) };
});

/** A visit of chị Lan or anh Bình in some month, written down some days later, perhaps taken back. */
const happening = fc.record({
  hamlet: fc.constantFrom(...hamlets),
  home: fc.nat({ max: 2 }),
  month: fc.integer({ min: 6, max: 10 }),
  day: fc.integer({ min: 1, max: 28 }),
  writtenAfterDays: fc.nat({ max: 40 }),
  form: fc.constantFrom('home_visit', 'support_point', 'school'),
  platform: fc.constantFrom('vneid', 'dvc', 'so_suc_khoe'),
  outcome: fc.constantFrom('installed', 'practised', 'declined'),
  met: fc.boolean(),
  takenBack: fc.boolean(),
});
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

async function happen(here: World, one: Happening): Promise<void> {
  const home = homes[one.hamlet][one.home];
  if (!home) throw new Error('no such home');
  const actor = one.hamlet === 'mau1' ? here.cast.lan : here.cast.binh;
  const day = `2026-${String(one.month).padStart(2, '0')}-${String(one.day).padStart(2, '0')}`;
  const writtenAt = new Date(Date.parse(`${day}T05:00:00Z`) + one.writtenAfterDays * 86_400_000);
  const guidances = [{ residentId: home.people[0], platform: one.platform, outcome: one.outcome }];
  const id = await visit(
    here,
    actor,
    home,
    day,
    one.met ? { form: one.form, guidances } : { form: one.form, met: 'nobody' },
    writtenAt,
  );
  if (!one.takenBack) return;
  const now = here.now;
  here.now = new Date(writtenAt.getTime() + 86_400_000);
  await here.run(withdrawVisit, actor, { visitId: id });
  here.now = now;
}

const figures = (hamletId: Id | null, span: Span, cutoffAt: Date): Promise<ReportFigures> =>
  world().read(world().cast.hanh, async (ctx) =>
    reportFigures(ctx, (await templateFor(ctx, 'hamlet', span.to)).definition, {
      hamletId,
      span,
      cutoffAt,
    }),
  );

const october = spanOf('2026-10', 'calendar');
const byCode = (given: ReportFigures) => new Map(given.rows.map((row) => [row.code, row]));
const cutoffs = fc.constantFrom('2026-10-08T02:00:00Z', '2026-10-31T02:00:00Z', '2026-11-24T02:12:00Z');

/** The rows of one measured figure, in the hamlets; what is absent in a hamlet counts nothing there. */
const sumOf = (rows: (ReportFigure | undefined)[], value: 'period' | 'cumulative' | 'population') =>
  rows.reduce((total, row) => total + (row?.[value] ?? 0), 0);

test('hamlets add up to the commune; month and what was before add up to the whole; a cut-off always says the same', async () => {
  const here = world();
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 8 }), cutoffs, async (list, text) => {
      for (const one of list) await happen(here, one);
      const cutoffAt = new Date(text);
      const whole = await figures(null, october, cutoffAt);
      const parts = [];
      for (const key of ['mau1', 'mau2', 'mau3'] as const)
        parts.push(byCode(await figures(here.hamlets[key], october, cutoffAt)));
      for (const row of whole.rows) {
        if (row.unit !== 'hộ' && row.unit !== 'người' && row.unit !== 'lượt') continue;
        // The commune's own team is in no hamlet.
        if (row.code.startsWith('A2')) continue;
        const mine = parts.map((part) => part.get(row.code));
        for (const value of ['period', 'cumulative', 'population'] as const)
          if (row[value] !== null)
            expect([row.code, value, sumOf(mine, value)]).toEqual([row.code, value, row[value]]);
      }
      const before = byCode(await figures(here.hamlets.mau1, spanBefore(october), cutoffAt));
      for (const [code, row] of parts[0] ?? []) {
        if (row.kind !== 'events') continue;
        expect([code, (row.period ?? 0) + (before.get(code)?.cumulative ?? 0)]).toEqual([
          code,
          row.cumulative,
        ]);
        expect([code, row.change]).toEqual([code, (row.period ?? 0) - (before.get(code)?.period ?? 0)]);
      }
      // As many rows behind a number as it says.
      for (const [code, row] of parts[0] ?? []) {
        const { figure } = row;
        if (figure === null) continue;
        for (const value of ['period', 'cumulative'] as const) {
          if (row[value] === null) continue;
          const behind = await here.read(here.cast.hanh, (ctx) =>
            rowsBehind(
              ctx,
              figure,
              { hamletId: here.hamlets.mau1, span: october, cutoffAt, value, form: row.form },
              null,
            ),
          );
          expect([code, value, behind.total]).toEqual([code, value, row[value]]);
        }
      }
      // F25: later writing changes nothing in a cut-off that is over.
      here.now = new Date('2026-12-20T02:00:00Z');
      await happen(here, {
        hamlet: 'mau1',
        home: 1,
        month: 10,
        day: 5,
        writtenAfterDays: 60,
        form: 'school',
        platform: 'vneid',
        outcome: 'installed',
        met: true,
        takenBack: false,
      });
      expect(JSON.stringify(await figures(null, october, cutoffAt))).toBe(JSON.stringify(whole));
      here.now = new Date('2026-11-24T02:12:00Z');
    }),
    { numRuns: 6 },
  );
}, 120_000);

test('the same work says the same in whatever order it arrived, for a month, a quarter and from the 15th to the 14th (F25)', async () => {
  const here = world();
  const spans = [october, spanOf('2026-Q3', 'calendar'), spanOf('2026-10', 'fourteenth')];
  const all = async () => {
    const found: ReportFigures[] = [];
    for (const span of spans)
      for (const hamletId of [null, here.hamlets.mau1])
        found.push(await figures(hamletId, span, new Date('2026-11-24T02:12:00Z')));
    return JSON.stringify(found);
  };
  const back = await here.database.copy();
  await fc.assert(
    fc.asyncProperty(
      fc
        .array(happening, { minLength: 3, maxLength: 7 })
        .chain((list) =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
          ),
        ),
      async ([one, other]) => {
        await back();
        for (const each of one) await happen(here, each);
        const first = await all();
        await back();
        for (const each of other) await happen(here, each);
        expect(await all()).toBe(first);
      },
    ),
    { numRuns: 5 },
  );
}, 120_000);
