import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import { kinds } from '#features/reports/call-words.ts';
import type { CallKind } from '#features/reports/model/report-call.ts';

/** The words of the pages on which the office asks for thematic and ad-hoc reports. */
export { kinds };
export const title = 'Báo cáo chuyên đề, đột xuất';
export const lead =
  'Đề nghị các ấp báo cáo một việc, với ngày, hạn và mẫu riêng. Ấp gửi, Phòng nhận như báo cáo tháng.';
export const add = 'Đề nghị báo cáo';
export const none = 'Chưa có đề nghị nào';
export const noneText = 'Khi cần các ấp báo cáo thêm một việc, đề nghị ở đây.';
export const days = (from: Day, to: Day, due: Day) =>
  `Số liệu từ ${formatDay(from)} đến ${formatDay(to)}, hạn gửi hết ngày ${formatDay(due)}`;
export const sent = (count: number, all: number) => `${formatCount(count)}/${formatCount(all)} ấp đã gửi`;
export const board = 'Xem bảng gửi';
export const sum = 'Tổng hợp';
export const sumOf = (name: string) => `Tổng hợp ${name}`;
export const cancelled = 'Đã thôi đề nghị';
export const stop = 'Thôi đề nghị';
export const stopOf = (name: string) => `Thôi đề nghị: ${name}`;
export const stopLead = 'Ấp chưa gửi thì không phải gửi nữa. Báo cáo đã gửi giữ nguyên.';
export const done: Record<string, string> = {
  gui: 'Đã gửi đề nghị. Trưởng ấp thấy ở mục Báo cáo.',
  thoi: 'Đã thôi đề nghị.',
};

export const form = {
  title: 'Đề nghị báo cáo',
  lead: 'Trưởng ấp thấy đề nghị này ở mục Báo cáo, số liệu đã có sẵn.',
  kind: 'Loại báo cáo',
  kinds: (kind: CallKind) => kinds[kind],
  name: 'Về việc gì',
  nameHelp: 'Là trích yếu của văn bản. Ví dụ: Rà soát hộ chưa có điện thoại thông minh.',
  note: 'Lời dặn',
  noteHelp: 'Trưởng ấp đọc lời này trước khi viết.',
  startsOn: 'Số liệu từ ngày',
  endsOn: 'Đến ngày',
  endsHelp: 'Ấp gửi được từ ngày này.',
  dueOn: 'Hạn gửi, hết ngày',
  hamlets: 'Các ấp',
  sections: 'Phần lời lấy từ mẫu của ấp',
  questions: 'Câu hỏi riêng',
  questionsHelp: 'Mỗi dòng một câu hỏi, mỗi câu thành một phần để trưởng ấp viết.',
  rows: 'Con số lấy từ mẫu của ấp',
  rowsHelp: 'Máy tự đếm trong những ngày trên. Không chọn thì báo cáo chỉ có lời.',
  save: 'Gửi đề nghị',
};
