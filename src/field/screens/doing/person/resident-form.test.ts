import { describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { noAnswers } from '#features/visits/model/digital-status.ts';
import { birthInFuture, birthWrong } from '#features/registry/words.ts';
import type { PhonePerson } from '#features/sync/model/home.ts';
import { fromCard, newPerson, personCorrection, startOfCorrection } from './resident-form.ts';

const id = newId(new Date('2026-11-23T02:00:00Z'));
const today = '2026-11-23';
const baHue: PhonePerson = {
  id,
  fullName: 'Nguyễn Thị Huệ',
  sex: 'female',
  birthDate: '1955-12-31',
  birthPrecision: 'year',
  residence: 'permanent',
  relation: 'head',
  relationText: null,
  phone: '0912345678',
  hasSmartphone: 'no',
  vulnerable: null,
  state: 'living',
  digital: noAnswers,
  skills: null,
};
const start = startOfCorrection(baHue);
const corrected = (more: Record<string, string>) => personCorrection({ ...start, ...more }, today);

describe('a correction', () => {
  it('of nothing is none', () => {
    expect(corrected({})).toEqual({ input: null });
    expect(corrected({ phone: '0912 345 678' })).toEqual({ input: null });
  });

  it('tells only what was changed, with what the phone showed of it in the shape of the input', () => {
    expect(corrected({ birth: '15/08/1955', hasSmartphone: 'yes', phone: '' })).toEqual({
      input: {
        input: {
          residentId: id,
          birth: { date: '1955-08-15', precision: 'day' },
          hasSmartphone: 'yes',
          phone: null,
        },
        base: { birth: { date: '1955-12-31', precision: 'year' }, hasSmartphone: 'no', phone: '0912345678' },
      },
    });
  });

  it('says beside the field what is wrong', () => {
    expect(corrected({ birth: '31/02/1955' })).toEqual({ problems: { birth: birthWrong } });
    expect(corrected({ birth: '2027' })).toEqual({ problems: { birth: birthInFuture } });
  });
});

describe('somebody new', () => {
  it('needs a name; the rest may be unknown', () => {
    const newOne = (typed: Record<string, string>) => newPerson(typed, 'residents.1.', { id, today });
    expect(newOne({})).toHaveProperty(['problems', 'residents.1.fullName']);
    expect(newOne({ 'residents.1.fullName': '  Lê  Văn Tám ' })).toMatchObject({
      input: { id, fullName: 'Lê Văn Tám', sex: null, birth: null, relation: 'other' },
    });
  });

  it('is filled in by a card, which never empties what it does not say', () => {
    const card = { fullName: 'Lê Văn Tám', birth: { date: '1960-03-02', precision: 'day' as const } };
    expect(fromCard({ ...card, sex: null, address: null }, 'residents.0.')).toEqual({
      'residents.0.fullName': 'Lê Văn Tám',
      'residents.0.birth': '02/03/1960',
    });
  });
});
