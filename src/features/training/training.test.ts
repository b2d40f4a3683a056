import { expect, test } from 'vitest';
import { addMember } from '#features/org/commands/teams.server.ts';
import { newId } from '#shared/ids.ts';
import { problemOf, settleCatalogue } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { chooseTrainees } from './commands/choose-trainees.server.ts';
import { correctClass } from './commands/correct-class.server.ts';
import { keepTopic, retireTopic } from './commands/keep-topic.server.ts';
import { markAttendance } from './commands/mark-attendance.server.ts';
import { planClass } from './commands/plan-class.server.ts';
import { recordConfirmation, withdrawConfirmation } from './commands/record-confirmation.server.ts';
import { recordResults } from './commands/record-results.server.ts';
import { setClassState } from './commands/set-class-state.server.ts';
import { getClass, listClassEvents, listClasses } from './queries/classes.server.ts';
import { competence } from './queries/competence.server.ts';
import { classesToTick, ownTraining, trainingNeeds } from './queries/own-training.server.ts';
import { listTopics } from './queries/topics.server.ts';
import { listTrainees } from './queries/trainees.server.ts';

const world = useWorld();
const memberOf = (who: 'lan' | 'tu' | 'binh' | 'sau' | 'dung') => world().cast[who].memberId ?? '';

async function aTopic(name = 'Cài đặt VNeID', more: object = {}): Promise<string> {
  const { cast, run } = world();
  return (await run(keepTopic, cast.hanh, { name, validMonths: 12, ...more })).id;
}
const form = (topicId: string, more: object = {}) => ({
  topicIds: [topicId],
  form: 'in_person',
  place: 'Hội trường Ủy ban nhân dân xã',
  trainer: 'Đặng Thị Hạnh',
  heldOn: '24/11/2026',
  startsAt: '7 giờ 30',
  ...more,
});
async function aClass(memberIds: readonly string[], more: object = {}): Promise<string> {
  const { cast, run } = world();
  const { id } = await run(planClass, cast.hanh, form(await aTopic(), more));
  await run(chooseTrainees, cast.hanh, { classId: id, memberIds });
  return id;
}
const present = (memberId: string, attended = true) => ({ memberId, attended });

test('cô Hạnh plans a class, names who comes, ticks, tests, and it was held: the matrix knows', async () => {
  const { cast, run, read } = world();
  await settleCatalogue(world());
  const topicId = await aTopic('Cài đặt VNeID', { platforms: ['vneid'] });
  const { id } = await run(planClass, cast.hanh, form(topicId));
  await run(chooseTrainees, cast.hanh, { classId: id, memberIds: [memberOf('lan'), memberOf('tu')] });
  const step = (to: string, more = {}) => run(setClassState, cast.hanh, { classId: id, to, ...more });
  expect((await problemOf(step('held'))).code).toBe('state.conflict');
  await run(markAttendance, cast.hanh, {
    classId: id,
    marks: [present(memberOf('lan')), present(memberOf('tu'), false)],
  });
  await run(recordResults, cast.hanh, {
    classId: id,
    results: [{ memberId: memberOf('lan'), score: '8,5' }, { memberId: memberOf('tu') }],
  });
  await step('held');
  expect(await read(cast.minh, (ctx) => getClass(ctx, id))).toMatchObject({
    state: 'held',
    name: 'Cài đặt VNeID',
    trainees: 2,
    present: 1,
    absent: 1,
    passed: 1,
  });
  const { members } = await read(cast.hanh, (ctx) => competence(ctx, null));
  const lan = members.find((one) => one.memberId === memberOf('lan'));
  expect(lan).toMatchObject({
    neverTrained: false,
    standings: [{ kind: 'trained', on: '2026-11-24', result: 'passed', dueOn: '2027-11-24' }],
  });
  // Who was not there has not learnt it.
  expect(members.find((one) => one.memberId === memberOf('tu'))).toMatchObject({ neverTrained: true });
  expect((await read(cast.hanh, (ctx) => listClassEvents(ctx, id))).map((event) => event.name)).toEqual([
    'class.planned',
    'class.trainees_chosen',
    'class.attendance_marked',
    'class.results_recorded',
    'class.state_changed',
  ]);
});

