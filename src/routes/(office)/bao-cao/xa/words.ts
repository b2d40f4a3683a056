import { formatDay, formatMoment, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import type { PeriodKey } from '#features/reports/model/span.ts';
import { periodName } from '#features/reports/words.ts';

/** The words of the pages of the commune's own report. */
export { states } from '#features/reports/commune-words.ts';
export const title = 'Báo cáo của xã';
export const lead = 'Tổng hợp báo cáo các ấp đã nhận, duyệt, cấp số và phát hành.';
export const ofPeriod = (key: PeriodKey) => `Báo cáo của xã, ${periodName(key)}`;
export const open = (key: PeriodKey) => `Soạn báo cáo ${periodName(key)}`;
export const see = (key: PeriodKey) => `Xem báo cáo ${periodName(key)}`;
export const list = 'Các báo cáo';
export const none = 'Chưa có báo cáo nào';
export const noneText = 'Khi Phòng Văn hóa – Xã hội soạn báo cáo, báo cáo hiện ở đây.';
export const version = (number: number) => `Bản ${formatCount(number)}`;
export const from = (accepted: number, all: number) =>
  `Từ báo cáo của ${formatCount(accepted)}/${formatCount(all)} ấp đã nhận.`;
export const missing = (names: string) => `Chưa có: ${names}. Không ước tính phần còn thiếu.`;
export const live = 'Số liệu theo các báo cáo ấp đã nhận đến lúc này; chốt lại khi Phòng duyệt.';
export const frozen = (at: Date) => `Số liệu chốt lúc ${formatMoment(at)}.`;
export const table = 'Số liệu từng ấp';
export const hamlet = 'Ấp';
export const texts = 'Nội dung';
export const documents = {
  office: 'Báo cáo của Phòng gửi UBND xã',
  commune: 'Báo cáo của UBND xã gửi tỉnh',
};
/** What a link says to whoever does not see what stands beside it. */
export const file = (document: keyof typeof documents, kind: string) => `${documents[document]}: ${kind}`;
export const returnedTitle = 'Được trả lại để sửa';
export const approve = {
  office: 'Duyệt, trình lãnh đạo',
  leader: 'Duyệt báo cáo',
  next: { office: 'Chờ Trưởng phòng duyệt', leader: 'Chờ lãnh đạo xã duyệt' },
  giveBack: 'Trả lại để sửa',
  note: 'Cần sửa điều gì',
  noteHelp: 'Người soạn đọc lời này.',
};
export const summary = {
  title: 'Tóm tắt',
  none: 'Chưa có ấp nào được nhận báo cáo, nên chưa có số để tóm tắt.',
  legend: { reached: 'Đã đạt', unknown: 'Chưa rõ', expected: 'Mức cần đến nay', goal: 'Chỉ tiêu' },
  goal: (wanted: string) => `Chỉ tiêu ${wanted}`,
  note: (reached: string, whole: string, unit: string, unknown: string | null) =>
    `${reached}/${whole} ${unit}${unknown === null ? '' : `, ${unknown} chưa rõ`}`,
  bar: (name: string, rate: string, note: string, goal: string, planned: string | null) =>
    `${name}: ${rate} (${note}). ${goal}${planned === null ? '' : `, đến nay cần ${planned}`}.`,
  inPeriod: (count: string, unit: string) => `Trong kỳ thêm ${count} ${unit}.`,
  lowest: (hamlet: string, rate: string, others: number) =>
    `Thấp nhất: ${hamlet} (${rate})${others > 0 ? ` và ${formatCount(others)} ấp khác` : ''}.`,
  late: (hamlets: readonly { name: string; days: number }[]) =>
    `Gửi trễ: ${hamlets.map(({ name, days }) => `${name} (${formatCount(days)} ngày)`).join(', ')}.`,
};
type Difference = { name: string; before: { version: number } | null; now: { version: number } | null };
export const comparison = {
  title: (key: PeriodKey) => `Số của xã lúc duyệt và bây giờ, ${periodName(key)}`,
  lead: (at: string, hamlets: number) =>
    hamlets === 0
      ? `Số duyệt lúc ${at}. Đến nay báo cáo của các ấp chưa có gì đổi.`
      : `Số duyệt lúc ${at} giữ nguyên. Từ đó ${formatCount(hamlets)} ấp có báo cáo khác được nhận.`,
  since: (hamlets: number) => `Từ khi duyệt đã đổi: ${formatCount(hamlets)} ấp có báo cáo khác được nhận.`,
  link: 'So số lúc duyệt với bây giờ',
  next: 'Muốn dùng số mới thì soạn bản mới của báo cáo. Bản đã duyệt giữ nguyên.',
  hamlet: ({ name, before, now }: Difference) =>
    `${name}: ${before === null ? 'lúc duyệt chưa có báo cáo' : `lúc duyệt là bản ${formatCount(before.version)}`}, ${now === null ? 'nay không còn bản nào được nhận' : `nay là bản ${formatCount(now.version)}`}`,
  caption: 'Số cộng của xã',
  figure: 'Số liệu',
  before: 'Lúc duyệt',
  now: 'Bây giờ',
  changed: 'đã đổi',
};
export const register = {
  title: 'Cấp số và ngày',
  lead: 'Ghi đúng như sổ văn thư. Máy không tự cấp số.',
  officeNumber: 'Số, ký hiệu báo cáo của Phòng',
  officeDatedOn: 'Ngày ban hành',
  communeNumber: 'Số, ký hiệu báo cáo của UBND xã',
  communeDatedOn: 'Ngày ban hành',
  numberHelp: (symbol: string) => `Ví dụ 15/${symbol}.`,
  save: 'Lưu số và ngày',
  waits: 'Chờ văn thư cấp số',
  given: (number: string, on: Day) => `Số ${number}, ngày ${formatDay(on)}`,
};
export const signed = {
  title: 'Tệp đã ký',
  file: 'Tệp PDF đã ký số',
  which: 'Là bản ký của',
  office: 'Báo cáo của Phòng',
  commune: 'Báo cáo của UBND xã',
  save: 'Nhận tệp đã ký',
  needed: 'Xin chọn tệp PDF đã ký số.',
  of: { office: 'Báo cáo của Phòng đã ký', commune: 'Báo cáo của UBND xã đã ký' },
  none: 'Chưa có tệp đã ký.',
};
export const issue = {
  do: 'Phát hành',
  help: 'Gửi theo nơi nhận của kế hoạch. Báo cáo các ấp đã dùng được khóa lại.',
  to: 'Nơi nhận',
  at: (at: Date) => `Phát hành lúc ${formatMoment(at)}`,
  archive: 'Lưu hồ sơ',
  archived: (at: Date) => `Lưu lúc ${formatMoment(at)}`,
};
export const steps = {
  title: 'Các bước',
  approvedBy: (name: string, at: Date) => `${name}, ${formatMoment(at)}`,
  office: 'Phòng duyệt',
  leader: 'Lãnh đạo duyệt',
  prepared: 'Người soạn',
};
export const done: Record<string, string> = {
  luu: 'Đã lưu.',
  nhap: 'Đã lấy lại bản nháp.',
  duyet: 'Đã duyệt. Báo cáo sang bước tiếp theo.',
  tra: 'Đã trả lại. Người soạn sẽ thấy lời nhắn.',
  so: 'Đã lưu số và ngày. Tải bản Word đã có số để ký.',
  ky: 'Đã nhận tệp đã ký.',
  phat: 'Đã phát hành.',
  ho: 'Đã lưu hồ sơ.',
};
