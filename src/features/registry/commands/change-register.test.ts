import { describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { commune, foreignCommune, useWorld, type World } from '#tests/world.ts';
import type { Id } from '#shared/ids.ts';
import { getHouseholdPage } from '../queries/household-page.server.ts';
import { listHistory } from '../queries/list-history.server.ts';
import { listHouseholds } from '../queries/list-households.server.ts';
import { changeHouseholdState } from './change-household-state.server.ts';
import { changeResidentState } from './change-resident-state.server.ts';
import { correctHousehold } from './correct-household.server.ts';
import { correctResident } from './correct-resident.server.ts';
import { moveHousehold } from './move-household.server.ts';
import { moveResident } from './move-resident.server.ts';
import { nameHead } from './name-head.server.ts';
import { nameResponsible } from './name-responsible.server.ts';
import { registerHousehold } from './register-household.server.ts';
import { registerResident } from './register-resident.server.ts';
import { seeHousehold, seeRestrictedHouseholds } from './see-restricted.server.ts';
import { setPolicyClass } from './set-policy-class.server.ts';
import { splitHousehold } from './split-household.server.ts';

const world = useWorld();

/** Ông Dũng's household in Ấp Mẫu 1: head, wife, grown daughter. */
async function household(here: World, hamletId: Id = here.hamlets.mau1) {
  const { id } = await here.run(registerHousehold, here.cast.hanh, {
    hamletId,
    groupName: 'Tổ 2',
    address: 'Số 10, đường Kênh',
    residents: [
      { fullName: 'Nguyễn Văn Dũng', birth: '1951', relation: 'head', sex: 'male', phone: '0912345678' },
      { fullName: 'Đặng Thị Hoà', birth: '15/08/1960', relation: 'spouse', sex: 'female' },
      { fullName: 'Nguyễn Thị Út', birth: '02/2000', relation: 'child', sex: 'female' },
    ],
  });
  const page = await here.read(here.cast.hanh, (ctx) => getHouseholdPage(ctx, id));
  const [head, wife, daughter] = page.residents.map((one) => one.id);
  if (!head || !wife || !daughter) throw new Error('three people');
  return { id, head, wife, daughter };
}
const later = (here: World) => {
  here.now = new Date(here.now.getTime() + 7_200_000);
};
const pageOf = (here: World, id: Id) => here.read(here.cast.hanh, (ctx) => getHouseholdPage(ctx, id));
const titles = async (here: World, id: Id) =>
  (await here.read(here.cast.hanh, (ctx) => listHistory(ctx, id))).map((entry) => entry.title);
const lastEvent = (here: World, name: string) =>
  here.read(here.cast.hanh, (ctx) =>
    ctx.tx
      .selectFrom('events')
      .select(['data', 'hamlet_id', 'subject_id'])
      .where('commune_id', '=', commune)
      .where('name', '=', name)
      .orderBy('recorded_at', 'desc')
      .executeTakeFirstOrThrow(),
  );

describe('corrections', () => {
  it('change only what is sent, keep before and after, keep the search right, and tell the history', async () => {
    const here = world();
    const { id, head } = await household(here);
    later(here);
    await here.run(correctResident, here.cast.lan, {
      residentId: head,
      fullName: 'Nguyễn Văn Đông',
      birth: '1950',
    });
    const page = await pageOf(here, id);
    expect(page.headName).toBe('Nguyễn Văn Đông');
    expect(page.residents[0]).toMatchObject({ birthText: '1950', phone: '0912345678', sex: 'male' });
    expect((await lastEvent(here, 'resident.corrected')).data).toMatchObject({
      householdIds: [id],
      before: { full_name: 'Nguyễn Văn Dũng', birth_date: '1951-12-31' },
      after: { full_name: 'Nguyễn Văn Đông', birth_date: '1950-12-31' },
    });
    const found = async (text: string) =>
      (await here.read(here.cast.lan, (ctx) => listHouseholds(ctx, { text }))).rows.length;
    expect([await found('dong'), await found('dung')]).toEqual([1, 0]);
    const [entry] = await here.read(here.cast.tu, (ctx) => listHistory(ctx, id));
    expect(entry).toMatchObject({
      actorName: 'Nguyễn Thị Lan',
      title: 'Sửa thông tin Nguyễn Văn Đông',
      details: ['Họ và tên: Nguyễn Văn Dũng → Nguyễn Văn Đông', 'Ngày sinh: 1951 → 1950'],
    });
  });

  it('tell nothing when nothing changes, and empty a field that is sent empty', async () => {
    const here = world();
    const { id } = await household(here);
    expect(await here.run(correctHousehold, here.cast.lan, { householdId: id, groupName: 'Tổ 2' })).toEqual({
      changed: false,
    });
    await here.run(correctHousehold, here.cast.lan, { householdId: id, address: '' });
    expect(await pageOf(here, id)).toMatchObject({ address: null, groupName: 'Tổ 2' });
  });

  it('are refused to strangers as if nothing were there, and to readers as not theirs', async () => {
    const here = world();
    const { id, head } = await household(here);
    const tries = [
      (actor: World['cast']['la']) => here.run(correctHousehold, actor, { householdId: id, address: 'x' }),
      (actor: World['cast']['la']) => here.run(correctResident, actor, { residentId: head, phone: '' }),
      (actor: World['cast']['la']) =>
        here.run(changeHouseholdState, actor, { householdId: id, state: 'away', on: '2026-11-01' }),
      (actor: World['cast']['la']) =>
        here.run(registerResident, actor, { householdId: id, resident: { fullName: 'Lê Văn Mới' } }),
      (actor: World['cast']['la']) => here.run(nameHead, actor, { householdId: id, residentId: head }),
      (actor: World['cast']['la']) => here.run(setPolicyClass, actor, { householdId: id, poverty: 'poor' }),
    ];
    for (const attempt of tries) {
      for (const stranger of [here.cast.la, here.cast.binh, here.cast.loan, here.cast.quan])
        await expect(attempt(stranger)).rejects.toMatchObject({ code: 'not_found' });
      for (const reader of [here.cast.tam, here.cast.minh, here.cast.quay])
        await expect(attempt(reader)).rejects.toMatchObject({ code: 'not_allowed' });
    }
    const seen = await here.database.transaction({ commune: foreignCommune }, (tx) =>
      sql`select 1 from households union all select 1 from residents`.execute(tx),
    );
    expect(seen.rows).toEqual([]);
  });
});

describe('states', () => {
  it('follow the machine of domain/06 §6.6, with their day', async () => {
    const here = world();
    const { id, head } = await household(here);
    await here.run(changeHouseholdState, here.cast.lan, { householdId: id, state: 'away', on: '01/10/2026' });
    expect(await pageOf(here, id)).toMatchObject({ state: 'away', stateOn: '2026-10-01' });
    await here.run(changeHouseholdState, here.cast.lan, {
      householdId: id,
      state: 'moved_out',
      on: '2026-11-02',
    });
    await expect(
      here.run(changeHouseholdState, here.cast.lan, {
        householdId: id,
        state: 'dissolved',
        on: '2026-11-03',
      }),
    ).rejects.toMatchObject({ code: 'state.conflict' });
    await expect(
      here.run(changeHouseholdState, here.cast.lan, { householdId: id, state: 'living', on: '2026-11-25' }),
    ).rejects.toMatchObject({ fields: { on: expect.stringContaining('sau ngày hôm nay') } });
    await here.run(changeResidentState, here.cast.lan, { residentId: head, state: 'died', on: '2026-11-20' });
    expect((await pageOf(here, id)).size).toBe(2);
    await expect(
      here.run(nameHead, here.cast.lan, { householdId: id, residentId: head }),
    ).rejects.toMatchObject({ fields: { residentId: expect.stringContaining('đang sinh sống') } });
  });
});

describe('head and responsible member', () => {
  it('a household has one head, and its name and order follow him', async () => {
    const here = world();
    const { id, wife, head } = await household(here);
    await here.run(nameHead, here.cast.lan, { householdId: id, residentId: wife });
    const page = await pageOf(here, id);
    expect(page.headName).toBe('Đặng Thị Hoà');
    expect(page.residents.filter((one) => one.relation === 'head').map((one) => one.id)).toEqual([wife]);
    expect(page.residents.find((one) => one.id === head)?.relation).toBe('other');
    await expect(
      here.run(registerResident, here.cast.lan, {
        householdId: id,
        resident: { fullName: 'Lê Văn Mới', relation: 'head' },
      }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
  });

  it('only an active member of the hamlet or the commune looks after it; he then sees what is restricted', async () => {
    const here = world();
    const { id } = await household(here);
    const name = (memberId: Id | null) =>
      here.run(nameResponsible, here.cast.tu, { householdIds: [id], memberId });
    await expect(name(here.cast.binh.memberId)).rejects.toMatchObject({ code: 'input.invalid' });
    expect((await here.run(seeHousehold, here.cast.lan, { householdId: id })).restrictedHidden).toBe(true);
    expect(await name(here.cast.lan.memberId)).toEqual({ changed: 1 });
    expect(await name(here.cast.lan.memberId)).toEqual({ changed: 0 });
    expect((await here.run(seeHousehold, here.cast.lan, { householdId: id })).restrictedHidden).toBe(false);
    await expect(
      here.run(nameResponsible, here.cast.lan, { householdIds: [id], memberId: null }),
    ).rejects.toMatchObject({ code: 'not_allowed' });
  });
});

describe('what is restricted', () => {
  it('is shown to those of domain/05 §4.2 only, and each reading is in the audit once an hour', async () => {
    const here = world();
    const { id, wife } = await household(here);
    await here.run(setPolicyClass, here.cast.tu, {
      householdId: id,
      poverty: 'poor',
      povertyYear: '2026',
      povertyDecision: '15/QĐ-UBND',
      vulnerableIds: [wife],
    });
    const seen = await here.run(seeHousehold, here.cast.hanh, { householdId: id });
    expect(seen).toMatchObject({ poverty: 'poor', povertyYear: 2026, reasons: ['elderly', 'vulnerable'] });
    expect(seen.residents.map((one) => one.vulnerable)).toEqual([false, true, false]);
    for (const reader of [here.cast.lan, here.cast.tam, here.cast.minh, here.cast.quay]) {
      const page = await here.run(seeHousehold, reader, { householdId: id });
      expect(page).toMatchObject({
        poverty: null,
        povertyYear: null,
        povertyDecision: null,
        reasons: ['elderly'],
      });
      expect(page.residents.every((one) => one.vulnerable === null)).toBe(true);
      const history = await here.read(reader, (ctx) => listHistory(ctx, id));
      expect(JSON.stringify(history)).not.toMatch(/nghèo|Yếu thế/);
    }
    await here.run(seeHousehold, here.cast.hanh, { householdId: id });
    later(here);
    await here.run(seeHousehold, here.cast.hanh, { householdId: id });
    const audit = await here.read(here.cast.hanh, (ctx) =>
      ctx.tx
        .selectFrom('events')
        .select('actor_id')
        .where('name', '=', 'household.restricted_seen')
        .execute(),
    );
    expect(audit.map((row) => row.actor_id)).toEqual([here.cast.hanh.accountId, here.cast.hanh.accountId]);
  });

  it('narrows lists only for those who may see it in all of the list, and that is in the audit', async () => {
    const here = world();
    const { id } = await household(here);
    await here.run(setPolicyClass, here.cast.hanh, { householdId: id, poverty: 'near_poor' });
    const filter = { poverty: 'near_poor' };
    const list = await here.run(seeRestrictedHouseholds, here.cast.hanh, filter);
    expect(list.rows.map((row) => row.id)).toEqual([id]);
    await here.run(seeRestrictedHouseholds, here.cast.tu, { ...filter, hamletId: here.hamlets.mau1 });
    for (const [actor, hamletId] of [
      [here.cast.lan, here.hamlets.mau1],
      [here.cast.tu, null],
      [here.cast.tam, null],
    ] as const)
      await expect(here.run(seeRestrictedHouseholds, actor, { ...filter, hamletId })).rejects.toMatchObject({
        code: 'not_allowed',
      });
    await expect(
      here.read(here.cast.hanh, (ctx) => listHouseholds(ctx, { priority: 'vulnerable' })),
    ).rejects.toMatchObject({ code: 'not_allowed' });
    const audit = await here.read(here.cast.hanh, (ctx) =>
      ctx.tx.selectFrom('events').select('id').where('name', '=', 'register.restricted_listed').execute(),
    );
    expect(audit).toHaveLength(2);
  });
});

describe('moves and splits', () => {
  it('a household keeps code and people in its new hamlet, and loses who looked after it', async () => {
    const here = world();
    const { id } = await household(here);
    await here.run(nameResponsible, here.cast.tu, { householdIds: [id], memberId: here.cast.lan.memberId });
    const move = { householdId: id, hamletId: here.hamlets.mau2, groupName: 'Tổ 9', on: '2026-11-20' };
    await expect(here.run(moveHousehold, here.cast.tu, move)).rejects.toMatchObject({ code: 'not_found' });
    later(here);
    await here.run(moveHousehold, here.cast.hanh, move);
    const page = await here.read(here.cast.sau, (ctx) => getHouseholdPage(ctx, id));
    expect(page).toMatchObject({
      code: '01-0001',
      hamletName: 'Ấp Mẫu 2',
      responsibleMemberId: null,
      address: null,
    });
    await expect(here.read(here.cast.lan, (ctx) => getHouseholdPage(ctx, id))).rejects.toMatchObject({
      code: 'not_found',
    });
    const event = await lastEvent(here, 'household.moved');
    expect(event.hamlet_id).toBe(here.hamlets.mau2);
    expect(event.data).toMatchObject({
      hamletIds: [here.hamlets.mau1, here.hamlets.mau2],
      before: { hamlet_id: here.hamlets.mau1, responsible_member_id: here.cast.lan.memberId },
      after: { hamlet_id: here.hamlets.mau2 },
    });
    expect((await titles(here, id))[0]).toBe('Chuyển hộ đến Ấp Mẫu 2');
  });

  it('one person moves with both histories telling it; a head does not move alone', async () => {
    const here = world();
    const first = await household(here);
    const second = await household(here);
    later(here);
    await here.run(moveResident, here.cast.tu, {
      residentId: first.daughter,
      toHouseholdId: second.id,
      relation: 'child',
      on: '2026-11-20',
    });
    expect((await pageOf(here, first.id)).size).toBe(2);
    expect((await pageOf(here, second.id)).size).toBe(4);
    expect((await titles(here, first.id))[0]).toContain('Nguyễn Thị Út chuyển sang hộ');
    expect((await titles(here, second.id))[0]).toContain('Nguyễn Thị Út chuyển từ hộ');
    await expect(
      here.run(moveResident, here.cast.tu, {
        residentId: first.head,
        toHouseholdId: second.id,
        relation: 'other',
        on: '2026-11-20',
      }),
    ).rejects.toMatchObject({ code: 'state.conflict' });
  });

  it('a split makes a household of those who leave; those who stay need a head and somebody', async () => {
    const here = world();
    const { id, head, wife, daughter } = await household(here);
    const split = (input: object) => here.run(splitHousehold, here.cast.tu, { householdId: id, ...input });
    await expect(split({ residentIds: [head, wife, daughter], headId: head })).rejects.toMatchObject({
      fields: { residentIds: expect.stringContaining('ít nhất một người') },
    });
    await expect(split({ residentIds: [head, daughter], headId: daughter })).rejects.toMatchObject({
      fields: { remainingHeadId: expect.any(String) },
    });
    later(here);
    const created = await split({
      residentIds: [head, daughter],
      headId: daughter,
      remainingHeadId: wife,
      relations: { [head]: 'parent' },
      groupName: 'Tổ 5',
    });
    expect(created.code).toBe('01-0002');
    const fresh = await pageOf(here, created.id);
    expect(fresh).toMatchObject({ headName: 'Nguyễn Thị Út', groupName: 'Tổ 5', size: 2 });
    expect(fresh.residents.find((one) => one.id === head)?.relation).toBe('parent');
    expect(await pageOf(here, id)).toMatchObject({ headName: 'Đặng Thị Hoà', size: 1 });
    expect(await titles(here, id)).toContain(
      'Tách Nguyễn Văn Dũng, Nguyễn Thị Út thành hộ Nguyễn Thị Út, 01-0002',
    );
    await expect(
      here.run(splitHousehold, here.cast.lan, { householdId: created.id, residentIds: [head], headId: head }),
    ).rejects.toMatchObject({ code: 'not_allowed' });
  });
});
