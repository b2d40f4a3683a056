import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId, type Id } from '#shared/ids.ts';
import { endUnit, keepUnit } from '#features/units/commands/keep-unit.server.ts';
import { problemOf } from '#tests/visit-world.ts';
import { jpegWithTraces, traces } from '#tests/traced-pictures.ts';
import { useWorld, type CastName } from '#tests/world.ts';
import { changeTask } from './commands/change-task.server.ts';
import { commentTask } from './commands/comment-task.server.ts';
import { giveTasks } from './commands/give-tasks.server.ts';
import { keepEvidence, mostEvidence } from './commands/keep-evidence.server.ts';
import { moveTask } from './commands/move-task.server.ts';
import { removeEvidence } from './commands/remove-evidence.server.ts';
import { nextDue, repeatTasks } from './commands/repeat-tasks.server.ts';
import { tickCheck } from './commands/tick-check.server.ts';
import { canFollow, daysOverdue, taskStates } from './model/task-state.ts';
import { getTask } from './queries/find-task.server.ts';
import { listTasks, tasksAtHand, type TaskFilter } from './queries/list-tasks.server.ts';
import { possibleDoers } from './queries/possible-doers.server.ts';
import { getEvidence, listEvidence } from './queries/task-evidence.server.ts';
import { listChecks, listTaskEvents } from './queries/task-story.server.ts';

const world = useWorld();

/** domain/03 §7.7: `new → accepted → in_progress → done → verified | returned | cancelled`. */
const lawful = new Set([
  'new accepted',
  'accepted in_progress',
  'in_progress done',
  'done verified',
  'done returned',
  // Taken up again after it was sent back; done at once, without saying that it was begun.
  'returned in_progress',
  'returned done',
  'accepted done',
  // Called off while it is still to be done.
  'new cancelled',
  'accepted cancelled',
  'in_progress cancelled',
  'returned cancelled',
]);

const later = (hours = 1) => {
  world().now = new Date(world().now.getTime() + hours * 3_600_000);
};
const lan = () => `member:${world().cast.lan.memberId}`;
const team = (of: 'mau1' | 'mau2' = 'mau1') => `team:${world().teams[of]}`;
const give = async (who: CastName, more: object = {}): Promise<Id> => {
  const { run, cast } = world();
  const { taskIds } = await run(giveTasks, cast[who], {
    title: 'Phát tờ rơi phòng chống lừa đảo',
    assignees: [lan()],
    dueOn: '30/11/2026',
    ...more,
  });
  return taskIds[0] ?? '';
};
const move = (who: CastName, taskId: Id, to: string, note: string | null = null) =>
  world().run(moveTask, world().cast[who], { taskId, to, note });
const task = (who: CastName, id: Id) => world().read(world().cast[who], (ctx) => getTask(ctx, id));
const open: TaskFilter = { view: 'all', over: false, hamletId: null, onlyOverdue: false };
const seenBy = async (who: CastName, filter: Partial<TaskFilter> = {}) =>
  (await world().read(world().cast[who], (ctx) => listTasks(ctx, { ...open, ...filter }))).map(
    ({ id }) => id,
  );

