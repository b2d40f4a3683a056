/** The words of the pages of indicators. */
import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount, formatPercent } from '#shared/numbers.ts';
import type { IndicatorValue } from '#features/indicators/model/evidence.ts';
import type { Counting } from '#features/indicators/model/indicator.ts';
import { writeDecimal } from '#features/indicators/model/decimal.ts';

import { columns } from '#features/indicators/words.ts';

export { columns, missing } from '#features/indicators/words.ts';

export const title = 'Chỉ số DTI và mã số';
export const lead =
  'Số cấp trên hỏi, lấy thẳng từ báo cáo. Mã do tỉnh hoặc ngành quy định; chưa có bộ mã chung toàn quốc cho cấp xã.';
export const open = 'Chỉ số DTI';
export const choose = 'Chọn kỳ';
export const add = 'Thêm chỉ số';
export const systems = 'Mã của hệ thống khác';
export const excel = 'Tải bản Excel';
export const asOf = (day: Day) => `Số liệu đến ngày ${formatDay(day)}.`;
export const nothing = 'Kỳ này chưa có báo cáo';
export const nothingText =
  'Khi xã nhận báo cáo của ấp, số sẽ hiện ở đây. Chưa có thì để “—”, không ước tính.';
export const nothingIssued = 'Xã chưa ban hành báo cáo của kỳ này.';
export const none = 'Chưa có chỉ số nào cho kỳ này';
export const noneText = 'Thêm chỉ số theo văn bản của tỉnh hoặc của ngành.';
export const others = 'Không dùng trong kỳ này';
export const signs = 'Dấu “—”: báo cáo chưa thu thập số này. Dấu “x”: không áp dụng.';
export const caption = 'Các chỉ số của kỳ';
export const parts = `${columns.numerator} / ${columns.denominator}`;
const notMeant = 'x';
export const partsOf = ({ indicator, numerator, denominator }: IndicatorValue) =>
  indicator.denominator === null ? notMeant : `${formatCount(numerator)} / ${formatCount(denominator)}`;
export const pointsOf = ({ indicator }: IndicatorValue) =>
  indicator.points === null ? notMeant : writeDecimal(indicator.points);
export const value = (given: number | null, isShare: boolean) =>
  isShare ? formatPercent(given) : formatCount(given);
export const span = (from: Day, to: Day | null) =>
  to === null ? `từ ${formatDay(from)}` : `từ ${formatDay(from)} đến ${formatDay(to)}`;

export const form = {
  newTitle: 'Thêm chỉ số',
  editTitle: (code: string, name: string) => `${code}. ${name}`,
  code: 'Mã',
  codeHelp: 'Đúng như trong văn bản, ví dụ CT01. Không tự đặt mã nếu văn bản không có.',
  name: 'Tên chỉ số',
  unit: 'Đơn vị tính',
  unitHelp: 'Ví dụ: hộ, người, %.',
  numerator: 'Tử số, lấy từ báo cáo',
  numeratorHelp: 'Để trống nếu báo cáo chưa thu thập số này: chỉ số sẽ để “—”.',
  noFigure: 'Báo cáo chưa thu thập',
  counting: 'Tính',
  countings: {
    cumulative: 'Đến cuối kỳ (lũy kế)',
    period: 'Trong kỳ',
  } satisfies Record<Counting, string>,
  denominator: 'Mẫu số, nếu là tỷ lệ',
  denominatorHelp: 'Có mẫu số thì giá trị là phần trăm.',
  noWhole: 'Không có mẫu số',
  source: 'Văn bản quy định',
  sourceHelp: 'Số, ngày, tên văn bản hỏi số này.',
  points: 'Điểm',
  pointsHelp: 'Nếu văn bản có chấm điểm.',
  validFrom: 'Áp dụng từ ngày',
  changeFrom: 'Cách tính này áp dụng từ ngày',
  changeHelp: 'Kỳ trước ngày này vẫn tính như cũ. Giữ nguyên ngày nếu chỉ sửa lỗi gõ.',
  save: 'Lưu chỉ số',
  end: 'Thôi dùng chỉ số này',
  endText: 'Kỳ trước đó vẫn tải được. Mã này có thể thêm lại sau.',
  endOn: 'Ngày cuối còn dùng',
  endSubmit: 'Thôi dùng',
  ended: (to: Day) => `Cách tính này dùng đến hết ngày ${formatDay(to)}.`,
  versions: 'Các cách tính của mã này',
};

export const done: Record<string, string> = {
  them: 'Đã thêm chỉ số.',
  luu: 'Đã lưu. Các kỳ trước giữ cách tính cũ.',
  thoi: 'Đã ghi ngày thôi dùng.',
};
