import { expect, test } from 'vitest';
import { registerBusiness } from '#features/commerce/commands/keep-business.server.ts';
import {
  recordStep,
  recordTechnology,
  signCommitment,
} from '#features/commerce/commands/record-business.server.ts';
import { newId, type Id } from '#shared/ids.ts';
import { useWorld } from '#tests/world.ts';
import { openReport } from './commands/open-report.server.ts';
import { getReport } from './queries/find-report.server.ts';
import { composeContent } from './queries/report-content.server.ts';
import { rowsBehind } from './queries/rows-behind.server.ts';
import { layGroundFor, settleHomes } from './report-world.test-support.ts';
import { spanOf } from './model/span.ts';

/** Part F (domain/01 §2.5, R34–R42): businesses guided, shops opened, promises of quality, technology in use; each business once. */
const world = useWorld();
const cutoff = new Date('2026-11-08T02:00:00Z');

async function business(name: string, hamlet: 'mau1' | 'mau2', steps: [string, string][]): Promise<Id> {
  const { cast, run, hamlets } = world();
  world().now = new Date('2026-09-01T02:00:00Z');
  const { id } = await run(registerBusiness, cast.hanh, {
    id: newId(world().now),
    hamletId: hamlets[hamlet],
    kind: 'producer',
    name,
    products: 'Khô cá',
  });
  for (const [step, day] of steps) {
    world().now = new Date(`${day}T02:00:00Z`);
    const marketplace = step === 'shop' ? 'buudien' : null;
    await run(recordStep, cast.hanh, { id: newId(world().now), businessId: id, step, marketplace });
  }
  return id;
}

async function october() {
  const { cast, run, read, hamlets } = world();
  world().now = cutoff;
  const id = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
  const { figures, sections } = await read(cast.tu, async (ctx) =>
    composeContent(ctx, await getReport(ctx, id), { cutoffAt: cutoff, sent: false }),
  );
  return {
    figures: Object.fromEntries(
      figures
        .filter(({ code }) => code.startsWith('F'))
        .map((row) => [row.code, [row.period, row.cumulative, row.unit]]),
    ),
    text: sections.find(({ code }) => code === 'economy')?.text,
  };
}

test('the hamlet’s report counts its businesses once each, not what was taken back, and the same cut-off says the same', async () => {
  await layGroundFor(world());
  await settleHomes(world(), 'mau1', 1);
  const { cast, run, read, hamlets } = world();
  // Guided in September and October, with a shop in October; one only in September; one of another hamlet.
  const bay = await business('Mắm bà Bảy', 'mau1', [
    ['account', '2026-09-10'],
    ['photo', '2026-10-05'],
    ['shop', '2026-10-20'],
  ]);
  await business('Chiếu cói', 'mau1', [['account', '2026-09-15']]);
  await business('Gạo bà Sáu', 'mau2', [['shop', '2026-10-06']]);
  // Recorded by mistake and taken back: as if it had never been.
  const wrong = await business('Bánh phồng', 'mau1', [['shop', '2026-10-07']]);
  world().now = new Date('2026-10-08T02:00:00Z');
  await run(recordStep, cast.hanh, {
    id: newId(world().now),
    businessId: wrong,
    step: 'shop',
    takenBack: true,
  });
  await run(signCommitment, cast.hanh, {
    id: newId(world().now),
    businessId: bay,
    signedOn: '2026-10-08',
    signedBy: 'Phan Thị Bảy',
  });
  const apply = (name: string, appliedOn: string) =>
    run(recordTechnology, cast.hanh, { id: newId(world().now), businessId: bay, name, appliedOn });
  await apply('Tủ cấp đông', '2026-10-06');
  await apply('Sổ bán hàng điện tử', '2026-10-07');
  const before = await october();
  expect(before.figures).toEqual({
    F1: [1, 2, 'cơ sở'],
    F2: [1, 1, 'gian hàng'],
    F3: [1, 1, 'cơ sở'],
    F4: [null, null, 'đơn'],
    F5: [1, 1, 'cơ sở'],
  });
  expect(before.text).toContain(
    'Trong tháng, Tổ đã hướng dẫn 01 cơ sở bán hàng trên mạng, mở 01 gian hàng trên sàn thương mại điện tử. 01 cơ sở ký cam kết chất lượng. 01 cơ sở áp dụng công nghệ vào sản xuất, kinh doanh.\nLũy kế từ đầu năm, đã mở 01 gian hàng, 01 cơ sở ký cam kết chất lượng.',
  );
  const asked = {
    hamletId: hamlets.mau1,
    span: spanOf('2026-10', 'calendar'),
    cutoffAt: cutoff,
    value: 'cumulative',
    form: null,
  } as const;
  type Figure = 'businesses_guided' | 'shops_opened' | 'businesses_committed' | 'businesses_technology';
  const names = async (figure: Figure) =>
    (await read(cast.tu, (ctx) => rowsBehind(ctx, figure, asked, null))).rows.map(({ name }) => name);
  expect(await names('businesses_guided')).toEqual(['Chiếu cói', 'Mắm bà Bảy']);
  expect(await names('shops_opened')).toEqual(['Mắm bà Bảy']);
  expect(await names('businesses_committed')).toEqual(['Mắm bà Bảy']);
  expect(await names('businesses_technology')).toEqual(['Mắm bà Bảy']);
  // Written down after the cut-off, of a day before it.
  world().now = new Date('2026-11-09T02:00:00Z');
  await apply('Máy hút chân không', '2026-10-31');
  await run(recordStep, cast.hanh, {
    id: newId(world().now),
    businessId: bay,
    step: 'packing',
    doneOn: '2026-10-30',
  });
  expect(await october()).toEqual(before);
});
