import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of requests for help on the phone; the feature's own words say the rest. */
export const title = 'Yêu cầu hỗ trợ';
export const back = 'Hôm nay';
export const ask = 'Ghi yêu cầu hỗ trợ';
export const askLead = 'Có mạng máy sẽ tự gửi. Trưởng ấp sẽ giao người giúp.';
export const askInRegister =
  'Hộ có trong sổ thì mở hộ đó rồi bấm “Ghi yêu cầu hỗ trợ”, kết quả mới tính vào chỉ tiêu.';
export const none = 'Chưa có yêu cầu hỗ trợ nào';
export const noneText = 'Bà con cần giúp thì bấm nút ở trên để ghi. Yêu cầu giao cho anh/chị hiện ở đây.';
export const mine = 'Giao cho tôi';
export const fresh = 'Chưa giao ai';
export const others = 'Của ấp, người khác giúp';
export const asked = 'Tôi ghi';
export const ended = (n: number) => `Đã khép (${formatCount(n)})`;
export const unsent = 'Chưa gửi';
export const given = (n: number) => `${formatCount(n)} yêu cầu hỗ trợ đang chờ`;
export const since = (day: Day) => `Ghi ${formatDay(day)}`;
export const call = (number: string) => `Gọi ${number}`;
export const home = 'Mở hộ này';
export const openAt = (hours: string | null) => (hours === null ? 'chưa ghi giờ mở cửa' : `mở cửa ${hours}`);
export const helper = (name: string) => `Người giúp: ${name}`;
export const nobodyYet = 'Chưa giao ai';

export const assign = 'Giao cho ai?';
export const assignSave = 'Giao việc';
export const assignNeeded = 'Xin chọn người giúp.';
export const load = (n: number) => (n === 0 ? 'chưa giúp ai' : `đang giúp ${formatCount(n)} người`);

export const schedule = 'Hẹn ngày';
export const reschedule = 'Đổi ngày hẹn';
export const when = 'Hẹn hôm nào?';
export const today = 'Hôm nay';
export const tomorrow = 'Ngày mai';
export const otherDay = 'Ngày khác';
export const on = 'Ngày hẹn';
export const dayHelp = 'Ví dụ 05/11/2026, hoặc gõ liền 05112026';
export const at = 'Lúc nào?';
export const atHelp = 'Ví dụ: 8 giờ sáng.';
export const scheduleSave = 'Ghi lịch hẹn';

export const finish = 'Ghi đã giúp xong';
export const finishSave = 'Lưu, đã giúp xong';
export const result = 'Đã giúp được gì?';
export const resultHelp = 'Một câu. Không ghi mật khẩu, mã OTP, số giấy tờ.';
export const content = 'Bà con thấy thế nào?';
export const saved = 'Đã ghi. Máy sẽ tự gửi khi có mạng.';

export const end = 'Không giúp được';
export const endLead = 'Yêu cầu này sẽ khép lại. Bà con còn cần thì ghi yêu cầu mới.';
export const endWhy = 'Vì sao?';
export const endNeeded = 'Xin chọn một mục.';
export const endNote = 'Ghi thêm';
export const endSave = 'Khép yêu cầu';

export const person = 'Ai cần giúp?';
export const otherPerson = 'Người khác trong nhà';
export const name = 'Họ và tên';
export const phone = 'Số điện thoại liên lạc';
export const platform = 'Cần giúp ứng dụng nào?';
export const otherNeed = 'Việc khác';
export const topic = 'Cần giúp việc gì?';
export const topicHelp = 'Ví dụ: cài lại trên máy mới.';
export const where = 'Giúp ở đâu?';
export const atHomeText = 'đến tận nhà';
export const urgency = 'Gấp đến đâu?';
export const hamlet = 'Ở ấp nào?';
export const save = 'Gửi yêu cầu';

export const gone = 'Yêu cầu này không còn trên máy';
export const goneText = 'Yêu cầu đã khép lâu rồi, hoặc máy chưa tải được. Bấm quay lại để xem danh sách.';
