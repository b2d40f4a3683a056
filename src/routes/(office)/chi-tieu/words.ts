import { formatCount, formatPercent } from '#shared/numbers.ts';
import { formatDay, type Day } from '#shared/calendar.ts';
import * as left from '#features/targets/left-words.ts';
import type { Outcome } from '#features/targets/definition.ts';

/** The words of the pages about targets. */
export { noPlan, noPlanText, shortTitle } from '#features/targets/board-words.ts';
export const title = 'Chỉ tiêu';
export const back = 'Chỉ tiêu';
export const leadCommune = (plan: string) => `${plan}. Số của toàn xã.`;
export const leadHamlets = (plan: string, hamlets: string) => `${plan}. Số của ${hamlets}.`;
export const makePlan = 'Lập kế hoạch';
export const goals = 'Đang đến đâu';
export const goalsAside = 'Bấm vào dòng "Còn…" để xem danh sách từng tên';

export const heat = {
  title: 'Ấp nào cần giúp',
  lead: 'Mỗi ô là tỷ lệ đã đạt của một ấp. Bấm một ô để xem danh sách còn lại, bấm đầu cột để xếp.',
  hamlet: 'Ấp',
  legend: {
    steps: ['dưới 40 %', '40–60 %', '60–80 %', '80–95 %', 'từ 95 %'] as const,
    unknown: 'chưa rõ trên một phần ba',
  },
  unknown: (percent: number) => `chưa rõ ${formatCount(percent)} %`,
  say: (hamlet: string, target: string, figure: string, left: string) =>
    `${hamlet}, ${target}: ${figure}. ${left}`,
  none: 'Không còn ai',
};

export const apart = {
  title: 'Nêu riêng, không tính vào chỉ tiêu hộ',
  mass: 'Kênh đại chúng (loa, tờ rơi, băng rôn…) không ghi được tên từng hộ, nên chỉ nêu bên cạnh.',
  none: 'Chưa ghi buổi nào qua kênh đại chúng trong năm.',
  line: (sessions: number, people: number) =>
    `Trong năm: ${formatCount(sessions)} buổi, ước lượng ${formatCount(people)} lượt người.`,
  record: 'Ghi buổi tuyên truyền',
};
export const visitShare = (part: number, whole: number) =>
  whole === 0
    ? 'Chưa có lần gặp nào trong năm.'
    : `${formatCount(part)} trong ${formatCount(whole)} lượt gặp của năm là tới hộ ưu tiên (${formatPercent((part * 100) / whole)}).`;
export const besideTitle = 'Số nêu bên cạnh';
export const besideLead = 'Để đọc cho đúng; không cộng vào tỷ lệ của chỉ tiêu.';
export const besideOf = (reached: string, unknown: string | null) =>
  unknown === null ? reached : `${reached}, ${unknown}`;
export const detail = {
  meaning: 'Chỉ tiêu này tính thế nào',
  planText: 'Lời của kế hoạch',
  doubt: 'Chỗ cần thống nhất',
  definition: 'Sửa cách tính',
  versions: 'Cách tính qua các lần sửa',
  version: (version: number, day: Day) => `Bản ${formatCount(version)}, áp dụng từ ${formatDay(day)}`,
  now: 'Hiện tại',
  method: 'Dự báo tính thế nào',
  byHamlet: 'Theo từng ấp',
  hamlet: 'Ấp',
  rate: 'Đã đạt',
  reached: 'Số đạt',
  population: 'Tổng số',
  unknown: 'Chưa rõ',
  left: 'Còn lại',
  sum: 'Cộng',
  openLeft: 'Xem danh sách còn lại',
  openLeftOf: (hamlet: string, count: string) => `${hamlet}, còn lại ${count}: xem danh sách`,
};

export const leftPage = {
  title: (title: string) => `Còn lại: ${title}`,
  give: 'Giao việc gặp các hộ này',
  lead: left.order,
  hamlet: 'Ấp',
  allHamlets: 'Tất cả các ấp',
  choose: 'Xem',
  columns: {
    who: 'Ai',
    place: 'Ở đâu',
    why: 'Vì sao trước',
    last: 'Gặp lần cuối',
    missing: 'Còn thiếu',
    act: 'Việc',
  },
  never: left.never,
  head: left.head,
  group: (name: string) => (/^\d+$/.test(name) ? `Tổ ${name}` : name),
  unknown: 'Chưa rõ',
  record: 'Ghi lần gặp',
  recordFor: (name: string) => `Ghi lần gặp: ${name}`,
  note: (from: number, to: number, total: number, unit: string) =>
    `${formatCount(from)}–${formatCount(to)} trong ${formatCount(total)} ${unit}`,
  none: left.none,
  noneText: left.noneText,
  fileName: (code: string, day: Day) => `con-lai-${code}-${day}`,
};

export const definition = {
  title: (title: string) => `Cách tính: ${title}`,
  lead: 'Thay đổi có hiệu lực từ ngày ghi dưới đây; số liệu và báo cáo của những ngày trước giữ cách tính cũ.',
  goal: 'Cách tính mới',
  floor: 'Mức tối thiểu',
  ambition: 'Mức phấn đấu',
  atLeast: 'Ít nhất',
  contacts: 'Số lần được tuyên truyền có ghi tên hộ trong năm',
  forms: 'Số hình thức khác nhau phải có',
  domains: 'Nhu cầu thiết yếu được tính',
  outcomes: 'Kết quả được coi là đã hướng dẫn',
  times: 'lần',
  kinds: 'hình thức',
  vneid: 'VNeID được tính khi',
  vneidInstalled: 'Đã cài',
  vneidInstalledDetail: 'Chữ của kế hoạch; người đã kích hoạt cũng tính.',
  vneidActivated: 'Đã kích hoạt',
  vneidActivatedDetail: 'Chặt hơn: chỉ cài mà chưa kích hoạt thì không tính.',
  when: 'Áp dụng',
  validFrom: 'Áp dụng từ ngày',
  reason: 'Lý do thay đổi',
  reasonHelp: 'Ví dụ: thống nhất tại cuộc họp ngày 20/11/2026.',
  preview: 'Xem trước',
  save: 'Lưu cách tính mới',
  previewTitle: 'Nếu lưu, chỉ tiêu sẽ thành',
  figureChange: (before: string, after: string) => `Số hôm nay: từ ${before} thành ${after}`,
  sameFigure: (figure: string) => `Số hôm nay không đổi: ${figure}`,
  noChange: 'Chưa có gì khác với cách tính đang dùng.',
  notYet: 'Chưa lưu gì. Xem lại hai dòng dưới đây rồi bấm "Lưu cách tính mới" ở cuối trang.',
  versionNow: 'đang dùng',
  byProduct: 'Theo kế hoạch lúc lập',
  numberWrong: (top: number) => `Xin điền một số lớn hơn 0, không quá ${formatCount(top)}.`,
};
export const outcome: Record<Outcome, string> = {
  installed: 'Đã cài',
  activated: 'Đã kích hoạt',
  practised: 'Đã thực hành',
  declined: 'Từ chối',
  absent: 'Vắng',
  no_device: 'Không có thiết bị',
};
export const done = { 'dinh-nghia': 'Đã lưu cách tính mới. Số liệu đã được tính lại.' };
