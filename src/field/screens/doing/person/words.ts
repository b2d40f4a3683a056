import { formatDay, type Day } from '#shared/calendar.ts';
import type { ResidentState } from '#features/registry/model.ts';

/** The words of a person's screens on the phone. */
export const facts = 'Sổ đang ghi';
export const born = 'Ngày sinh';
export const correct = 'Sửa thông tin';
export const correctTitle = (name: string) => `Sửa thông tin ${name}`;
export const correctLead = 'Chỉ những mục anh/chị sửa mới được gửi đi.';
export const nothingChanged = 'Chưa sửa mục nào. Sửa xong rồi bấm Lưu.';
export const corrected = 'Đã sửa. Máy sẽ tự gửi khi có mạng.';
export const save = 'Lưu thông tin';

export const status = 'Ghi tình trạng số';
export const statusDetail = 'VNeID, tài khoản, ứng dụng, thanh toán';
export const statusTitle = (name: string) => `Tình trạng số của ${name}`;
export const statusLead = 'Dùng khi bà con báo qua điện thoại, không phải một lần gặp.';
export const statusHelp = 'Mục để nguyên thì không đổi. “Chưa rõ” bỏ điều đang ghi.';
export const statusSave = 'Lưu tình trạng số';
export const digitalNow = 'Tình trạng số';
export const nothingKnown = 'Chưa ghi gì về tài khoản, ứng dụng.';

export const skills = 'Kiểm tra kỹ năng';
export const skillsDetail = 'Bảy việc theo kế hoạch';
export const skillsTitle = (name: string) => `Kiểm tra kỹ năng: ${name}`;
export const skillsLead =
  'Xem bà con tự làm từng việc. Đủ cả bảy thì tính là có kỹ năng số cơ bản. Việc nào chưa xem được thì để “Chưa xem”.';
export const lastCheck = (on: Day, verdict: string) => `Lần trước, ngày ${formatDay(on)}: ${verdict}.`;
export const can = 'Làm được';
export const cannot = 'Chưa được';
export const notChecked = 'Chưa xem';
export const confirmed = 'Đã được xác nhận trên VNeID (Bình dân học vụ số)?';
export const confirmedHelp = 'Ghi riêng, không thay cho bảy việc ở trên.';
export const skillsSave = 'Lưu kết quả kiểm tra';
export const skillsNone = 'Xin chọn ít nhất một việc đã xem.';
export const verdictNow = (verdict: string) => `Theo những gì đã chọn: ${verdict}`;

export const change = 'Mất, chuyển đi, đổi chủ hộ';
export const changeTitle = (name: string) => `Thay đổi của ${name}`;
export const whatHappened = 'Có thay đổi gì?';
export const toState: Record<ResidentState, string> = {
  died: 'Đã mất',
  moved_out: 'Đã chuyển đi khỏi xã',
  living: 'Trở về, hoặc đã ghi nhầm',
};
export const headChoice = 'Đặt làm chủ hộ';
export const toStateText: Record<ResidentState, string> = {
  died: 'Thôi được tính trong hộ và trong chỉ tiêu. Những lần đã gặp vẫn được giữ.',
  moved_out: 'Rời khỏi xã, thôi được tính trong hộ. Nếu chỉ sang hộ khác trong xã thì xin báo trưởng ấp.',
  living: 'Lại được tính trong hộ.',
};
export const headText = (before: string) =>
  `Hộ sẽ mang tên người này. ${before} vẫn ở trong hộ, quan hệ là “Khác”; xin sửa lại sau.`;
export const isHead =
  'Người này đang là chủ hộ. Lưu xong, xin mở một người khác trong hộ và chọn “Đặt làm chủ hộ”.';
export const on = 'Từ ngày nào?';
export const dayHelp = 'Ví dụ 05/11/2026, hoặc gõ liền 05112026';
export const changeSave = 'Lưu thay đổi';
export const chooseChange = 'Xin chọn thay đổi ở trên.';
export const changed = 'Đã ghi thay đổi. Máy sẽ tự gửi khi có mạng.';

export const addTitle = 'Thêm người vào hộ';
export const addSave = 'Thêm người';
export const added = 'Đã thêm người. Máy sẽ tự gửi khi có mạng.';
export const call = (phone: string) => `Gọi ${phone}`;
