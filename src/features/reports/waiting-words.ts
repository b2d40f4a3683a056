import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import type { PeriodKey } from './model/span.ts';
import { periodName } from './words.ts';

/** Words of the tiles of the first page that reports put there. */
export const late = (key: PeriodKey) => `ấp trễ báo cáo ${periodName(key)}`;
export const lateLead = (count: number, key: PeriodKey) =>
  `Việc tiếp theo: nhắc ${formatCount(count)} ấp chưa gửi báo cáo ${periodName(key)}.`;
export const toRead = 'báo cáo chờ xem và duyệt';
export const toReadLead = (count: number) =>
  `Việc tiếp theo: xem và duyệt ${formatCount(count)} báo cáo vừa gửi.`;
export const communeReport = 'báo cáo của xã';
export const part = (key: PeriodKey) => `phần báo cáo ${periodName(key)} cần gửi`;
export const partDetail = (unit: string, due: Day) => `${unit}, hạn hết ngày ${formatDay(due)}`;
