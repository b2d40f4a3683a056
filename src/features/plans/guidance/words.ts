import { formatDay, type Day } from '#shared/calendar.ts';
import type { CommuneCheck } from './card.ts';

export const neverAsk = 'Không bao giờ hỏi, không ghi, không gõ hộ mật khẩu và mã OTP.';
export const typeYourself = 'Bà con tự gõ.';

export const address = 'Địa chỉ đúng:';
export const needed = 'Chuẩn bị sẵn';
export const steps = 'Các bước';
export const step = (number: number) => `Bước ${number}`;
export const goal = 'Làm được rồi khi';
export const trouble = 'Nếu gặp trục trặc';

export const listenToAll = 'Nghe đọc cả bài';
export const listen = 'Nghe';
export const stop = 'Dừng';
export const noVoice =
  'Máy này chưa có giọng đọc tiếng Việt. Anh/chị đọc to cho bà con nghe; muốn máy đọc thì vào cài đặt của máy, thêm giọng tiếng Việt.';
export const readingFailed = 'Máy không đọc được lúc này. Anh/chị đọc to cho bà con nghe, lát nữa bấm lại.';

export const written = (day: Day) => `Viết ngày ${formatDay(day)}`;
export const notChecked = 'Xã chưa kiểm tra';
const checkedOn = (day: Day) => `Xã kiểm tra ngày ${formatDay(day)}`;
const checkedBefore = (day: Day) => `Xã kiểm tra ngày ${formatDay(day)}, trước khi viết bài này`;
export const mayDiffer = 'Màn hình trên máy có thể hơi khác. Đọc kỹ chữ rồi hãy bấm.';

/** "Xã chưa kiểm tra", or the day on which the commune did. */
export function checked(check: CommuneCheck, day: Day | null): string {
  if (check === 'never' || day === null) return notChecked;
  return check === 'before' ? checkedBefore(day) : checkedOn(day);
}
