import { beforeEach, expect, test } from 'vitest';
import { declarePioneers } from '#features/units/commands/declare-pioneers.server.ts';
import { keepUnit } from '#features/units/commands/keep-unit.server.ts';
import type { Id } from '#shared/ids.ts';
import { useWorld } from '#tests/world.ts';
import { writeFormSection } from './commands/edit-form.server.ts';
import { exportCommuneReport } from './commands/export-commune-report.server.ts';
import { openCommuneReport } from './commands/draft-commune-report.server.ts';
import { approveForOffice } from './commands/approve-commune-report.server.ts';
import { beginForm, putFormInForce } from './commands/keep-forms.server.ts';
import { acceptReport } from './commands/decide-report.server.ts';
import { openReport } from './commands/open-report.server.ts';
import { submitReport } from './commands/submit-report.server.ts';
import { communeContentOf } from './queries/commune-report-content.server.ts';
import { getCommuneReport } from './queries/find-commune-report.server.ts';
import { layGroundFor } from './report-world.test-support.ts';

/** R64: an optional indicator; the commune's report speaks of it where a form asks for it, and nowhere else. */
const world = useWorld();
const at = (day: string) => (world().now = new Date(`${day}T02:00:00Z`));
const units: Record<string, Id> = {};

beforeEach(async () => {
  await layGroundFor(world());
  const { cast, run } = world();
  at('2026-10-01');
  for (const name of ['Phòng Kinh tế', 'Trường THCS Mẫu', 'Trạm Y tế xã'])
    units[name] = await run(keepUnit, cast.hanh, { name, kind: 'other', pioneers: 'yes' });
});

const declare = (name: string, more: object) =>
  world().run(declarePioneers, world().cast.hanh, {
    unitId: units[name],
    month: '2026-10',
    source: 'Tin nhắn',
    ...more,
  });
const content = (reportId: Id) =>
  world().read(world().cast.hanh, async (ctx) =>
    communeContentOf(ctx, await getCommuneReport(ctx, reportId)),
  );
const open = () => world().run(openCommuneReport, world().cast.hanh, { period: '2026-10' });

async function askInForm(): Promise<void> {
  const { cast, run } = world();
  await run(beginForm, cast.hanh, { kind: 'office' });
  await run(writeFormSection, cast.hanh, {
    kind: 'office',
    code: '',
    title: 'Cán bộ tiên phong',
    prompt: 'Đơn vị nào đã khai.',
    draft: 'pioneers',
  });
  await run(putFormInForce, cast.hanh, { kind: 'office', validFrom: '01/10/2026' });
}

test('without such a section there is neither a sentence nor a table', async () => {
  at('2026-11-03');
  await declare('Phòng Kinh tế', { staff: 10, vneid: 9 });
  const { sections, filled } = await content(await open());
  expect(sections.map(({ text }) => text).join(' ')).not.toContain('VNeID mức 2');
  expect(filled ?? []).toEqual([]);
});

test('where a form asks for it: the rate of those who are known, who has not declared by name, and a table for all together', async () => {
  await askInForm();
  at('2026-11-03');
  await declare('Phòng Kinh tế', { staff: 10, vneid: 9, services: 8 });
  await declare('Trường THCS Mẫu', { staff: 40, vneid: 40 });
  const reportId = await open();
  const { sections, filled = [] } = await content(reportId);
  // 9 + 40 of 50; 8 of the 10 of whom it is known, 80,0 %; of payments nobody said anything.
  expect(sections.find(({ title }) => title === 'Cán bộ tiên phong')?.text).toBe(
    '02/03 đơn vị đã khai, với 50 cán bộ, công chức, viên chức, người lao động. 49/50 người có tài khoản VNeID mức 2, đạt 98,0 % và 08/10 người dùng dịch vụ công trực tuyến, đạt 80,0 %. Đơn vị chưa khai: Trạm Y tế xã.',
  );
  expect(filled.map(({ unit, sentOn }) => [unit, sentOn])).toEqual([['2/3 đơn vị đã khai', '2026-11-03']]);
  expect(filled[0]?.rows.map(({ title, values }) => [title, values.period])).toEqual([
    ['Tổng số cán bộ của các đơn vị đã khai', 50],
    ['Có tài khoản VNeID mức 2', 49],
    ['Dùng dịch vụ công trực tuyến (của 10 người đã rõ)', 8],
    // Not known, and not 0.
    ['Dùng thanh toán điện tử', null],
  ]);
  const { cast, run } = world();
  const file = await run(exportCommuneReport, cast.hanh, { reportId, figures: 'units', format: 'csv' });
  const line = (code: string) =>
    Buffer.from(file.bytes)
      .toString()
      .split('\r\n')
      .find((one) => one.includes(code));
  expect(line('TP2')).toMatch(/người.*49/);
  expect(line('TP4')).not.toMatch(/\b0\b/);
  // A small office is nobody's to pick out: no unit stands in the table by its name.
  expect(Buffer.from(file.bytes).toString()).not.toContain('Trường THCS Mẫu');
});

test('approved it stands still, whatever is declared afterwards', async () => {
  const { cast, hamlets, run } = world();
  await askInForm();
  at('2026-11-03');
  await declare('Phòng Kinh tế', { staff: 10, vneid: 9 });
  const hamletReport = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
  await run(submitReport, cast.tu, { reportId: hamletReport });
  await run(acceptReport, cast.hanh, { reportId: hamletReport });
  const reportId = await open();
  await run(approveForOffice, cast.tam, { reportId });
  const frozen = JSON.stringify(await content(reportId));
  at('2026-11-05');
  await declare('Phòng Kinh tế', { staff: 10, vneid: 10 });
  expect(JSON.stringify(await content(reportId))).toBe(frozen);
});
