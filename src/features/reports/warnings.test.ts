import { beforeEach, describe, expect, test } from 'vitest';
import { useWorld } from '#tests/world.ts';
import type { ReportContent } from './model/content.ts';
import type { ReportFigure } from './model/figures.ts';
import { spanOf } from './model/span.ts';
import { warningsOf } from './model/warnings.ts';
import { checkSample, drawSample } from './commands/keep-sample.server.ts';
import { openReport } from './commands/open-report.server.ts';
import { submitReport } from './commands/submit-report.server.ts';
import { reportSample } from './queries/report-sample.server.ts';
import { workPattern } from './queries/work-pattern.server.ts';
import { layGroundFor, problemOf, settleHomes, visit } from './report-world.test-support.ts';

/** What cô Hạnh is pointed at before she receives a report (R97). */
const figure = (given: Partial<ReportFigure>): ReportFigure => ({
  code: 'B2',
  part: 'B',
  title: 'Hộ được tuyên truyền',
  unit: 'hộ',
  figure: 'households_informed',
  kind: 'distinct',
  form: null,
  period: 10,
  cumulative: 60,
  population: 100,
  unknown: 0,
  change: 2,
  goal: null,
  shows: { period: true, cumulative: true, rate: true },
  ...given,
});
const contacts = (given: Partial<ReportFigure>) =>
  figure({
    code: 'B4',
    title: 'Lượt tuyên truyền',
    unit: 'lượt',
    figure: 'contacts',
    kind: 'events',
    population: null,
    ...given,
  });
const kinds = (figures: ReportFigure[]) =>
  warningsOf({
    figures,
    signer: 'Lê Văn Tư',
    sections: [{ code: 'a', title: '', text: '', written: true }],
  } as unknown as ReportContent).map((one) => one.kind);

describe('figures', () => {
  test('that cannot be are pointed at; those that can are not', () => {
    expect(kinds([figure({}), contacts({})])).toEqual([]);
    expect(kinds([figure({ cumulative: 101 })])).toEqual(['impossible']);
    expect(kinds([figure({ period: 61 })])).toContain('impossible');
    expect(kinds([figure({ unknown: 101 })])).toEqual(['impossible']);
    const guided = figure({ code: 'C1', cumulative: 20 });
    expect(kinds([guided, figure({ code: 'C1.yte', cumulative: 21 })])).toEqual(['impossible']);
    expect(kinds([guided, figure({ code: 'C1.yte', cumulative: 20 })])).toEqual([]);
  });

  test('that are the same as before, or three times as many, are asked about', () => {
    expect(kinds([figure({ change: 0 }), contacts({ change: 0 })])).toEqual(['same_as_before']);
    expect(kinds([figure({ change: 0 }), contacts({ change: 1 })])).toEqual([]);
    expect(kinds([contacts({ period: 60, cumulative: 90, change: 40 })])).toEqual(['jump']);
    expect(kinds([contacts({ period: 20, cumulative: 90, change: -40 })])).toEqual(['jump']);
    // From nothing, or by a few, is no jump.
    expect(kinds([contacts({ period: 60, cumulative: 60, change: 60 })])).toEqual([]);
    expect(kinds([contacts({ period: 12, cumulative: 60, change: 9 })])).toEqual([]);
  });
});

describe('work', () => {
  const world = useWorld();
  beforeEach(() => layGroundFor(world()));

  test('written down in one hour, or for one day, is told with who and when; paper has no hour', async () => {
    const { cast, hamlets, read } = world();
    const homes = await settleHomes(world(), 'mau1', 3);
    const at = (minute: number) => new Date(Date.parse('2026-10-14T02:00:00Z') + minute * 60_000);
    for (let minute = 0; minute < 31; minute += 1) {
      const home = homes[minute % 3];
      if (home) await visit(world(), cast.lan, home, '2026-10-14', {}, at(minute));
    }
    // From paper, a week later.
    for (const home of homes)
      await visit(world(), cast.tu, home, '2026-10-14', {}, new Date('2026-10-21T02:00:00Z'));
    const question = {
      hamletId: hamlets.mau1,
      span: spanOf('2026-10', 'calendar'),
      cutoffAt: new Date('2026-11-09T02:00:00Z'),
    };
    const pattern = await read(cast.hanh, (ctx) => workPattern(ctx, question));
    expect(pattern).toEqual({
      visits: 34,
      busiestDay: { on: '2026-10-14', visits: 34 },
      busiestHour: { name: 'Nguyễn Thị Lan', on: '2026-10-14', visits: 31 },
    });
    const content = { figures: [], signer: 'x', sections: [{ written: true }] } as unknown as ReportContent;
    expect(warningsOf(content, pattern).map((one) => one.kind)).toEqual(['one_day', 'busy_hour']);
    const nothing = await read(cast.hanh, (ctx) => workPattern(ctx, { ...question, hamletId: hamlets.mau3 }));
    expect(nothing).toEqual({ visits: 0, busiestDay: null, busiestHour: null });
  });

  test('cô Hạnh draws visits by chance, asks again at the door and writes down what she found; chú Tư does not see which', async () => {
    const { cast, run, read, hamlets } = world();
    const reportId = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
    for (const home of await settleHomes(world(), 'mau1', 3))
      await visit(world(), cast.lan, home, '2026-10-14');
    const early = run(drawSample, cast.hanh, { reportId });
    expect((await problemOf(early)).code).toBe('not_found');
    world().now = new Date('2026-11-09T02:00:00Z');
    await run(submitReport, cast.tu, { reportId });
    const draw = () => run(drawSample, cast.hanh, { reportId, count: 2 });
    await draw();
    const drawn = await read(cast.hanh, (ctx) => reportSample(ctx, reportId));
    expect(drawn).toHaveLength(2);
    await draw();
    // What was drawn stays, and no visit is drawn twice.
    const more = await read(cast.hanh, (ctx) => reportSample(ctx, reportId));
    expect(more.map(({ id }) => id).slice(0, 2)).toEqual(drawn.map(({ id }) => id));
    expect(more).toHaveLength(3);
    expect((await problemOf(draw())).code).toBe('state.conflict');
    const [first] = more;
    await run(checkSample, cast.hanh, {
      sampleId: first?.id,
      result: 'differs',
      note: 'Bà con nói chưa ai đến.',
    });
    expect((await read(cast.hanh, (ctx) => reportSample(ctx, reportId)))[0]).toMatchObject({
      by: 'Nguyễn Thị Lan',
      on: '2026-10-14',
      result: 'differs',
      note: 'Bà con nói chưa ai đến.',
    });
    for (const who of [cast.tu, cast.tam, cast.lan])
      expect((await problemOf(read(who, (ctx) => reportSample(ctx, reportId)))).code).toBe('not_found');
  });
});
