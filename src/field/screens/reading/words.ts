import { daysBetween, formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import { left, notReached } from '#features/targets/board-words.ts';
import { visit } from '#features/targets/next-visit-words.ts';
import type { Filter } from './household-filter.ts';

/** The words of the screens on which one reads: today, the households, the targets. */
export const hamletChoice = 'Ấp đang xem';
export const me = 'Anh/chị';
export const office = 'Cán bộ xã';
export const formerMember = 'Người đã rời hộ';
export const unsent = 'Chưa gửi';
export const none = '—';

/** Nothing to read yet. */
export const coming = 'Đang tải sổ của ấp';
export const comingText = 'Lần đầu mất chừng vài giây. Danh sách hiện ra là dùng được ngay.';
export const notCome = 'Máy chưa tải được sổ của ấp';
export const notComeText = 'Lần đầu cần có mạng. Xin ra chỗ có sóng hoặc bật Wi-Fi, rồi bấm “Thử lại”.';
export const tryAgain = 'Thử lại';
export const noHamlet = 'Anh/chị chưa được giao ấp nào';
export const noHamletText =
  'Xin nhờ Tổ trưởng hoặc cán bộ xã thêm anh/chị vào Tổ của ấp. Máy tự có sổ hộ ngay sau đó.';
export const detailsComing = (n: number) =>
  `Còn ${formatCount(n)} hộ đang tải chi tiết. Tên, địa chỉ đã xem và tìm được.`;

/** The report of the hamlet, which is read and sent on the office's pages. */
export const report = {
  open: 'Mở báo cáo',
  needsLine: 'Cần có mạng.',
};

export const today = {
  title: visit.title,
  next: 'Nên gặp tiếp',
  promised: 'Đã hẹn, đến lượt',
  ownWork: (visits: number, households: number) =>
    `Hôm nay anh/chị đã ghi ${formatCount(visits)} lần đến, ${formatCount(households)} hộ.`,
  draft: (household: string | null) =>
    household === null ? 'Phiếu đang ghi dở' : `Phiếu đang ghi dở: ${household}`,
  allDrafts: (n: number) => `Xem cả ${formatCount(n)} phiếu ghi dở`,
  goOn: 'Ghi tiếp',
  unmet: (n: number) => `Xem ${formatCount(n)} hộ chưa được gặp`,
  helpDue: (n: number) => `Xem ${formatCount(n)} hộ đến hẹn ghé giúp`,
  all: 'Tìm hộ khác',
  otherWork: 'Việc khác',
  support: 'Yêu cầu hỗ trợ',
  meeting: 'Ghi buổi họp',
  businesses: 'Cơ sở bán hàng trên mạng',
  newHome: 'Thêm hộ mới',
  done: 'Hôm nay không còn hộ nào phải gặp',
  doneText: 'Không có hẹn, hộ nào trong danh sách cũng đã gặp. Cảm ơn anh/chị.',
};
export const householdOf = (polite: string, given: string) => `hộ ${polite} ${given}`;

export const homes = {
  title: 'Hộ dân',
  search: 'Tìm hộ',
  placeholder: 'Tên, số điện thoại…',
  clear: 'Xóa chữ đang tìm',
  filters: 'Chỉ xem',
  filter: {
    all: 'Tất cả',
    unmet: 'Chưa gặp',
    priority: 'Ưu tiên',
    mine: 'Tôi phụ trách',
    agreed: 'Có hẹn',
    helpDue: 'Đến hẹn giúp',
  } satisfies Record<Filter, string>,
  group: 'Tổ',
  allGroups: 'Mọi tổ',
  list: 'Danh sách hộ',
  /** "Còn 42 hộ chưa được gặp trong 118 hộ"; "Đã gặp đủ 118 hộ trong năm". */
  unmetOf: (unmet: number, living: number) =>
    unmet === 0
      ? `Đã gặp đủ ${formatCount(living)} hộ trong năm`
      : `${left(unmet, 'hộ', notReached.contacts ?? '')} trong ${formatCount(living)} hộ`,
  shown: (n: number) => `Đang xem ${formatCount(n)} hộ`,
  matching: (n: number) => `${formatCount(n)} hộ khớp`,
  includes: (name: string) => `có ${name}`,
  people: (n: number) => `${formatCount(n)} người`,
  empty: 'Sổ của ấp chưa có hộ nào',
  emptyText: 'Thêm hộ đầu tiên, hoặc chờ xã nhập danh sách.',
  emptyFilter: 'Không có hộ nào ở mục này',
  emptyFilterText: 'Bấm “Tất cả” để xem mọi hộ trong ấp.',
  showAll: 'Xem tất cả các hộ',
};
export const notThisYear = 'Chưa gặp năm nay';
/** "Gặp lần cuối 12/09", with the year when it is another. */
export const lastMet = (on: Day, today: Day) =>
  `Gặp lần cuối ${on.slice(0, 4) === today.slice(0, 4) ? formatDay(on).slice(0, 5) : formatDay(on)}`;
export const metToday = 'Đã gặp hôm nay';
export const agreedFor = (on: Day, today: Day) => {
  const days = daysBetween(on, today);
  if (days > 0) return visit.overdue(days);
  return days === 0 ? visit.dueToday : `Hẹn ${formatDay(on).slice(0, 5)}`;
};

export const home = {
  back: 'Quay lại',
  coming: 'Chi tiết của hộ đang tải về',
  comingText: 'Người trong hộ và những lần gặp sẽ hiện ra trong giây lát, khi máy có mạng.',
  notHere: 'Hộ dân',
  missing: 'Hộ này không còn trong sổ trên máy',
  notHereText:
    'Hộ có thể đã chuyển sang ấp khác, hoặc được gộp vào một hộ khác. Những gì anh/chị đã ghi về hộ vẫn được gửi đủ.',
  toList: 'Về danh sách hộ',
  left: 'Hộ đã chuyển đi',
  leftText: 'Không cần đến gặp nữa. Những lần gặp trước vẫn giữ ở dưới.',
  dissolved: 'Hộ này đã giải thể',
  away: 'Cả hộ đang vắng dài ngày',
  awayText: 'Có thể gọi điện. Gặp lại hộ thì đổi tình trạng ở “Sửa thông tin hộ”.',
  agreed: (when: string) => `Đã hẹn: ${when}`,
  askSupport: 'Ghi yêu cầu hỗ trợ',
  agreedStep: 'Ghé lại theo hẹn.',
  helperMine: 'Anh/chị nhận giúp hộ này',
  helperCall: 'Ghi lần ghé giúp',
  assignHelper: 'Cử người giúp hộ',
  changeHelper: 'Đổi hoặc thôi cử người giúp',
  nameResponsible: 'Giao người phụ trách',
  changeResponsible: 'Đổi người phụ trách',
  responsible: (name: string) => `Phụ trách hộ: ${name}`,
  statusFor: (name: string) => `Ghi tình trạng số của ${name}`,
  status: 'Ghi tình trạng số',
  /** "VNeID (đã kích hoạt)". */
  known: (item: string, answer: string) => `${item} (${answer.toLowerCase()})`,
  statusOf: {
    has: (items: readonly string[]) => `Đã có: ${items.join(', ')}`,
    lacks: (items: readonly string[]) => `Chưa có: ${items.join(', ')}`,
    unknown: (items: readonly string[]) => `Chưa rõ: ${items.join(', ')}`,
  },
  undo: 'Ghi nhầm? Rút lại',
  others: 'Thông tin khác của hộ',
  edit: 'Sửa thông tin hộ',
};

export const goals = {
  title: 'Chỉ tiêu',
  lead: (hamlet: string) => `Chỉ tiêu của ${hamlet}`,
  byBook: (moment: string | null) =>
    moment === null ? 'Theo sổ trên máy.' : `Theo sổ trên máy, cập nhật với xã ${moment}.`,
  byServer: (moment: string) => `Số của xã, tính ${moment}.`,
  byServerText:
    'Số ở trên tính cả những điều máy này không được biết. Danh sách dưới đây chỉ có những hộ mà máy biết được.',
  notCounted: 'Ấp chưa có hộ nào trong diện này.',
  open: 'Xem danh sách',
  how: 'Chỉ tiêu này tính thế nào',
  legend: 'Cách đọc thanh',
  listOf: (n: number, unit: string) => `Danh sách còn lại: ${formatCount(n)} ${unit}`,
  gone: 'Chỉ tiêu này không còn trong kế hoạch',
  goneText: 'Xã đã đổi chỉ tiêu. Bấm “Chỉ tiêu” để xem các chỉ tiêu đang dùng.',
};
/** "bà, khoảng 60 tuổi". */
export const aged = (polite: string, age: number, isEstimated: boolean) =>
  `${polite}, ${isEstimated ? 'khoảng ' : ''}${formatCount(age)} tuổi`;
export const nobodyFor = (name: string) => `Không gặp ai: ${name}`;
export { group as groupName, placeOf } from '#features/registry/household-words.ts';
export const phone = 'Điện thoại thông minh';
export { call as callOf } from '#features/registry/household-words.ts';
/** Where a household's page leads back: the list from which it was opened. */
export const backTo = (path: string) =>
  path === 'ho-dan' ? homes.title : path.startsWith('chi-tieu') ? goals.title : 'Hôm nay';
