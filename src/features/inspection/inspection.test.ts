import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveTask } from '#features/tasks/commands/move-task.server.ts';
import { getTask } from '#features/tasks/queries/find-task.server.ts';
import { recordVisit } from '#features/visits/commands/record-visit.server.ts';
import { newId, type Id } from '#shared/ids.ts';
import { problemOf, settleCatalogue, settleHome } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { closeFinding } from './commands/close-finding.server.ts';
import { holdInspection } from './commands/hold-inspection.server.ts';
import { keepChecklist } from './commands/keep-checklist.server.ts';
import { cancelInspection, closeInspection, moveInspection } from './commands/move-inspection.server.ts';
import { planInspections } from './commands/plan-inspections.server.ts';
import { addFinding, answerFinding, giveFindingTask } from './commands/write-finding.server.ts';
import { findOne, holdOne, planOne } from './inspection-world.test-support.ts';
import { currentChecklist } from './queries/checklist.server.ts';
import { findingsOf, listFindings } from './queries/findings.server.ts';
import { inspectedBoard } from './queries/hamlet-board.server.ts';
import { askedQuestions, inspectionFigures } from './queries/inspection-page.server.ts';
import { getInspection, listInspections } from './queries/inspections.server.ts';
import { inspectionWaiting } from './waiting.server.ts';

/** R56, R97, W20: inspections by the Culture–Social office, their findings, and what becomes of them. Today is 24/11/2026. */
const world = useWorld();
const at = (day: string) => (world().now = new Date(`${day}T02:00:00Z`));

test('several hamlets are planned at once, each with its own day or the common one; sending twice plans once', async () => {
  const { cast, hamlets, run, read } = world();
  const batchId = newId(world().now);
  const { version } = await read(cast.hanh, (ctx) => currentChecklist(ctx));
  const plan = {
    batchId,
    plannedOn: '01/12/2026',
    kind: 'regular',
    hamletIds: [hamlets.mau1, hamlets.mau2],
    days: { [hamlets.mau1]: '', [hamlets.mau2]: '2026-12-03' },
    people: [cast.hanh.accountId, cast.dung.accountId, cast.hanh.accountId],
    version,
    topics: ['reports', 'register'],
  };
  await run(planInspections, cast.hanh, plan);
  await run(planInspections, cast.hanh, plan);
  const planned = await read(cast.minh, (ctx) => listInspections(ctx));
  expect(
    planned.map(({ hamletName, plannedOn, peopleNames, topics, state }) => [
      hamletName,
      plannedOn,
      peopleNames,
      topics,
      state,
    ]),
  ).toEqual([
    ['Ấp Mẫu 1', '2026-12-01', ['Hồ Văn Dũng', 'Đặng Thị Hạnh'], ['reports', 'register'], 'planned'],
    ['Ấp Mẫu 2', '2026-12-03', ['Hồ Văn Dũng', 'Đặng Thị Hạnh'], ['reports', 'register'], 'planned'],
  ]);
  const wrong = (change: object) =>
    problemOf(
      run(planInspections, cast.hanh, {
        ...plan,
        batchId: newId(world().now),
        version: version + 1,
        ...change,
      }),
    );
  expect(Object.keys((await wrong({ hamletIds: [] })).fields)).toEqual(['hamletIds']);
  expect(Object.keys((await wrong({ people: [], topics: [] })).fields)).toEqual(['people', 'topics']);
  // A hamlet's head and the province go on no inspection; the same hamlet is not inspected twice on a day.
  expect(
    Object.keys((await wrong({ people: [cast.tu.accountId], plannedOn: '2026-12-09' })).fields),
  ).toContain('people');
  expect(Object.keys((await wrong({ people: [cast.phuc.accountId], topics: ['bua'] })).fields)).toEqual(
    expect.arrayContaining(['people', 'topics', 'plannedOn', `days.${hamlets.mau2}`]),
  );
  expect(Object.keys((await wrong({ plannedOn: '2026-11-23' })).fields)).toContain('plannedOn');
});

