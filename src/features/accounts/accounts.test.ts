import { describe, expect, it } from 'vitest';
import { addMember, endMember } from '#features/org/commands/teams.server.ts';
import { useWorld } from '#tests/world.ts';
import { inviteAccount, renewInvitation } from './commands/invite.server.ts';
import { changePassword, disableAccount } from './commands/keep.server.ts';
import {
  acceptInvitation,
  actorOfToken,
  findInvitation,
  signIn,
  signOut,
  type Door,
} from './sessions.server.ts';
import { SignInLimits } from './sign-in-limits.server.ts';

const world = useWorld();
const password = 'ba con cá lóc 9';

function door(address = '203.0.113.7'): Door {
  const { database, now } = world();
  return { database, limits: new SignInLimits(database), now, address, device: 'Điện thoại thử' };
}

const minutesLater = (minutes: number) => new Date(world().now.getTime() + minutes * 60_000);

async function inviteMember(login = '0912345678') {
  const { run, cast, hamlets } = world();
  return run(inviteAccount, cast.hanh, {
    login,
    fullName: 'Nguyễn Văn Mới',
    memberId: null,
    roles: [{ role: 'member', hamletId: hamlets.mau1 }],
  });
}

describe('an invitation (A7)', () => {
  it('opens an account by its code, typed as people type, and works once', async () => {
    const invitation = await inviteMember('0912 345 678');
    expect(invitation.login).toBe('0912345678');
    const typed = invitation.code.toLowerCase().replace('-', ' ');
    expect(await findInvitation(door(), typed)).toEqual({ fullName: 'Nguyễn Văn Mới', login: '0912345678' });
    const { actor } = await acceptInvitation(door(), typed, password);
    expect(actor.grants).toEqual([{ role: 'member', hamletId: world().hamlets.mau1 }]);
    await expect(acceptInvitation(door(), typed, password)).rejects.toMatchObject({
      code: 'invitation.not_valid',
    });
    expect((await signIn(door(), '+84 912 345 678', password)).actor.fullName).toBe('Nguyễn Văn Mới');
  });

  it('ends after seven days, and when a newer one is given', async () => {
    const first = await inviteMember();
    const second = await world().run(renewInvitation, world().cast.hanh, { accountId: first.accountId });
    await expect(acceptInvitation(door(), first.code, password)).rejects.toMatchObject({
      code: 'invitation.not_valid',
    });
    const late = { ...door(), now: minutesLater(7 * 24 * 60 + 1) };
    await expect(acceptInvitation(late, second.code, password)).rejects.toMatchObject({
      code: 'invitation.not_valid',
    });
  });

  it('refuses a login that somebody has, in another commune too, in the same words', async () => {
    await inviteMember('anh.ba');
    await expect(inviteMember('anh.ba')).rejects.toMatchObject({ code: 'duplicate' });
    await expect(inviteMember('la.31552')).rejects.toMatchObject({ code: 'duplicate' });
  });
});

describe('signing in', () => {
  it('says the same for a wrong password and for nobody (A8), and does not sign in a disabled account', async () => {
    const invitation = await inviteMember();
    await acceptInvitation(door(), invitation.code, password);
    await expect(signIn(door(), '0912345678', 'sai mật khẩu')).rejects.toMatchObject({
      code: 'sign_in.wrong',
    });
    await expect(signIn(door(), '0900000000', password)).rejects.toMatchObject({ code: 'sign_in.wrong' });
    await world().run(disableAccount, world().cast.hanh, { accountId: invitation.accountId });
    await expect(signIn(door(), '0912345678', password)).rejects.toMatchObject({ code: 'sign_in.wrong' });
  });

  it('stops after ten failures of a name from one address, not for its owner elsewhere, and recovers (A6)', async () => {
    const invitation = await inviteMember();
    await acceptInvitation(door(), invitation.code, password);
    for (let tries = 0; tries < 10; tries += 1) {
      await expect(signIn(door(), '0912345678', `sai ${tries}`)).rejects.toMatchObject({
        code: 'sign_in.wrong',
      });
    }
    await expect(signIn(door(), '0912345678', password)).rejects.toMatchObject({
      code: 'sign_in.too_many_tries',
      retryAfter: expect.any(Number) as number,
    });
    await expect(signIn(door('198.51.100.4'), '0912345678', password)).resolves.toBeTruthy();
  });
});