test('chú Tư proposes for his hamlet; anh Tâm takes it into the plan; who proposed does not', async () => {
  const { cast, run, read, hamlets } = world();
  const topicId = await aTopic();
  const rest = form(topicId, { heldOn: '2026-12-05' });
  const proposal = { ...rest, hamletId: hamlets.mau1, id: newId(world().now) };
  const { id } = await run(planClass, cast.tu, proposal);
  expect(await run(planClass, cast.tu, proposal)).toEqual({ id });
  expect((await read(cast.tam, (ctx) => getClass(ctx, id))).state).toBe('proposed');
  expect((await problemOf(run(setClassState, cast.tu, { classId: id, to: 'planned' }))).code).toBe(
    'not_allowed',
  );
  expect((await read(cast.tam, (ctx) => trainingNeeds(ctx)))?.proposals.map((one) => one.id)).toEqual([id]);
  await run(setClassState, cast.tam, { classId: id, to: 'planned' });
  // Once it is in the plan it is the planners' to change.
  expect((await problemOf(run(correctClass, cast.tu, { ...rest, classId: id }))).code).toBe('not_allowed');
  for (const actor of [cast.lan, cast.loan, cast.thu])
    expect(['not_allowed', 'not_found']).toContain(
      (await problemOf(run(planClass, actor, form(topicId, { hamletId: hamlets.mau1 })))).code,
    );
  for (const actor of [cast.sau, cast.la, cast.phuc])
    expect((await problemOf(read(actor, (ctx) => getClass(ctx, id)))).code).toBe('not_found');
});

test('of two who tick, the later deed stands, whichever arrives first; leaders tick their own hamlet only', async () => {
  const { cast, run, read } = world();
  const id = await aClass([memberOf('lan'), memberOf('binh')]);
  const { runCommand } = await import('#platform/commands/command.server.ts');
  const tick = (attended: boolean, at: string) =>
    runCommand(
      world().database,
      markAttendance,
      { actor: cast.tu, now: world().now, happenedAt: new Date(at) },
      { classId: id, marks: [present(memberOf('lan'), attended)] },
    );
  await tick(true, '2026-11-24T01:30:00Z');
  await tick(false, '2026-11-24T01:00:00Z');
  const lan = async () =>
    (await read(cast.hanh, (ctx) => listTrainees(ctx, id))).find((one) => one.memberId === memberOf('lan'));
  expect((await lan())?.attended).toBe(true);
  await tick(false, '2026-11-24T02:00:00Z');
  expect((await lan())?.attended).toBe(false);
  // Anh Bình is of another hamlet: chú Tư does not even see him in the list.
  const other = { classId: id, marks: [present(memberOf('binh'))] };
  expect((await problemOf(run(markAttendance, cast.tu, other))).code).toBe('not_found');
  expect((await problemOf(run(markAttendance, cast.binh, other))).code).toBe('not_allowed');
  await run(markAttendance, cast.sau, other);
});

test('whom the class names ticks everybody; a member sees in the list only the own line', async () => {
  const { cast, run, read } = world();
  const id = await aClass([memberOf('lan'), memberOf('binh')], { rollMemberId: memberOf('lan') });
  expect(await read(cast.lan, (ctx) => listTrainees(ctx, id))).toHaveLength(2);
  expect((await read(cast.binh, (ctx) => listTrainees(ctx, id))).map((one) => one.fullName)).toEqual([
    'Trần Văn Bình',
  ]);
  await run(markAttendance, cast.lan, {
    classId: id,
    marks: [present(memberOf('lan')), present(memberOf('binh'))],
  });
  expect((await read(cast.lan, (ctx) => classesToTick(ctx))).map(({ one }) => one.present)).toEqual([2]);
  expect(await read(cast.binh, (ctx) => classesToTick(ctx))).toEqual([]);
});

test('a class is not ticked before its day, nor when it is cancelled; cancelling says why', async () => {
  const { cast, run, read } = world();
  const id = await aClass([memberOf('lan')], { heldOn: '2026-12-01' });
  const marks = { classId: id, marks: [present(memberOf('lan'))] };
  expect((await problemOf(run(markAttendance, cast.hanh, marks))).code).toBe('state.conflict');
  expect((await read(cast.lan, (ctx) => ownTraining(ctx)))?.next.map((one) => one.id)).toEqual([id]);
  const cancel = (note: string) => run(setClassState, cast.hanh, { classId: id, to: 'cancelled', note });
  expect(Object.keys((await problemOf(cancel(''))).fields)).toEqual(['note']);
  await cancel('Mưa bão');
  world().now = new Date('2026-12-02T02:00:00Z');
  expect((await problemOf(run(markAttendance, cast.hanh, marks))).code).toBe('state.conflict');
  expect((await read(cast.lan, (ctx) => ownTraining(ctx)))?.next).toEqual([]);
});

