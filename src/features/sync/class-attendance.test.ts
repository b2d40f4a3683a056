import { expect, test } from 'vitest';
import { chooseTrainees } from '#features/training/commands/choose-trainees.server.ts';
import { keepTopic } from '#features/training/commands/keep-topic.server.ts';
import { planClass } from '#features/training/commands/plan-class.server.ts';
import { listTrainees } from '#features/training/queries/trainees.server.ts';
import { settlePhone, type TestPhone } from '#tests/phone-world.ts';
import { useWorld } from '#tests/world.ts';

const world = useWorld();
const bookOf = (phone: TestPhone) => phone.lines.find((line) => line.line === 'book')?.book;

test('chú Tư ticks his people without a network; the phone brings it the next day, and shows what stands', async () => {
  const { cast, run, read } = world();
  const lan = cast.lan.memberId ?? '';
  const binh = cast.binh.memberId ?? '';
  const { id: topicId } = await run(keepTopic, cast.hanh, { name: 'VNeID' });
  const { id } = await run(planClass, cast.hanh, {
    topicIds: [topicId],
    form: 'in_person',
    place: 'Hội trường',
    trainer: 'Hồ Văn Dũng',
    heldOn: '2026-11-24',
    startsAt: '07:30',
  });
  await run(chooseTrainees, cast.hanh, { classId: id, memberIds: [lan, binh] });
  const phone = await settlePhone(world(), 'tu');
  await phone.pull();
  // A class of the whole commune: only the people of his hamlet are on his phone.
  expect(bookOf(phone)?.training?.toTick).toMatchObject([
    { id, trainees: [{ memberId: lan, attended: null }] },
  ]);
  const ticked = phone.operation('class.mark_attendance', {
    classId: id,
    marks: [{ memberId: lan, attended: true }],
  });
  world().now = new Date(world().now.getTime() + 26 * 3_600_000);
  expect((await phone.push(ticked)).results.map(({ outcome }) => outcome)).toEqual([{ status: 'ok' }]);
  // Sent twice it is written once; somebody else's people are not his.
  await phone.push(ticked);
  expect(
    (await phone.tell('class.mark_attendance', { classId: id, marks: [{ memberId: binh, attended: true }] }))
      .status,
  ).toBe('rejected');
  expect((await read(cast.hanh, (ctx) => listTrainees(ctx, id))).map(({ attended }) => attended)).toEqual([
    true,
    null,
  ]);
  await phone.pull();
  expect(bookOf(phone)?.training?.toTick).toMatchObject([{ trainees: [{ attended: true }] }]);
  const hers = await settlePhone(world(), 'lan');
  await hers.pull();
  expect(bookOf(hers)?.training).toMatchObject({
    toTick: [],
    topics: [{ name: 'VNeID', standing: { kind: 'never' } }],
  });
});
