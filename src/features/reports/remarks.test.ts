import { beforeEach, describe, expect, test } from 'vitest';
import type { Id } from '#shared/ids.ts';
import { useWorld } from '#tests/world.ts';
import { acceptReport, returnReport } from './commands/decide-report.server.ts';
import { openReport } from './commands/open-report.server.ts';
import { answerRemark, explainFigure, remarkReport } from './commands/remark-report.server.ts';
import { reopenReport, submitReport } from './commands/submit-report.server.ts';
import { hamletReportDocument } from './document/hamlet-report-document.ts';
import { explanationsAsked } from './model/explanations.ts';
import type { ReportFigure } from './model/figures.ts';
import { getReport } from './queries/find-report.server.ts';
import { contentOf } from './queries/report-content.server.ts';
import { reportRemarks } from './queries/report-remarks.server.ts';
import { getTemplate } from './queries/templates.server.ts';
import { layGroundFor, problemOf, settleHomes, visit } from './report-world.test-support.ts';

const world = useWorld();
beforeEach(() => layGroundFor(world()));

/** The report of October that chú Tư sent on the 8th of November. */
async function sentReport(): Promise<Id> {
  const { cast, run, hamlets } = world();
  const [home] = await settleHomes(world(), 'mau1', 4);
  if (home) await visit(world(), cast.lan, home, '2026-10-14');
  world().now = new Date('2026-11-08T02:00:00Z');
  const reportId = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
  await run(submitReport, cast.tu, { reportId });
  return reportId;
}
const remarksFor = (who: 'tu' | 'hanh' | 'sau' | 'lan', reportId: Id) =>
  world().read(world().cast[who], (ctx) => reportRemarks(ctx, reportId));

describe('cô Hạnh writes beside a figure and a section (R83)', () => {
  test('only she sees it until she returns the report; chú Tư answers; she reads both', async () => {
    const { cast, run } = world();
    const reportId = await sentReport();
    const beside = { reportId, subject: 'figure', code: 'B2' };
    await run(remarkReport, cast.hanh, { ...beside, text: 'Ấp có 4 hộ, sao chỉ 1?' });
    await run(remarkReport, cast.hanh, { ...beside, text: 'Ấp có 4 hộ, sao mới gặp 1 hộ?' });
    await run(remarkReport, cast.hanh, {
      reportId,
      subject: 'section',
      code: 'obstacles',
      text: 'Ghi rõ hơn.',
    });
    expect(await remarksFor('tu', reportId)).toEqual([]);
    expect(await remarksFor('hanh', reportId)).toMatchObject([
      { code: 'B2', question: 'Ấp có 4 hộ, sao mới gặp 1 hộ?', isWaiting: true },
      { code: 'obstacles', isWaiting: true },
    ]);

    // What waits beside the figures is enough to return it.
    await run(returnReport, cast.hanh, { reportId, note: '' });
    const [asked] = await remarksFor('tu', reportId);
    expect(asked).toMatchObject({ question: 'Ấp có 4 hộ, sao mới gặp 1 hộ?', isWaiting: false });
    const remarkId = asked?.id ?? '';
    expect((await problemOf(run(answerRemark, cast.tu, { reportId, remarkId, answer: ' ' }))).code).toBe(
      'input.invalid',
    );
    await run(answerRemark, cast.tu, { reportId, remarkId, answer: 'Ba hộ đi làm xa.' });
    await run(reopenReport, cast.tu, { reportId });
    await run(submitReport, cast.tu, { reportId });
    expect((await remarksFor('hanh', reportId))[0]).toMatchObject({
      askedBy: 'Đặng Thị Hạnh',
      answer: 'Ba hộ đi làm xa.',
      answeredBy: 'Lê Văn Tư',
    });
    const late = run(answerRemark, cast.tu, { reportId, remarkId, answer: 'Thêm' });
    expect((await problemOf(late)).code).toBe('state.conflict');
  });

  test('a remark is taken back by an empty text; without a word nothing is returned; nobody else writes one', async () => {
    const { cast, run } = world();
    const reportId = await sentReport();
    const beside = { reportId, subject: 'figure', code: 'B2' };
    await run(remarkReport, cast.hanh, { ...beside, text: 'Xem lại' });
    await run(remarkReport, cast.hanh, { ...beside, text: '' });
    expect(await remarksFor('hanh', reportId)).toEqual([]);
    expect((await problemOf(run(returnReport, cast.hanh, { reportId }))).fields['note']).toMatch(/Xin ghi/);
    const wrong = run(remarkReport, cast.hanh, { ...beside, code: 'Z9', text: 'Xem lại' });
    expect((await problemOf(wrong)).code).toBe('input.invalid');
    const own = run(remarkReport, cast.tu, { ...beside, text: 'Tôi' });
    expect((await problemOf(own)).code).toBe('not_allowed');
    await run(acceptReport, cast.hanh, { reportId });
    const late = run(remarkReport, cast.hanh, { ...beside, text: 'Muộn' });
    expect((await problemOf(late)).code).toBe('state.conflict');
  });
});

