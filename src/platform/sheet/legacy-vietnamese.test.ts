import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLegacy, detectLettering } from './legacy-vietnamese.server.ts';
import { isSyllable } from './vietnamese-syllable.ts';
import { vniSpelling } from './vni-letters.ts';

// The letters from the alphabet itself: twelve vowels with five tones and without, less the six plain ones, and đ.
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const small = [...'aăâeêioôơuưy']
  .flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')))
  .filter((letter) => !/^[a-z]$/.test(letter))
  .concat('đ');
const letters = [...small, ...small.map((letter) => letter.toUpperCase())];

const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
];
const middles = ['Văn', 'Thị', 'Hữu', 'Đình', 'Ngọc', 'Quốc', 'Mỹ', 'Tấn', 'Thị Kim', 'Phước'];
const givens = [
  'Bưởi',
  'Mỹ',
  'Tuyết',
  'Út',
  'Ẩn',
  'Ánh',
  'Đức',
  'Thủy',
  'Hòa',
  'Nhơn',
  'Quý',
  'Phượng',
  'Nghĩa',
  'Sẩm',
  'Thắm',
  'Lợi',
];
const name = fc
  .tuple(fc.constantFrom(...families), fc.constantFrom(...middles), fc.constantFrom(...givens))
  .map((parts) => parts.join(' '));

const toVni = (text: string) => [...text].map((letter) => vniSpelling.get(letter) ?? letter).join('');

const hasIconv = spawnSync('iconv', ['-l'], { encoding: 'utf8' }).stdout?.includes('TCVN') ?? false;
const toTcvn3 = (text: string) =>
  execFileSync('iconv', ['-f', 'UTF-8', '-t', 'TCVN'], { input: text }).toString('latin1');

describe('VNI (B8)', () => {
  it('spells each of the 134 letters and reads each back', () => {
    expect(letters).toHaveLength(134);
    for (const letter of letters) expect(decodeLegacy(toVni(letter), 'vni')).toBe(letter);
    expect(new Set(letters.map(toVni)).size).toBe(134);
  });

  it('reads a thousand names back, also in capitals', () => {
    fc.assert(
      fc.property(name, fc.boolean(), (plain, capitals) => {
        const typed = capitals ? plain.toLocaleUpperCase('vi') : plain;
        expect(decodeLegacy(toVni(typed), 'vni')).toBe(typed);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads what people typed', () => {
    expect(decodeLegacy('Nguyeãn Vaên Böôûi', 'vni')).toBe('Nguyễn Văn Bưởi');
    expect(decodeLegacy('DANH SAÙCH HOÄ GIA ÑÌNH AÁP MAÃU 5', 'vni')).toBe('DANH SÁCH HỘ GIA ĐÌNH ẤP MẪU 5');
    expect(decodeLegacy('Aán Nöõ', 'vni')).toBe('Ấn Nữ');
  });
});

describe('TCVN3 (B8)', () => {
  it('reads what people typed', () => {
    expect(decodeLegacy('NguyÔn V¨n A', 'tcvn3')).toBe('Nguyễn Văn A');
    expect(decodeLegacy('Êp Nh¬n Léc, x· Nh¬n Mü', 'tcvn3')).toBe('ấp Nhơn Lộc, xã Nhơn Mỹ');
  });

  it.skipIf(!hasIconv)('agrees with iconv on every small letter, and on names', () => {
    for (const letter of small) expect(decodeLegacy(toTcvn3(letter), 'tcvn3')).toBe(letter);
    const all = families.flatMap((family) => givens.map((given) => `${family} ${given.toLowerCase()}`));
    const typed = all.filter((text) => !/[ÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬ]/.test(text));
    const lines = toTcvn3(typed.join('\n')).split('\n');
    expect(lines.map((line) => decodeLegacy(line, 'tcvn3'))).toEqual(typed);
  });

  it('leaves text alone that holds letters of Unicode, and signs above U+00FF', () => {
    expect(decodeLegacy('Nguyễn Thị Hà', 'tcvn3')).toBe('Nguyễn Thị Hà');
    expect(decodeLegacy('V¨n – “A”…', 'tcvn3')).toBe('Văn – “A”…');
  });
});

describe('telling the lettering', () => {
  const sample = fc.array(name, { minLength: 3, maxLength: 40 });

  it('knows Unicode (composed or not) and VNI by a few names', () => {
    fc.assert(
      fc.property(sample, (names) => {
        expect(detectLettering(names)).toBe('unicode');
        expect(detectLettering(names.map((one) => one.normalize('NFD')))).toBe('unicode');
        expect(detectLettering(names.map(toVni))).toBe('vni');
      }),
    );
  });

  it.skipIf(!hasIconv)('knows TCVN3 by a few names', () => {
    const names = toTcvn3('Nguyễn Văn Bưởi\nTrần Thị Mỹ\nLê Hữu Đức').split('\n');
    expect(detectLettering(names)).toBe('tcvn3');
  });

  it('calls text without any such letter Unicode', () => {
    expect(detectLettering([])).toBe('unicode');
    expect(detectLettering(['Chau Kim', 'café', 'x'])).toBe('unicode');
  });

  it('knows syllables', () => {
    for (const word of 'Nguyễn Thuỷ thủy quyết giếng nghiêng khuya Ẩn uyên Ngoằn'.split(' '))
      expect(isSyllable(word), word).toBe(true);
    for (const word of ['NguyÔn', 'V¨n', 'Nguyeãn', 'Vaên', 'Châuuu'])
      expect(isSyllable(word), word).toBe(false);
  });
});
