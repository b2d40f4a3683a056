import { describe, expect, it } from 'vitest';
import { ageOf, formatBirth, politeAddress, typedBirth } from './birth.ts';
import { priorityReasonsOf, type PriorityHousehold, type PriorityResident } from './priority.ts';

const born = (text: string) => {
  const birth = typedBirth(text);
  if (birth === null || birth === 'wrong') throw new Error(`${text} is a birth`);
  return { birth_date: birth.date, birth_precision: birth.precision };
};

const address = (text: string, sex: 'male' | 'female' | null) =>
  politeAddress({ ...born(text), sex }, '2026-11-24');

describe('births as people know them (domain/06 §6.5, B12)', () => {
  it('are read as day, month or year, and shown as far as they are known', () => {
    expect(typedBirth(' 1946 ')).toEqual({ date: '1946-12-31', precision: 'year' });
    expect(typedBirth('2/1946')).toEqual({ date: '1946-02-28', precision: 'month' });
    expect(typedBirth('1966-08-15')).toEqual({ date: '1966-08-15', precision: 'day' });
    expect(typedBirth('')).toBeNull();
    for (const wrong of ['30/02/1946', '13/1946', '46', 'abc', '1846', '15/08/66'])
      expect(typedBirth(wrong)).toBe('wrong');
    expect(['1946', '02/1946', '15/08/1966'].map((text) => formatBirth(born(text)))).toEqual([
      '1946',
      '02/1946',
      '15/08/1966',
    ]);
    expect(formatBirth({ birth_date: null, birth_precision: null })).toBe('—');
  });

  it('give an age that nobody has not reached', () => {
    expect(ageOf(born('24/11/1966'), '2026-11-24')).toBe(60);
    expect(ageOf(born('25/11/1966'), '2026-11-24')).toBe(59);
    expect(ageOf(born('1966'), '2026-11-24')).toBe(59);
    expect(ageOf(born('11/1966'), '2026-11-24')).toBe(59);
    expect(ageOf(born('2026'), '2026-11-24')).toBe(0);
  });

  it('decide how a person is addressed', () => {
    expect([address('1950', 'male'), address('1950', 'female'), address('1950', null)]).toEqual([
      'ông',
      'bà',
      'ông/bà',
    ]);
    expect([address('1990', 'male'), address('1990', 'female'), address('2015', 'male')]).toEqual([
      'anh',
      'chị',
      'em',
    ]);
    expect(politeAddress({ birth_date: null, birth_precision: null, sex: null }, '2026-11-24')).toBe(
      'ông/bà',
    );
  });
});

const person: PriorityResident = {
  birth_date: '1990-01-01',
  has_smartphone: 'unknown',
  vulnerable: false,
  state: 'living',
} as const;
const home: PriorityHousehold = { has_smartphone: 'unknown', poverty: 'unknown' };
const reasons = (one: object, house: object = {}) =>
  priorityReasonsOf({ ...person, ...one }, { ...home, ...house }, '2026-11-24');

describe('priority reasons (plan II.1, R23)', () => {
  it('are those of the plan; what is not known is none', () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({ birth_date: null })).toEqual([]);
    expect(reasons({ birth_date: '1966-11-24' })).toEqual(['elderly']);
    expect(reasons({ birth_date: '1966-11-25' })).toEqual([]);
    expect(reasons({ has_smartphone: 'no' })).toEqual(['no_smartphone']);
    expect(reasons({ has_smartphone: 'no', birth_date: '2012-11-25' })).toEqual([]);
    expect(reasons({ has_smartphone: 'yes' }, { has_smartphone: 'no' })).toEqual(['no_smartphone']);
    expect(reasons({ vulnerable: true })).toEqual(['vulnerable']);
    expect(reasons({}, { poverty: 'near_poor' })).toEqual(['vulnerable']);
    expect(reasons({}, { poverty: 'escaped_poverty' })).toEqual([]);
    expect(reasons({ state: 'died', vulnerable: true, birth_date: '1930-01-01' })).toEqual([]);
  });
});
