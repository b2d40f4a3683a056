import { formatDay, type Day } from '#shared/calendar.ts';

export const title = 'Tập huấn';

export const state = {
  proposed: 'Đề xuất',
  planned: 'Đã lên lịch',
  held: 'Đã mở',
  cancelled: 'Đã hủy',
} as const;

/** The button that leads to a state. */
export const step = {
  planned: 'Đưa vào lịch',
  held: 'Xác nhận lớp đã mở',
  cancelled: 'Hủy lớp',
} as const;

export const form = { in_person: 'Trực tiếp', online: 'Trực tuyến' } as const;
export const result = { passed: 'Đạt', not_passed: 'Chưa đạt' } as const;
export const notTaken = 'Chưa kiểm tra';
export const wholeCommune = 'Toàn xã';

export const timeWrong = 'Giờ chưa đúng. Xin điền như 7 giờ 30 hoặc 07:30.';
export const timeNeeded = 'Xin điền giờ bắt đầu.';
export const scoreWrong = 'Điểm từ 0 đến 10, ví dụ 7,5.';
export const topicNeeded = 'Xin chọn ít nhất một chuyên đề.';
export const topicUnknown = 'Chuyên đề này không còn dùng. Xin chọn chuyên đề khác.';
export const linkShape = 'Đường dẫn bắt đầu bằng https://, ví dụ https://binhdanhocvuso.gov.vn';
export const placeNeeded = 'Lớp trực tiếp thì cần ghi nơi học.';
export const endsBeforeStart = 'Giờ kết thúc phải sau giờ bắt đầu.';
export const dayTooEarly = 'Ngày này cách đây hơn một năm. Xin xem lại năm.';
export const dayTooLate = 'Ngày này còn hơn một năm nữa. Xin xem lại năm.';
export const notYet = (day: Day) => `Lớp học ngày ${formatDay(day)}, chưa tới ngày nên chưa ghi được.`;
export const nobodyThere = 'Chưa điểm danh ai có mặt. Xin điểm danh trước rồi xác nhận lớp đã mở.';
export const reasonNeeded = 'Xin ghi vì sao hủy lớp.';
export const noSuchStep = (from: keyof typeof state, to: keyof typeof state) =>
  `Lớp đang ở “${state[from]}” thì chưa chuyển sang “${state[to]}” được. Xin tải lại trang để xem lớp bây giờ.`;
export const cancelledAlready = 'Lớp đã hủy nên không ghi thêm được.';
export const notPlannedYet = 'Lớp mới là đề xuất. Khi được đưa vào lịch thì mới ghi được.';
export const heldIsFixed = 'Lớp đã mở thì ngày, giờ, chuyên đề và điểm đạt không đổi được nữa.';
export const memberUnknown =
  'Có người không còn trong Tổ hoặc không thuộc ấp này. Xin tải lại trang rồi chọn lại.';
export const notTrainee = 'Có người không có tên trong lớp. Xin tải lại trang.';
export const markedStays = (name: string) =>
  `${name} đã được điểm danh hoặc chấm điểm nên không bỏ khỏi lớp được.`;
export const scoreAgainstResult = (pass: string) =>
  `Điểm và kết quả không khớp: từ ${pass} điểm là đạt. Xin sửa một trong hai.`;
export const notTaught = 'Lớp này không dạy chuyên đề đó. Xin tải lại trang.';
export const resultWithoutPresence = 'Người vắng mặt thì không có kết quả. Xin điểm danh lại trước.';
export const sameName = 'Đã có chuyên đề mang tên này. Xin đặt tên khác.';
export const platformUnknown = 'Nền tảng này không còn trong danh mục. Xin bỏ chọn.';
export const courseTwice = 'Khóa học này đã được ghi cho người này rồi.';
export const dayInFuture = 'Ngày này chưa tới. Xin xem lại ngày.';

/** What waits in this room on the first page; each reads on after a number. */
export const waiting = {
  unit: 'lớp',
  own: 'lớp tập huấn sắp tới của anh/chị',
  ownDetail: (name: string, day: Day, at: string) => `${name}, ${at} ngày ${formatDay(day)}`,
  proposals: 'đề xuất lớp tập huấn chờ đưa vào lịch',
  toConfirm: 'lớp tập huấn đã qua ngày, chờ điểm danh và xác nhận',
  never: 'thành viên chưa tập huấn lần nào',
  repeat: 'thành viên cần tập huấn lại',
};
