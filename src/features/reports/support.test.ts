import { beforeEach, expect, test } from 'vitest';
import {
  assignSupport,
  endSupport,
  scheduleSupport,
} from '#features/support/commands/arrange-support.server.ts';
import { askSupport } from '#features/support/commands/ask-support.server.ts';
import { finishSupport } from '#features/support/commands/finish-support.server.ts';
import type { Id } from '#shared/ids.ts';
import { useWorld, type CastName } from '#tests/world.ts';
import { openReport } from './commands/open-report.server.ts';
import { spanOf } from './model/span.ts';
import { getReport } from './queries/find-report.server.ts';
import { composeContent } from './queries/report-content.server.ts';
import { rowsBehind } from './queries/rows-behind.server.ts';
import { layGroundFor, settleHomes } from './report-world.test-support.ts';

/** domain/01 §2.5, rows H: requests received, helped, and past their day, by the steps that were written down by the cut-off. */
const world = useWorld();
const cutoff = new Date('2026-11-08T02:00:00Z');
const at = (day: string) => (world().now = new Date(`${day}T02:00:00Z`));

/** Somebody who is not in the register asks on a day, and is given to chị Lan. */
async function ask(day: string, name: string, by: CastName = 'tu'): Promise<Id> {
  const { cast, hamlets, run } = world();
  at(day);
  const { id } = await run(askSupport, cast[by], {
    hamletId: hamlets.mau1,
    channel: 'phone',
    personName: name,
    phone: '0912345678',
    topic: 'Cài ứng dụng',
    place: 'home',
    urgency: 'soon',
  });
  await run(assignSupport, cast.tu, { requestId: id, memberId: cast.lan.memberId });
  return id;
}
async function help(day: string, requestId: Id): Promise<void> {
  at(day);
  await world().run(finishSupport, world().cast.lan, { requestId, note: 'Đã cài xong.' });
}
let forgotten: Id;

// Three days each. September: one, in time. October: helped late; not there, in time; still waiting. On the last of October: not late yet.
beforeEach(async () => {
  await layGroundFor(world());
  await settleHomes(world(), 'mau1', 1);
  const { cast, run } = world();
  await help('2026-09-12', await ask('2026-09-10', 'Cô Một'));
  await help('2026-10-10', await ask('2026-10-02', 'Cô Hai'));
  const missed = await ask('2026-10-05', 'Cô Ba');
  await run(scheduleSupport, cast.lan, { requestId: missed, scheduledOn: '2026-10-07' });
  at('2026-10-07');
  await run(endSupport, cast.lan, { requestId: missed, to: 'no_show' });
  forgotten = await ask('2026-10-20', 'Cô Bốn');
  await ask('2026-10-29', 'Cô Năm');
  // Of the month after: no word about it in October.
  await ask('2026-11-03', 'Cô Sáu');
  world().now = cutoff;
});

async function october() {
  const { cast, hamlets, run, read } = world();
  const id = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
  const { figures, sections } = await read(cast.tu, async (ctx) =>
    composeContent(ctx, await getReport(ctx, id), { cutoffAt: cutoff, sent: false }),
  );
  // The words say what the table says (domain/01 §2.5, R43).
  expect(sections.find(({ code }) => code === 'society')?.text).toContain(
    'Trong tháng, Tổ nhận 04 yêu cầu hỗ trợ; đã giúp xong 01 yêu cầu; có 02 yêu cầu quá hạn.',
  );
  return Object.fromEntries(
    figures
      .filter(({ code }) => code.startsWith('H'))
      .map((row) => [row.code, [row.period, row.cumulative, row.unit]]),
  );
}

test('the hamlet’s report counts who asked, who was helped and for whom the day passed; the same cut-off says the same', async () => {
  const before = await october();
  expect(before).toEqual({
    H1: [4, 5, 'yêu cầu'],
    H2: [1, 2, 'yêu cầu'],
    // Cô Hai was helped five days late, cô Bốn waits; cô Ba was looked for in time, cô Năm's day is 1 November.
    H3: [2, 2, 'yêu cầu'],
  });
  await help('2026-11-09', forgotten);
  expect(await october()).toEqual(before);
});

test('the rows behind a figure are as many as it says, for who reads the hamlet’s requests', async () => {
  const { cast, read, hamlets } = world();
  const asked = {
    hamletId: hamlets.mau1,
    span: spanOf('2026-10', 'calendar'),
    cutoffAt: cutoff,
    value: 'period',
    form: null,
  } as const;
  const names = async (who: CastName, figure: 'requests_received' | 'requests_helped' | 'requests_late') =>
    (await read(cast[who], (ctx) => rowsBehind(ctx, figure, asked, null))).rows.map(({ name }) => name);
  expect(await names('tu', 'requests_received')).toEqual(['Cô Hai', 'Cô Ba', 'Cô Bốn', 'Cô Năm']);
  expect(await names('tu', 'requests_helped')).toEqual(['Cô Hai']);
  expect(await names('hanh', 'requests_late')).toEqual(['Cô Hai', 'Cô Bốn']);
  await expect(names('lan', 'requests_late')).rejects.toMatchObject({ code: 'not_found' });
});
