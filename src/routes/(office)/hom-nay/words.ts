import { daysBetween, formatDay, type Day } from '#shared/calendar.ts';
import type { PeriodKey } from '#features/reports/model/span.ts';
import { periodName } from '#features/reports/words.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of the first page. */
export { visit, whyOf } from '#features/targets/next-visit-words.ts';
export const title = 'Việc cần anh/chị hôm nay';
export const search = 'Tìm hộ theo tên, số điện thoại hoặc chủ hộ';
export const searchPlaceholder = 'ví dụ: nguyen van tu';
export const otherHamlets = 'Ấp khác của anh/chị';

export const report = {
  title: (key: PeriodKey) => `Báo cáo ${periodName(key)}`,
  open: 'Mở báo cáo',
  late: (due: Day, today: Day) =>
    `Chưa gửi, trễ ${formatCount(daysBetween(due, today))} ngày (hạn ${formatDay(due)}). Mở ra, xem số đã có sẵn rồi bấm Gửi.`,
  due: (due: Day, today: Day) => {
    const days = daysBetween(today, due);
    return days === 0
      ? `Hôm nay là hạn cuối (${formatDay(due)}).`
      : `Còn ${formatCount(days)} ngày, hạn ${formatDay(due)}.`;
  },
  returned: 'Phòng Văn hóa – Xã hội đã trả lại để sửa.',
  sent: 'Đã gửi.',
  chipLate: 'Trễ hạn',
  chipDue: 'Chưa gửi',
  chipReturned: 'Trả lại',
  chipSent: 'Đã gửi',
  sentBefore: (key: PeriodKey) => ` Báo cáo ${periodName(key)} đã gửi.`,
  lead: (key: PeriodKey) => `Việc tiếp theo: gửi báo cáo ${periodName(key)}.`,
};

export const week = {
  title: 'Tổ đã làm trong 7 ngày qua',
  member: 'Thành viên',
  visits: 'Lượt gặp',
  households: 'Số hộ',
  last: 'Lần gần nhất',
  none: 'Tổ chưa có thành viên',
  sum: 'Cộng',
  addMembers: 'Thêm thành viên',
  visitsOf: (n: number) => `${formatCount(n)} lượt`,
  householdsOf: (n: number) => `${formatCount(n)} hộ`,
};

export const goals = {
  own: (hamlet: string) => `Chỉ tiêu của ${hamlet}`,
  commune: 'Chỉ tiêu của xã',
  all: 'Xem tất cả chỉ tiêu',
  nothing: 'Chưa có kế hoạch năm nên chưa tính được chỉ tiêu.',
};

export const behind = {
  title: 'Ấp nào cần giúp',
  lead: 'Những ấp chậm hơn tiến độ hôm nay nhiều nhất.',
  none: 'Không ấp nào chậm nhiều so với tiến độ.',
  hamlet: 'Ấp',
  what: 'Chậm ở',
  missing: 'Còn thiếu so với hôm nay',
  line: (title: string, count: number, unit: string) => `${title}: chậm ${formatCount(count)} ${unit}`,
  many: (count: number) => `chậm ở ${formatCount(count)} chỉ tiêu`,
  all: 'Xem bảng ấp × chỉ tiêu',
  give: 'Giao việc',
  giveTo: (hamlet: string) => ` cho Tổ ${hamlet}`,
};

export const officeLead = {
  next: (count: number, text: string) => `Việc tiếp theo: ${formatCount(count)} ${text}.`,
  behind: (hamlet: string) => `Việc tiếp theo: hỏi ${hamlet} cần giúp gì, ấp này đang chậm nhất.`,
  calm: 'Không có việc gấp. Mọi ấp đang theo kịp kế hoạch.',
};

export const province = {
  lead: 'Số chung của xã, không nêu tên hộ hay người nào.',
};
export const phone = {
  app: 'Ứng dụng điện thoại',
  appText: 'Đi đến hộ thì dùng ứng dụng này: ghi được cả khi mất sóng, có sóng tự gửi.',
};
export const admin = {
  lead: 'Việc của anh/chị: giữ tài khoản và quyền cho đúng người.',
  accounts: 'Tài khoản',
  accountsText: 'Cấp mã mời, đổi quyền, khóa tài khoản của người đã thôi việc.',
  teams: 'Tổ và thành viên',
  teamsText: 'Xem tổ nào có ai; cho thôi người đã chuyển đi.',
};
export const auditor = {
  lead: 'Việc của anh/chị: xem ai đã đọc, đã tải, đã sửa dữ liệu của bà con.',
  audit: 'Nhật ký',
  auditText: 'Tìm theo người, theo việc, theo hộ.',
};
export const clerk = {
  lead: 'Việc của anh/chị: cấp số và phát hành báo cáo, văn bản của xã.',
  reports: 'Báo cáo của xã',
  reportsText: 'Cấp số, nhận tệp đã ký, phát hành.',
  documents: 'Văn bản',
  documentsText: 'Kế hoạch, công văn, giấy mời, biên bản: cấp số và phát hành.',
};
export const plain = { lead: 'Đây là tình hình thực hiện kế hoạch của xã.' };

export const decided = {
  title: 'Anh/chị đã quyết trong 7 ngày qua',
  times: (count: number) => `cho ${formatCount(count)} nơi`,
};

/** The tiles of what waits. */
export const needs = { rest: (count: number) => `Xem thêm ${formatCount(count)} việc khác` };
