import { formatCount } from '#shared/numbers.ts';
import type { SpanKind } from '../model/span.ts';
import { beforeInText, kindInText } from '../words.ts';

/** Words that are printed; headers of tables are those of domain/01 §2.5. */
export const columns = (kind: SpanKind) => ({
  code: 'TT',
  title: 'Nội dung',
  unit: 'Đơn vị tính',
  period: `Trong ${kindInText[kind]}`,
  cumulative: 'Lũy kế từ đầu năm',
  goal: 'Chỉ tiêu',
  rate: 'Tỷ lệ (%)',
  change: `So ${beforeInText(kind)}`,
});
export const hamlet = 'Đơn vị';
export const note = 'Ghi chú';
export const rank = 'TT';

export const signs = (kind: SpanKind) =>
  `Ghi chú: Dấu “—” là chưa có số liệu; dấu “x” là không áp dụng. Lượt là số lần, hộ và người mỗi đối tượng tính một lần. “So ${beforeInText(kind)}” so số trong ${kindInText[kind]}, hoặc số cuối ${kindInText[kind]} nếu không có số trong ${kindInText[kind]}. Tỷ lệ tính trên tổng số hộ hoặc tổng số người của chỉ tiêu; trường hợp chưa rõ không tính là đạt.`;

/** Of a hamlet whose report does not count: not sent, given back, or not yet read. */
export const notSent = 'Chưa có báo cáo';
export const notes = (daysLate: number, isAccepted: boolean) => {
  const late = `Trễ ${formatCount(daysLate)} ngày`;
  if (isAccepted) return daysLate > 0 ? late : '';
  return daysLate > 0 ? `${late}, chờ xem` : 'Chờ xem';
};
export const total = (sent: number, all: number) =>
  sent === all ? 'Cộng toàn xã' : `Cộng ${formatCount(sent)}/${formatCount(all)} đơn vị có báo cáo`;

export const sum = {
  allSent: (all: number) => `Đến nay ${formatCount(all)}/${formatCount(all)} ấp có báo cáo.`,
  someSent: (sent: number, all: number, missing: string) =>
    `Đến nay ${formatCount(sent)}/${formatCount(all)} ấp có báo cáo. Chưa có: ${missing}. Số liệu dưới đây chỉ cộng các ấp có báo cáo, không ước tính phần còn thiếu.`,
  late: (list: string) => `Gửi trễ hạn: ${list}.`,
  lateOne: (name: string, days: number) => `${name} (${formatCount(days)} ngày)`,
  status: 'Tình hình gửi báo cáo',
  noAnswer: 'Chưa có ấp nào viết phần này.',
  nothing: 'Chưa có ấp nào gửi báo cáo, chưa có số liệu để tổng hợp.',
};

export const explanations = 'Giải trình:';

export const filled = {
  title: 'Số liệu do các đơn vị cung cấp',
  part: (code: string, title: string, unit: string, sent: boolean) =>
    `${code}. ${title} (${sent ? unit : `${unit} chưa gửi`})`,
  signs: 'Ghi chú: Dấu “—” là chưa có số liệu; dấu “x” là không áp dụng.',
};

export const chart = {
  numbered: (number: number, caption: string) => `Biểu đồ ${formatCount(number)}. ${caption}`,
  byHamlet: (period: string) => `Tỷ lệ đạt của từng ấp so với kế hoạch, ${period}`,
  part: (caption: string, part: number, of: number) =>
    `${caption} (phần ${formatCount(part)}/${formatCount(of)})`,
  byHamletAlt: (hamlets: number, rates: string) =>
    `Biểu đồ cột tỷ lệ đạt của ${formatCount(hamlets)} ấp so với đường kế hoạch; số liệu từng ấp có trong bảng. Toàn xã: ${rates}.`,
  byMonth: (year: string) => `Tỷ lệ đạt của toàn xã qua các tháng so với kế hoạch, năm ${year}`,
  byMonthAlt: (rates: string) =>
    `Biểu đồ đường tỷ lệ đạt của toàn xã qua các tháng so với đường kế hoạch: ${rates}.`,
  month: (month: number) => `T${formatCount(month)}`,
  /** The row says “Đủ cả ba” under its part's line; alone it says nothing. */
  allThree: 'Người từ đủ 14 tuổi có đủ VNeID, tài khoản, thanh toán điện tử',
};
