import { daysBetween, formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import type { NextVisit } from './next-visits.ts';

/** The words of whom to visit today, on the office's first page and on the phone. */
export const visit = {
  title: 'Hôm nay nên gặp',
  aside: (hamlet: string) => hamlet,
  first: (who: string, why: string) => `Việc tiếp theo: ghé ${who}. ${why}.`,
  none: 'Hôm nay không còn hộ nào phải gặp',
  noneText: 'Hộ nào cũng đã gặp, không có hẹn. Có thể ghé hỏi thăm hộ gặp đã lâu nhất trong Sổ hộ.',
  never: 'Chưa gặp lần nào',
  last: (day: Day) => `Gặp lần cuối ${formatDay(day)}`,
  dueToday: 'Hẹn hôm nay',
  overdue: (days: number) => `Quá hẹn ${formatCount(days)} ngày`,
  helpDue: 'Đến hẹn ghé giúp',
  appointment: (next: string | null) => next ?? 'Đã hẹn gặp lại',
  help: (every: number) => `Anh/chị nhận giúp hộ này, ${formatCount(every)} ngày ghé một lần`,
  priority: 'Hộ ưu tiên',
  /** At the beginning of a line: "Bà Nguyễn Bích Huệ, 60 tuổi". */
  atStart: (who: string) => `${who.charAt(0).toUpperCase()}${who.slice(1)}`,
  who: (polite: string, name: string, age: number | null) => {
    const called = `${polite} ${name}`;
    return age === null ? called : `${called}, ${formatCount(age)} tuổi`;
  },
  group: (name: string) => (/^\d+$/.test(name) ? `Tổ ${name}` : name),
  record: 'Ghi lần gặp',
  recordFor: (name: string) => `Ghi lần gặp: ${name}`,
  all: 'Xem cả danh sách',
};

/** Why to go there, in a sentence without a full stop: the most pressing reason. */
export function whyOf({ reasons }: NextVisit, today: Day): string {
  const [reason] = reasons;
  if (!reason) return visit.never;
  switch (reason.kind) {
    case 'appointment': {
      const days = daysBetween(reason.on, today);
      const when = days === 0 ? visit.dueToday : visit.overdue(days);
      return `${when}: ${visit.appointment(reason.what)}`;
    }
    case 'help':
      return visit.help(reason.everyDays);
    default:
      return reason.lastContactOn === null ? visit.never : visit.last(reason.lastContactOn);
  }
}
