import { formatDay, type Day } from '#shared/calendar.ts';

/** The words of businesses on the phone; the feature's own words say the rest. */
export const title = 'Cơ sở bán hàng trên mạng';
export const lead = 'Ai trong ấp đang làm, đang bán gì; ghé giúp bước tiếp theo rồi ghi lại.';
export const back = 'Hôm nay';
export const none = 'Ấp chưa có cơ sở nào';
export const noneText = 'Trưởng ấp hoặc cán bộ xã ghi cơ sở vào sổ trên máy tính, sau đó hiện ở đây.';
export const unsent = 'Chưa gửi';
export const contact = (name: string) => `Gặp: ${name}`;
export const doneOn = (day: Day) => `ngày ${formatDay(day)}`;
export const on = (marketplace: string) => `trên ${marketplace}`;
export const ahead = 'chưa làm';
export const next = 'nên làm tiếp';
export const record = 'Ghi bước vừa làm được';
export const which = 'Cơ sở vừa làm được bước nào?';
export const marketplace = 'Gian hàng ở sàn nào?';
export const note = 'Ghi thêm';
export const save = 'Lưu';
export const saved = 'Đã ghi. Máy sẽ tự gửi khi có mạng.';
export const allDone = 'Cơ sở đã làm đủ các bước.';
export const committed = 'đã ký cam kết chất lượng';
export const uncommitted =
  'Cơ sở đã mở gian hàng mà chưa ký cam kết chất lượng. Nhờ trưởng ấp in bản cam kết.';
export const gone = 'Cơ sở này không còn trên máy';
export const goneText = 'Cơ sở đã ngừng, hoặc máy chưa tải được. Bấm quay lại để xem danh sách.';
