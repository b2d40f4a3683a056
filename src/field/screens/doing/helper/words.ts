import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words about the member who helps a household. */
export const title = 'Người giúp hộ này';
export const lead = 'Cử một thành viên ghé giúp hộ mà trong nhà chưa ai tự làm được.';
export const stands = (name: string, since: Day, days: number) =>
  `${name} đang giúp từ ${formatDay(since)}, ghé ${formatCount(days)} ngày một lần.`;
export const somebody = 'Một thành viên';
export const who = 'Cử ai?';
export const load = (households: number) =>
  households === 0 ? 'chưa giúp hộ nào' : `đang giúp ${formatCount(households)} hộ`;
export const reason = 'Vì sao cần giúp?';
export const reasonHelp = 'Ví dụ: hai ông bà ở một mình, không dùng điện thoại thông minh.';
export const everyDays = 'Bao lâu ghé một lần?';
export const week = '1 tuần';
export const twoWeeks = '2 tuần';
export const month = '1 tháng';
export const everyOther = (days: number) => `${formatCount(days)} ngày`;
export const assign = 'Cử người giúp';
export const assigned = 'Đã cử người giúp. Máy sẽ tự gửi khi có mạng.';
export const nobodyToChoose = 'Ấp chưa có thành viên tổ nào đang hoạt động.';
export const chooseMember = 'Xin chọn người giúp.';
export const end = 'Kết thúc phân công';
export const endText = 'Người này thôi giúp hộ. Những lần đã gặp vẫn được giữ. Sau đó có thể cử người khác.';
export const endReason = 'Vì sao kết thúc?';
export const ended = 'Đã kết thúc phân công. Máy sẽ tự gửi khi có mạng.';
export const notYours = 'Cử người giúp do trưởng ấp hoặc tổ trưởng làm. Xin báo trưởng ấp.';
export const none = 'Chưa có ai được cử giúp hộ này.';

export const callTitle = 'Ghi lần ghé giúp';
export const callLead = 'Chọn một câu rồi bấm Lưu. Hướng dẫn nhiều việc thì dùng “Ghi lần gặp”.';
export const how = 'Lần ghé này thế nào?';
export const howNeeded = 'Xin chọn một câu ở trên.';
export const calls = {
  ok: { label: 'Đã ghé, mọi việc ổn', note: 'Người giúp ghé thăm: mọi việc ổn.' },
  helped: { label: 'Đã ghé, có giúp một việc', note: 'Người giúp ghé thăm: có giúp một việc.' },
  needs: { label: 'Đã ghé, cần giúp thêm', note: 'Người giúp ghé thăm: cần giúp thêm.' },
  nobody: { label: 'Ghé nhưng không gặp ai', note: '' },
} as const;
export const whatFor = 'Cần giúp gì?';
export const whatForHelp = 'Ví dụ: máy hết dung lượng, quên cách mở Sổ sức khỏe.';
export const saved = 'Đã ghi lần ghé. Máy sẽ tự gửi khi có mạng.';
export const full = 'Ghi lần gặp đầy đủ';
