import type { Grade, GroupRole } from './model.ts';
import { formatDay, type Day } from '#shared/calendar.ts';

export const title = 'Tổ tự quản công nghệ';
export const register = 'Đăng ký mô hình';

export const state = {
  registered: 'Đã đăng ký',
  checked: 'Đã kiểm tra',
  recognised: 'Được công nhận',
  active: 'Đang hoạt động',
  suspended: 'Tạm dừng',
  closed: 'Đã đóng',
} as const;

/** The button that leads to a state. */
export const step = {
  checked: 'Xác nhận đã kiểm tra',
  recognised: 'Công nhận mô hình',
  active: 'Đưa vào hoạt động',
  suspended: 'Tạm dừng',
  closed: 'Đóng mô hình',
} as const;

export const placeKind = {
  hamlet_office: 'Văn phòng ấp',
  culture_house: 'Nhà văn hóa',
  school: 'Trường học',
  home: 'Nhà dân',
  shop: 'Cửa hàng',
  other: 'Nơi khác',
} as const;
/** "Ưu tiên chọn Văn phòng ấp" (plan II.1). */
export const officePreferred = 'Nên chọn Văn phòng ấp.';

export const late = (lastDay: Day) => `Đăng ký sau hạn ${formatDay(lastDay)}`;

export const dayInFuture = 'Ngày này chưa tới. Xin xem lại ngày.';
export const dayBeforeState = (day: Day) =>
  `Ngày này trước ngày của bước trước (${formatDay(day)}). Xin xem lại ngày.`;
export const noSuchStep = (from: keyof typeof state, to: keyof typeof state) =>
  `Mô hình ở bước “${state[from]}” thì chưa chuyển sang “${state[to]}” được. Xin tải lại trang để xem bước hiện tại.`;
export const sameName = 'Ấp đã có mô hình mang tên này. Xin đặt tên khác.';

export const role: Record<GroupRole, string> = { lead: 'Phụ trách', member: 'Thành viên' };
export const inCharge = (name: string) => `${name} (phụ trách)`;
export const grade: Record<Grade, string> = { good: 'Tốt', fair: 'Khá', weak: 'Cần củng cố' };
export const alreadyMember = 'Người này đã có trong danh sách của mô hình.';
export const alreadyLed = 'Mô hình đã có người phụ trách. Xin cho người đó thôi phụ trách trước.';

export const waiting = { nextStep: 'tổ tự quản chờ bước tiếp theo' };

export const notAtPoint =
  'Lần gặp này không ở điểm hỗ trợ. Xin chọn hình thức “Tại điểm hỗ trợ”, hoặc bỏ chọn điểm.';
export const noSuchPoint = 'Điểm này không còn giúp bà con, hoặc ở ấp khác. Xin chọn điểm khác.';
