import { daysBetween, dayOf, formatDay } from '#shared/calendar.ts';

/** The words of every form on the phone. */
export const save = 'Lưu';
export const saving = 'Đang lưu…';
export const back = 'Quay lại';
export const close = 'Đóng';

export const saved = 'Đã lưu trên máy';
export const savedText = 'Máy sẽ tự gửi khi có mạng.';
export const undo = 'Hoàn tác';

/** "Đang ghi dở từ 09:12"; "… từ 09:12 hôm qua"; "… từ 09:12 ngày 05/11/2026". */
export function begunAt(at: Date, now: Date): string {
  const clock = new Date(at.getTime() + 7 * 60 * 60 * 1000).toISOString().slice(11, 16);
  const days = daysBetween(dayOf(at), dayOf(now));
  const day = days <= 0 ? '' : days === 1 ? ' hôm qua' : ` ngày ${formatDay(dayOf(at))}`;
  return `Đang ghi dở từ ${clock}${day}`;
}
export const begunText = 'Những gì đã nhập vẫn còn đủ. Ghi tiếp rồi bấm Lưu.';
export const drop = 'Bỏ';
export const dropTruly = 'Bỏ phiếu ghi dở này';
export const dropText = 'Những gì đã nhập ở phiếu này sẽ mất.';
export const keepIt = 'Giữ lại, ghi tiếp';

export const full = {
  title: 'Máy đã đầy, CHƯA lưu được',
  text: 'Những gì anh/chị nhập vẫn còn ở đây. Xin xóa bớt ảnh, video hoặc ứng dụng không dùng trong máy, rồi bấm Lưu lại.',
};
export const failed = {
  title: 'CHƯA lưu được',
  text: 'Những gì anh/chị nhập vẫn còn ở đây. Xin bấm Lưu lại. Nếu vẫn không được, xin chụp màn hình này gửi trưởng ấp.',
};
export const draftNotKept = {
  title: 'Máy đã đầy, chưa giữ được bản ghi dở',
  text: 'Xin bấm Lưu trước khi rời trang này, hoặc xóa bớt ảnh, video trong máy.',
};

export const notHere = 'Không thấy hộ này trên máy';
export const notHereText =
  'Hộ có thể còn đang tải về, hoặc đã chuyển sang ấp khác. Xin chờ máy cập nhật rồi mở lại.';
export const personNotHere = 'Không thấy người này trong hộ';
export const personNotHereText = 'Có thể người này đã được chuyển sang hộ khác. Xin mở lại hộ để xem.';
export const toHouseholds = 'Về danh sách hộ';
export const householdOf = (head: string) => `Hộ ${head}`;

export const noRight = 'Anh/chị chưa có quyền làm việc này';

export const scan = 'Quét thẻ căn cước';
export const scanText = 'Máy tự điền họ tên, ngày sinh, giới tính. Không giữ số căn cước.';
export const scanned = 'Đã điền theo thẻ. Xin xem lại rồi bấm Lưu.';
