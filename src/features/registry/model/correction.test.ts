import { describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { parseInput } from '#platform/commands/parse-input.ts';
import { HouseholdCorrection, ResidentCorrection } from '../model.ts';

const householdId = newId(new Date('2026-11-24T02:12:00Z'));

describe('chị Lan corrects a household', () => {
  it('what she does not send stays, what she empties is emptied', () => {
    const correction = parseInput(HouseholdCorrection, { householdId, address: '', phone: undefined });
    expect(correction.address).toBeNull();
    expect(correction.phone).toBeUndefined();
    expect(correction.note).toBeUndefined();
  });

  it('is told in Vietnamese what is wrong with a field', () => {
    const wrong = (() => {
      try {
        parseInput(HouseholdCorrection, { householdId, phone: '12', statedSize: 'ba' });
        return null;
      } catch (cause) {
        return cause;
      }
    })();
    expect(wrong).toBeInstanceOf(Problem);
    expect(wrong).toMatchObject({
      fields: {
        phone: 'Số điện thoại chưa đúng. Số di động có 10 chữ số, ví dụ 0912 345 678.',
        statedSize: 'Xin điền một số nguyên.',
      },
    });
  });

  it('a name cannot be emptied', () => {
    expect(() => parseInput(ResidentCorrection, { residentId: householdId, fullName: ' ' })).toThrow(Problem);
  });
});
