import { formatDay, type Day } from '#shared/calendar.ts';
import { periodName } from '#features/reports/words.ts';
import type { PeriodKey } from '#features/reports/model/span.ts';

export const codeShape = 'Mã chỉ gồm chữ, số và các dấu . - _ /, ví dụ CT01.';
export const codeTaken = (code: string) =>
  `Mã ${code} đang dùng. Muốn đổi cách tính, xin mở chỉ số đó và ghi từ ngày nào.`;
export const chooseFigure = 'Xin chọn một số liệu trong danh sách.';
export const numeratorNeeded = 'Có mẫu số thì phải có tử số.';
export const stateHasNoPeriod =
  'Số này là số có đến cuối kỳ, không tính riêng trong kỳ. Xin chọn “Đến cuối kỳ”.';
export const decimalNeeded = 'Xin điền một số, ví dụ 10 hoặc 0,5.';
export const decimalBetween = (min: number, max: number) =>
  `Xin điền số từ ${String(min).replace('.', ',')} đến ${String(max).replace('.', ',')}.`;
export const notNewest = 'Chỉ số này đã thôi dùng hoặc đã có cách tính mới hơn. Xin mở bản mới nhất.';
export const notBefore = (from: Day) =>
  `Cách tính này có từ ngày ${formatDay(from)}. Xin chọn từ ngày đó trở đi.`;

/** Where the values come from, in a table that leaves the house. */
export const fromIssued = (number: string | null, datedOn: Day | null) =>
  number === null || datedOn === null
    ? 'Báo cáo đã ban hành của xã'
    : `Báo cáo số ${number} ngày ${formatDay(datedOn)} của xã`;
export const fromAccepted = 'Báo cáo các ấp mà xã đã nhận';
export const missing = (names: readonly string[]) => `Chưa có báo cáo, không ước tính: ${names.join(', ')}`;

export const fileName = (period: PeriodKey, commune: string) =>
  `Chỉ số ${periodName(period)} - ${commune}`.replace(/[/\\:*?"<>|]/g, '-');
/** Heads of the table that leaves. */
export const columns = {
  code: 'Mã',
  name: 'Chỉ số',
  unit: 'Đơn vị tính',
  value: 'Giá trị',
  numerator: 'Tử số',
  denominator: 'Mẫu số',
  row: 'Mục trong báo cáo',
  source: 'Văn bản quy định',
  points: 'Điểm',
  from: 'Lấy từ',
  asOf: 'Số liệu đến',
};
export const sheet = 'Chỉ số';
