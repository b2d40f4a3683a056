import { describe, expect, it } from 'vitest';
import { guidanceCards } from './find-card.ts';
import { spokenCard } from './spoken-card.ts';
import { spokenForm, spokenPieces } from './spoken-forms.ts';

describe('cách đọc thành tiếng', () => {
  it.each([
    ['mã OTP', 'mã ô tê pê'],
    ['Mở VNeID.', 'Mở vi en ai đi.'],
    ['thẻ CCCD', 'thẻ căn cước công dân'],
    ['quét mã QR, đưa máy', 'quét mã kiu a, đưa máy'],
    ['CH Play hoặc App Store', 'xê hát pờ lây hoặc áp xì to'],
    ['VssID – Bảo hiểm xã hội', 'vi ét ét ai đi, Bảo hiểm xã hội'],
    ['địa chỉ dichvucong.gov.vn.', 'địa chỉ dịch vụ công, chấm gốp, chấm vi en.'],
    ['đuôi gov.vn', 'đuôi gốp, chấm vi en'],
    ['buudien.vn', 'bưu điện, chấm vi en'],
    ['Wi-Fi hoặc 4G', 'goai phai hoặc bốn giê'],
    ['50.000đ', '50.000 đồng'],
    ['20.000 đ là đủ', '20.000 đồng là đủ'],
    ['Viết ngày 23/11/2026', 'Viết ngày 23 tháng 11 năm 2026'],
    ['Hẹn 23/11/2026', 'Hẹn ngày 23 tháng 11 năm 2026'],
    ['mục “Hóa đơn”', 'mục Hóa đơn'],
    ['Mạng Wi-Fi (bài có phim)', 'Mạng goai phai, bài có phim'],
    ['Anh/chị', 'Anh chị'],
  ])('%s', (written, spoken) => {
    expect(spokenForm(written)).toBe(spoken);
  });

  it('không đổi chữ nằm trong chữ khác', () => {
    expect(spokenForm('đi đâu đó, OTPX, XQR')).toBe('đi đâu đó, OTPX, XQR');
  });

  it('không chữ tắt nào trong các thẻ bị đọc từng chữ cái', () => {
    const left = guidanceCards
      .flatMap(spokenCard)
      .map(spokenForm)
      .filter((text) => /\p{Lu}{2,}|\p{Ll}\p{Lu}|\.vn/u.test(text));
    expect(left).toEqual([]);
  });

  it('đọc từng câu; câu dài cắt ở dấu phẩy', () => {
    expect(spokenPieces('Mở máy. Gõ mã OTP; mình quay mặt đi. ')).toEqual([
      'Mở máy.',
      'Gõ mã ô tê pê;',
      'mình quay mặt đi.',
    ]);
    expect(spokenPieces('…  “ ”')).toEqual([]);
    const long = spokenPieces(`${'chú Tư ra chợ mua cá, '.repeat(30)}rồi về.`);
    expect(long.length).toBeGreaterThan(3);
    for (const piece of long) expect(piece.length).toBeLessThanOrEqual(180);
    expect(long.join(' ')).toBe(`${'chú Tư ra chợ mua cá, '.repeat(30)}rồi về.`);
    for (const piece of spokenPieces('a'.repeat(1000))) expect(piece.length).toBeLessThanOrEqual(180);
  });
});
