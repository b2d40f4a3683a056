import { dayOf, daysBetween, formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import type { Problem } from '#shared/problem.ts';

/** Words of the screens about the phone and its owner. */
export const me = 'Tôi';

const clock = (moment: Date) => new Date(moment.getTime() + 7 * 60 * 60 * 1000).toISOString().slice(11, 16);

/** "lúc 09:12", "hôm qua lúc 09:12", "ngày 24/11/2026 lúc 09:12" */
export function when(moment: Date, now: Date): string {
  const days = daysBetween(dayOf(moment), dayOf(now));
  if (days <= 0) return `lúc ${clock(moment)}`;
  return days === 1
    ? `hôm qua lúc ${clock(moment)}`
    : `ngày ${formatDay(dayOf(moment))} lúc ${clock(moment)}`;
}

export const home = {
  lookAt: 'Đang xem ấp',
  roleIn: (roles: string, hamlet: string) => `${roles}, ${hamlet}`,
  noBook: 'Sổ của ấp chưa tải về máy. Xin bật mạng rồi bấm “Gửi ngay”.',
  toSee: (n: number) => `Có ${formatCount(n)} phiếu cần anh/chị xem`,
  toSeeText: 'Xã chưa ghi đúng như anh/chị báo.',
  see: 'Xem ngay',
  sending: 'Phiếu đã gửi và chưa gửi',
  guidance: 'Bài hướng dẫn bà con',
  guidanceDetail: 'Từng bước, có hình, nghe đọc được',
  training: 'Việc học của tôi',
  trainingDetail: 'Lớp sắp tới, đã học gì',
  onPhone: 'Dữ liệu trên máy này',
  onPhoneDetail: 'Chỗ trống, tệp bàn giao',
  changePin: 'Đổi mã PIN',
  lock: 'Khóa máy',
  forget: 'Xóa khỏi máy này',
  help: 'Cần giúp thì gọi ai?',
  helpLines: (commune: string) => [
    'Quên mã PIN, mất máy, đổi máy: gọi trưởng ấp để xin mã mời mới.',
    `Phiếu chưa gửi được, sổ sai: gọi Phòng Văn hóa – Xã hội ${commune}.`,
    'Không ai của xã hỏi mã PIN, mật khẩu hay mã OTP của anh/chị.',
  ],
  ofCommune: 'của xã',
  version: (version: string) => `Tổ Số trên điện thoại, bản ${version}`,
};

export const send = {
  title: 'Gửi phiếu về xã',
  now: 'Gửi ngay',
  ask: 'Hỏi xã có gì mới',
  running: (unsent: number) => (unsent > 0 ? `Đang gửi ${formatCount(unsent)} phiếu…` : 'Đang hỏi xã…'),
  allSent: (at: string) => `Đã gửi hết. Xã trả lời ${at}.`,
  someLeft: (n: number) => `Còn ${formatCount(n)} phiếu chưa gửi. Máy sẽ tự gửi tiếp.`,
};

const stay = (unsent: number) =>
  unsent > 0
    ? ` ${formatCount(unsent)} phiếu vẫn nằm trong máy và sẽ tự gửi khi có mạng.`
    : ' Máy sẽ tự hỏi lại khi có mạng.';

/** Why nothing was sent, and what becomes of what waits. */
export function sendProblem(problem: Problem, unsent: number, online: boolean): string {
  if (problem.code === 'device.revoked')
    return `Xã đã gỡ máy này khỏi sổ.${unsent > 0 ? ` Còn ${formatCount(unsent)} phiếu chưa gửi được; xin báo trưởng ấp trước khi làm gì khác.` : ''}`;
  if (problem.code !== 'service.unavailable')
    return `${problem.hasMessage ? problem.message : 'Máy gặp lỗi nên chưa gửi được.'}${stay(unsent)}`;
  return `${online ? 'Máy chủ của xã chưa trả lời nên chưa gửi được.' : 'Máy đang không có mạng nên chưa gửi được.'}${stay(unsent)}`;
}

export const sending = {
  title: 'Phiếu đã gửi và chưa gửi',
  waiting: (n: number) => `Chưa gửi (${formatCount(n)} phiếu)`,
  nothingWaits: 'Không còn phiếu nào chưa gửi',
  nothingWaitsText: 'Mọi phiếu ghi trên máy này xã đã nhận.',
  sent: 'Xã đã nhận',
  sentText: 'Máy giữ biên nhận 30 ngày.',
  nothingSent: 'Chưa gửi phiếu nào từ máy này.',
  done: (at: string) => `Ghi ${at}`,
  doneAndReceived: (at: string, received: string) => `Ghi ${at}. Xã nhận ${received}.`,
  waits: 'Chưa gửi',
  more: 'Xem thêm biên nhận cũ hơn',
  statuses: {
    ok: 'Đã ghi vào sổ',
    merged: 'Ghi một phần',
    review: 'Chờ trưởng ấp xem',
    rejected: 'Chưa ghi được',
  },
};

export const operation = {
  visit: (about: string | null) => `Lần gặp ${about ?? 'một hộ'}`,
  nobodyMet: (about: string | null) => `Đến ${about ?? 'một hộ'}, không gặp ai`,
  other: (title: string, about: string | null) => (about === null ? title : `${title}: ${about}`),
  home: (name: string) => `hộ ${name}`,
  person: (name: string, head: string) => `${name}, hộ ${head}`,
  homes: (n: number) => `${formatCount(n)} hộ`,
};

export const attention = {
  title: 'Cần xem',
  lead: 'Những phiếu mà sổ chưa ghi đúng như anh/chị báo. Không phiếu nào bị bỏ mất.',
  empty: 'Không có gì cần xem',
  emptyText: 'Những gì anh/chị báo, sổ đã ghi đúng.',
  seen: 'Đã xem',
  openHome: 'Mở hộ này',
  told: 'Anh/chị ghi',
  stands: 'Sổ đang ghi',
  wrote: 'Anh/chị đã ghi',
  nothing: 'để trống',
  why: {
    merged: 'Có người ghi sau anh/chị, nên sổ giữ lời sau.',
    review: 'Hai người ghi khác nhau. Trưởng ấp sẽ xem cả hai rồi chọn.',
    rejected: 'Xã đã nhận nhưng chưa ghi được vào sổ.',
  },
  next: {
    merged: 'Phần còn lại đã ghi đúng. Nếu anh/chị chắc mình đúng, mở hộ này và sửa lại.',
    review: 'Anh/chị không cần ghi lại. Nếu có giấy tờ rõ hơn, báo trưởng ấp.',
    rejected: 'Những gì anh/chị ghi vẫn giữ ở đây. Nếu vẫn cần, xem lại hộ rồi ghi lần nữa.',
  },
};

export const onPhone = {
  title: 'Dữ liệu trên máy này',
  keeping: 'Giữ dữ liệu',
  persisted: 'Điện thoại giữ sổ này lâu dài, không tự xóa khi hết chỗ trống.',
  notPersisted:
    'Khi hết chỗ trống, điện thoại có thể tự xóa sổ trên máy. Xin gửi phiếu thường xuyên và giữ máy còn chỗ trống.',
  unknown: 'Trình duyệt này không cho biết có giữ sổ lâu dài hay không. Xin gửi phiếu thường xuyên.',
  ask: 'Xin điện thoại giữ lâu dài',
  refused: 'Điện thoại chưa đồng ý. Cài Tổ Số vào màn hình chính rồi bấm lại.',
  used: (used: string, free: string) =>
    `Tổ Số đang dùng ${used}. Máy còn dành được khoảng ${free} cho Tổ Số.`,
  handover: 'Tệp bàn giao',
  handoverText: 'Dùng khi máy này không gửi được (hỏng mạng, sắp đổi máy). Tệp được khóa, chỉ xã mở được.',
  nothingToHand: 'Không còn phiếu nào chưa gửi, nên không cần tệp bàn giao.',
  make: (n: number) => `Xuất tệp bàn giao (${formatCount(n)} phiếu)`,
  making: 'Đang làm tệp…',
  made: (name: string) => `Đã lưu tệp “${name}” vào mục Tải xuống (Download).`,
  madeNext:
    'Gửi tệp cho cán bộ xã qua Zalo hoặc chép bằng dây. Phiếu vẫn còn trên máy; khi có mạng, máy vẫn gửi và không bị ghi hai lần.',
  notMade: 'Chưa làm được tệp. Đóng bớt ứng dụng rồi thử lại.',
  fileName: (day: string, n: number) => `ban-giao-${day}-${n}-phieu.json`,
};

/** "3,4 MB" */
export function size(bytes: number): string {
  const [value, unit] = bytes >= 1e9 ? [bytes / 1e9, 'GB'] : [bytes / 1e6, 'MB'];
  const text = value >= 100 ? String(Math.round(value)) : value.toFixed(1).replace('.', ',');
  return `${text} ${unit}`;
}

export const changePin = {
  title: 'Đổi mã PIN',
  old: 'Nhập mã PIN đang dùng',
  oldText: 'Nhập mã đang dùng trước, rồi chọn mã mới.',
  checking: 'Đang xem lại…',
  done: 'Đã đổi mã PIN',
  doneText: 'Lần sau mở sổ bằng mã mới.',
  home: 'Về mục Tôi',
};

export const forget = {
  title: 'Xóa khỏi máy này',
  text: 'Sổ của anh/chị trên máy này sẽ bị xóa hết. Phiếu đã gửi vẫn còn ở xã. Người khác dùng chung máy không bị ảnh hưởng.',
  whenToUse: 'Chỉ làm khi đổi máy, bán máy hoặc thôi việc ở Tổ.',
  lose: (n: number) => `Còn ${formatCount(n)} phiếu chưa gửi. Xóa bây giờ là mất hẳn.`,
  firstSend: 'Gửi phiếu trước',
  handover: 'Hoặc xuất tệp bàn giao',
  typeIt: 'Vẫn muốn xóa: gõ chữ XOA vào ô này',
  typeWrong: 'Xin gõ đúng chữ XOA.',
  word: 'xoa',
  go: 'Xóa sổ trên máy này',
  going: 'Đang xóa…',
};

export const guidance = {
  title: 'Bài hướng dẫn bà con',
  lead: 'Mất mạng vẫn xem được.',
  back: 'Bài hướng dẫn',
  none: 'Chưa có bài hướng dẫn',
  noneText: 'Danh mục nền tảng tải về cùng sổ của ấp. Xin bật mạng rồi thử lại.',
  notFound: 'Không có bài này',
  notFoundText: 'Xã có thể đã bỏ nền tảng này khỏi danh mục.',
  other: 'Nền tảng khác',
};

export const training = {
  title: 'Việc học của tôi',
  next: 'Lớp sắp tới',
  nextNone: 'Chưa có lớp nào ghi tên anh/chị.',
  where: (day: Day, at: string, place: string) => `${at} ngày ${formatDay(day)}, ${place}`,
  topics: 'Đã học gì',
  topicsNone: 'Xã chưa đặt chuyên đề nào.',
  never: 'Chưa học',
  repeat: (day: Day) => `Cần học lại (học ngày ${formatDay(day)})`,
  passed: (day: Day) => `Đạt, học ngày ${formatDay(day)}`,
  learnt: (day: Day) => `Đã học ngày ${formatDay(day)}`,
  read: (name: string) => `Đọc bài: ${name}`,
  national: 'Khóa quốc gia trên VNeID',
  nationalNone: 'Chưa ghi khóa nào.',
  course: (course: string, day: Day) => `${course}, ghi nhận ngày ${formatDay(day)}`,
  open: 'Mở trang Bình dân học vụ số (cần mạng)',
  tick: 'Lớp anh/chị điểm danh',
};