describe('chú Tư says why (W15)', () => {
  test('behind the plan is asked about while it is written, and goes with the report and its document', async () => {
    const { cast, run, hamlets } = world();
    await settleHomes(world(), 'mau1', 4);
    world().now = new Date('2026-11-08T02:00:00Z');
    const reportId = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
    const read = () =>
      world().read(cast.tu, async (ctx) => {
        const report = await getReport(ctx, reportId);
        const template = await getTemplate(ctx, report.templateId);
        return { content: await contentOf(ctx, report), template: template.definition };
      });
    // Nobody was informed; the plan wants 90 % by 31 December, so about 75 % by the end of October.
    const asked = (await read()).content.explanations?.find((one) => one.code === 'B2');
    expect(asked).toMatchObject({ reason: 'behind', to: 0, text: null });
    expect(asked?.from).toBeGreaterThan(60);
    await run(explainFigure, cast.tu, { reportId, code: 'B2', text: 'Mưa bão cả tháng.' });
    await run(submitReport, cast.tu, { reportId });
    const { content, template } = await read();
    expect(content.explanations?.find((one) => one.code === 'B2')?.text).toBe('Mưa bão cả tháng.');
    const printed = JSON.stringify(hamletReportDocument(content, template).annexes);
    expect(printed).toContain('B2. Hộ được tuyên truyền: Mưa bão cả tháng.');
    const late = run(explainFigure, cast.tu, { reportId, code: 'B2', text: 'Thêm' });
    expect((await problemOf(late)).code).toBe('state.conflict');
  });

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
    goal: { kind: 'rate', floor: 90, ambition: null },
    planned: 60,
    shows: { period: true, cumulative: true, rate: true },
    ...given,
  });
  const reasons = (given: Partial<ReportFigure>) =>
    explanationsAsked([figure(given)]).map((one) => [one.reason, one.from, one.to]);

  test('asked: five points behind the line, any point behind at its end, what fell, work that halved', () => {
    expect(reasons({ planned: 64.9 })).toEqual([]);
    expect(reasons({ planned: 65 })).toEqual([['behind', 65, 60]]);
    expect(reasons({ planned: 90, cumulative: 89 })).toEqual([['behind', 90, 89]]);
    expect(reasons({ planned: 90, cumulative: 90 })).toEqual([]);
    const members = { figure: 'members', kind: 'state', goal: null, planned: null, period: null } as const;
    expect(reasons({ ...members, cumulative: 5, change: -2 })).toEqual([['fell', 7, 5]]);
    expect(reasons({ ...members, cumulative: 5, change: 0 })).toEqual([]);
    const contacts = { figure: 'contacts', kind: 'events', goal: null, planned: null } as const;
    expect(reasons({ ...contacts, period: 10, change: -10 })).toEqual([['fell', 20, 10]]);
    expect(reasons({ ...contacts, period: 11, change: -10 })).toEqual([]);
    expect(reasons({ ...contacts, period: 1, change: -5 })).toEqual([]);
    // How many live in the hamlet, or are still left, is nobody's failure.
    expect(reasons({ ...members, figure: 'households', cumulative: 95, change: -5 })).toEqual([]);
    expect(reasons({ ...members, figure: 'households_without_skill', cumulative: 5, change: -5 })).toEqual(
      [],
    );
  });
});
