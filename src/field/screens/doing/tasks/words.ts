import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of tasks on the phone; the feature's own words say the rest. */
export const title = 'Việc được giao';
export const back = 'Hôm nay';
export const none = 'Không có việc nào đang chờ';
export const noneText = 'Việc trưởng ấp hoặc xã giao sẽ hiện ở đây, có hạn và các bước.';
export const waits = (n: number) => `Chờ kiểm tra hoặc đã xong (${formatCount(n)})`;
export const due = (day: Day) => `Hạn hết ngày ${formatDay(day)}`;
export const givenBy = (name: string) => `${name} giao`;
export const checks = 'Các bước';
export const households = (met: number, all: number) =>
  `Các hộ cần gặp: đã gặp ${formatCount(met)} trong ${formatCount(all)} hộ`;
export const householdsHelp = 'Ghi lần gặp ở hộ nào thì hộ đó tự được tính khi máy đã gửi.';
export const returnedBecause = 'Trả lại để làm thêm';
export const finishTitle = 'Đã làm xong';
export const finishLead = 'Người giao việc sẽ thấy và kiểm tra lại.';
export const note = 'Ghi thêm vài chữ';
export const save = 'Báo đã làm xong';
export const saved = 'Đã ghi. Máy sẽ tự gửi khi có mạng.';
export const gone = 'Việc này không còn trên máy';
export const goneText = 'Việc đã xong lâu rồi, hoặc máy chưa tải được. Bấm quay lại để xem danh sách.';
export const count = (n: number) => `${formatCount(n)} việc được giao cho anh/chị`;
export const see = 'Xem việc được giao';
