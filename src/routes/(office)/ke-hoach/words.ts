import { formatDay } from '#shared/calendar.ts';
import { formatCount, formatPercent } from '#shared/numbers.ts';
import type { PlanSettings } from '#features/plans/model.ts';

/** The words of the plan of the year. */
export const title = 'Kế hoạch';
export const ofYear = (year: number) => `Kế hoạch năm ${year}`;
/** The line of number and date as the paper has it: blank until issued (R3). */
export const numberLine = (number: string | null, issuedOn: string | null) =>
  number === null
    ? 'Số: … /KH-UBND (chưa ban hành)'
    : `Số: ${number}${issuedOn === null ? '' : `, ngày ${formatDay(issuedOn)}`}`;
export const period = 'Thời gian thực hiện';
export const fromTo = (from: string, to: string) => `${formatDay(from)} – ${formatDay(to)}`;
export const due = 'Hạn nộp báo cáo tháng';
export const dueDay = (settings: PlanSettings) =>
  `trước 24 giờ ngày ${formatCount(settings.reportDueDay)} của tháng sau${settings.reportPutOff ? '; ngày nghỉ thì lùi sang ngày làm việc kế tiếp' : ''}`;

export const signer = 'Người ký';
export const legalBasis = 'Căn cứ';
export const recipients = 'Nơi nhận';
export const noLines = 'Chưa ghi.';
export const draftDocument = 'Soạn văn bản kế hoạch';
export const edit = 'Sửa kế hoạch';
export const create = (year: number) => `Lập kế hoạch năm ${year}`;
export const targets = 'Xem chỉ tiêu của kế hoạch';
export const others = 'Kế hoạch các năm';
export const shown = 'đang xem';
export const closed = 'đã đóng';
export const empty = 'Xã chưa có kế hoạch';
export const emptyText = 'Kế hoạch cho biết chỉ tiêu, thời gian, hạn nộp báo cáo và người ký.';
export const emptyOther = 'Phòng Văn hóa – Xã hội lập kế hoạch; khi có, kế hoạch hiện ở đây.';

export const form = {
  editTitle: (year: number) => `Sửa kế hoạch năm ${year}`,
  newTitle: 'Lập kế hoạch',
  lead: 'Ghi đúng như văn bản đã ban hành. Số và ngày để trống khi chưa ban hành.',
  year: 'Năm',
  number: 'Số, ký hiệu',
  numberHelp: 'Ví dụ 458/KH-UBND.',
  issuedOn: 'Ngày ban hành',
  planTitle: 'Tên kế hoạch',
  startsOn: 'Thực hiện từ ngày',
  endsOn: 'Đến ngày',
  legalBasis: 'Căn cứ, mỗi dòng một văn bản',
  recipients: 'Nơi nhận, mỗi dòng một nơi',
  authority: 'Thẩm quyền ký',
  authorityHelp: 'Ví dụ KT. CHỦ TỊCH hoặc TM. ỦY BAN NHÂN DÂN. Mỗi dòng một ý, tối đa 3 dòng.',
  signerTitle: 'Chức vụ người ký',
  signerName: 'Họ tên người ký',
  reportDueDay: 'Hạn nộp báo cáo: ngày mấy của tháng sau',
  reportDueHelp: 'Kế hoạch năm 2026 ghi ngày 10. Trễ sau 24 giờ ngày này.',
  day: 'hằng tháng',
  helperEvery: 'Người giúp ghé hộ bao lâu một lần',
  helperEveryHelp: 'Số ngày điền sẵn khi cử người giúp. Hộ nào cần thưa hay dày hơn thì sửa lúc cử.',
  helperEveryUnit: 'ngày',
  closing: 'Tháng báo cáo tính từ ngày nào',
  closingHelp: 'Tỉnh chốt số liệu ngày 14 theo Nghị định 09/2019 thì chọn “ngày 15 đến ngày 14”.',
  closings: { calendar: 'Ngày 1 đến hết tháng', fourteenth: 'Ngày 15 tháng trước đến ngày 14' },
  putOff: 'Hạn nộp rơi vào ngày nghỉ',
  putOffHelp: 'Ngày nghỉ là thứ Bảy, Chủ Nhật và các ngày trong danh sách ngày nghỉ của xã.',
  stands: 'Vẫn giữ ngày đó',
  isPutOff: 'Lùi sang ngày làm việc kế tiếp',
  periods: 'Ngoài báo cáo tháng, ấp còn báo cáo',
  periodsHelp: 'Số liệu của các kỳ này cũng tự lên, không phải cộng lại các tháng.',
  periodKinds: { quarter: 'Quý', half: '6 tháng', year: 'Năm' },
  save: 'Lưu kế hoạch',
};