test('cô Hạnh finds, chú Tư answers, the task is done and verified: the finding is put right with it, and the inspection ends', async () => {
  const { cast, hamlets, teams, run, read } = world();
  const id = await planOne(world(), hamlets.mau1);
  at('2026-12-01');
  await holdOne(world(), id, '2026-12-01');
  const findingId = await findOne(world(), id, '2026-12-15');
  await run(answerFinding, cast.tu, { findingId, text: 'Tổ 3 mới có năm nhà trọ, tuần này ghi xong.' });
  const { taskId } = await run(giveFindingTask, cast.hanh, { findingId, assignees: `team:${teams.mau1}` });
  expect(await read(cast.tu, (ctx) => getTask(ctx, taskId))).toMatchObject({
    title: 'Rà lại sổ hộ tổ 3',
    text: 'Tồn tại khi kiểm tra Ấp Mẫu 1 ngày 01/12/2026: Sổ thiếu hộ',
    dueOn: '2026-12-15',
    hamletId: hamlets.mau1,
  });
  const close = () => run(closeInspection, cast.tam, { inspectionId: id, conclusion: 'Ấp làm tốt báo cáo.' });
  expect((await problemOf(close())).code).toBe('state.conflict');
  expect(
    (await problemOf(run(giveFindingTask, cast.hanh, { findingId, assignees: `team:${teams.mau1}` }))).code,
  ).toBe('state.conflict');
  await run(moveTask, cast.tu, { taskId, to: 'accepted' });
  await run(moveTask, cast.tu, { taskId, to: 'done' });
  expect(await read(cast.tu, (ctx) => findingsOf(ctx, id))).toMatchObject([
    { state: 'open', task: { state: 'done' } },
  ]);
  await run(moveTask, cast.hanh, { taskId, to: 'verified' });
  expect(await read(cast.tu, (ctx) => findingsOf(ctx, id))).toMatchObject([
    {
      state: 'closed',
      closedBy: 'Đặng Thị Hạnh',
      closingWord: 'Việc khắc phục đã làm xong và được xác nhận.',
      answers: [{ text: 'Tổ 3 mới có năm nhà trọ, tuần này ghi xong.', by: 'Lê Văn Tư' }],
    },
  ]);
  await close();
  expect(await read(cast.tu, (ctx) => getInspection(ctx, id))).toMatchObject({
    state: 'closed',
    met: 1,
    notMet: 1,
  });
  expect((await problemOf(findOne(world(), id, '2026-12-20'))).code).toBe('state.conflict');
});

test('a hamlet does not end what is said of it: what it verifies itself waits for the word of who inspected', async () => {
  const { cast, hamlets, run, read } = world();
  const id = await planOne(world(), hamlets.mau1, { people: [cast.dung.accountId] });
  at('2026-12-01');
  await holdOne(world(), id, '2026-12-01');
  const findingId = await findOne(world(), id, '2026-12-15');
  const { taskId } = await run(giveFindingTask, cast.hanh, {
    findingId,
    assignees: `member:${cast.lan.memberId ?? ''}`,
  });
  await run(moveTask, cast.lan, { taskId, to: 'accepted' });
  await run(moveTask, cast.lan, { taskId, to: 'done' });
  await run(moveTask, cast.tu, { taskId, to: 'verified' });
  expect(await read(cast.hanh, (ctx) => findingsOf(ctx, id))).toMatchObject([
    { state: 'open', task: { state: 'verified' } },
  ]);
  expect((await read(cast.hanh, inspectionWaiting)).find(({ key }) => key === 'inspection done')?.count).toBe(
    1,
  );
  for (const who of [cast.tu, cast.minh])
    expect((await problemOf(run(closeFinding, who, { findingId, word: 'Xong' }))).code).toBe('not_allowed');
  expect(
    Object.keys((await problemOf(run(closeFinding, cast.hanh, { findingId, word: ' ' }))).fields),
  ).toEqual(['word']);
  // Anh Dũng was named to go: his word counts as the office's does.
  await run(closeFinding, cast.dung, { findingId, word: 'Đã xem lại sổ, đủ hộ.' });
  expect((await problemOf(run(answerFinding, cast.tu, { findingId, text: 'Cảm ơn' }))).code).toBe(
    'state.conflict',
  );
});

