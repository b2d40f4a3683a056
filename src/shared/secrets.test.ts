import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { secretIn } from './secrets.ts';

test.each([
  ['Mật khẩu VNeID: lan@1234', 'password'],
  ['mật khẩu: lan1234', 'password'],
  ['Mật khẩu là 123456', 'password'],
  ['MẬT KHẨU MỚI 2468', 'password'],
  ['mk 135790', 'password'],
  ['mã PIN = 2580', 'password'],
  ['OTP 482913', 'one_time_code'],
  ['mã OTP gửi về máy: 48 29 13', 'one_time_code'],
  ['Mã xác thực 4829', 'one_time_code'],
  ['CCCD 089203001234', 'number'],
  ['số giấy tờ 089.203.001.234', 'number'],
  ['842963812345', 'number'],
  ['CMND cũ 351234567', 'number'],
  ['tài khoản 1903 4567 8901 23', 'number'],
  ['Nhắc cô Sáu không đưa mã OTP cho ai. Hẹn 15/12/2026.', null],
  ['Đã hướng dẫn đổi mật khẩu, hẹn ngày 15.12.2026 08 giờ', null],
  ['Gọi con trai: 0912 345 678 hoặc 0987654321', null],
  ['Gọi +84 912 345 678', null],
  ['Gọi 84912345678', null],
  ['Điện thoại bàn +84 296 3812 345', null],
  ['Điện thoại bàn 0296 3812 345', null],
  ['Đã trả tiền điện 1.234.567.890 đồng', null],
  ['Máy cũ, pin 5000 mAh, quên mật khẩu', null],
  ['', null],
] as const)('what "%s" gives away: %s', (text, expected) => {
  expect(secretIn(text)).toBe(expected);
});

test('every identity number of twelve digits is caught, in whatever text and grouping', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 12, maxLength: 12 }),
      fc.constantFrom('', ' ', '.', '-'),
      (digits, separator) => {
        const groups = digits.match(/\d{3}/g) ?? [];
        expect(secretIn(`Ông Ba, số ${groups.join(separator)}, đã xem`)).not.toBeNull();
      },
    ),
    { numRuns: 5000, examples: [['842000000000', '']] },
  );
});