test('what reports and the matrix rest on stays once a class was held; who was ticked stays in the list', async () => {
  const { cast, run } = world();
  const topicId = await aTopic();
  const { id } = await run(planClass, cast.hanh, form(topicId));
  await run(chooseTrainees, cast.hanh, { classId: id, memberIds: [memberOf('lan')] });
  await run(markAttendance, cast.hanh, { classId: id, marks: [present(memberOf('lan'))] });
  expect((await problemOf(run(chooseTrainees, cast.hanh, { classId: id, memberIds: [] }))).code).toBe(
    'state.conflict',
  );
  await run(setClassState, cast.hanh, { classId: id, to: 'held' });
  const correct = (more: object) => run(correctClass, cast.hanh, { classId: id, ...form(topicId, more) });
  expect((await problemOf(correct({ heldOn: '2026-11-20' }))).code).toBe('state.conflict');
  await correct({ costNote: 'Nước uống 500.000 đồng' });
  const absent = { memberId: memberOf('lan'), result: 'passed' };
  await run(markAttendance, cast.hanh, { classId: id, marks: [present(memberOf('lan'), false)] });
  const wrong = await problemOf(run(recordResults, cast.hanh, { classId: id, results: [absent] }));
  expect(Object.keys(wrong.fields)).toEqual(['results.0.result']);
});

test('only members of the hamlet’s own team are chosen for its class, and nobody whose term ended', async () => {
  const { cast, run, hamlets, teams } = world();
  const topicId = await aTopic();
  const { id } = await run(planClass, cast.hanh, form(topicId, { hamletId: hamlets.mau1 }));
  const choose = (memberIds: string[]) => run(chooseTrainees, cast.hanh, { classId: id, memberIds });
  expect(Object.keys((await problemOf(choose([memberOf('binh')]))).fields)).toEqual(['memberIds']);
  const newcomer = await run(addMember, cast.hanh, {
    teamId: teams.mau1,
    fullName: 'Người Mới',
    organisation: 'resident',
    position: 'member',
    startedOn: '2026-11-01',
  });
  await choose([memberOf('lan'), newcomer]);
});

test('the unit enters and keeps its own sessions, and sees no others', async () => {
  const { cast, run, read } = world();
  const topicId = await aTopic();
  const { id: others } = await run(planClass, cast.hanh, form(topicId));
  const { id } = await run(planClass, cast.doan, form(topicId, { organiser: 'Đoàn xã' }));
  expect((await read(cast.doan, (ctx) => listClasses(ctx))).map((one) => one.id)).toEqual([id]);
  expect((await problemOf(read(cast.doan, (ctx) => getClass(ctx, others)))).code).toBe('not_found');
  await run(chooseTrainees, cast.doan, { classId: id, memberIds: [memberOf('lan')] });
});

test('topics: the same name once; retired ones are kept for history and no longer chosen', async () => {
  const { cast, run, read } = world();
  const id = await aTopic('Phòng tránh lừa đảo');
  expect((await problemOf(aTopic('phòng tránh Lừa đảo'))).code).toBe('duplicate');
  expect((await problemOf(run(keepTopic, cast.hanh, { name: 'X Y', platforms: ['khong_co'] }))).code).toBe(
    'input.invalid',
  );
  expect((await problemOf(run(keepTopic, cast.tu, { name: 'Khác' }))).code).toBe('not_allowed');
  await run(retireTopic, cast.dung, { topicId: id });
  expect(await read(cast.lan, (ctx) => listTopics(ctx))).toMatchObject([{ id, retiredOn: '2026-11-24' }]);
  expect(Object.keys((await problemOf(run(planClass, cast.hanh, form(id)))).fields)).toEqual(['topicIds']);
});

