import { formatDay, formatMonth, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import type { FigureChange } from './model/figures.ts';
import type { ReportState } from './model/report-state.ts';
import { kindOf, movedBy, type PeriodKey, type Span, type SpanKind } from './model/span.ts';

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
    case 'asked':
      return `${callName(key)} ${year}`;
  }
}
const callName = (key: PeriodKey) =>
  `${key.charAt(5) === 'C' ? 'chuyên đề' : 'đột xuất'} số ${Number(key.slice(6))}`;
/** The days of a report in its document: the period's name, or the days that were asked about. */
export function spanInText({ key, from, to }: Pick<Span, 'key' | 'from' | 'to'>): string {
  return kindOf(key) === 'asked' ? `từ ngày ${formatDay(from)} đến ngày ${formatDay(to)}` : periodInText(key);
}
/** What comes after it: the next period's name. */
export const nextInText = (key: PeriodKey) =>
  kindOf(key) === 'asked' ? 'thời gian tới' : periodInText(movedBy(key, 1));
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
    case 'asked':
      return `${callName(key)}/${year}`;
  }
}
/** A kind of period in a sentence: "trong tháng", "so với quý trước". */
export const kindInText: Record<SpanKind, string> = {
  asked: 'đợt',
  month: 'tháng',
  quarter: 'quý',
  half: '6 tháng',
  year: 'năm',
};
export const kindNames: Record<SpanKind, string> = {
  asked: 'Chuyên đề, đột xuất',
  month: 'Tháng',
  quarter: 'Quý',
  half: '6 tháng',
  year: 'Năm',
};

/** Against what a change is told: "tháng trước". */
export const beforeInText = (kind: SpanKind) =>
  kind === 'asked' ? 'cùng số ngày trước đó' : `${kindInText[kind]} trước`;

export const reportOf = (hamlet: string, key: PeriodKey) => `Báo cáo ${periodName(key)} · ${hamlet}`;

export const periodNeeded = 'Xin chọn kỳ báo cáo.';
export const hamletEnded = 'Ấp không còn vào ngày cuối của kỳ này. Báo cáo kỳ này do ấp sau sáp nhập làm.';
export const periodNotCome = 'Kỳ này chưa tới, chưa lập báo cáo được.';
export const periodNotOver = ({ key, to }: Pick<Span, 'key' | 'to'>) =>
  `Kỳ ${periodName(key)} chưa hết. Báo cáo gửi được từ ngày ${formatDay(to)}.`;
export const notLater = (due: Day) => `Hạn đang là ngày ${formatDay(due)}. Xin chọn ngày sau đó.`;
export const cannotNow: Record<'submit' | 'return' | 'reopen' | 'accept' | 'lock' | 'supersede', string> = {
  submit: 'Báo cáo này đã gửi rồi. Xin tải lại trang để xem.',
  return: 'Báo cáo này không còn chờ xem xét. Xin tải lại trang.',
  accept: 'Báo cáo này không còn chờ xem xét. Xin tải lại trang.',
  reopen: 'Chỉ báo cáo bị trả lại mới mở ra sửa được. Xin tải lại trang.',
  lock: 'Chỉ khóa được báo cáo đã nhận.',
  supersede: 'Chỉ lập bản mới khi bản trước đã được nhận. Xin tải lại trang.',
};
export const sampleOfDraft = 'Báo cáo chưa gửi nên chưa rút mẫu để hỏi lại.';
export const nothingToSample = 'Không còn lần gặp nào trong kỳ để hỏi lại.';
export const notADraft = 'Báo cáo đã gửi, không sửa được nữa. Nếu cần sửa, xin cán bộ xã trả lại.';
export const noSuchSection = 'Mẫu báo cáo không có phần này.';
export const noSuchRow = 'Báo cáo không có dòng này. Xin tải lại trang.';
export const returnNeedsWords = 'Xin ghi cần sửa điều gì, hoặc góp ý bên cạnh con số, rồi trả lại.';
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
/** Names of files, without their endings. */
export const fileName = (hamlet: string, key: PeriodKey) =>
  inFileName(`Báo cáo ${periodName(key)} - ${hamlet}`);
