import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import type { InspectionKind, InspectionState } from './model/inspection-state.ts';
import type { Result } from './model/inputs.ts';
import type { FigureCode, KnownFigure } from './model/known-figures.ts';

export const kind: Record<InspectionKind, string> = { regular: 'Thường kỳ', surprise: 'Đột xuất' };
export const kindDetail: Record<InspectionKind, string> = {
  regular: 'ấp được biết trước',
  surprise: 'ấp chỉ thấy sau khi kiểm tra xong',
};

export const state: Record<InspectionState, string> = {
  planned: 'Sắp kiểm tra',
  held: 'Đã kiểm tra, chưa kết thúc',
  closed: 'Đã kết thúc',
  cancelled: 'Đã hủy',
};

export const result: Record<Result, string> = {
  met: 'Đạt',
  not_met: 'Chưa đạt',
  not_checked: 'Không kiểm tra',
};

export const findingState = { open: 'Chưa khắc phục', closed: 'Đã khắc phục' } as const;

/** What each figure is, to choose it beside a question. */
export const figureName: Record<FigureCode, string> = {
  reports_on_time: 'Báo cáo đúng hạn 3 tháng gần nhất',
  households_met: 'Hộ đã có người đến gặp trong năm',
  members_idle: 'Thành viên 30 ngày chưa đi gặp hộ nào',
  members_trained: 'Thành viên được tập huấn trong năm',
  sessions_held: 'Buổi tuyên truyền 90 ngày gần nhất',
  groups_active: 'Mô hình đang hoạt động',
  tasks_late: 'Việc được giao quá hạn',
  obstacles_late: 'Khó khăn, kiến nghị quá hạn',
  agreement: 'Lần gặp hỏi lại đúng như đã ghi',
};

const parts: Record<FigureCode, (part: string, of: string) => string> = {
  reports_on_time: (part, of) => `3 tháng gần nhất: ${part}/${of} báo cáo gửi đúng hạn`,
  households_met: (part, of) => `Năm nay có người đến gặp ${part}/${of} hộ trong sổ`,
  members_idle: (part, of) => `${part}/${of} thành viên 30 ngày qua chưa ghi lần gặp nào`,
  members_trained: (part, of) => `${part}/${of} thành viên đã dự tập huấn trong năm`,
  sessions_held: (part) => `90 ngày qua đã ghi ${part} buổi tuyên truyền`,
  groups_active: (part, of) => `${part}/${of} mô hình đang hoạt động`,
  tasks_late: (part, of) => `${part}/${of} việc đang làm đã quá hạn`,
  obstacles_late: (part, of) => `${part}/${of} khó khăn, kiến nghị chưa xong đã quá hạn`,
  agreement: (part, of) => `Hỏi lại ${of} lần gặp: ${part} lần đúng như đã ghi`,
};

const nothing: Record<FigureCode, string> = {
  reports_on_time: 'Chưa có báo cáo nào đến hạn',
  households_met: 'Sổ hộ chưa có hộ nào',
  members_idle: 'Ấp chưa có thành viên Tổ',
  members_trained: 'Ấp chưa có thành viên Tổ',
  sessions_held: 'Chưa rõ số buổi tuyên truyền',
  groups_active: 'Ấp chưa đăng ký mô hình nào',
  tasks_late: 'Không còn việc nào đang làm',
  obstacles_late: 'Không còn khó khăn, kiến nghị nào chưa xong',
  agreement: 'Chưa hỏi lại lần gặp nào',
};

/** "3 tháng gần nhất: 2/3 báo cáo gửi đúng hạn"; with nothing to count of, what there is not. */
export function figureText({ code, part, of }: KnownFigure): string {
  if (part === null || of === 0) return nothing[code];
  return parts[code](formatCount(part), formatCount(of ?? 0));
}

/** What is wrong. */
export const noHamlet = 'Xin chọn ít nhất một ấp sẽ kiểm tra.';
export const nobodyGoes = 'Xin chọn ít nhất một người đi kiểm tra.';
export const nothingAsked = 'Xin chọn ít nhất một nội dung sẽ kiểm tra.';
export const personGone = 'Có người không còn tài khoản ở xã. Xin chọn lại người đi kiểm tra.';
export const hamletGone = 'Có ấp không còn trong xã. Xin chọn lại.';
export const questionGone = 'Có nội dung không còn trong danh mục. Xin chọn lại.';
export const listChanged =
  'Danh mục nội dung vừa có người sửa. Xin tải lại trang để xem bản mới rồi làm lại; những gì đã ghi ở đây vẫn còn.';
export const dayPast = 'Ngày này đã qua. Xin chọn từ hôm nay trở đi.';
export const dayNotYet = 'Ngày này chưa tới. Xin ghi ngày đã kiểm tra.';
export const heldTooEarly = (on: Day) =>
  `Cuộc này lập ngày ${formatDay(on)}, không thể kiểm tra trước ngày đó.`;
export const planned = (hamlet: string, on: Day) =>
  `${hamlet} đã có một cuộc kiểm tra ngày ${formatDay(on)}. Xin chọn ngày khác, hoặc bỏ ấp này.`;
export const mergedInto = (hamlet: string) => `Ấp đã sáp nhập vào ${hamlet}, nơi có cuộc kiểm tra cùng ngày.`;
export const noSuchStep = (from: InspectionState) =>
  `Cuộc kiểm tra này “${state[from].toLowerCase()}” nên không làm bước đó được. Xin tải lại trang.`;
export const nothingChecked = 'Xin chấm ít nhất một nội dung: Đạt hoặc Chưa đạt.';
export const remarkNeeded = 'Chưa đạt thì xin ghi thấy thế nào.';
export const notHeldYet = 'Xin ghi kết quả kiểm tra trước, rồi ghi tồn tại.';
export const findingsOpen = (count: number) =>
  `Còn ${formatCount(count)} tồn tại chưa khắc phục. Xin kết thúc từng tồn tại trước.`;
export const findingClosed = 'Tồn tại này đã khép lại nên không ghi thêm. Xin tải lại trang.';
export const taskThere = 'Tồn tại này đã có việc đang làm. Xin xem việc đó trước.';
export const noQuestion = 'Danh mục phải còn ít nhất một nội dung.';
export const tooManyQuestions = (most: number) => `Danh mục có nhiều nhất ${most} nội dung.`;

/** The word with which a verified task closes its finding. */
export const closedByTask = 'Việc khắc phục đã làm xong và được xác nhận.';
/** What the doer of the task reads of where it comes from. */
export const taskText = (hamlet: string, on: Day, finding: string) =>
  `Tồn tại khi kiểm tra ${hamlet} ngày ${formatDay(on)}: ${finding}`;

/** After the number of each on the first page. */
export const waiting = {
  late: 'cuộc kiểm tra đã qua ngày, chưa ghi kết quả',
  today: 'cuộc kiểm tra hôm nay',
  findings: 'tồn tại sau kiểm tra quá hạn khắc phục',
  done: 'tồn tại đã làm xong, chờ xác nhận',
  answer: 'tồn tại sau kiểm tra chờ ý kiến của ấp',
};
