import { describe, expect, it } from 'vitest';
import { Problem } from '#shared/problem.ts';
import { timeLeft } from './time-left.ts';
import { sentence, vanished } from './words.ts';

describe('what the door says', () => {
  it('runs a wait down and never says 0:00 too early', () => {
    expect([61_000, 30_000, 29_001, 900, 1, 0].map(timeLeft)).toEqual([
      '1:01',
      '0:30',
      '0:30',
      '0:01',
      '0:01',
      '0:00',
    ]);
  });

  it('tells no network from a server that is silent, and passes on the server’s own sentence', () => {
    expect(sentence(new Problem('service.unavailable'), false)).toContain('không có mạng');
    expect(sentence(new Problem('service.unavailable'), true)).toContain('chưa trả lời');
    expect(sentence(new Problem('not_allowed', { message: 'Dành cho Tổ ở ấp.' }), true)).toBe(
      'Dành cho Tổ ở ấp.',
    );
    expect(sentence(new Problem('input.invalid', { fields: { pin: 'Dễ đoán.' } }), true)).toBe('Dễ đoán.');
    expect(sentence(new TypeError('x is undefined'), true)).not.toContain('undefined');
  });

  it('says of a loss what is known, and no more', () => {
    expect(vanished.lost(0, null)).toContain('không mất phiếu nào');
    expect(vanished.lost(3, '2026-11-04T09:00:00Z')).toBe(
      'Có thể mất 3 phiếu chưa gửi, phiếu cũ nhất ghi ngày 04/11/2026.',
    );
    expect(vanished.lost(null, null)).toContain('Có thể mất');
  });
});
