import { describe, expect, it } from 'vitest';
import { againWhenCollided, isOfTheMoment } from './fault-of-the-moment.server.ts';

const fault = (code: string) => Object.assign(new Error('lỗi'), { code });

describe('a fault of the moment', () => {
  it('is a collision, a server that ends or is full, a connection that broke', () => {
    for (const code of [
      '40001',
      '40P01',
      '53100',
      '53300',
      '55P03',
      '57P01',
      '57P03',
      '08006',
      'ECONNREFUSED',
    ])
      expect([code, isOfTheMoment(fault(code))]).toEqual([code, true]);
    expect(isOfTheMoment(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isOfTheMoment(new Error('Client has encountered a connection error and is not queryable'))).toBe(
      true,
    );
  });

  it('is not a row that cannot be, nor a mistake of ours', () => {
    for (const code of ['23505', '22P02', '42703', '57014'])
      expect([code, isOfTheMoment(fault(code))]).toEqual([code, false]);
    expect(isOfTheMoment(new TypeError('x is not a function'))).toBe(false);
    expect(isOfTheMoment(null)).toBe(false);
  });
});

describe('a transaction that collided', () => {
  it('is run again, and answers once it came through', async () => {
    let runs = 0;
    const run = async () => {
      runs += 1;
      if (runs < 3) throw fault('40P01');
      return 'xong';
    };
    expect([await againWhenCollided(run), runs]).toEqual(['xong', 3]);
  });

  it('is given up after a few times, and at once for any other fault', async () => {
    let runs = 0;
    const run = (code: string) => async () => {
      runs += 1;
      throw fault(code);
    };
    await expect(againWhenCollided(run('40001'))).rejects.toThrow('lỗi');
    await expect(againWhenCollided(run('23505'))).rejects.toThrow('lỗi');
    expect(runs).toBe(5);
  });
});
