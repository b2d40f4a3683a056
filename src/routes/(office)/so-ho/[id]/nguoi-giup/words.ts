import { formatCount } from '#shared/numbers.ts';
import { formatDay, type Day } from '#shared/calendar.ts';

export const title = 'Người giúp hộ này';
export const helper = 'Người giúp kỹ năng số';
export const helperText =
  'Cử một thành viên giúp hộ mà trong nhà chưa ai tự làm được. Người ít việc nhất đứng đầu danh sách.';
export const stands = (name: string, since: Day, days: number) =>
  `${name} đang giúp từ ${formatDay(since)}, ghé ${formatCount(days)} ngày một lần.`;
export const who = 'Cử ai?';
export const nobodyToChoose =
  'Ấp chưa có thành viên tổ nào đang hoạt động. Thêm thành viên ở mục Tổ và thành viên trước.';
export const load = (households: number) =>
  households === 0 ? 'chưa giúp hộ nào' : `đang giúp ${formatCount(households)} hộ`;
export const reason = 'Vì sao cần giúp?';
export const reasonHelp = 'Ví dụ: hai ông bà ở một mình, không dùng điện thoại thông minh.';
export const everyDays = 'Bao lâu ghé một lần?';
export const days = 'ngày';
export const startedOn = 'Từ ngày';
export const submit = 'Cử người giúp';
export const end = 'Kết thúc phân công';
export const endText =
  'Người này thôi giúp hộ. Những lần đã gặp vẫn được giữ nguyên. Sau đó có thể cử người khác.';
export const endedOn = 'Đến ngày';
export const endReason = 'Vì sao kết thúc?';
export const endSubmit = 'Kết thúc';

export const responsible = 'Thành viên phụ trách hộ';
export const responsibleText =
  'Người phụ trách là đầu mối của hộ: được xem diện chính sách và thấy hộ trong việc của mình.';
export const nobody = 'Không giao riêng cho ai';
export const responsibleSubmit = 'Lưu người phụ trách';
