import { describe, expect, it } from 'vitest';
import { toBase64 } from '#shared/base64.ts';
import { Problem } from '#shared/problem.ts';
import { openHandover, readHandover } from '#features/sync/model/handover.ts';
import type { Book, CatalogueItem } from '#features/sync/model/book.ts';
import type { Operation } from '#features/sync/model/operation.ts';
import { Register } from '../../register/register.ts';
import { MemberStore } from '../../store/member-store.ts';
import { freshPhone, lan, recoveryKey } from '../../vault/fresh-phone.test-support.ts';
import { openPhone } from '../../vault/phone.ts';
import { handoverFile } from './handover-file.ts';
import { findPlatform, platformsByPillar } from './platforms.ts';
import { tellOperation } from './tell-operation.ts';
import { sendProblem, size, when } from './words.ts';

const now = new Date('2026-11-25T02:12:00Z');
const operation = (command: string, input: Record<string, unknown>, household: string | null = null) =>
  ({ command, input, household }) as Operation;

describe('what waits and what was sent, in words', () => {
  const register = new Register('2026-11-25');

  it('says what was done, also when the household is no longer here', () => {
    const told = (given: Operation) => tellOperation(given, register);
    expect(told(operation('visit.record', { met: 'someone' }, 'gone'))).toEqual({
      title: 'Lần gặp một hộ',
      home: null,
    });
    expect(told(operation('visit.record', { met: 'nobody' }, 'gone')).title).toContain('không gặp ai');
    expect(told(operation('outreach.record', { householdIds: ['a', 'b'] })).title).toContain('2 hộ');
    expect(told(operation('later.command', {})).title).not.toBe('');
  });

  it('tells moments as people do', () => {
    expect(when(new Date('2026-11-25T01:05:00Z'), now)).toBe('lúc 08:05');
    expect(when(new Date('2026-11-24T01:05:00Z'), now)).toBe('hôm qua lúc 08:05');
    expect(when(new Date('2026-11-20T17:30:00Z'), now)).toBe('ngày 21/11/2026 lúc 00:30');
  });

  it('never says “đã gửi” of what failed, and says where it is (P8)', () => {
    for (const code of ['service.unavailable', 'device.revoked', 'sync.server_older', 'unexpected'] as const)
      for (const online of [true, false]) {
        const said = sendProblem(new Problem(code), 3, online);
        expect(said).not.toMatch(/đã gửi/i);
        expect(said).toContain('3 phiếu');
      }
    expect(sendProblem(new Problem('service.unavailable'), 0, false)).toContain('không có mạng');
  });

  it('tells room as phones do', () => {
    expect([200_000, 3_400_000, 250_000_000, 2_100_000_000].map(size)).toEqual([
      '0,2 MB',
      '3,4 MB',
      '250 MB',
      '2,1 GB',
    ]);
  });
});

describe('the hand-over file of chị Lan’s phone', () => {
  it('holds what waits, opens with the server’s key, and leaves the outbox as it is', async () => {
    const phone = await openPhone({ storage: freshPhone() });
    const vault = await phone.enrol(lan);
    const keys = { token: 'mới', recoveryKey: toBase64(recoveryKey(7)) };
    const store = await MemberStore.open(vault, keys);
    const scope = lan.accountId;
    for (const note of ['một', 'hai'])
      await store.record({ command: 'visit.record', scope, household: scope, input: { note }, base: null });
    const { name, text } = await handoverFile(store);
    expect(name).toMatch(/^ban-giao-\d{4}-\d\d-\d\d-2-phieu\.json$/);
    const file = readHandover(text);
    expect(file).toMatchObject({ deviceId: lan.deviceId, accountId: lan.accountId, count: 2 });
    const { operations } = await openHandover(file, keys.recoveryKey);
    expect(operations).toEqual(await store.outbox());
    expect(await store.unsent()).toMatchObject({ count: 2 });
    // The key is kept with the store, for the day on which no server answers.
    store.close();
    expect((await MemberStore.open(vault)).meta.recoveryKey).toBe(keys.recoveryKey);
  });
});

describe('the guidance cards', () => {
  const item = (code: string, details: Record<string, unknown>, retired = false): CatalogueItem => ({
    kind: 'platform',
    code,
    name: code,
    retired,
    details,
  });
  const catalogue = [
    item('vneid', { pillar: 'digital_government', link: 'https://vneid.gov.vn', checkedOn: '2026-11-24' }),
    item('buudien', { pillar: 'digital_economy', purpose: 'Bán hàng' }),
    item('cu', { pillar: 'digital_society' }, true),
    item('rieng', {}),
  ];
  const book = { catalogue } as Book;

  it('stand by pillar; what the commune no longer offers is not in the list, but is found', () => {
    expect(platformsByPillar(book).map(({ platforms }) => platforms.map(({ code }) => code))).toEqual([
      ['vneid'],
      ['buudien'],
      ['rieng'],
    ]);
    expect(findPlatform(book, 'vneid')).toMatchObject({ purpose: null, checkedOn: '2026-11-24' });
    expect(findPlatform(book, 'cu')).not.toBeNull();
    expect(findPlatform(book, 'khong-co')).toBeNull();
  });
});
