import { formatMoment } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import { silentDays, type Trouble } from '#features/sync/model/phone-standing.ts';

/** The words of the pages about the members' phones. */
export const title = 'Điện thoại của Tổ';
export const back = 'Điện thoại';
export const lead = (inUse: number) =>
  inUse === 0
    ? 'Chưa có máy nào đang dùng ứng dụng Tổ Số.'
    : `${formatCount(inUse)} máy đang dùng ứng dụng Tổ Số. Máy nào lâu không liên lạc thì hỏi người dùng máy.`;
export const tabs = { label: 'Các mục về điện thoại', phones: 'Các máy', look: 'Cần xem', file: 'Nhận tệp' };

export const filter = 'Xem';
export const filters: Record<Trouble | 'all', string> = {
  all: 'Tất cả',
  lost: 'Có thể đã mất phiếu',
  copied: 'Bị chép sang máy khác',
  silent: `Hơn ${silentDays} ngày chưa liên lạc`,
  unsent: 'Còn phiếu chưa gửi',
};
export const codes: Record<Trouble, string> = {
  lost: 'mat',
  copied: 'chep',
  silent: 'im-lang',
  unsent: 'chua-gui',
};
export const hamlet = 'Ấp';
export const allHamlets = 'Cả xã';

export const columns = {
  owner: 'Người dùng',
  hamlet: 'Ấp',
  phone: 'Máy',
  seen: 'Liên lạc lần cuối',
  unsent: 'Chưa gửi',
  state: 'Tình trạng',
};
export const formerly = (hamlet: string) => `${hamlet} (đã thôi)`;
export const noHamlet = 'không còn ở ấp nào';
export const slips = (count: number) => `${formatCount(count)} phiếu`;
export const unsentSince = (count: number, since: Date | null) =>
  since === null ? slips(count) : `${slips(count)}, từ ${formatMoment(since)}`;
export const nothingUnsent = 'đã gửi hết';

export const chips = {
  well: 'Bình thường',
  lost: (count: number) => `Có thể mất ${slips(count)}`,
  copied: 'Bị chép',
  silent: (days: number) => `${formatCount(days)} ngày chưa liên lạc`,
  unsent: (count: number) => `Còn ${slips(count)}`,
  revoked: 'Đã thu hồi, chờ máy tự xóa',
  wiped: 'Đã thu hồi, máy đã tự xóa',
  disabled: 'Tài khoản bị khóa',
};

export const none = 'Không có máy nào';
export const noneText = 'Chưa có máy nào như vậy.';
export const noPhones = 'Chưa có máy nào';
export const noPhonesText =
  'Thành viên mở trang này trên điện thoại, thêm /di-dong vào sau địa chỉ, rồi đăng nhập bằng mã mời. Máy hiện ra ở đây.';
export const revokedPhones = (count: number) => `Máy đã thu hồi (${formatCount(count)})`;

export const phone = {
  title: (owner: string) => `Điện thoại của ${owner}`,
  own: 'Tài khoản của tôi',
  name: 'Máy',
  owner: 'Người dùng',
  hamlets: 'Ấp',
  seen: 'Liên lạc lần cuối',
  unsent: 'Chưa gửi, theo máy báo lần cuối',
  version: 'Phiên bản ứng dụng',
  unknownVersion: 'chưa rõ',
  enrolled: 'Bắt đầu dùng',
  revoke: 'Thu hồi máy này',
  revokedBy: (by: string | null, at: Date) =>
    `Thu hồi lúc ${formatMoment(at)}${by === null ? '' : `, do ${by}`}.`,
  waiting:
    'Khi máy có mạng lần tới, máy gửi nốt những phiếu ghi trước lúc thu hồi, rồi tự xóa mọi dữ liệu của bà con.',
  wiped: (at: Date) => `Máy đã tự xóa dữ liệu lúc ${formatMoment(at)}.`,
  silentText: 'Nhắc người dùng mở ứng dụng ở nơi có mạng. Mất máy thì thu hồi ngay.',
  silentTitle: (days: number) => `Máy này ${formatCount(days)} ngày chưa liên lạc`,
  lostTitle: (count: number) => `Máy này có thể đã mất ${slips(count)}`,
  lostText:
    'Những phiếu có số dưới đây chưa bao giờ tới máy chủ. Hỏi người dùng máy đã ghi gì trong khoảng đó, rồi ghi lại.',
  gap: (from: number, to: number) =>
    from === to ? `Phiếu số ${formatCount(from)}` : `Phiếu số ${formatCount(from)} đến ${formatCount(to)}`,
  between: (after: Date | null, before: Date | null) =>
    [after && `sau ${formatMoment(after)}`, before && `trước ${formatMoment(before)}`]
      .filter(Boolean)
      .join(', '),
  gaps: 'Khoảng có thể đã mất',
  vanishedTitle: (count: number) => `Kho trên máy từng biến mất, mang theo ${slips(count)} chưa gửi`,
  vanishedText:
    'Hệ thống của máy đã xóa dữ liệu ứng dụng khi chưa gửi hết. Hỏi người dùng máy nhớ được gì thì ghi lại.',
  copiedTitle: 'Dữ liệu của máy này đã bị chép sang máy khác',
  copiedText: (at: Date) =>
    `Từ ${formatMoment(at)} có hai máy cùng gửi dưới một tên. Hỏi người dùng máy; nếu không phải họ đổi máy thì thu hồi.`,
  attention: 'Máy này gửi mà không ghi thẳng vào sổ',
  allAttention: 'Xem tất cả những gì cần xem',
};

