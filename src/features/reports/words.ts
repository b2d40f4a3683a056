import { formatDay, formatMonth } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import type { FigureChange } from './model/figures.ts';
import type { PeriodKind } from '#features/plans/model.ts';
import type { ReportState } from './model/report-state.ts';
import { kindOf, type PeriodKey, type Span } from './model/span.ts';

export const title = 'Báo cáo';

export const states: Record<ReportState, string> = {
  draft: 'Nháp',
  submitted: 'Đã gửi',
  returned: 'Trả lại',
  accepted: 'Đã nhận',
  locked: 'Đã khóa',
  superseded: 'Đã thay bằng bản mới',
};

const roman = ['I', 'II', 'III', 'IV'];
/** As a document says it: "tháng 10 năm 2026", "quý IV năm 2026", "6 tháng cuối năm 2026", "năm 2026". */
export function periodInText(key: PeriodKey): string {
  const year = `năm ${key.slice(0, 4)}`;
  switch (kindOf(key)) {
    case 'month':
      return `tháng ${key.slice(5)} ${year}`.replace(/ 0(?=[3-9] )/, ' ');
    case 'quarter':
      return `quý ${roman[Number(key.slice(6)) - 1] ?? ''} ${year}`;
    case 'half':
      return `6 tháng ${key.endsWith('1') ? 'đầu' : 'cuối'} ${year}`;
    case 'year':
      return year;
  }
}
/** As a screen says it: "tháng 10/2026", "quý IV/2026". */
export function periodName(key: PeriodKey): string {
  const year = key.slice(0, 4);
  switch (kindOf(key)) {
    case 'month':
      return `tháng ${formatMonth(key)}`;
    case 'quarter':
      return `quý ${roman[Number(key.slice(6)) - 1] ?? ''}/${year}`;
    case 'half':
      return `6 tháng ${key.endsWith('1') ? 'đầu' : 'cuối'} năm ${year}`;
    case 'year':
      return `năm ${year}`;
  }
}
/** A kind of period in a sentence: "trong tháng", "so với quý trước". */
export const kindInText: Record<PeriodKind, string> = {
  month: 'tháng',
  quarter: 'quý',
  half: '6 tháng',
  year: 'năm',
};
export const kindNames: Record<PeriodKind, string> = {
  month: 'Tháng',
  quarter: 'Quý',
  half: '6 tháng',
  year: 'Năm',
};

export const reportOf = (hamlet: string, key: PeriodKey) => `Báo cáo ${periodName(key)} · ${hamlet}`;

export const periodNeeded = 'Xin chọn kỳ báo cáo.';
export const periodNotCome = 'Kỳ này chưa tới, chưa lập báo cáo được.';
export const periodNotOver = ({ key, to }: Pick<Span, 'key' | 'to'>) =>
  `Kỳ ${periodName(key)} chưa hết. Báo cáo gửi được từ ngày ${formatDay(to)}.`;
export const cannotNow: Record<'submit' | 'return' | 'reopen' | 'accept' | 'lock' | 'supersede', string> = {
  submit: 'Báo cáo này đã gửi rồi. Xin tải lại trang để xem.',
  return: 'Báo cáo này không còn chờ xem xét. Xin tải lại trang.',
  accept: 'Báo cáo này không còn chờ xem xét. Xin tải lại trang.',
  reopen: 'Chỉ báo cáo bị trả lại mới mở ra sửa được. Xin tải lại trang.',
  lock: 'Chỉ khóa được báo cáo đã nhận.',
  supersede: 'Chỉ lập bản mới khi bản trước đã được nhận. Xin tải lại trang.',
};
export const notADraft = 'Báo cáo đã gửi, không sửa được nữa. Nếu cần sửa, xin cán bộ xã trả lại.';
export const noSuchSection = 'Mẫu báo cáo không có phần này.';
export const newerVersion = 'Kỳ này đã có bản mới hơn. Xin mở bản mới nhất.';

/** "+3 hộ", "−2 lượt", "mới có số". */
export function difference({ sent, now, unit }: FigureChange): string {
  if (sent === null || now === null) return `${formatCount(sent)} → ${formatCount(now)} ${unit}`;
  return `${signed(now - sent)} ${unit}`;
}

/** +9, −2, 0; "—" when not known. */
export function signed(value: number | null): string {
  if (value === null) return '—';
  return value > 0 ? `+${formatCount(value)}` : formatCount(value);
}

const inFileName = (text: string) => text.replace(/[/\\:*?"<>|]/g, '-');
export const fileName = (hamlet: string, key: PeriodKey) =>
  `${inFileName(`Báo cáo ${periodName(key)} - ${hamlet}`)}.docx`;
export const sumFileName = (commune: string, key: PeriodKey) =>
  `${inFileName(`Tổng hợp báo cáo ${periodName(key)} - ${commune}`)}.docx`;
