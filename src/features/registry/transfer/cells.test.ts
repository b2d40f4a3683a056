import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, formatDay, isDay } from '#shared/calendar.ts';
import { readBirth } from './birth-cell.ts';
import { fieldOf } from './columns.ts';
import { readMark, readPhone, readPoverty, readRelation, readResidence, readSize } from './person-cells.ts';

const today = '2026-11-22';
const days = fc.integer({ min: 0, max: 43_000 }).map((count) => addDays('1908-01-01', count));

describe('births (B12, domain/06 §6.5)', () => {
  it('any day is read in every way that lists write it', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year = '', month = '', date = ''] = day.split('-');
        const ways = [
          formatDay(day),
          day,
          { day },
          `${Number(date)}/${Number(month)}/${year}`,
          `${date}.${month}.${year}`,
          `ngày ${Number(date)} tháng ${Number(month)} năm ${year}`,
          `${date}${month}${year}`,
          `${day}T00:00:00`,
        ];
        for (const way of ways)
          expect(readBirth(way, today), JSON.stringify(way)).toEqual({
            birth: { date: day, precision: 'day' },
            problem: null,
          });
      }),
    );
  });

  it('years and months are their last day', () => {
    for (const way of [1946, '1946', '00/00/1946', 'Sinh năm 1946', '~1946'])
      expect(readBirth(way, today).birth).toEqual({ date: '1946-12-31', precision: 'year' });
    for (const way of ['2/1948', '02-1948', '1948-02', '00/02/1948', 'tháng 2/1948'])
      expect(readBirth(way, today).birth).toEqual({ date: '1948-02-29', precision: 'month' });
    expect(readBirth('2026', today).birth).toEqual({ date: '2026-12-31', precision: 'year' });
  });

  it('Excel’s own mistakes are told: a serial without a format, a year shown as a date, two digits', () => {
    expect(readBirth(24219, today)).toEqual({
      birth: { date: '1966-04-22', precision: 'day' },
      problem: null,
    });
    expect(readBirth({ day: '1905-04-29' }, today)).toEqual({
      birth: { date: '1946-12-31', precision: 'year' },
      problem: 'birth_year_shown_as_date',
    });
    expect(readBirth('05/06/68', today)).toEqual({
      birth: { date: '1968-06-05', precision: 'day' },
      problem: 'birth_two_digit_year',
    });
    expect(readBirth('05/06/19', today).birth?.date).toBe('2019-06-05');
  });

  it('what is no birth is none, with a warning', () => {
    const wrong = {
      '30/02/1990': 'birth_not_understood',
      '05/25/1984': 'birth_not_understood',
      'không rõ': 'birth_not_understood',
      '23/11/2026': 'birth_in_future',
      '2027': 'birth_in_future',
      '12/2026': 'birth_in_future',
      '01/01/1880': 'birth_too_old',
      '1/1/0000': 'birth_too_old',
      '12/9999': 'birth_in_future',
    };
    for (const [text, problem] of Object.entries(wrong))
      expect(readBirth(text, today), text).toEqual({ birth: null, problem });
    for (const empty of ['', ' ', '-', null, 0])
      expect(readBirth(empty, today)).toEqual({ birth: null, problem: null });
  });

  it('never gives a day that the calendar lacks, or one to come', () => {
    const cell = fc.oneof(
      fc.stringMatching(/^\d{1,4}[/.-]\d{1,4}([/.-]\d{1,4})?$/),
      fc.stringMatching(/^\d{1,9}$/),
      fc.double(),
      fc.string(),
    );
    fc.assert(
      fc.property(cell, (typed) => {
        const { birth } = readBirth(typed, today);
        if (!birth) return;
        expect(isDay(birth.date)).toBe(true);
        const known = birth.date.slice(0, { day: 10, month: 7, year: 4 }[birth.precision]);
        expect(known <= today.slice(0, known.length)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('phones (B13)', () => {
  it('get back their zero, their national form and their new prefix', () => {
    for (const typed of [
      '728792174',
      '0728792174',
      '+84728792174',
      '84 728 792 174',
      '0728.792.174',
      "'0728792174",
      '(0728) 792-174',
    ])
      expect(readPhone(typed).value, typed).toBe('0728792174');
    expect(readPhone('01201234567').value).toBe('0701234567');
    expect(readPhone('1691234567').value).toBe('0391234567');
    expect(readPhone('0296 3 827 123').value).toBe('02963827123');
    expect(readPhone('2963827123').value).toBe('02963827123');
  });

  it('several: the first; nonsense: none; nothing: nothing', () => {
    expect(readPhone('0912345678 / 0987654321')).toEqual({ value: '0912345678', problem: 'phone_several' });
    expect(readPhone('0912345678 0987654321').value).toBe('0912345678');
    for (const text of ['123', '0000000000', '09123456789', '0123456789', 'số 12'])
      expect(readPhone(text), text).toEqual({ value: null, problem: 'phone_not_understood' });
    for (const text of ['', 'không', '-']) expect(readPhone(text)).toEqual({ value: null, problem: null });
  });
});

describe('words of a list', () => {
  it('relations', () => {
    const told = {
      'Chủ hộ': 'head',
      VỢ: 'spouse',
      Chồng: 'spouse',
      Con: 'child',
      'con rể': 'child',
      Cháu: 'grandchild',
      'cháu nội': 'grandchild',
      Mẹ: 'parent',
      Ba: 'parent',
      Bà: 'grandparent',
      'Ông ngoại': 'grandparent',
      'Em gái': 'sibling',
      'Anh rể': 'sibling',
      'ở thuê': 'other',
      '': 'other',
    };
    for (const [text, relation] of Object.entries(told)) expect(readRelation(text), text).toBe(relation);
  });

  it('residence', () => {
    const told = {
      'thường trú': 'permanent',
      'Tạm Trú': 'temporary',
      'lưu trú': 'lodging',
      'tạm vắng': 'absent',
      'Thường trú (đi vắng)': 'absent',
      KT3: 'temporary',
      '': null,
    };
    for (const [text, residence] of Object.entries(told))
      expect(readResidence(text), text).toEqual({ value: residence, problem: null });
    // Could be either of two.
    expect(readResidence('TT').problem).toBe('residence_not_understood');
  });

  it('marks, poverty, sizes', () => {
    for (const yes of ['x', 'X', 'v', 'có', 'Có', '1', '✓']) expect(readMark(yes).value, yes).toBe(true);
    for (const no of ['không', 'K', '0', '-']) expect(readMark(no).value, no).toBe(false);
    expect(readMark('').value).toBeNull();
    const told = {
      nghèo: 'poor',
      'Hộ nghèo': 'poor',
      'cận nghèo': 'near_poor',
      HCN: 'near_poor',
      'mới thoát nghèo': 'escaped_poverty',
      'không nghèo': 'none',
      '': 'none',
    };
    for (const [text, poverty] of Object.entries(told)) expect(readPoverty(text).value, text).toBe(poverty);
    expect([
      readSize('4').value,
      readSize('4 người').value,
      readSize('0').value,
      readSize('1000').value,
    ]).toEqual([4, 4, null, null]);
  });

  it('headers', () => {
    const told: Record<string, string | null> = {
      'Quan hệ với chủ hộ': 'relation',
      'Số ĐT chủ hộ': 'phone',
      'Họ tên chủ hộ': 'headName',
      'Năm sinh chủ hộ': 'birth',
      'HỌ VÀ TÊN': 'fullName',
      Nam: 'male',
      Năm: null,
      Họ: 'familyName',
      Hộ: 'bookNumber',
      'Hộ nghèo/cận nghèo': 'poverty',
      'Hộ cận\nnghèo': 'nearPoor',
      'Tổ (số)': 'group',
      'Địa chỉ (số nhà)': 'address',
      'DANH SÁCH HỘ GIA ĐÌNH ẤP MẪU 1': null,
      'Có điện thoại thông minh': 'smartphone',
      'Số định danh cá nhân': 'identity',
      'Dân tộc': null,
    };
    for (const [label, field] of Object.entries(told)) expect(fieldOf([label]), label).toBe(field);
    expect(fieldOf(['Năm sinh', 'Nữ'])).toBe('female');
  });
});