test('other hamlets see nothing; a surprise is told when it was held; members do not see it', async () => {
  const { cast, hamlets, read } = world();
  const regular = await planOne(world(), hamlets.mau1);
  const surprise = await planOne(world(), hamlets.mau1, { kind: 'surprise', plannedOn: '2026-12-02' });
  const sees = async (who: typeof cast.tu) =>
    (await read(who, (ctx) => listInspections(ctx))).map(({ id }) => id);
  expect(await sees(cast.tu)).toEqual([regular]);
  for (const who of [cast.sau, cast.lan, cast.loan, cast.phuc, cast.quan]) {
    expect(await sees(who)).toEqual([]);
    expect((await problemOf(read(who, (ctx) => getInspection(ctx, regular)))).code).toBe('not_found');
  }
  expect((await problemOf(read(cast.tu, (ctx) => getInspection(ctx, surprise)))).code).toBe('not_found');
  at('2026-12-02');
  await holdOne(world(), surprise, '2026-12-02');
  const findingId = await findOne(world(), surprise, '2026-12-20');
  expect(await sees(cast.tu)).toContain(surprise);
  expect(await read(cast.sau, (ctx) => listFindings(ctx))).toEqual([]);
  const waits = (await read(cast.tu, inspectionWaiting)).filter(({ count }) => count > 0);
  expect(waits.map(({ key, count, href }) => [key, count, href])).toEqual([
    ['inspection answer', 1, `/kiem-tra/${surprise}`],
  ]);
  expect(
    (await problemOf(world().run(answerFinding, cast.sau, { findingId, text: 'Không phải ấp tôi' }))).code,
  ).toBe('not_found');
});

test('what the product knows stands beside the questions, and stays as it was on the day of the inspection', async () => {
  const { cast, hamlets, run, read } = world();
  await settleCatalogue(world());
  at('2026-01-20');
  const home = await settleHome(world(), { hamlet: 'mau1' });
  await settleHome(world(), { hamlet: 'mau1' });
  at('2026-11-24');
  const id = await planOne(world(), hamlets.mau1);
  const figure = async (code: string, who = cast.hanh) =>
    (await read(who, (ctx) => inspectionFigures(ctx, id))).values.find((one) => one.code === code);
  expect(await figure('households_met')).toMatchObject({ part: 0, of: 2 });
  // Chú Tư and chị Lan are in office; neither went anywhere.
  expect(await figure('members_idle')).toMatchObject({ part: 2, of: 2 });
  const visit = () => run(recordVisit, cast.lan, { householdId: home.id, met: 'someone' });
  await visit();
  expect(await figure('households_met')).toMatchObject({ part: 1, of: 2 });
  expect(await figure('members_idle')).toMatchObject({ part: 1, of: 2 });
  await run(holdInspection, cast.hanh, {
    inspectionId: id,
    heldOn: '2026-11-24',
    answers: [{ code: 'members', result: 'met' }],
  });
  // A month and a half later nobody has gone again; what was found then stands.
  at('2027-01-10');
  expect(await figure('members_idle')).toMatchObject({ part: 1, of: 2 });
  expect((await read(cast.hanh, (ctx) => inspectionFigures(ctx, id))).on).toBe('2026-11-24');
  // How visits agree with what was found at the door is not read by those whose visits they are (R97).
  expect(await figure('agreement', cast.hanh)).toMatchObject({ of: 0 });
  for (const who of [cast.tu, cast.minh, cast.tam]) expect(await figure('agreement', who)).toBeUndefined();
});