test('what VNeID shows is written down apart: whom, which, when; once for a course; taken back by name', async () => {
  const { cast, run, read, hamlets } = world();
  const course = { memberId: memberOf('lan'), course: 'Kỹ năng số cơ bản', confirmedOn: '2026-11-10' };
  const { id } = await run(recordConfirmation, cast.tu, course);
  expect((await problemOf(run(recordConfirmation, cast.hanh, course))).code).toBe('duplicate');
  expect((await problemOf(run(recordConfirmation, cast.sau, course))).code).toBe('not_found');
  expect((await problemOf(run(recordConfirmation, cast.minh, course))).code).toBe('not_allowed');
  const lan = async () =>
    (await read(cast.tu, (ctx) => competence(ctx, hamlets.mau1))).members.find(
      (one) => one.memberId === memberOf('lan'),
    );
  expect(await lan()).toMatchObject({ neverTrained: true, confirmations: [{ course: 'Kỹ năng số cơ bản' }] });
  await run(withdrawConfirmation, cast.hanh, { confirmationId: id });
  expect((await lan())?.confirmations).toEqual([]);
  await run(recordConfirmation, cast.tu, course);
});

test('the office hears of members never trained; a leader of the own hamlet only; members and the province of none', async () => {
  const { cast, run, read } = world();
  const id = await aClass([memberOf('lan')]);
  await run(markAttendance, cast.hanh, { classId: id, marks: [present(memberOf('lan'))] });
  await run(recordResults, cast.hanh, {
    classId: id,
    results: [{ memberId: memberOf('lan'), result: 'not_passed' }],
  });
  await run(setClassState, cast.hanh, { classId: id, to: 'held' });
  // Five members in the cast: two in each of the hamlets, one in the commune's team.
  expect(await read(cast.hanh, (ctx) => trainingNeeds(ctx))).toMatchObject({ neverTrained: 4, toRepeat: 1 });
  expect(await read(cast.tu, (ctx) => trainingNeeds(ctx))).toMatchObject({ neverTrained: 1, toRepeat: 1 });
  expect(await read(cast.lan, (ctx) => trainingNeeds(ctx))).toBeNull();
  expect(await read(cast.phuc, (ctx) => trainingNeeds(ctx))).toBeNull();
  expect((await problemOf(read(cast.lan, (ctx) => competence(ctx, null)))).code).toBe('not_found');
});

test('a class of several topics has a result of each: the matrix tells them apart, and who failed one has not passed the class', async () => {
  const { cast, run, read } = world();
  const [vneid, pay] = [await aTopic('VNeID'), await aTopic('Thanh toán điện tử')];
  const { id: classId } = await run(planClass, cast.hanh, form(vneid, { topicIds: [vneid, pay] }));
  const [lan, tu] = [memberOf('lan'), memberOf('tu')];
  await run(chooseTrainees, cast.hanh, { classId, memberIds: [lan, tu] });
  await run(markAttendance, cast.hanh, { classId, marks: [present(lan), present(tu)] });
  const record = (...results: object[]) => run(recordResults, cast.hanh, { classId, results });
  const standings = async (memberId: string) => {
    const { topics, members } = await read(cast.hanh, (ctx) => competence(ctx, null));
    const own = members.find((one) => one.memberId === memberId)?.standings ?? [];
    return [vneid, pay].map((id) => {
      const standing = own[topics.findIndex((topic) => topic.id === id)];
      return standing?.kind === 'repeat' ? standing.why : standing?.kind === 'trained' && standing.result;
    });
  };
  const whole = async () => {
    const trainees = await read(cast.hanh, (ctx) => listTrainees(ctx, classId));
    return [lan, tu].map((id) => {
      const one = trainees.find(({ memberId }) => memberId === id);
      return [one?.result, one?.score];
    });
  };
  await run(setClassState, cast.hanh, { classId, to: 'held' });
  await record(
    { memberId: lan, topicId: vneid, score: '9' },
    { memberId: lan, topicId: pay },
    { memberId: tu, result: 'passed' },
  );
  // Of chị Lan one test is still to come: the class as a whole says nothing yet. Without a topic it is said of each.
  expect(await standings(lan)).toEqual(['passed', null]);
  expect(await standings(tu)).toEqual(['passed', 'passed']);
  expect(await whole()).toEqual([
    [null, null],
    ['passed', null],
  ]);
  await record({ memberId: lan, topicId: pay, score: '3' });
  expect(await standings(lan)).toEqual(['passed', 'not_passed']);
  expect((await whole())[0]).toEqual(['not_passed', null]);
  expect((await read(cast.hanh, (ctx) => getClass(ctx, classId))).passed).toBe(1);
  await record({ memberId: lan, topicId: pay, score: '6' });
  expect((await whole())[0]).toEqual(['passed', null]);
  const other = await aTopic('Chuyên đề khác');
  expect((await problemOf(record({ memberId: lan, topicId: other, score: '6' }))).fields).toEqual({
    'results.0.result': expect.stringContaining('không dạy'),
  });
});
