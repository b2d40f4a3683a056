import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import type { Satisfaction, SupportChannel, SupportPlace, SupportState, Urgency } from './model.ts';

export const title = 'Yêu cầu hỗ trợ';

export const channel: Record<SupportChannel, string> = {
  member: 'Thành viên Tổ',
  counter: 'Tại quầy',
  phone: 'Gọi điện',
  neighbour: 'Hàng xóm nhờ giúp',
  qr: 'Bà con tự gửi',
};
export const place: Record<SupportPlace, string> = { home: 'Tại nhà', support_point: 'Tại điểm hỗ trợ' };
export const urgency: Record<Urgency, string> = { urgent: 'Gấp', soon: 'Sớm', ordinary: 'Thường' };
export const state: Record<SupportState, string> = {
  new: 'Mới nhận',
  assigned: 'Đã giao',
  scheduled: 'Đã hẹn',
  done: 'Đã giúp xong',
  no_show: 'Hẹn mà không gặp',
  cancelled: 'Không cần nữa',
};
export const satisfaction: Record<Satisfaction, string> = {
  good: 'Hài lòng',
  fair: 'Tạm được',
  poor: 'Chưa hài lòng',
};

export const waited = (days: number) => (days === 0 ? 'Chờ từ hôm nay' : `Chờ ${formatCount(days)} ngày`);
export const overdue = (days: number) => `Quá hạn ${formatCount(days)} ngày`;
export const due = (on: Day) => `Hạn ${formatDay(on)}`;
/** "Hẹn 26/11/2026, 8 giờ sáng" */
export const agreedOn = (on: Day, at: string | null) =>
  `Hẹn ${[formatDay(on), at].filter(Boolean).join(', ')}`;

/** What is wrong. */
export const topicNeeded = 'Xin chọn ứng dụng hoặc ghi bà con cần giúp việc gì.';
export const nameNeeded = 'Xin ghi tên người cần giúp.';
export const phoneNeeded = 'Xin chọn hộ trong sổ, hoặc ghi số điện thoại để liên lạc.';
export const householdNeeded = 'Xin chọn hộ của người này.';
export const householdElsewhere = 'Hộ này không ở ấp đã chọn. Xin chọn lại ấp hoặc hộ.';
export const residentElsewhere = 'Người này không còn trong hộ. Xin tải lại trang rồi chọn lại.';
export const pointNeeded = 'Giúp tại điểm hỗ trợ thì chọn điểm; giúp tại nhà thì để trống.';
export const pointGone = 'Điểm hỗ trợ này không có ở ấp. Xin chọn điểm khác, hoặc giúp tại nhà.';
export const notInCatalogue = 'Ứng dụng này không còn trong danh mục của xã. Xin chọn mục khác.';
export const memberElsewhere =
  'Người này không phải thành viên đang làm việc của Tổ ở ấp. Xin chọn người khác.';
export const dayPast = 'Ngày hẹn đã qua. Xin chọn từ hôm nay trở đi.';
export const visitNeeded = 'Xin ghi đã hướng dẫn ai việc gì, để tính vào chỉ tiêu của ấp.';
export const visitOfAnother = 'Lần gặp này ghi cho hộ khác. Xin chọn đúng hộ đã yêu cầu.';
export const resultNeeded = 'Xin ghi đã giúp được gì.';
export const clockOrder = 'Việc ít gấp hơn phải có ít nhất bằng từng ấy ngày. Xin sửa lại số ngày.';
export const noSuchStep = (from: SupportState) =>
  `Yêu cầu này đang ở bước “${state[from]}” nên chưa làm bước đó được. Xin tải lại trang để xem bước hiện tại.`;

/** After the number of each on the first page. */
export const waiting = {
  late: 'yêu cầu hỗ trợ quá hạn giúp',
  met: 'yêu cầu hỗ trợ đã đến hẹn',
  fresh: 'yêu cầu hỗ trợ chưa giao cho ai',
  given: 'yêu cầu hỗ trợ giao cho anh/chị, chưa hẹn ngày',
};