export const revoke = {
  title: (owner: string) => `Thu hồi điện thoại của ${owner}`,
  lead: 'Dùng khi máy bị mất, đổi chủ, hoặc người dùng đã thôi làm thành viên.',
  what: 'Sau khi thu hồi',
  points: [
    'Máy không xem được sổ hộ nữa, kể từ lần có mạng tới.',
    'Những phiếu ghi trước lúc thu hồi vẫn được gửi lên và giữ nguyên.',
    'Gửi xong, máy tự xóa mọi dữ liệu của bà con.',
    'Muốn dùng lại, người đó đăng nhập lại bằng mã mời mới. Thu hồi rồi thì không lấy lại được.',
  ],
  unsent: (count: number) => `Máy này còn ${slips(count)} chưa gửi, theo máy báo lần cuối.`,
  reason: 'Lý do',
  reasonHelp: 'Ví dụ: rơi ở chợ, bán máy.',
  submit: 'Thu hồi máy',
  cancel: 'Thôi, để máy dùng tiếp',
  already: 'Máy này đã được thu hồi rồi.',
};

export const handover = {
  title: 'Nhận tệp bàn giao',
  lead: 'Khi điện thoại không gửi được, người dùng xuất tệp “ban-giao-….json” từ ứng dụng rồi đưa cho trưởng ấp hoặc xã.',
  file: 'Tệp bàn giao',
  fileHelp: 'Tệp đã khóa, chỉ máy chủ của xã mở được. Gửi lại một tệp nhiều lần cũng không ghi trùng.',
  fileNeeded: 'Xin chọn tệp bàn giao.',
  submit: 'Nhận tệp',
  doneTitle: (owner: string, total: number) => `Đã nhận ${slips(total)} của ${owner}`,
  ok: (count: number) => `${slips(count)} đã ghi vào sổ`,
  merged: (count: number) => `${slips(count)} ghi một phần, chỗ còn lại giữ như trong sổ`,
  review: (count: number) => `${slips(count)} chờ chọn giữa máy và sổ`,
  rejected: (count: number) => `${slips(count)} không ghi được`,
  broken: (count: number) => `trong đó ${slips(count)} hỏng, phải hỏi người dùng máy rồi ghi lại`,
  waiting: (count: number) =>
    `${slips(count)} chưa ghi được vì máy chủ vừa khôi phục, còn chờ điện thoại khác gửi lại. Xin giữ tệp và nhận lại sau vài ngày.`,
  already: (count: number) => `trong cả tệp có ${slips(count)} máy chủ đã có từ trước, không ghi lại`,
  notSimply: 'Những phiếu không ghi thẳng vào sổ',
  more: 'Còn những phiếu khác; xem trong mục Cần xem.',
};

export const done = {
  'thu-hoi': 'Đã thu hồi. Máy sẽ tự xóa dữ liệu khi có mạng.',
  may: 'Đã sửa sổ theo máy.',
  so: 'Đã giữ như trong sổ.',
};
