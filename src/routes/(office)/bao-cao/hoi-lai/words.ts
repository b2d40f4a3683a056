import { formatCount, formatPercent } from '#shared/numbers.ts';
import { enoughAnswers } from '#features/reports/model/sample.ts';

/** The words of what was found when visits were asked about again. */
export const title = 'Kết quả hỏi lại';
export const lead = (year: string) =>
  `Năm ${year}: trong những lần gặp được chọn ngẫu nhiên để hỏi lại, bao nhiêu lần bà con nói đúng như đã ghi.`;
export const gently =
  'Khác với sổ thường vì nhớ nhầm ngày, ghi nhầm người. Xin hỏi người ghi trước khi kết luận, và đừng so người này với người kia.';
export const back = 'Báo cáo';
export const hamlets = 'Từng ấp';
export const people = 'Từng người ghi';
export const columns = {
  hamlet: 'Ấp',
  person: 'Người ghi',
  asked: 'Hỏi được (lượt)',
  confirmed: 'Đúng như đã ghi (lượt)',
  notMet: 'Chưa hỏi được (lượt)',
  rate: 'Khớp',
};
export const rate = (percent: number | null) =>
  percent === null ? `chưa đủ ${formatCount(enoughAnswers)} lượt để tính` : formatPercent(percent);
export const personUnknown = 'Người đã thôi dùng';
export const empty = 'Chưa hỏi lại lần gặp nào';
export const emptyText = 'Mở báo cáo tháng của một ấp, bấm “Rút 5 lần gặp”, đến hỏi bà con rồi ghi kết quả.';

export const exported = {
  title: 'Kết quả hỏi lại',
  wholeHamlet: 'Cả ấp',
  columns: [
    { header: 'Ấp', width: 18, kind: 'text' },
    { header: 'Người ghi', width: 26, kind: 'text' },
    { header: 'Hỏi được (lượt)', width: 14, kind: 'number' },
    { header: 'Đúng như đã ghi (lượt)', width: 14, kind: 'number' },
    { header: 'Chưa hỏi được (lượt)', width: 14, kind: 'number' },
    { header: 'Khớp', width: 26, kind: 'text' },
  ],
} as const;
