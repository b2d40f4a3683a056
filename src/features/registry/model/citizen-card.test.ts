import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCitizenCard } from './citizen-card.ts';

/** People and numbers are made up; the numbers are well formed. */
const today = '2026-11-24';
const fields = ['089060000001', '', 'Trần Văn Tư', '01021960', 'Nam', 'Ấp 3, Nhơn Mỹ, An Giang', '01052021'];
const card = fields.join('|');
const read = (text: string) => readCitizenCard(text, today);
/** The card of chú Tư with some of its fields replaced. */
const withField = (...changes: [index: number, value: string][]) =>
  read(fields.map((field, index) => changes.find(([at]) => at === index)?.[1] ?? field).join('|'));

const chuTu = {
  fullName: 'Trần Văn Tư',
  birth: { date: '1960-02-01', precision: 'day' },
  sex: 'male',
  address: 'Ấp 3, Nhơn Mỹ, An Giang',
};

describe('the QR of a citizen card (domain/06 §6.1)', () => {
  it('tells name, birth, sex and address', () => {
    expect(read(card)).toEqual(chuTu);
    expect(withField([1, '351234567'])).toEqual(chuTu);
    expect(
      read('089301123456||LÊ THỊ BÉ BẢY|15082001|Nữ|Tổ 4, Ấp Mỹ Hòa, Nhơn Mỹ, An Giang|20112024'),
    ).toEqual({
      fullName: 'Lê Thị Bé Bảy',
      birth: { date: '2001-08-15', precision: 'day' },
      sex: 'female',
      address: 'Tổ 4, Ấp Mỹ Hòa, Nhơn Mỹ, An Giang',
    });
  });

  it('is read from the card of 2024, from one without day of issue and from one without the old number', () => {
    expect(read(`${card}||Trần Văn Ba|Nguyễn Thị Sáu|`)).toEqual(chuTu);
    expect(read(fields.slice(0, 6).join('|'))).toEqual(chuTu);
    expect(read(fields.filter((_, index) => index !== 1).join('|'))).toEqual(chuTu);
    expect(withField([6, ''])).toEqual(chuTu);
  });

  it('may come in NFD, in capitals, with blanks and marks that nobody sees', () => {
    expect(read(card.normalize('NFD'))).toEqual(chuTu);
    expect(withField([2, 'TRẦN VĂN TƯ'.normalize('NFD')])).toEqual(chuTu);
    expect(withField([2, '  Trần   Văn\u200B Tư '], [4, ' NAM '])).toEqual(chuTu);
    expect(read(`\uFEFF${card}\r\n`)).toEqual(chuTu);
  });

  it('leaves names as they are given elsewhere: one word, Khmer, Chăm, of the highlands', () => {
    for (const name of ['Út', 'Chau Sóc Ươl', "H'Hen Niê", 'Mohamách Ly', 'Y-Thu'])
      expect(withField([2, name])?.fullName).toBe(name);
    expect(withField([2, "H'HEN NIÊ"])?.fullName).toBe("H'Hen Niê");
  });

  it('may lack sex and address', () => {
    expect(withField([4, ''])).toEqual({ ...chuTu, sex: null });
    expect(withField([5, ' '])).toEqual({ ...chuTu, address: null });
  });

  it('is of somebody born abroad, or in a province that nobody has heard of', () => {
    for (const place of ['001', '096', '091', '112', '231'])
      expect(withField([0, `${place}060000001`])).toEqual(chuTu);
  });
});

describe('what is no citizen card, or a damaged one', () => {
  it('has a number that does not fit the person beside it', () => {
    for (const number of [
      '',
      '89060000001',
      '0890600000011',
      '08906000000a',
      '089 060 000 001',
      '０８９０６０００００００１',
      '000060000001',
      '089160000001',
      '089260000001',
      '089061000001',
    ])
      expect(withField([0, number])).toBeNull();
    expect(withField([1, '35123456'])).toBeNull();
    expect(withField([1, '351234567890'])).toBeNull();
  });

  it('has a birth that is no day, or one still to come', () => {
    for (const birth of ['', '1960', '30021960', '01131960', '00001960', '01/02/1960', '1021960', '19600201'])
      expect(withField([3, birth])).toBeNull();
    expect(readCitizenCard('089226000001||Trần Văn Út|24112026|Nam|Ấp 3|', today)?.birth.date).toBe(today);
    expect(read('089226000001||Trần Văn Út|25112026|Nam|Ấp 3|')).toBeNull();
    expect(withField([6, '31022021'])).toBeNull();
    expect(withField([6, 'hôm qua'])).toBeNull();
  });

  it('has a name, a sex or an address that is none', () => {
    for (const name of ['', '123', 'Tư 2', 'Tư<b>', '-', '.', 'Tư\u0000', '🙂', '\uD800', 'x'.repeat(121)])
      expect(withField([2, name])).toBeNull();
    for (const sex of ['Khác', '0', 'nam nữ', 'constructor', '__proto__'])
      expect(withField([4, sex])).toBeNull();
    for (const place of ['<script>alert(1)</script>', 'Ấp 3\nNhơn Mỹ', '={1+1}', 'x'.repeat(201)])
      expect(withField([5, place])).toBeNull();
  });

  it('hides a number of a person in the address', () => {
    for (const place of [
      'Ấp 3, 089060000001',
      'Ấp 3, 0890.6000.0001',
      'số 08 hẻm 90 tổ 60 lô 00000 nhà 1',
      'Ấp 3 089301123456',
      'CMND 351234567',
    ])
      expect(withField([5, place])).toBeNull();
    expect(withField([1, '351234567'], [5, 'Số 35, tổ 1234, nhà 567'])).toBeNull();
    expect(withField([5, 'Số 12/3, hẻm 45, tổ 6, đường 30/4'])?.address).toBe(
      'Số 12/3, hẻm 45, tổ 6, đường 30/4',
    );
  });

  it('is another QR, a part of a card, or too much', () => {
    for (const text of [
      '',
      '|',
      '|||||||||',
      'https://nhonmy.angiang.gov.vn/lich-lop',
      'WIFI:T:WPA;S:NhaVanHoa;P:12345678;;',
      '00020101021138540010A00000072701240006970436',
      fields.slice(0, 5).join('|'),
      fields.join(';'),
      card.replace('|', '\u0000|'),
      `${card}|${'x'.repeat(3000)}`,
      `${card}\n${card}`,
      JSON.stringify(fields),
    ])
      expect(read(text)).toBeNull();
  });
});