describe('a session (A9)', () => {
  it('ends by signing out, by idleness and for good after its absolute time', async () => {
    const { actor, token } = await acceptInvitation(door(), (await inviteMember()).code, password);
    const { database } = world();
    expect(await actorOfToken(database, token, minutesLater(60))).toEqual(actor);
    expect(await actorOfToken(database, token, minutesLater(60 + 8 * 24 * 60))).toBeNull();
    expect(await actorOfToken(database, `${token}x`, world().now)).toBeNull();
    await signOut(database, token, minutesLater(61));
    expect(await actorOfToken(database, token, minutesLater(62))).toBeNull();
  });

  it('of an administrator is shut after half an hour without use', async () => {
    const { run, cast, database } = world();
    const invitation = await run(inviteAccount, cast.quan, {
      login: 'quan.tri.hai',
      fullName: 'Lê Quản Trị',
      memberId: null,
      roles: [{ role: 'commune_admin', hamletId: null }],
    });
    const { token } = await acceptInvitation(door(), invitation.code, password);
    expect(await actorOfToken(database, token, minutesLater(29))).not.toBeNull();
    expect(await actorOfToken(database, token, minutesLater(29 + 31))).toBeNull();
  });

  it('on other devices ends when the password changes', async () => {
    const invitation = await inviteMember();
    const here = await acceptInvitation(door(), invitation.code, password);
    const there = await signIn(door(), '0912345678', password);
    const { run, database } = world();
    await expect(
      run(changePassword, here.actor, {
        current: 'không phải',
        next: 'mười hai con vịt',
        keepToken: here.token,
      }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await run(changePassword, here.actor, {
      current: password,
      next: 'mười hai con vịt',
      keepToken: here.token,
    });
    expect(await actorOfToken(database, here.token, world().now)).not.toBeNull();
    expect(await actorOfToken(database, there.token, world().now)).toBeNull();
  });
});

describe('rights of accounts (A5)', () => {
  it('are given by nobody who may not give them', async () => {
    const { run, cast, hamlets } = world();
    const invite = (by: typeof cast.tu, role: string, hamletId: string | null) =>
      run(inviteAccount, by, {
        login: `x${role.slice(0, 6)}.thu`.replace('_', ''),
        fullName: 'Thử',
        memberId: null,
        roles: [{ role, hamletId }],
      });
    await expect(invite(cast.tu, 'member', hamlets.mau2)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(invite(cast.tu, 'hamlet_head', hamlets.mau1)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(invite(cast.hanh, 'commune_leader', null)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(invite(cast.lan, 'member', hamlets.mau1)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(invite(cast.hanh, 'member', hamlets.foreign)).rejects.toMatchObject({ code: 'not_found' });
    await expect(invite(cast.tu, 'member', hamlets.mau1)).resolves.toMatchObject({
      login: expect.any(String) as string,
    });
  });

  it('end with the member’s term, on every device, while the work stays (R104, P20)', async () => {
    const { run, cast, teams, hamlets, database } = world();
    const memberId = await run(addMember, cast.tu, {
      teamId: teams.mau1,
      fullName: 'Đoàn Thị Ngọc',
      sex: 'female',
      phone: null,
      organisation: 'school',
      position: 'member',
      startedOn: '2026-02-01',
    });
    const invitation = await run(inviteAccount, cast.tu, {
      login: 'ngoc.mau1',
      fullName: 'Đoàn Thị Ngọc',
      memberId,
      roles: [{ role: 'member', hamletId: hamlets.mau1 }],
    });
    const { token } = await acceptInvitation(door(), invitation.code, password);
    await run(endMember, cast.tu, { memberId, endedOn: '2026-11-24', reason: 'Chuyển công tác' });
    expect(await actorOfToken(database, token, world().now)).toBeNull();
    expect((await signIn(door(), 'ngoc.mau1', password)).actor.grants).toEqual([]);
  });
});
