import { formatDay, formatMonth, type Day, type Month } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import type { FigureChange } from './model/figures.ts';
import type { ReportState } from './model/report-state.ts';

export const title = 'Báo cáo';

export const states: Record<ReportState, string> = {
  draft: 'Nháp',
  submitted: 'Đã gửi',
  returned: 'Trả lại',
  accepted: 'Đã nhận',
  locked: 'Đã khóa',
  superseded: 'Đã thay bằng bản mới',
};

export const monthInText = (month: Month) =>
  `tháng ${month.slice(5)} năm ${month.slice(0, 4)}`.replace(/ 0(?=[3-9] )/, ' ');
export const reportOf = (hamlet: string, month: Month) => `Báo cáo tháng ${formatMonth(month)} · ${hamlet}`;

export const monthNotCome = 'Tháng này chưa tới, chưa lập báo cáo được.';
export const monthNotOver = (month: Month, from: Day) =>
  `Tháng ${formatMonth(month)} chưa hết. Báo cáo gửi được từ ngày ${formatDay(from)}.`;
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
export const newerVersion = 'Tháng này đã có bản mới hơn. Xin mở bản mới nhất.';

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
export const fileName = (hamlet: string, month: string) =>
  `${inFileName(`Báo cáo tháng ${month} - ${hamlet}`)}.docx`;
export const sumFileName = (commune: string, month: string) =>
  `${inFileName(`Tổng hợp báo cáo tháng ${month} - ${commune}`)}.docx`;
