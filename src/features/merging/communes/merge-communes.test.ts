import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#platform/commands/actor.ts';
import { openDatabase } from '#platform/db/database.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { Problem } from '#shared/problem.ts';
import { hashPassword } from '#features/accounts/secrets.server.ts';
import { SignInLimits } from '#features/accounts/sign-in-limits.server.ts';
import { acceptInvitation, signIn } from '#features/accounts/sessions.server.ts';
import { emulationAsOf } from '#features/emulation/queries/as-of.server.ts';
import { getMovement } from '#features/emulation/queries/movements.server.ts';
import { movementResults } from '#features/emulation/queries/ranking.server.ts';
import { inspectionsAsOf } from '#features/inspection/queries/as-of.server.ts';
import { obstaclesAsOf } from '#features/obstacles/queries/as-of.server.ts';
import { hamletsOn } from '#features/org/queries/hamlet-lives.server.ts';
import { openReport } from '#features/reports/commands/open-report.server.ts';
import { submitReport } from '#features/reports/commands/submit-report.server.ts';
import { spanOf } from '#features/reports/model/span.ts';
import { reportFigures } from '#features/reports/queries/report-figures.server.ts';
import { templateFor } from '#features/reports/queries/templates.server.ts';
import { seeHousehold } from '#features/registry/commands/see-restricted.server.ts';
import { figuresAsOf } from '#features/targets/queries/figures-as-of.server.ts';
import { recount } from '#features/targets/recount.server.ts';
import { tasksAsOf } from '#features/tasks/queries/tasks-as-of.server.ts';
import { chooseTrainees } from '#features/training/commands/choose-trainees.server.ts';
import { keepTopic } from '#features/training/commands/keep-topic.server.ts';
import { markAttendance } from '#features/training/commands/mark-attendance.server.ts';
import { planClass } from '#features/training/commands/plan-class.server.ts';
import { recordResults } from '#features/training/commands/record-results.server.ts';
import { setClassState } from '#features/training/commands/set-class-state.server.ts';
import { competence } from '#features/training/queries/competence.server.ts';
import { settlePhone } from '#tests/phone-world.ts';
import { testDatabase } from '#tests/test-database.ts';
import { problemOf } from '#tests/visit-world.ts';
import { commune, foreignCommune, useWorld } from '#tests/world.ts';
import { communeTables, writingOrder } from './table-order.server.ts';
import { fates, namedTables, takenTables } from './fates.ts';
import { mergeCommunes } from './merge-communes.server.ts';
import { merger, readIn, settleTwoCommunes, type TwoCommunes } from './two-communes.test-support.ts';
import * as words from './words.ts';

const world = useWorld();
const later = new Date('2026-11-24T09:00:00Z');
let two: TwoCommunes;

describe('each table', () => {
  it('has one fate, and is written after what it points at', async () => {
    const [tables, order] = await world().database.transaction('door', async (tx) => [
      await communeTables(tx),
      await writingOrder(tx, takenTables),
    ]);
    expect(tables.filter((name) => !fates.has(name))).toEqual([]);
    expect([...namedTables].sort()).toEqual(tables);
    expect(order).toHaveLength(takenTables.length);
    expect(order.indexOf('hamlets')).toBeLessThan(order.indexOf('households'));
    expect(order.indexOf('visits')).toBeLessThan(order.indexOf('guidances'));
  });
});