describe('the states', () => {
  it('follow one another as domain/03 §7.7 says, and in no other way', () => {
    for (const from of taskStates)
      for (const to of taskStates)
        expect(canFollow(from, to), `${from} ${to}`).toBe(lawful.has(`${from} ${to}`));
  });

  it('are never left by any row of commands, whoever sends them', async () => {
    const people = ['lan', 'tu', 'dung', 'hanh', 'minh', 'binh', 'doan'] as const;
    const deeds = fc.array(fc.tuple(fc.constantFrom(...people), fc.constantFrom(...taskStates)), {
      maxLength: 14,
    });
    await fc.assert(
      fc.asyncProperty(deeds, async (row) => {
        const id = await give('tu');
        let state = 'new';
        for (const [who, to] of row) {
          const before = state;
          const refused = await move(who, id, to, 'Còn hai hộ').then(
            () => null,
            (error: unknown) => error,
          );
          if (refused !== null)
            expect(refused).toMatchObject({
              code: expect.stringMatching(/^(not_found|not_allowed|state\.conflict)$/),
            });
          ({ state } = await task('tu', id));
          if (state !== before) expect(lawful).toContain(`${before} ${state}`);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('a task', () => {
  it('goes from chú Tư to chị Lan and back, and its story tells who, when and why', async () => {
    const id = await give('tu', { checklist: 'Lấy tờ rơi ở xã\nPhát ở chợ\n' });
    expect(await task('lan', id)).toMatchObject({
      state: 'new',
      doerName: 'Nguyễn Thị Lan',
      checks: 2,
      source: 'own',
    });
    later();
    await move('lan', id, 'accepted');
    await world().run(tickCheck, world().cast.lan, { taskId: id, position: 1 });
    await world().run(commentTask, world().cast.lan, {
      taskId: id,
      text: 'Chợ họp thứ Bảy, cháu đi hôm đó.',
    });
    later();
    await move('lan', id, 'done', 'Đã phát 60 tờ');
    later();
    await move('tu', id, 'returned', 'Còn tổ 4 chưa có');
    later();
    await move('lan', id, 'done');
    later();
    await move('tu', id, 'verified');
    const story = await world().read(world().cast.hanh, (ctx) => listTaskEvents(ctx, id));
    expect(story.map(({ actorName, to, note }) => [actorName, to, note])).toEqual([
      ['Lê Văn Tư', 'new', null],
      ['Nguyễn Thị Lan', 'accepted', null],
      ['Nguyễn Thị Lan', null, 'Chợ họp thứ Bảy, cháu đi hôm đó.'],
      ['Nguyễn Thị Lan', 'done', 'Đã phát 60 tờ'],
      ['Lê Văn Tư', 'returned', 'Còn tổ 4 chưa có'],
      ['Nguyễn Thị Lan', 'done', null],
      ['Lê Văn Tư', 'verified', null],
    ]);
    const checks = await world().read(world().cast.lan, (ctx) => listChecks(ctx, id));
    expect(checks.map(({ text, doneBy }) => [text, doneBy])).toEqual([
      ['Lấy tờ rơi ở xã', 'Nguyễn Thị Lan'],
      ['Phát ở chợ', null],
    ]);
  });

  it('is not verified by who said it is done', async () => {
    const id = await give('hanh', { assignees: [team()] });
    await move('tu', id, 'accepted');
    await move('tu', id, 'done');
    await expect(move('tu', id, 'verified')).rejects.toMatchObject({ code: 'not_allowed' });
    await move('hanh', id, 'verified');
    expect((await task('tu', id)).state).toBe('verified');
  });

  it('is sent back or called off only with a word', async () => {
    const id = await give('tu');
    await move('lan', id, 'accepted');
    await move('lan', id, 'done');
    await expect(move('tu', id, 'returned')).rejects.toMatchObject({ code: 'input.invalid' });
    await move('tu', id, 'returned', 'Thiếu ảnh');
    await expect(move('tu', id, 'cancelled')).rejects.toMatchObject({ code: 'input.invalid' });
  });

  it('sent twice is given once, and a step pressed twice is taken once', async () => {
    const id = newId(world().now);
    const first = await give('tu', { id });
    expect(await give('tu', { id })).toBe(first);
    await move('lan', first, 'accepted');
    await move('lan', first, 'accepted');
    const story = await world().read(world().cast.tu, (ctx) => listTaskEvents(ctx, first));
    expect(story).toHaveLength(2);
    await expect(give('dung', { id })).rejects.toMatchObject({ code: 'duplicate' });
  });

  it('given to two teams is two tasks, each with its own way; a leader’s is a directive (R47)', async () => {
    const { run, cast } = world();
    const { taskIds } = await run(giveTasks, cast.minh, {
      title: 'Rà soát hộ cao tuổi chưa có VNeID',
      assignees: [team('mau1'), team('mau2')],
      dueOn: '2026-12-05',
      priority: 'high',
    });
    const [one = '', two = ''] = taskIds;
    await move('tu', one, 'accepted');
    expect(await task('minh', one)).toMatchObject({
      state: 'accepted',
      source: 'directive',
      hamletName: 'Ấp Mẫu 1',
    });
    expect((await task('minh', two)).state).toBe('new');
    await expect(task('sau', one)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is overdue from the day after its last day on, for both ends, until it is done', async () => {
    const id = await give('tu', { dueOn: '25/11/2026' });
    world().now = new Date('2026-11-25T16:59:00Z');
    expect((await task('lan', id)).daysOverdue).toBe(0);
    world().now = new Date('2026-11-25T17:00:00Z');
    expect((await task('lan', id)).daysOverdue).toBe(1);
    const atHand = (who: CastName) => world().read(world().cast[who], tasksAtHand);
    expect((await atHand('lan')).mine.map((one) => one.id)).toEqual([id]);
    expect((await atHand('tu')).late.map((one) => one.id)).toEqual([id]);
    await move('lan', id, 'accepted');
    await move('lan', id, 'done');
    expect(daysOverdue(await task('lan', id), '2026-11-26')).toBe(0);
    expect((await atHand('tu')).toVerify.map((one) => one.id)).toEqual([id]);
    expect((await atHand('lan')).toVerify).toEqual([]);
  });

  it('is put off with a reason, and not after it is over', async () => {
    const id = await give('tu');
    const change = (more: object) =>
      world().run(changeTask, world().cast.tu, {
        taskId: id,
        dueOn: '2026-12-04',
        priority: 'normal',
        ...more,
      });
    await expect(change({})).rejects.toMatchObject({ code: 'input.invalid' });
    await change({ note: 'Tuần này ấp có đám giỗ' });
    expect((await task('lan', id)).dueOn).toBe('2026-12-04');
    await move('tu', id, 'cancelled', 'Xã đã phát');
    await expect(change({ dueOn: '2026-12-11', note: 'Thêm tuần' })).rejects.toMatchObject({
      code: 'state.conflict',
    });
  });
});

describe('who sees and gives', () => {
  it('chị Lan sees her own and her team’s, bà Sáu none of Ấp Mẫu 1, cô Hạnh all, anh Phúc none', async () => {
    const own = await give('tu');
    const ofTeam = await give('dung', { assignees: [team()] });
    const other = await give('dung', { assignees: [team('mau2')] });
    expect(new Set(await seenBy('lan'))).toEqual(new Set([own, ofTeam]));
    expect(await seenBy('lan', { view: 'mine' })).toEqual([own]);
    expect(new Set(await seenBy('tu'))).toEqual(new Set([own, ofTeam]));
    expect(await seenBy('sau')).toEqual([other]);
    expect(new Set(await seenBy('hanh'))).toEqual(new Set([own, ofTeam, other]));
    expect(await seenBy('phuc')).toEqual([]);
    expect(await seenBy('quan')).toEqual([]);
  });

  it('chú Tư gives in his hamlet only, chị Lan to nobody', async () => {
    const doers = await world().read(world().cast.tu, possibleDoers);
    expect(new Set(doers.map(({ hamletId }) => hamletId))).toEqual(new Set([world().hamlets.mau1]));
    await expect(give('tu', { assignees: [team('mau2')] })).rejects.toMatchObject({ code: 'not_found' });
    await expect(give('lan')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('chị Loan does what the leader gave her, and gives nothing', async () => {
    const id = await give('minh', { assignees: [`account:${world().cast.loan.accountId}`] });
    await move('loan', id, 'accepted');
    await expect(give('loan')).rejects.toMatchObject({ code: 'not_found' });
    await expect(task('doan', id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a task of a unit (R63, W8)', () => {
  const people = ['doan', 'loan', 'hanh', 'minh', 'quay', 'lan'] as const;
  const keep = (accounts: readonly CastName[], unitId: Id | null = null) =>
    world().run(keepUnit, world().cast.hanh, {
      unitId,
      name: 'Xã Đoàn',
      kind: 'mass_organization',
      accountIds: accounts.map((who) => world().cast[who].accountId),
    });

  it('is seen and done by everybody who acts for the unit, who did it is on record, and nobody else takes it up', async () => {
    const unitId = await keep(['doan', 'loan']);
    const id = await give('minh', { assignees: [`unit:${unitId}`] });
    for (const who of ['doan', 'loan'] as const) {
      expect(await seenBy(who, { view: 'mine' })).toEqual([id]);
      expect((await world().read(world().cast[who], tasksAtHand)).mine.map((one) => one.id)).toEqual([id]);
    }
    for (const who of ['lan', 'tu', 'quay', 'phuc', 'thu'] as const)
      await expect(task(who, id)).rejects.toMatchObject({ code: 'not_found' });
    await move('doan', id, 'accepted');
    await move('loan', id, 'done');
    await expect(move('loan', id, 'verified')).rejects.toMatchObject({ code: 'not_allowed' });
    await move('minh', id, 'verified');
    const story = await world().read(world().cast.hanh, (ctx) => listTaskEvents(ctx, id));
    expect(story.map(({ actorName, to }) => [actorName, to])).toEqual([
      ['Lý Quang Minh', 'new'],
      ['Châu Văn Đoàn', 'accepted'],
      ['Bùi Thị Loan', 'done'],
      ['Lý Quang Minh', 'verified'],
    ]);
    expect(await task('hanh', id)).toMatchObject({ doerName: 'Xã Đoàn', hamletId: null });
  });

  it('is lost with the name in the unit, and given to no unit without anybody', async () => {
    const unitId = await keep(['doan']);
    const id = await give('hanh', { assignees: [`unit:${unitId}`] });
    await keep(['loan'], unitId);
    await expect(task('doan', id)).rejects.toMatchObject({ code: 'not_found' });
    await move('loan', id, 'accepted');
    await keep([], unitId);
    await expect(give('hanh', { assignees: [`unit:${unitId}`] })).rejects.toMatchObject({
      code: 'not_found',
    });
    // A hamlet's leader gives to the hamlet only.
    await keep(['doan'], unitId);
    await expect(give('tu', { assignees: [`unit:${unitId}`] })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keeps the unit from being ended until it is over', async () => {
    const unitId = await keep(['doan']);
    const end = () => world().run(endUnit, world().cast.hanh, { unitId });
    const id = await give('hanh', { assignees: [`unit:${unitId}`] });
    expect((await problemOf(end())).message).toContain('1 việc chưa xong');
    await move('doan', id, 'accepted');
    await move('doan', id, 'done');
    expect((await problemOf(end())).code).toBe('state.conflict');
    await move('hanh', id, 'verified');
    await end();
    await expect(give('hanh', { assignees: [`unit:${unitId}`] })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('never leaves the states of domain/03 §7.7, whoever sends which step, and each step was somebody’s who may', async () => {
    const unitId = await keep(['doan', 'loan']);
    const acting: readonly string[] = ['doan', 'loan'];
    const deeds = fc.array(fc.tuple(fc.constantFrom(...people), fc.constantFrom(...taskStates)), {
      maxLength: 14,
    });
    await fc.assert(
      fc.asyncProperty(deeds, async (row) => {
        const id = await give('minh', { assignees: [`unit:${unitId}`] });
        let state = 'new';
        let doneBy = '';
        for (const [who, to] of row) {
          const before = state;
          const refused = await move(who, id, to, 'Còn thiếu').then(
            () => null,
            (error: unknown) => error,
          );
          if (refused !== null)
            expect(refused).toMatchObject({
              code: expect.stringMatching(/^(not_found|not_allowed|state\.conflict)$/),
            });
          ({ state } = await task('hanh', id));
          if (state === before) continue;
          expect(lawful).toContain(`${before} ${state}`);
          if (['accepted', 'in_progress', 'done'].includes(state)) expect(acting).toContain(who);
          else expect(['hanh', 'minh']).toContain(who);
          if (state === 'verified') expect(who).not.toBe(doneBy);
          if (state === 'done') doneBy = who;
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('a repeating task', () => {
  it('comes again a week later, or on the same day of the next month', () => {
    expect(nextDue('2026-11-24', 'weekly')).toBe('2026-12-01');
    expect(nextDue('2026-11-10', 'monthly')).toBe('2026-12-10');
    expect(nextDue('2027-01-31', 'monthly')).toBe('2027-02-28');
  });

  it('is made once when its day has passed, unticked, and no turn for weeks in which nothing ran', async () => {
    const id = await give('tu', { dueOn: '24/11/2026', repeats: 'weekly', checklist: 'Lau máy' });
    const night = async (moment: string) => {
      world().now = new Date(moment);
      await world().database.transaction({ commune: world().cast.tu.communeId }, (tx) =>
        repeatTasks({
          tx,
          communeId: world().cast.tu.communeId,
          actor: world().cast.tu,
          now: world().now,
          today: moment.slice(0, 10),
          happenedAt: world().now,
          deviceId: null,
          requestId: null,
          id: () => newId(world().now),
          emit: async () => {},
          emitAll: async () => {},
        }),
      );
    };
    await night('2026-11-24T01:00:00Z');
    expect(await seenBy('lan')).toEqual([id]);
    await night('2026-12-12T01:00:00Z');
    await night('2026-12-12T02:00:00Z');
    const all = await world().read(world().cast.lan, (ctx) => listTasks(ctx, open));
    expect(all.map(({ dueOn, follows, state, checksDone }) => [dueOn, follows, state, checksDone])).toEqual([
      ['2026-11-24', null, 'new', 0],
      ['2026-12-15', id, 'new', 0],
    ]);
  });
});

describe('evidence (W8)', () => {
  const pdf = Buffer.from('%PDF-1.7 x');
  const attach = (who: CastName, taskId: Id, bytes: Uint8Array = pdf, name = 'anh.pdf') =>
    world().run(keepEvidence, world().cast[who], { taskId, name, bytes });
  const files = (who: CastName, taskId: Id) =>
    world().read(world().cast[who], (ctx) => listEvidence(ctx, taskId));
  const remove = (who: CastName, fileId: Id) => world().run(removeEvidence, world().cast[who], { fileId });

  it('is attached by who does the task or leads, and seen by who sees the task and nobody else', async () => {
    const id = await give('tu');
    await attach('lan', id);
    await attach('tu', id);
    expect((await problemOf(attach('hanh', id))).code).toBe('not_allowed');
    expect((await problemOf(attach('binh', id))).code).toBe('not_found');
    const [first] = await files('hanh', id);
    expect(first).toMatchObject({
      name: 'anh.pdf',
      mediaType: 'application/pdf',
      uploaderName: 'Nguyễn Thị Lan',
    });
    expect((await task('tu', id)).evidence).toBe(2);
    const opened = (who: CastName) =>
      world().read(world().cast[who], (ctx) => getEvidence(ctx, first?.id ?? ''));
    expect((await opened('tu')).bytes.equals(pdf)).toBe(true);
    expect((await problemOf(opened('binh'))).code).toBe('not_found');
    expect((await problemOf(files('binh', id))).code).toBe('not_found');
    expect((await problemOf(remove('binh', first?.id ?? ''))).code).toBe('not_found');
  });

  it('keeps nothing of where and when a photograph was taken, and takes no other kind of file', async () => {
    const id = await give('tu');
    await attach('lan', id, jpegWithTraces(), 'cho.pdf');
    const [file] = await files('lan', id);
    expect(file?.mediaType).toBe('image/jpeg');
    const { bytes } = await world().read(world().cast.tu, (ctx) => getEvidence(ctx, file?.id ?? ''));
    for (const trace of traces) expect(bytes.includes(trace), trace).toBe(false);
    for (const wrong of [
      Buffer.from('<html>'),
      Buffer.alloc(0),
      Buffer.from('GIF89a'),
      jpegWithTraces().subarray(0, 40),
    ])
      expect((await problemOf(attach('lan', id, wrong))).code).toBe('file.kind_not_supported');
    const large = Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)]);
    expect((await problemOf(attach('lan', id, large))).code).toBe('file.too_large');
    for (let nth = 1; nth < mostEvidence; nth += 1) await attach('lan', id);
    expect((await problemOf(attach('lan', id))).code).toBe('state.conflict');
  });

  it('is taken away by who attached it until the task is verified, and its name stays in the story', async () => {
    const id = await give('tu');
    await attach('lan', id, pdf, 'nham.pdf');
    later();
    await attach('lan', id, pdf, 'dung.pdf');
    const [wrong, right] = await files('lan', id);
    expect((await problemOf(remove('tu', wrong?.id ?? ''))).code).toBe('not_allowed');
    later();
    await remove('lan', wrong?.id ?? '');
    expect((await files('lan', id)).map(({ name }) => name)).toEqual(['dung.pdf']);
    later();
    await move('lan', id, 'accepted');
    await move('lan', id, 'done');
    await attach('lan', id, pdf, 'them.pdf');
    await move('tu', id, 'verified');
    expect((await problemOf(remove('lan', right?.id ?? ''))).code).toBe('state.conflict');
    expect((await problemOf(attach('lan', id))).code).toBe('state.conflict');
    const story = await world().read(world().cast.lan, (ctx) => listTaskEvents(ctx, id));
    const told = story.filter(({ name }) => name.startsWith('task.evidence'));
    expect(told.map(({ name, note }) => [name, note])).toEqual([
      ['task.evidence_kept', 'nham.pdf'],
      ['task.evidence_kept', 'dung.pdf'],
      ['task.evidence_removed', 'nham.pdf'],
      ['task.evidence_kept', 'them.pdf'],
    ]);
  });
});