const pick = (...words: string[]) => fc.constantFrom(...words);
const madeCard = fc
  .record({
    sex: fc.constantFrom('male' as const, 'female' as const),
    born: fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-24'), noInvalidDate: true }),
    place: fc.integer({ min: 1, max: 999 }),
    rest: fc.integer({ min: 0, max: 999_999 }),
    oldNumber: fc.option(fc.integer({ min: 0, max: 999_999_999 })),
    name: fc
      .tuple(
        pick('Trần', 'Nguyễn', 'Đỗ', 'Chau'),
        pick('Văn', 'Thị', 'Ngọc'),
        pick('Út', 'Ướng', 'Hoà', 'Nhị'),
      )
      .map((words) => words.join(' ')),
    house: fc.integer({ min: 1, max: 999 }),
    more: fc.array(pick('', 'Lê Thị Tám', '089160000002'), { maxLength: 5 }),
  })
  .map(({ sex, born, place, rest, oldNumber, name, house, more }) => {
    const date = born.toISOString().slice(0, 10);
    const year = Number(date.slice(0, 4));
    const kind = (Math.floor(year / 100) - 19) * 2 + (sex === 'female' ? 1 : 0);
    const pad = (value: number, width: number) => String(value).padStart(width, '0');
    const number = `${pad(place, 3)}${kind}${date.slice(2, 4)}${pad(rest, 6)}`;
    const person = {
      fullName: name,
      birth: { date, precision: 'day' as const },
      sex,
      address: `Số ${house}, Ấp Mỹ Thạnh, Nhơn Mỹ, An Giang`,
    };
    const text = [
      number,
      oldNumber === null ? '' : pad(oldNumber, 9),
      name,
      `${date.slice(8)}${date.slice(5, 7)}${date.slice(0, 4)}`,
      sex === 'male' ? 'Nam' : 'Nữ',
      person.address,
      '24112026',
      ...more,
    ];
    return { number, person, text: text.join('|') };
  });

describe('for any text', () => {
  it('a made card comes back as the person that it was made of, and without its number', () => {
    fc.assert(
      fc.property(madeCard, fc.boolean(), ({ number, person, text }, decomposed) => {
        const answer = read(decomposed ? text.normalize('NFD') : text);
        expect(answer).toEqual(person);
        expect(JSON.stringify(answer)).not.toContain(number);
      }),
    );
  });

  it('a card with one character changed is read as a person or not at all, and never tells the number', () => {
    const damaged = fc
      .tuple(madeCard, fc.nat(), fc.string({ unit: 'binary', maxLength: 14 }))
      .map(([{ number, text }, at, put]) => ({
        number,
        text: text.slice(0, at % text.length) + put + text.slice((at % text.length) + 1),
      }));
    fc.assert(
      fc.property(damaged, ({ number, text }) => {
        const answer = read(text);
        if (answer === null) return;
        expect(Object.keys(answer).sort()).toEqual(['address', 'birth', 'fullName', 'sex']);
        expect(digits(answer)).not.toContain(number);
      }),
      { numRuns: 500 },
    );
  });

  it('a number in any field of the person never comes out', () => {
    const number = '089060000001';
    fc.assert(
      fc.property(
        fc.constantFrom(2, 3, 4, 5),
        fc.constantFrom(number, number.split('').join(' '), number.split('').join('.'), `a${number}b`),
        fc.string({ maxLength: 10 }),
        (at, hidden, around) => {
          const answer = withField([at, around + hidden + around]);
          if (answer !== null) expect(digits(answer)).not.toContain(number);
        },
      ),
    );
  });

  it('nothing is thrown', () => {
    const bits = fc.constantFrom('|', '089060000001', '', 'Tư', '01021960', 'Nam', '\uD83D', '\u0301', '\n');
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void read(text)));
    fc.assert(fc.property(fc.array(bits, { maxLength: 20 }), (parts) => void read(parts.join(''))));
    fc.assert(fc.property(fc.array(bits, { maxLength: 12 }), (parts) => void read(parts.join('|'))));
  });
});

/** Name and address of an answer, their digits only: a number that is set apart is still a number. */
function digits(answer: { fullName: string; address: string | null }): string {
  return `${answer.fullName} ${answer.address ?? ''}`.replace(/\D/g, '');
}
