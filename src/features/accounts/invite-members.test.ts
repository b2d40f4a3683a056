import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMember, endMember } from '#features/org/commands/teams.server.ts';
import { useWorld } from '#tests/world.ts';
import { inviteMembers } from './commands/invite-members.server.ts';
import { Login, suggestLogin } from './model.ts';
import { membersWithAccount } from './queries.server.ts';
import { findInvitation } from './sessions.server.ts';
import { SignInLimits } from './sign-in-limits.server.ts';

const world = useWorld();

async function newMember(fullName: string) {
  const { run, cast, teams } = world();
  return run(addMember, cast.tu, {
    teamId: teams.mau1,
    fullName,
    sex: '',
    phone: null,
    organisation: 'school',
    position: 'member',
    startedOn: '2026-02-01',
  });
}

describe('inviting a whole team', () => {
  it('gives each a code of their own, with rights in the team’s hamlet', async () => {
    const { run, read, cast, teams, database, now } = world();
    const [ngoc, ut] = [await newMember('Đoàn Thị Ngọc'), await newMember('Huỳnh Văn Út')];
    const invitations = await run(inviteMembers, cast.tu, {
      teamId: teams.mau1,
      people: [
        { memberId: ngoc, login: 'ngoc.mau1', roles: ['member'] },
        { memberId: ut, login: '0912 000 111', roles: ['member'] },
      ],
    });
    expect(invitations.map(({ fullName, login }) => [fullName, login])).toEqual([
      ['Đoàn Thị Ngọc', 'ngoc.mau1'],
      ['Huỳnh Văn Út', '0912000111'],
    ]);
    const door = { database, limits: new SignInLimits(database), now, address: '203.0.113.9', device: 'Thử' };
    expect(await findInvitation(door, invitations[1]?.code ?? '')).toMatchObject({
      fullName: 'Huỳnh Văn Út',
    });
    const accounts = await read(cast.tu, (ctx) => membersWithAccount(ctx, [ngoc, ut]));
    expect([...accounts.keys()].sort()).toEqual([ngoc, ut].sort());
  });

  it('gives nobody a code when one name is taken, and says whose', async () => {
    const { run, read, cast, teams } = world();
    const [ngoc, ut] = [await newMember('Đoàn Thị Ngọc'), await newMember('Huỳnh Văn Út')];
    const people = [
      { memberId: ngoc, login: 'ngoc.mau1', roles: ['member'] },
      { memberId: ut, login: 'lan.30658', roles: ['member'] },
    ];
    await expect(run(inviteMembers, cast.tu, { teamId: teams.mau1, people })).rejects.toMatchObject({
      code: 'duplicate',
      fields: { 'people.1.login': expect.stringContaining('Tên đăng nhập') as unknown },
    });
    expect(await read(cast.tu, (ctx) => membersWithAccount(ctx, [ngoc, ut]))).toEqual(new Map());
  });

  it('is for who keeps the team, with the rights that they may give, and for who is still in it', async () => {
    const { run, cast, teams } = world();
    const ngoc = await newMember('Đoàn Thị Ngọc');
    const invite = (by: typeof cast.tu, role = 'member') =>
      run(inviteMembers, by, {
        teamId: teams.mau1,
        people: [{ memberId: ngoc, login: 'ngoc.mau1', roles: [role] }],
      });
    await expect(invite(cast.lan)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(invite(cast.sau)).rejects.toMatchObject({ code: 'not_found' });
    await expect(invite(cast.la)).rejects.toMatchObject({ code: 'not_found' });
    await expect(invite(cast.tu, 'hamlet_head')).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(invite(cast.hanh, 'commune_admin')).rejects.toMatchObject({ code: 'not_allowed' });
    await run(endMember, cast.tu, { memberId: ngoc, endedOn: '2026-11-24', reason: null });
    await expect(invite(cast.tu)).rejects.toMatchObject({ code: 'state.conflict' });
  });
});

describe('a suggested login', () => {
  it('is the name without blanks and diacritics, numbered when taken', () => {
    expect(suggestLogin('Đoàn Thị Ngọc', new Set())).toBe('doanthingoc');
    expect(suggestLogin('Đoàn Thị Ngọc', new Set(['doanthingoc', 'doanthingoc2']))).toBe('doanthingoc3');
  });

  it('is always a login that may be used and is free', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
        const first = suggestLogin(name, new Set());
        const second = suggestLogin(name, new Set([first]));
        expect(Login.safeParse(first)).toMatchObject({ success: true, data: first });
        expect(Login.safeParse(second)).toMatchObject({ success: true, data: second });
        expect(second).not.toBe(first);
      }),
    );
  });
});
