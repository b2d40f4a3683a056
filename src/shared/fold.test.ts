import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { cleanLine, fold, nameSortKey, sortKey } from './fold.ts';

describe('search without diacritics (P13)', () => {
  it('finds Nguyễn Văn Dũng by "nguyen van dung", composed or decomposed, and Đặng by "dang"', () => {
    expect(fold('Nguyễn Văn Dũng')).toBe('nguyen van dung');
    expect(fold('Nguyễn Văn Dũng'.normalize('NFD'))).toBe('nguyen van dung');
    expect(fold('ĐẶNG')).toBe('dang');
  });

  it('sees no difference between the two tone placements', () => {
    expect(fold('Hòa')).toBe(fold('Hoà'));
    expect(fold('Thủy')).toBe(fold('Thuỷ'));
  });

  it('leaves Khmer as it is', () => {
    expect(fold('ចៅ សុខ')).toBe('ចៅ សុខ');
  });

  it('is stable: folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
  });
});

describe('cleaned text', () => {
  it('drops what is not seen and keeps one blank', () => {
    expect(cleanLine('  Lê\u200b  Thị\u202e Lan \u0000')).toBe('Lê Thị Lan');
    expect(cleanLine('a\ud800b')).toBe('a\ufffdb');
  });
});

describe('Vietnamese order', () => {
  it('goes a ă â … d đ … and then by tone', () => {
    const words = ['đào', 'dao', 'ân', 'an', 'ăn', 'ba', 'bà', 'bả', 'bã', 'bá', 'bạ'];
    const sorted = [...words].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    expect(sorted).toEqual(['an', 'ăn', 'ân', 'ba', 'bà', 'bả', 'bã', 'bá', 'bạ', 'dao', 'đào']);
  });

  it('agrees with the Vietnamese collator on single words', () => {
    const syllable = fc.constantFrom(
      'an',
      'ăn',
      'ân',
      'dung',
      'đung',
      'hòa',
      'hoa',
      'lan',
      'lân',
      'tư',
      'tú',
      'út',
      'ưu',
      'yến',
      'oanh',
      'ông',
      'ơn',
    );
    const collator = new Intl.Collator('vi');
    fc.assert(
      fc.property(syllable, syllable, (a, b) => {
        const ours = Math.sign(sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0);
        expect(ours).toBe(Math.sign(collator.compare(a, b)));
      }),
    );
  });

  it('puts a list of people in the order of their given names', () => {
    const people = ['Nguyễn Văn Út', 'Lê Thị An', 'Trần An', 'Đỗ Bình'];
    const sorted = [...people].sort((a, b) => (nameSortKey(a) < nameSortKey(b) ? -1 : 1));
    expect(sorted).toEqual(['Lê Thị An', 'Trần An', 'Đỗ Bình', 'Nguyễn Văn Út']);
  });
});

describe('the end of a name', () => {
  it('sorts before whatever may follow it', () => {
    const sorted = ['Anh', 'An Lê', 'Ấp Mẫu 10', 'An', 'Ấp Mẫu 1'].sort((one, other) =>
      sortKey(one) < sortKey(other) ? -1 : 1,
    );
    expect(sorted).toEqual(['An', 'An Lê', 'Anh', 'Ấp Mẫu 1', 'Ấp Mẫu 10']);
  });
});
