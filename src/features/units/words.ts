import { formatDay, formatMonth, type Day, type Month } from '#shared/calendar.ts';
import type { UnitKind } from './model.ts';

export const kinds: Record<UnitKind, string> = {
  office: 'Phòng chuyên môn',
  mass_organization: 'Mặt trận, đoàn thể',
  school: 'Trường học',
  health_station: 'Trạm y tế',
  other: 'Đơn vị khác',
};

export const accountGone =
  'Có tài khoản không còn được chọn. Xin tải lại trang rồi chọn lại người làm cho đơn vị.';
export const sameName = 'Đã có đơn vị tên này. Xin kiểm tra lại tên.';
export const startAhead = 'Ngày bắt đầu không thể sau hôm nay.';
export const endBeforeStart = (day: Day) => `Ngày thôi không thể trước ngày bắt đầu (${formatDay(day)}).`;
export const endAhead = 'Ngày thôi không thể sau hôm nay.';
export const unitEnded = 'Đơn vị này đã thôi tham gia nên không ghi thêm được.';

export const chooseMember = 'Xin chọn ít nhất một người.';
export const tooManyMembers = 'Mỗi lần chọn tối đa 60 người. Xin chia thành nhiều lần.';
export const memberGone = 'Có người không còn là thành viên Tổ. Xin tải lại trang rồi chọn lại.';

export const somePart = 'Xin điền ít nhất một số. Số nào chưa rõ thì để trống.';
export const morePartThanStaff = 'Số này nhiều hơn tổng số cán bộ. Xin xem lại.';
export const monthAhead = (month: Month) => `Chưa đến tháng ${formatMonth(month)}. Xin chọn tháng khác.`;
export const monthBefore = (day: Day) => `Đơn vị tham gia từ ${formatDay(day)}. Xin chọn tháng sau ngày đó.`;
export const notAsked =
  'Đơn vị này không phải khai số cán bộ tiên phong. Cần khai thì Phòng Văn hóa – Xã hội bật ở trang sửa đơn vị.';
export const sourceNeeded = 'Xin ghi số liệu lấy từ đâu, ví dụ: công văn số, tin nhắn ngày nào.';

export const waiting = {
  own: (month: Month) => `đơn vị của anh/chị chưa khai cán bộ tiên phong tháng ${formatMonth(month)}`,
  ownLead: (unit: string, month: Month) =>
    `Việc tiếp theo: khai số cán bộ tiên phong tháng ${formatMonth(month)} của ${unit}.`,
  missing: (month: Month) => `đơn vị chưa khai cán bộ tiên phong tháng ${formatMonth(month)}`,
};
