import { daysBetween, formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of the visit's form and of what visits tell, on the office's pages and on the phone. */
export const recordVisit = 'Ghi lần gặp';
export const nobodyThere = 'Không gặp ai';
export const metNobody = (form: string) => `${form}, không gặp ai`;
export const metPeople = (form: string, names: readonly string[]) =>
  names.length === 0 ? `${form}, có gặp người` : `${form}, gặp ${names.join(', ')}`;
export const somebodyElse = 'Người khác';
export const shownTo = (person: string, what: readonly string[]) => `${person}: ${what.join('; ')}`;

export const need = 'Nhu cầu của bà con';
export const topics = 'Nội dung đã nói';
export const next = 'Hẹn lần sau';
export const note = 'Ghi chú';
export const duration = 'Thời gian';
export const minutes = (n: number) => `${formatCount(n)} phút`;

/** When a next step is due, seen from today. */
export const dueIn = (on: Day, today: Day) => {
  const days = daysBetween(today, on);
  if (days === 0) return 'hôm nay';
  if (days === 1) return 'ngày mai';
  return days > 0 ? `còn ${formatCount(days)} ngày` : `trễ ${formatCount(-days)} ngày`;
};
export const knownFrom = (source: string, on: Day) => `${source}, ${formatDay(on)}`;
/** The same sources as the model names, short enough for a tile. */
export const shortSource = {
  shown: 'tận mắt',
  declared: 'tự khai',
  assumed: 'ước đoán',
  import: 'danh sách',
} as const;
