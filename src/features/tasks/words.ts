import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import type { Priority, Repeats, TaskSource } from './model/task-input.ts';
import type { TaskState } from './model/task-state.ts';

export const states: Record<TaskState, string> = {
  new: 'Mới giao',
  accepted: 'Đã nhận',
  in_progress: 'Đang làm',
  done: 'Đã làm xong, chờ kiểm tra',
  verified: 'Hoàn thành',
  returned: 'Trả lại, làm thêm',
  cancelled: 'Đã hủy',
};

/** A step as a button. */
export const steps: Record<Exclude<TaskState, 'new'>, string> = {
  accepted: 'Nhận việc',
  in_progress: 'Bắt đầu làm',
  done: 'Đã làm xong',
  verified: 'Xác nhận hoàn thành',
  returned: 'Trả lại, làm thêm',
  cancelled: 'Hủy việc này',
};

export const sources: Record<TaskSource, string> = {
  own: 'Việc của Tổ',
  plan: 'Theo kế hoạch',
  directive: 'Chỉ đạo của lãnh đạo',
  gap: 'Từ hộ còn lại của chỉ tiêu',
};
export const priorities: Record<Priority, string> = { normal: 'Bình thường', high: 'Gấp' };
export const repeats: Record<Repeats, string> = {
  none: 'Làm một lần',
  weekly: 'Lặp lại mỗi tuần',
  monthly: 'Lặp lại mỗi tháng',
};

export const overdueBy = (days: number) => `Quá hạn ${formatCount(days)} ngày`;
export const dueOn = (day: Day) => `Hạn hết ngày ${formatDay(day)}`;
export const metOf = (met: number, all: number) => `Đã gặp ${formatCount(met)} trong ${formatCount(all)} hộ`;

export const chooseDoer = 'Chọn người hoặc tổ làm việc này.';
export const tooManyDoers = 'Mỗi lần giao tối đa 60 nơi nhận. Xin chia thành nhiều lần.';
export const tooManyChecks = (most: number) =>
  `Danh sách các bước tối đa ${formatCount(most)} dòng. Xin gộp lại.`;
export const checkLong = 'Mỗi dòng tối đa 200 chữ. Xin viết ngắn lại.';
export const dueInPast = 'Hạn không thể trước hôm nay.';
export const householdsElsewhere =
  'Có hộ không thuộc ấp của người nhận việc. Xin chọn lại người nhận hoặc danh sách hộ.';
export const changeNoteNeeded = 'Xin ghi vì sao đổi hạn, để người nhận biết.';
export const nobodyLeft = 'Không còn hộ nào trong danh sách này. Có thể Tổ vừa gặp xong.';
export const noteNeeded = 'Xin ghi vài chữ: còn thiếu gì, hoặc vì sao, để người nhận biết.';
export const noSuchCheck = 'Việc này không có bước đó. Xin tải lại trang.';
export const finished = 'Việc này đã xong hoặc đã hủy nên không sửa được nữa.';
export const noSuchStep = (from: TaskState, to: TaskState) =>
  `Việc đang ở bước “${states[from]}”, chưa chuyển sang “${states[to]}” được. Xin tải lại trang.`;
/** `target`: the target's title as the plan has it. */
export const gapTitle = (count: number, target: string, hamlet: string) =>
  `Gặp ${formatCount(count)} hộ còn lại của chỉ tiêu “${target}”, ${hamlet}`;

export const waiting = {
  overdue: 'việc anh/chị nhận đã quá hạn',
  mine: 'việc được giao cho anh/chị',
  toVerify: 'việc làm xong chờ anh/chị kiểm tra',
  late: 'việc đã giao mà quá hạn',
  mineLead: (title: string) => `Việc tiếp theo: ${title}.`,
};
export const handedOver = (from: string, to: string, why: string | null) =>
  [`${from} bàn giao cho ${to}`, why].filter(Boolean).join('. ');
export const unitHasWork = (name: string, count: number) =>
  `${name} còn ${formatCount(count)} việc chưa xong. Xin hủy hoặc xác nhận hoàn thành trước, hoặc giao cho nơi khác.`;
export const doerElsewhere =
  'Người này không nhận được việc ở nơi đó. Xin chọn thành viên đang hoạt động của Tổ ấp hoặc Tổ xã.';
export const fileKind = 'Xin chọn ảnh chụp (.jpg, .png, .webp) hoặc tệp PDF. Ảnh hỏng thì chụp lại.';
export const fileTooLarge = 'Tệp lớn quá 10 MB. Xin chụp lại nhỏ hơn hoặc xuất PDF nhỏ hơn.';
export const fileNeeded = 'Xin chọn một tệp.';
export const tooManyFiles = (most: number) =>
  `Mỗi việc giữ tối đa ${formatCount(most)} tệp. Xin bỏ bớt tệp không cần rồi đính kèm lại.`;