describe('two communes that become one', () => {
  beforeEach(async () => {
    two = await settleTwoCommunes(world());
  });

  const run = (more = {}, write = true) =>
    mergeCommunes(world().database, merger(more), { now: world().now, write });

  const figures = (code: string, hamletId: Id | null, key: string, cutoffAt: Date) =>
    readIn(world(), code, async (ctx) => {
      const { definition } = await templateFor(ctx, 'hamlet', spanOf(key, 'calendar').to);
      return reportFigures(ctx, definition, { hamletId, span: spanOf(key, 'calendar'), cutoffAt });
    });

  /** All that reports say of a commune before the day, as known then and as known later. */
  const past = async (code: string) => {
    const said: unknown[] = [];
    for (const cutoffAt of [new Date('2026-11-01T02:00:00Z'), later]) {
      for (const key of ['2026-10', '2026-Q3']) said.push((await figures(code, null, key, cutoffAt)).rows);
      for (const day of ['2026-10-31', '2026-11-19'] as Day[]) {
        const question = { hamletId: null, from: '2026-09-01', day, cutoffAt };
        said.push(
          await readIn(world(), code, async (ctx) => [
            await figuresAsOf(ctx, question),
            await obstaclesAsOf(ctx, question),
            await tasksAsOf(ctx, question),
            await inspectionsAsOf(ctx, question),
            await emulationAsOf(ctx, question),
          ]),
        );
      }
    }
    // After the day, but as it was known before the merger was done.
    const known = { hamletId: null, day: '2026-11-22' as Day, cutoffAt: new Date('2026-11-23T00:00:00Z') };
    said.push(await readIn(world(), code, (ctx) => figuresAsOf(ctx, known)));
    if (code === foreignCommune)
      said.push(
        await readIn(world(), code, async (ctx) =>
          movementResults(ctx, await getMovement(ctx, two.closedMovement)),
        ),
      );
    return JSON.stringify(said, null, 1);
  };

  it('leaves every figure of before the day as it was, and counts both from the day on', async () => {
    const here = world();
    const before = { old: await past(commune), other: await past(foreignCommune) };
    const wholes = [
      await figures(commune, null, '2026-11', later),
      await figures(foreignCommune, null, '2026-11', later),
    ];
    const { rows } = await run();
    expect(rows?.get('households')).toBe(5);
    here.now = later;
    expect(await past(commune)).toBe(before.old);
    expect(await past(foreignCommune)).toBe(before.other);

    expect((await readIn(here, foreignCommune, recount)).differences).toEqual([]);
    const whole = await figures(foreignCommune, null, '2026-11', later);
    const summed = whole.rows.filter((row) => ['hộ', 'người', 'lượt', 'mô hình', 'cơ sở'].includes(row.unit));
    let compared = 0;
    for (const row of summed) {
      // The team of the commune that ended is no team of the other one.
      if (row.code.startsWith('A')) continue;
      for (const value of ['period', 'cumulative', 'population'] as const) {
        if (row[value] === null || row[value] === undefined) continue;
        const sum = wholes.reduce(
          (total, one) => total + (one.rows.find(({ code }) => code === row.code)?.[value] ?? 0),
          0,
        );
        expect([row.code, value, row[value]]).toEqual([row.code, value, sum]);
        compared += row[value] > 0 ? 1 : 0;
      }
    }
    expect(compared).toBeGreaterThan(15);
  });

  it('gives every hamlet, household, account and phone its place: codes and names of here, the token and password of before', async () => {
    const here = world();
    const password = 'mot-hai-ba-bon-nam';
    const hash = await hashPassword(password);
    await here.database.transaction({ commune }, (tx) =>
      tx.updateTable('accounts').set({ password_hash: hash }).where('commune_id', '=', commune).execute(),
    );
    const [home] = two.homes;
    if (!home) throw new Error('no home');
    const phone = await settlePhone(here, 'lan');
    await phone.pull();
    const old = phone.epoch;
    const said = (visitedOn: string) =>
      phone.operation('visit.record', { householdId: home.id, visitedOn, met: 'someone' });
    const sent = said('2026-11-23');
    const held = said('2026-11-24');
    expect((await phone.push(sent)).results[0]?.outcome.status).toBe('ok');
    const result = await run({
      choices: { suffix: '(Nhơn Mỹ)', hamlets: {}, keepRoles: ['tam.30658'] },
    });

    // Hamlets and households: codes and names of here, and no day before theirs.
    expect(result.decided).toContain(words.renamed('Ấp Mẫu 1', 'Ấp Mẫu 1 (Nhơn Mỹ)'));
    const { rows: hamlets } = await here.database.transaction({ commune: foreignCommune }, (tx) =>
      sql<{
        code: string;
        name: string;
      }>`select code, name from hamlets where commune_id = ${foreignCommune} order by code`.execute(tx),
    );
    expect(hamlets.map(({ code, name }) => `${code} ${name}`)).toEqual([
      '31552-01 Ấp Mẫu Lạ',
      '31552-02 Ấp Mẫu 1',
      '31552-03 Ấp Mẫu 1 (Nhơn Mỹ)',
      '31552-04 Ấp Mẫu 2',
      '31552-05 Ấp Mẫu 3',
      '31552-06 Xã Nhơn Mỹ (cũ)',
    ]);
    const there = (day: Day) =>
      readIn(here, foreignCommune, async (ctx) => (await hamletsOn(ctx, day)).length);
    expect([await there('2026-11-19'), await there('2026-11-20')]).toEqual([2, 5]);
    const { rows: homes } = await here.database.transaction({ commune: foreignCommune }, (tx) =>
      sql<{ code: string; note: string | null; search_text: string }>`
        select code, note, search_text from households where commune_id = ${foreignCommune} and code ~ '^0' order by code`.execute(
        tx,
      ),
    );
    expect(homes.map((home) => home.code)).toEqual(['01-0001', '01-0002', '03-0001']);
    expect(homes[2]?.note).toBe('Mã hộ trước khi sáp nhập xã: 01-0001');
    expect(homes[2]?.search_text).toMatch(/ 01-0001 \|.* 03-0001 \|/);

    // Everybody comes in as before, with the rights of their hamlet and without those of the whole commune.
    const door = {
      database: here.database,
      limits: new SignInLimits(here.database),
      now: here.now,
      address: '10.0.0.1',
      device: 'máy thử',
    };
    for (const [login, grants] of [
      ['lan.30658', [{ role: 'member', hamletId: here.hamlets.mau1 }]],
      ['hanh.30658', []],
      ['tam.30658', [{ role: 'culture_social_head', hamletId: null }]],
    ] as const) {
      const { actor } = await signIn(door, login, password);
      expect([actor.communeId, actor.grants]).toEqual([foreignCommune, grants]);
      // Of their own hamlet what they saw, of the other commune nothing; without a role nothing at all.
      const sees = (householdId: Id) =>
        here.run(seeHousehold, actor, { householdId }).then(
          () => true,
          (problem: Problem) => (problem.code === 'not_found' ? false : Promise.reject(problem)),
        );
      const isLan = login.startsWith('lan');
      const isHead = login.startsWith('tam');
      expect([await sees(two.homes[0]?.id ?? ''), await sees(two.theirHome.id)]).toEqual([
        isLan || isHead,
        isHead,
      ]);
    }
    const reader = await acceptInvitation(door, result.archive?.code ?? '', 'xem-lai-so-cu-2026');
    expect(reader.actor).toMatchObject({ communeId: commune, fullName: 'Lưu trữ xã Nhơn Mỹ' });
    const open = await here.database.transaction('door', (tx) =>
      tx
        .selectFrom('accounts')
        .select('login')
        .where('commune_id', '=', commune)
        .where('disabled_at', 'is', null)
        .execute(),
    );
    expect(open).toEqual([{ login: 'luutru.30658' }]);

    // A phone goes on with its token: what it holds arrives once, and it learns the other history.
    here.now = later;
    const answer = await phone.push(sent, held);
    expect(answer.results.map((one) => one.outcome.status)).toEqual(['ok', 'ok']);
    expect(answer.epoch).not.toBe(old);
    await phone.pull();
    expect(phone.epoch).toBe(answer.epoch);
    expect(phone.homes.get(home.id)).toMatchObject({ hamletId: here.hamlets.mau1 });
    const visits = (code: string) =>
      here.database.transaction({ commune: code }, async (tx) =>
        (
          await tx
            .selectFrom('visits')
            .select('visited_on')
            .where('commune_id', '=', code)
            .where('household_id', '=', home.id)
            .where('visited_on', '>', '2026-11-20')
            .orderBy('visited_on')
            .execute()
        ).map((one) => one.visited_on),
      );
    expect([await visits(foreignCommune), await visits(commune)]).toEqual([
      ['2026-11-23', '2026-11-24'],
      ['2026-11-23'],
    ]);
  });

  it('rehearsed, refused or undecided, says so and writes nothing; a report that was sent stands', async () => {
    const here = world();
    const rows = () =>
      here.database.transaction(
        { commune: foreignCommune },
        async (tx) =>
          (
            await sql<{
              n: number;
            }>`select count(*)::int as n from events where commune_id = ${foreignCommune}`.execute(tx)
          ).rows[0]?.n,
      );
    const before = await rows();
    const rehearsed = await run({}, false);
    expect([rehearsed.rows?.get('visits'), rehearsed.archive]).toEqual([4, null]);
    for (const [more, part, sentence] of [
      [{ on: '2026-11-25' }, 'refusals', words.dayTooLate],
      [{ on: '2026-10-31' }, 'refusals', words.dayTooEarly],
      [{ choices: { suffix: null, hamlets: {}, keepRoles: [] } }, 'undecided', words.hamletTwice('Ấp Mẫu 1')],
      [
        { choices: { suffix: null, hamlets: { 'Ấp Mẫu 1': 'ấp mẫu lạ' }, keepRoles: [] } },
        'undecided',
        words.hamletTwice('Ấp Mẫu 1'),
      ],
      [
        { choices: { suffix: 'x', hamlets: { 'Ấp 9': 'Ấp 10' }, keepRoles: ['ai.do'] } },
        'undecided',
        words.loginUnknown('ai.do'),
      ],
    ] as const) {
      const result = await run(more);
      expect(result.rows).toBeNull();
      expect(result[part]).toContain(sentence);
    }
    expect((await problemOf(run({ into: commune }))).message).toBe(words.sameCommune);
    expect((await problemOf(run({ from: '00001' }))).message).toBe(words.notInstalled('00001'));
    expect(await rows()).toBe(before);
    const id = await here.run(openReport, here.cast.tu, { hamletId: here.hamlets.mau1, period: '2026-10' });
    await here.run(submitReport, here.cast.tu, { reportId: id });
    expect((await run({}, false)).refusals).toEqual([]);
    await here.database.transaction({ commune }, (tx) =>
      tx.updateTable('reports').set({ ends_on: '2026-11-20' }).where('commune_id', '=', commune).execute(),
    );
    expect((await run({}, false)).refusals).toEqual([words.reportSent('Ấp Mẫu 1', '2026-11-20')]);
    await run({ on: '2026-11-21' });
    expect((await problemOf(run())).message).toBe(words.alreadyClosed(commune, foreignCommune, '2026-11-21'));
  });

  it('lets results stand at the topic of here that has the same name, and brings topics that are new here', async () => {
    const here = world();
    const { hanh, la, lan } = here.cast;
    const topic = async (actor: Actor, name: string) =>
      (await here.run(keepTopic, actor, { name, validMonths: 12 })).id;
    const [vneid, pay] = [await topic(hanh, 'Cài đặt VNeID'), await topic(hanh, 'Thanh toán điện tử')];
    const theirVneid = await topic(la, 'cài đặt VNeID');
    const { id: classId } = await here.run(planClass, hanh, {
      topicIds: [vneid, pay],
      form: 'in_person',
      place: 'Hội trường xã',
      trainer: 'Đặng Thị Hạnh',
      heldOn: '24/11/2026',
      startsAt: '7 giờ 30',
    });
    await here.run(chooseTrainees, hanh, { classId, memberIds: [lan.memberId] });
    await here.run(markAttendance, hanh, { classId, marks: [{ memberId: lan.memberId, attended: true }] });
    await here.run(setClassState, hanh, { classId, to: 'held' });
    const results = [vneid, pay].map((topicId) => ({ memberId: lan.memberId, topicId, score: '9' }));
    await here.run(recordResults, hanh, { classId, results });
    await run();
    here.now = later;
    const { topics, members } = await readIn(here, foreignCommune, (ctx) => competence(ctx, null));
    expect(topics.map(({ id }) => id).sort()).toEqual([theirVneid, pay].sort());
    const own = members.find((one) => one.memberId === lan.memberId)?.standings ?? [];
    expect(own).toMatchObject([
      { kind: 'trained', result: 'passed' },
      { kind: 'trained', result: 'passed' },
    ]);
  });

  it('takes all back when a check finds something else than was to be', async () => {
    const here = world();
    await here.database.transaction('door', async (tx) => {
      await sql`reset role`.execute(tx);
      await sql`create function lose() returns trigger language plpgsql as 'begin return case when new.commune_id = ''31552'' and new.met = ''someone'' and new.visited_on = ''2026-09-20'' then null else new end; end'`.execute(
        tx,
      );
      await sql`create trigger lose before insert on visits for each row execute function lose()`.execute(tx);
      await sql`alter table guidances drop constraint guidances_commune_id_visit_id_fkey`.execute(tx);
      await sql`alter table visit_checks drop constraint visit_checks_commune_id_visit_id_fkey`.execute(tx);
    });
    expect((await problemOf(run())).message).toBe(words.failed.rowsOfNew('visits', 4, 3));
    const hamlets = (code: string) =>
      here.database.transaction(
        { commune: code },
        async (tx) =>
          (await tx.selectFrom('hamlets').select('id').where('commune_id', '=', code).execute()).length,
      );
    expect([await hamlets(commune), await hamlets(foreignCommune)]).toEqual([3, 2]);
    const doors = await here.database.transaction('door', (tx) =>
      tx.selectFrom('accounts').select('login').where('login', 'like', '%@%').execute(),
    );
    expect(doors).toEqual([]);
  });
});

describe('a closed commune', () => {
  const own = testDatabase();
  let database: ReturnType<typeof openDatabase>;
  beforeAll(() => {
    database = openDatabase({ connectionString: own.connectionString() }, 1, new Set([commune]));
    return () => database.close();
  });

  it('is read, and the database itself refuses to write in it', async () => {
    const write = (code: string) =>
      database.transaction({ commune: code }, (tx) =>
        tx
          .insertInto('days_off')
          .values({ commune_id: code, day: '2026-09-02', kind: 'off', name: 'Quốc khánh' })
          .execute(),
      );
    await write(foreignCommune);
    const problem = await problemOf(write(commune));
    expect([problem.code, problem.message]).toEqual([
      'state.conflict',
      expect.stringContaining('sổ đã đóng'),
    ]);
    const read = await database.transaction({ commune }, (tx) =>
      tx.selectFrom('days_off').select('day').where('commune_id', '=', commune).execute(),
    );
    expect(read).toEqual([]);
  });
});
