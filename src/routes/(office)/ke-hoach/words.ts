import { formatDay } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

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
export const dueDay = (day: number) => `trước 24 giờ ngày ${formatCount(day)} của tháng sau`;
export const signer = 'Người ký';
export const legalBasis = 'Căn cứ';
export const recipients = 'Nơi nhận';
export const noLines = 'Chưa ghi.';
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
  save: 'Lưu kế hoạch',
};

export const done = {
  sua: 'Đã lưu kế hoạch.',
  lap: 'Đã lập kế hoạch. Bước tiếp theo: xem lại chỉ tiêu.',
};