test('the checklist has versions: an inspection keeps the one with which it was planned', async () => {
  const { cast, hamlets, run, read } = world();
  const old = await planOne(world(), hamlets.mau1);
  const before = await read(cast.hanh, (ctx) => currentChecklist(ctx));
  expect(before.version).toBe(1);
  const rows = before.questions
    .slice(0, 2)
    .map(({ code, text, figure }) => ({ code, text, figure: figure ?? '' }));
  const change = {
    version: before.version,
    questions: [
      { ...rows[0], text: 'Báo cáo đủ và đúng' },
      { code: rows[1]?.code, text: '', figure: '' },
      { code: '', text: 'Có bảng hướng dẫn ở Văn phòng ấp', figure: 'groups_active' },
    ],
  };
  for (const who of [cast.tu, cast.minh, cast.dung])
    expect((await problemOf(run(keepChecklist, who, change))).code).toBe('not_allowed');
  await run(keepChecklist, cast.tam, change);
  expect((await read(cast.hanh, (ctx) => currentChecklist(ctx))).questions).toEqual([
    { code: 'reports', text: 'Báo cáo đủ và đúng', figure: 'reports_on_time' },
    { code: 'own_1', text: 'Có bảng hướng dẫn ở Văn phòng ấp', figure: 'groups_active' },
  ]);
  // Who had the old list before them is told, and loses nothing.
  expect((await problemOf(run(keepChecklist, cast.hanh, change))).code).toBe('state.conflict');
  expect(
    Object.keys((await problemOf(run(keepChecklist, cast.hanh, { version: 2, questions: [] }))).fields),
  ).toEqual(['questions.0.text']);
  const fresh = await planOne(world(), hamlets.mau2);
  const asked = (id: Id) => read(cast.hanh, (ctx) => askedQuestions(ctx, id));
  expect((await asked(old)).map(({ text }) => text)).toEqual(before.questions.map(({ text }) => text));
  expect((await asked(fresh)).map(({ code }) => code)).toEqual(['reports', 'own_1']);
});

test('a result says what was seen: nothing marked is refused, a failure needs a word, what is not marked was not checked', async () => {
  const { cast, hamlets, run, read } = world();
  const id = await planOne(world(), hamlets.mau1);
  const hold = (answers: object[], heldOn = '2026-11-24') =>
    run(holdInspection, cast.hanh, { inspectionId: id, heldOn, answers });
  expect(Object.keys((await problemOf(hold([]))).fields)).toEqual(['answers.0.result']);
  expect(Object.keys((await problemOf(hold([{ code: 'reports', result: 'not_met' }]))).fields)).toEqual([
    'answers.0.remark',
  ]);
  expect(Object.keys((await problemOf(hold([{ code: 'la', result: 'met' }]))).fields)).toEqual([
    'answers.0.result',
  ]);
  for (const day of ['2026-11-25', '2026-11-23'])
    expect(Object.keys((await problemOf(hold([{ code: 'reports', result: 'met' }], day))).fields)).toEqual([
      'heldOn',
    ]);
  expect(
    (
      await problemOf(
        run(addFinding, cast.hanh, { inspectionId: id, text: 'A', remedy: 'B', dueOn: '2026-12-01' }),
      )
    ).code,
  ).toBe('state.conflict');
  await hold([{ code: 'reports', result: 'met' }]);
  // Put right while it is followed.
  await hold([{ code: 'reports', result: 'not_met', remark: 'Tháng 9 trễ' }]);
  const asked = await read(cast.tu, (ctx) => askedQuestions(ctx, id));
  expect(asked.find(({ code }) => code === 'reports')).toMatchObject({
    result: 'not_met',
    remark: 'Tháng 9 trễ',
  });
  expect(new Set(asked.slice(1).map(({ result }) => result))).toEqual(new Set(['not_checked']));
  expect((await problemOf(run(cancelInspection, cast.hanh, { inspectionId: id, reason: 'Mưa' }))).code).toBe(
    'state.conflict',
  );
  await run(closeInspection, cast.hanh, { inspectionId: id, conclusion: 'Ấp sửa trong tháng.' });
  expect((await problemOf(hold([{ code: 'reports', result: 'met' }]))).code).toBe('state.conflict');
});

