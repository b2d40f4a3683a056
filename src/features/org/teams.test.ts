import { describe, expect, it } from 'vitest';
import { useWorld } from '#tests/world.ts';
import { addHamlet } from './commands/hamlets.server.ts';
import { addMember, changeMember, endTeam, foundTeam } from './commands/teams.server.ts';
import { hamletKindOf, hamletNamesOf } from './model.ts';
import { listHamletsWithoutTeam, listMembers, listTeams } from './queries.server.ts';

const world = useWorld();

const founding = (hamletId: string | null) => ({
  hamletId,
  name: 'Tổ công nghệ số cộng đồng',
  decisionNumber: '15/QĐ-UBND',
  decisionOn: '2026-03-02',
  startedOn: '2026-03-02',
});

describe('teams (R14, R15)', () => {
  it('one active team per hamlet and one for the commune', async () => {
    const { run, cast, hamlets, teams, read } = world();
    expect((await read(cast.hanh, listHamletsWithoutTeam)).map((hamlet) => hamlet.name)).toEqual([
      'Ấp Mẫu 3',
    ]);
    await run(foundTeam, cast.hanh, founding(hamlets.mau3));
    expect(await read(cast.hanh, listHamletsWithoutTeam)).toEqual([]);
    await expect(run(foundTeam, cast.hanh, founding(hamlets.mau3))).rejects.toMatchObject({
      code: 'state.conflict',
    });
    await expect(run(foundTeam, cast.hanh, founding(null))).rejects.toMatchObject({ code: 'state.conflict' });
    await run(endTeam, cast.hanh, { teamId: teams.mau1, endedOn: '2026-11-24', reason: null });
    await expect(run(foundTeam, cast.hanh, founding(hamlets.mau1))).resolves.toBeTruthy();
    const members = await read(cast.hanh, (ctx) => listMembers(ctx, teams.mau1));
    expect(members.every((member) => member.endedOn === '2026-11-24')).toBe(true);
  });

  it('one leader at a time', async () => {
    const { run, cast, teams, read } = world();
    const newcomer = {
      teamId: teams.mau1,
      fullName: 'Võ Thị Hai',
      sex: null,
      phone: null,
      organisation: 'women_union',
      startedOn: '2026-03-01',
    };
    await expect(run(addMember, cast.tu, { ...newcomer, position: 'leader' })).rejects.toMatchObject({
      code: 'state.conflict',
    });
    await run(addMember, cast.tu, { ...newcomer, position: 'member' });
    const leader = (await read(cast.tu, (ctx) => listMembers(ctx, teams.mau1)))[0];
    expect(leader?.position).toBe('leader');
    await expect(
      run(changeMember, cast.tu, {
        memberId: leader?.id,
        fullName: 'Lê Văn Tư',
        phone: '0913 222 333',
        organisation: 'hamlet_board',
        position: 'leader',
      }),
    ).resolves.toBeUndefined();
  });

  it('are kept by the office and the hamlet’s own head only; others do not even find them', async () => {
    const { run, cast, teams, hamlets, read } = world();
    const newcomer = {
      teamId: teams.mau1,
      fullName: 'Ai Đó',
      sex: null,
      phone: null,
      organisation: 'resident',
      position: 'member',
      startedOn: '2026-03-01',
    };
    await expect(run(addMember, cast.lan, newcomer)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(run(addMember, cast.sau, newcomer)).rejects.toMatchObject({ code: 'not_found' });
    await expect(run(addMember, cast.la, newcomer)).rejects.toMatchObject({ code: 'not_found' });
    await expect(run(foundTeam, cast.tu, founding(hamlets.mau3))).rejects.toMatchObject({
      code: 'not_allowed',
    });
    expect((await read(cast.lan, listTeams)).map((team) => team.name)).toEqual([
      'Tổ xã Nhơn Mỹ',
      'Tổ Ấp Mẫu 1',
    ]);
  });
});

describe('hamlets', () => {
  it('are entered by the commune, with one name each, in any spelling of the tones', async () => {
    const { run, cast } = world();
    await run(addHamlet, cast.hanh, { name: 'Ấp Mẫu Hòa', validFrom: '2026-01-01' });
    await expect(
      run(addHamlet, cast.hanh, { name: 'ấp mẫu hoà', validFrom: '2026-01-01' }),
    ).rejects.toMatchObject({ code: 'duplicate' });
    expect(hamletNamesOf(' Ấp Mẫu 1 \n\nẤp  Mẫu 2\nẤp Mẫu 1')).toEqual(['Ấp Mẫu 1', 'Ấp Mẫu 2']);
    expect(hamletKindOf('Khóm 3')).toBe('khom');
    expect(hamletKindOf('Long Bình')).toBe('ap');
  });
});
