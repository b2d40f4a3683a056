import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of ticking who is at a class. */
export const title = 'Điểm danh';
export const back = 'Hôm nay';
export const lead = (name: string, day: Day, at: string, place: string) =>
  `${name}: ${at} ngày ${formatDay(day)}, ${place}.`;
export const present = 'Có mặt';
export const absent = 'Vắng';
export const save = 'Lưu điểm danh';
export const saved = 'Đã lưu điểm danh. Máy sẽ tự gửi khi có mạng.';
export const nobody = 'Xin chọn có mặt hoặc vắng cho ít nhất một người.';
export const notYet = (day: Day) => `Lớp học ngày ${formatDay(day)}. Đến ngày đó thì điểm danh được.`;
export const notHere = 'Lớp này không có trên máy';
export const notHereText = 'Lớp đã hủy, đã qua lâu, hoặc không giao anh/chị điểm danh.';

export const classes = {
  tick: (name: string) => `Điểm danh lớp: ${name}`,
  tickText: (at: string, place: string, left: number) =>
    `${at}, ${place}. Còn ${formatCount(left)} người chưa điểm danh.`,
  tickDo: 'Điểm danh',
  next: (name: string) => `Lớp của anh/chị: ${name}`,
  nextText: (at: string, place: string) => `${at}, ${place}.`,
  read: 'Xem việc học',
};
