import { formatCount } from '#shared/numbers.ts';

/** Words that are printed; headers of tables are those of domain/01 §2.5. */
export const columns = {
  code: 'TT',
  title: 'Nội dung',
  unit: 'Đơn vị tính',
  month: 'Trong tháng',
  cumulative: 'Lũy kế từ đầu năm',
  goal: 'Chỉ tiêu',
  rate: 'Tỷ lệ (%)',
  change: 'So tháng trước',
};
export const hamlet = 'Đơn vị';
export const note = 'Ghi chú';
export const rank = 'TT';

export const signs =
  'Ghi chú: Dấu “—” là chưa có số liệu; dấu “x” là không áp dụng. Lượt là số lần, hộ và người mỗi đối tượng tính một lần. “So tháng trước” so số trong tháng, hoặc số cuối tháng nếu không có số trong tháng. Tỷ lệ tính trên tổng số hộ hoặc tổng số người của chỉ tiêu; trường hợp chưa rõ không tính là đạt.';

export const notSent = 'Chưa gửi báo cáo';
export const notes = (daysLate: number, isAccepted: boolean) => {
  const late = `Trễ ${formatCount(daysLate)} ngày`;
  if (isAccepted) return daysLate > 0 ? late : '';
  return daysLate > 0 ? `${late}, chờ xem` : 'Chờ xem';
};
export const total = (sent: number, all: number) =>
  sent === all ? 'Cộng toàn xã' : `Cộng ${formatCount(sent)}/${formatCount(all)} đơn vị đã gửi`;

export const sum = {
  allSent: (all: number) => `Đến nay ${formatCount(all)}/${formatCount(all)} ấp đã gửi báo cáo.`,
  someSent: (sent: number, all: number, missing: string) =>
    `Đến nay ${formatCount(sent)}/${formatCount(all)} ấp đã gửi báo cáo. Chưa gửi: ${missing}. Số liệu dưới đây chỉ cộng các ấp đã gửi, không ước tính phần còn thiếu.`,
  late: (list: string) => `Gửi trễ hạn: ${list}.`,
  lateOne: (name: string, days: number) => `${name} (${formatCount(days)} ngày)`,
  nothing: 'Chưa có ấp nào gửi báo cáo, chưa có số liệu để tổng hợp.',
};
