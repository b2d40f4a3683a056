import { daysBetween, formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import { standing } from '#features/visits/words.ts';

/** The words of the book of helpers (R27). */
export const title = 'Người giúp hộ dân';
export const lead = ({ nobody, due }: { nobody: number; due: number }) =>
  [
    nobody === 0
      ? 'Hộ nào chưa ai biết dùng cũng đã có người giúp'
      : `Còn ${formatCount(nobody)} hộ chưa ai biết dùng mà chưa có người giúp`,
    due === 0 ? 'không ai trễ hẹn ghé' : `${formatCount(due)} hộ đã đến hẹn ghé`,
  ].join(', ') + '.';
export const filters = {
  due: 'Đến hẹn ghé',
  nobody: 'Chưa ai biết, chưa có người giúp',
  unknown: 'Chưa rõ',
  helped: 'Đã cử người giúp',
  able: 'Tự làm được',
};
export const all = 'Tất cả';
export const hamlet = 'Ấp';
export const allHamlets = 'Cả xã';
export const choose = 'Xem';
export const homes = 'Từng hộ';
export const columns = {
  home: 'Hộ',
  hamlet: 'Ấp',
  standing: 'Trong nhà',
  helper: 'Ai giúp',
  last: 'Lần ghé gần nhất',
  next: 'Lần ghé tới',
};
export const group = (name: string) => (/^\d+$/.test(name) ? `Tổ ${name}` : name);
export { standing };
export const ableNames = (names: readonly string[]) => `${names.join(', ')} tự làm được`;
export const checkedOf = (checked: number, people: number) =>
  people === 0
    ? 'sổ hộ chưa ghi ai'
    : checked === 0
      ? 'chưa kiểm tra ai'
      : `đã kiểm tra ${formatCount(checked)} trong ${formatCount(people)} người`;
export const notOne = 'Đã kiểm tra hết, chưa ai đủ kỹ năng';
export const name = 'Cử người giúp';
export const nameFor = (head: string) => `: hộ ${head}`;
export const every = (days: number) => `${formatCount(days)} ngày một lần`;
export const notYet = 'chưa ghé lần nào';
export const lastOn = (on: Day, today: Day) => {
  const days = daysBetween(on, today);
  return days === 0 ? `hôm nay` : `${formatDay(on)}, ${formatCount(days)} ngày trước`;
};
export const nextOn = (on: Day, today: Day) => {
  const days = daysBetween(on, today);
  if (days > 0) return `Trễ ${formatCount(days)} ngày`;
  return days === 0 ? 'Hôm nay' : formatDay(on);
};
export const loads = 'Ai đang giúp bao nhiêu hộ';
export const loadsLead = 'Người đến hẹn nhiều nhất đứng đầu. Ai nặng quá thì chuyển bớt hộ cho người khác.';
export const loadColumns = {
  name: 'Thành viên',
  hamlet: 'Tổ',
  households: 'Đang giúp (hộ)',
  due: 'Đến hẹn (hộ)',
  latest: 'Trễ lâu nhất',
};
export const communeTeam = 'Tổ xã';
export const daysLate = (days: number) => (days === 0 ? 'hôm nay' : `${formatCount(days)} ngày`);
export const shown = (count: number, of: number) =>
  count < of ? `${formatCount(count)} hộ trong ${formatCount(of)} hộ` : `${formatCount(of)} hộ`;
export const empty: Record<string, string> = {
  due: 'Không hộ nào đến hẹn ghé',
  nobody: 'Không hộ nào chưa ai biết mà chưa có người giúp',
  unknown: 'Không còn hộ nào chưa rõ',
  helped: 'Chưa cử người giúp hộ nào',
  able: 'Chưa ghi nhận hộ nào tự làm được',
};
export const emptyAll = 'Chưa có hộ nào trong sổ';
export const emptyText =
  'Kết quả kiểm tra kỹ năng và việc cử người ghi ở trang của từng hộ, hoặc trên điện thoại.';

export const exportedLoads = {
  title: 'Ai đang giúp bao nhiêu hộ',
  columns: [
    { header: 'Thành viên', width: 26, kind: 'text' },
    { header: 'Tổ', width: 16, kind: 'text' },
    { header: 'Đang giúp (hộ)', width: 12, kind: 'number' },
    { header: 'Đến hẹn (hộ)', width: 12, kind: 'number' },
    { header: 'Trễ lâu nhất (ngày)', width: 12, kind: 'number' },
  ],
} as const;

export const exported = {
  title: 'Người giúp hộ dân',
  columns: [
    { header: 'Ấp', width: 16, kind: 'text' },
    { header: 'Tổ', width: 10, kind: 'text' },
    { header: 'Chủ hộ', width: 26, kind: 'text' },
    { header: 'Tình trạng', width: 32, kind: 'text' },
    { header: 'Ai tự làm được', width: 30, kind: 'text' },
    { header: 'Số người trong hộ', width: 10, kind: 'number' },
    { header: 'Đã kiểm tra (người)', width: 10, kind: 'number' },
    { header: 'Người giúp', width: 24, kind: 'text' },
    { header: 'Từ ngày', width: 12, kind: 'text' },
    { header: 'Ghé mấy ngày một lần', width: 12, kind: 'number' },
    { header: 'Lần ghé gần nhất', width: 12, kind: 'text' },
    { header: 'Lần ghé tới', width: 12, kind: 'text' },
  ],
} as const;
