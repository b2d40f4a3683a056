import { describe, expect, it } from 'vitest';
import { useWorld } from '#tests/world.ts';
import { endOtherSessions } from '../commands/end-other-sessions.server.ts';
import { inviteAccount } from '../commands/invite.server.ts';
import { acceptInvitation, actorOfToken, signIn } from '../sessions.server.ts';
import { SignInLimits } from '../sign-in-limits.server.ts';
import { listOwnSessions } from './own-sessions.server.ts';

const world = useWorld();
const password = 'ba con cá lóc 9';

describe('one’s own sessions (A9)', () => {
  it('are seen with the one that asks first, and the others can be ended', async () => {
    const { run, read, cast, hamlets, database, now } = world();
    const door = (device: string, at = now) => ({
      database,
      limits: new SignInLimits(database),
      now: at,
      address: '203.0.113.7',
      device,
    });
    const { code } = await run(inviteAccount, cast.hanh, {
      login: 'anh.ba',
      fullName: 'Nguyễn Văn Mới',
      memberId: null,
      roles: [{ role: 'member', hamletId: hamlets.mau1 }],
    });
    const idle = new Date(now.getTime() - 8 * 24 * 60 * 60_000);
    const here = await acceptInvitation(door('máy này'), code, password);
    await signIn(door('quên từ tuần trước', idle), 'anh.ba', password);
    const lost = await signIn(door('máy mất'), 'anh.ba', password);
    const devices = async () =>
      (await read(here.actor, (ctx) => listOwnSessions(ctx, here.token))).map((one) => [
        one.device,
        one.here,
      ]);
    expect(await devices()).toEqual([
      ['máy này', true],
      ['máy mất', false],
    ]);
    expect(await read(cast.lan, (ctx) => listOwnSessions(ctx, here.token))).toEqual([]);
    await run(endOtherSessions, here.actor, { keepToken: here.token });
    expect(await devices()).toEqual([['máy này', true]]);
    expect(await actorOfToken(database, lost.token, now)).toBeNull();
    expect(await actorOfToken(database, here.token, now)).not.toBeNull();
  });
});