test('the board says who was never inspected, and since when the others', async () => {
  const { cast, hamlets, run, read } = world();
  const id = await planOne(world(), hamlets.mau1);
  const off = await planOne(world(), hamlets.mau2);
  expect(
    Object.keys(
      (await problemOf(run(cancelInspection, cast.hanh, { inspectionId: off, reason: '' }))).fields,
    ),
  ).toEqual(['reason']);
  await run(cancelInspection, cast.hanh, { inspectionId: off, reason: 'Ấp đang ngập' });
  await run(moveInspection, cast.hanh, {
    inspectionId: id,
    plannedOn: '2026-12-05',
    people: [cast.tam.accountId],
  });
  expect(
    (
      await problemOf(
        run(moveInspection, cast.hanh, {
          inspectionId: id,
          plannedOn: '2026-11-01',
          people: [cast.tam.accountId],
        }),
      )
    ).fields,
  ).toHaveProperty('plannedOn');
  at('2026-12-06');
  expect((await read(cast.tam, inspectionWaiting)).find(({ key }) => key === 'inspection late')?.count).toBe(
    1,
  );
  await holdOne(world(), id, '2026-12-05');
  await findOne(world(), id, '2026-12-10');
  at('2026-12-12');
  const board = await read(cast.minh, inspectedBoard);
  expect(
    board.map(({ hamletName, lastHeldOn, heldThisYear, findingsOpen, findingsLate }) => [
      hamletName,
      lastHeldOn,
      heldThisYear,
      findingsOpen,
      findingsLate,
    ]),
  ).toEqual([
    ['Ấp Mẫu 2', null, 0, 0, 0],
    ['Ấp Mẫu 3', null, 0, 0, 0],
    ['Ấp Mẫu 1', '2026-12-05', 1, 1, 1],
  ]);
  expect(
    (await read(cast.hanh, inspectionWaiting)).find(({ key }) => key === 'inspection findings')?.count,
  ).toBe(1);
  for (const who of [cast.tu, cast.loan])
    expect((await problemOf(read(who, inspectedBoard))).code).toBe('not_found');
});

test('whatever is tried in whatever order, an inspection ends once and never with an open finding', async () => {
  const { cast, hamlets, run, read } = world();
  let day = 0;
  const tries = fc.array(fc.constantFrom('hold', 'find', 'fix', 'close', 'cancel'), {
    minLength: 3,
    maxLength: 9,
  });
  await fc.assert(
    fc.asyncProperty(tries, async (steps) => {
      day += 1;
      const plannedOn = `2027-${String(1 + Math.floor(day / 28)).padStart(2, '0')}-${String(1 + (day % 28)).padStart(2, '0')}`;
      const id = await planOne(world(), hamlets.mau1, { plannedOn });
      const expected = { state: 'planned', open: 0 };
      for (const step of steps) {
        const [finding] = (await read(cast.hanh, (ctx) => findingsOf(ctx, id))).filter(
          ({ state }) => state === 'open',
        );
        const may = {
          hold: expected.state === 'planned' || expected.state === 'held',
          find: expected.state === 'held',
          fix: finding !== undefined,
          close: expected.state === 'closed' || (expected.state === 'held' && expected.open === 0),
          cancel: expected.state === 'planned' || expected.state === 'cancelled',
        }[step];
        const work = {
          hold: () => holdOne(world(), id, '2026-11-24'),
          find: () => findOne(world(), id, '2027-12-31').then(() => undefined),
          fix: () =>
            run(closeFinding, cast.hanh, { findingId: finding?.id ?? newId(world().now), word: 'Đã sửa' }),
          close: () => run(closeInspection, cast.hanh, { inspectionId: id, conclusion: 'Xong' }),
          cancel: () => run(cancelInspection, cast.hanh, { inspectionId: id, reason: 'Mưa' }),
        }[step];
        const done = await work().then(
          () => true,
          () => false,
        );
        expect([step, done]).toEqual([step, may]);
        if (!done) continue;
        if (step === 'hold') expected.state = 'held';
        if (step === 'close') expected.state = 'closed';
        if (step === 'cancel') expected.state = 'cancelled';
        expected.open += step === 'find' ? 1 : step === 'fix' ? -1 : 0;
        const now = await read(cast.hanh, (ctx) => getInspection(ctx, id));
        expect(now).toMatchObject({ state: expected.state, findingsOpen: expected.open });
        if (now.state === 'closed') expect(now.findingsOpen).toBe(0);
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);