export const daysOff = {
  title: 'Ngày nghỉ, ngày làm bù',
  lead: 'Dùng để lùi hạn báo cáo khi hạn rơi vào ngày nghỉ. Thứ Bảy và Chủ Nhật máy tự biết.',
  add: 'Thêm một ngày',
  day: 'Ngày',
  name: 'Tên',
  nameHelp: 'Ví dụ Giỗ Tổ Hùng Vương, nghỉ bù 2/9.',
  kind: 'Là ngày',
  kinds: { off: 'Nghỉ', working: 'Làm bù' },
  save: 'Ghi vào danh sách',
  drop: 'Bỏ',
  dropDay: (day: string) => `Bỏ ${day}`,
  list: 'Danh sách ngày nghỉ và ngày làm bù',
  none: 'Chưa ghi ngày nào',
  noneText: 'Ghi các ngày lễ, Tết và ngày nghỉ bù theo thông báo của Nhà nước.',
  done: { ghi: 'Đã ghi.', bo: 'Đã bỏ.' },
};

/** The next year from the plan before (W22). */
export const next = {
  title: (year: number) => `Mở kế hoạch năm ${year}`,
  lead: (before: number) =>
    `Lấy sẵn từ kế hoạch năm ${before}: xem lại từng mục, sửa chỗ nào đổi. Số liệu năm ${before} giữ nguyên.`,
  targets: 'Chỉ tiêu chuyển sang',
  targetsText: (before: string) =>
    `Mỗi chỉ tiêu tính như ${before.charAt(0).toLowerCase()}${before.slice(1)}, đếm lại từ ngày đầu năm mới. Để trống là không chuyển chỉ tiêu đó.`,
  stands: (target: {
    kind: 'rate' | 'count';
    unit: string;
    reached: { count: number; of: number; rate: number | null } | null;
  }) =>
    target.reached === null
      ? 'Kế hoạch trước đã hết hạn.'
      : target.kind === 'count'
        ? `Đến nay có ${formatCount(target.reached.count)} ${target.unit}.`
        : `Đến nay được ${formatCount(target.reached.count)} trong ${formatCount(target.reached.of)} ${target.unit}${target.reached.rate === null ? '' : ` (${formatPercent(target.reached.rate)})`}.`,
};

export const close = {
  title: (year: number) => `Khóa sổ kế hoạch năm ${year}`,
  text: 'Khóa rồi thì ngày, chỉ tiêu và cài đặt của năm đó không đổi được nữa. Báo cáo còn thiếu vẫn gửi được. Đây là số sẽ giữ lại:',
  table: 'Số cuối năm của từng chỉ tiêu',
  columns: { title: 'Chỉ tiêu', reached: 'Đạt', of: 'Trong số', rate: 'Tỷ lệ' },
  count: (count: number, unit: string) => `${formatCount(count)} ${unit}`,
  submit: (year: number) => `Khóa sổ năm ${year}`,
  closedOn: (day: string) => `Đã khóa sổ ngày ${formatDay(day)}. Số của năm này không đổi nữa.`,
};

export const done = {
  khoa: 'Đã khóa sổ. Số của năm đó không đổi nữa.',
  sua: 'Đã lưu kế hoạch.',
  lap: 'Đã lập kế hoạch. Bước tiếp theo: xem lại chỉ tiêu.',
};