export const sumFileName = (commune: string, key: PeriodKey) =>
  inFileName(`Tổng hợp báo cáo ${periodName(key)} - ${commune}`);

/** What people were guided in, in a running update; the keys are those of the report's figures. */
export const guidedWhat = [
  ['people_vneid', 'cài đặt, kích hoạt VNeID'],
  ['people_guided_services', 'làm dịch vụ công trực tuyến'],
  ['people_smart_an_giang', 'cài đặt Smart An Giang'],
] as const;
export const yearWhat = {
  T2: 'được tuyên truyền',
  T3: 'được hướng dẫn cài đặt ứng dụng thiết yếu',
  T5: 'từ đủ 14 tuổi có đủ VNeID, tài khoản ngân hàng và thường xuyên thanh toán điện tử',
  T6: 'có người biết kỹ năng số hoặc có thành viên Tổ phụ trách',
} as const;

/** A reminder for who leads one hamlet, in two lines: what it is about, and what to do (R45, R92). */
export function reminderNotice(
  period: PeriodKey,
  { dueOn, daysLeft, isReturned }: { dueOn: Day; daysLeft: number; isReturned: boolean },
): { title: string; text: string } {
  const what = `báo cáo ${periodName(period)}`;
  if (isReturned)
    return {
      title: `Xã đã trả lại ${what} để sửa`,
      text: `${daysLeft < 0 ? '' : `Hạn gửi: hết ngày ${formatDay(dueOn)}. `}Xem xã góp ý điều gì, sửa rồi gửi lại.`,
    };
  const ready = 'Số liệu đã có sẵn: đọc lại, thêm lời rồi gửi.';
  if (daysLeft > 0)
    return {
      title: `Còn ${formatCount(daysLeft)} ngày để gửi ${what}`,
      text: `Hạn gửi: hết ngày ${formatDay(dueOn)}. ${ready}`,
    };
  if (daysLeft === 0)
    return { title: `Hôm nay là hạn chót gửi ${what}`, text: `Gửi trước 24 giờ đêm nay. ${ready}` };
  return {
    title: `Đã trễ ${formatCount(-daysLeft)} ngày: chưa gửi ${what}`,
    text: `Hạn gửi là ngày ${formatDay(dueOn)}. ${ready} Vướng chỗ nào xin gọi cán bộ xã.`,
  };
}

/** A reminder of a report for the commune's Zalo group of hamlet heads; names hamlets, no people (R45, R92). */
export function reminderText(
  period: PeriodKey,
  owing: readonly { name: string; days: number | null; dueOn: Day }[],
): string {
  const late = owing.filter(({ days }) => days !== null && days > 0);
  const inTime = owing.filter(({ days }) => days !== null && days <= 0);
  const returned = owing.filter(({ days }) => days === null);
  const lines = [`NHẮC BÁO CÁO ${periodName(period).toUpperCase()}`];
  if (inTime.length > 0) {
    const dues = [...new Set(inTime.map(({ dueOn }) => dueOn))].sort();
    for (const due of dues) {
      const here = inTime.filter(({ dueOn }) => dueOn === due);
      lines.push(
        `Hạn gửi: hết ngày ${formatDay(due)}.`,
        `Còn chờ: ${here.map(({ name }) => name).join(', ')}.`,
      );
    }
  }
  if (late.length > 0)
    lines.push('Đã quá hạn:', ...late.map(({ name, days }) => `- ${name}: trễ ${formatCount(days)} ngày`));
  if (returned.length > 0)
    lines.push(`Xã đã trả lại, chờ sửa: ${returned.map(({ name }) => name).join(', ')}.`);
  lines.push(
    'Số liệu đã tự lên trong Tổ Số. Anh/chị vào mục Báo cáo, đọc lại, thêm lời rồi bấm Gửi.',
    'Vướng chỗ nào xin nhắn lại để xã giúp. Cảm ơn anh/chị.',
  );
  return lines.join('\n');
}
