import type { ObstacleLevel, ObstacleState, Severity } from '#features/obstacles/model.ts';
import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of the pages about obstacles and proposals. */
export const title = 'Khó khăn, kiến nghị';
export const back = 'Khó khăn, kiến nghị';
export const lead = (open: number, late: number) =>
  open === 0
    ? 'Không còn việc nào đang chờ.'
    : late === 0
      ? `${formatCount(open)} việc đang chờ, chưa việc nào quá hạn.`
      : `${formatCount(open)} việc đang chờ, ${formatCount(late)} việc đã quá hạn.`;
export const raise = 'Nêu khó khăn, kiến nghị';
export const clock = 'Hạn xử lý';
export const views = 'Cách xem';
export const board = 'Bảng việc';
export const list = 'Danh sách';
export const filters = {
  all: 'Tất cả',
  late: 'Quá hạn',
  fresh: 'Chưa ai nhận',
  decide: 'Chờ lãnh đạo quyết định',
  mine: 'Chờ tôi xác nhận',
  own: 'Tôi nêu',
};
export const narrow = {
  hamlet: 'Ấp',
  kind: 'Loại',
  pillar: 'Lĩnh vực',
  state: 'Bước',
  any: 'Tất cả',
  show: 'Lọc thêm',
  apply: 'Xem',
};
export const empty = 'Chưa có khó khăn, kiến nghị nào';
export const emptyText =
  'Gặp chỗ vướng khi giúp bà con thì nêu ở đây. Việc nào cũng có người nhận, có hạn và có trả lời.';
export const emptyFiltered = 'Không có việc nào ở mục này.';
export const columns = {
  title: 'Việc',
  place: 'Nơi',
  age: 'Đã nêu',
  severity: 'Mức độ',
  due: 'Hạn',
  state: 'Đang ở bước',
};
export const wholeCommune = 'Cả xã';
export const age = (days: number) => (days === 0 ? 'hôm nay' : `${formatCount(days)} ngày trước`);
/** Answered, and not confirmed yet. */
export const waitsSince = (day: Day) => `Chờ từ ${formatDay(day)}`;
/** The columns of the board, in the order of the way. */
export const lanes: Record<Exclude<ObstacleState, 'confirmed'>, { title: string; none: string }> = {
  raised: { title: 'Mới nêu', none: 'Không có việc mới.' },
  escalated: { title: 'Chuyển lên, chờ nhận', none: 'Không có việc nào.' },
  triaged: { title: 'Đã phân cấp', none: 'Không có việc nào.' },
  in_progress: { title: 'Đang xử lý', none: 'Không có việc nào.' },
  resolved: { title: 'Chờ người nêu xác nhận', none: 'Không có việc nào.' },
};
export const more = (most: number) =>
  `Chỉ hiện ${formatCount(most)} việc gấp nhất. Xin chọn ấp hoặc lĩnh vực để xem bớt.`;

export const form = {
  title: 'Nêu khó khăn, kiến nghị',
  lead: 'Ghi ngắn, rõ. Có người nhận và trả lời trong hạn; anh/chị là người xác nhận đã xong hay chưa.',
  changeTitle: 'Sửa lời đã nêu',
  kind: 'Anh/chị muốn nêu gì?',
  place: 'Ở đâu?',
  pillar: 'Thuộc lĩnh vực',
  name: 'Vướng việc gì?',
  nameHelp: 'Một câu. Ví dụ: Sóng điện thoại yếu ở cuối ấp.',
  description: 'Kể rõ thêm',
  descriptionHelp:
    'Từ bao giờ, ở chỗ nào, đã thử cách gì. Không ghi số giấy tờ, mật khẩu, mã OTP của bà con.',
  households: 'Bao nhiêu hộ bị ảnh hưởng?',
  householdsHelp: 'Ước chừng cũng được. Chưa rõ thì để trống.',
  householdsUnit: 'hộ',
  severity: 'Gấp đến đâu?',
  severityDays: (days: number) => `hạn ${formatCount(days)} ngày`,
  save: 'Gửi',
  saveChange: 'Lưu thay đổi',
};

export const page = {
  kind: 'Loại',
  place: 'Nơi',
  pillar: 'Lĩnh vực',
  households: 'Ảnh hưởng',
  severity: 'Mức độ',
  due: 'Hạn xử lý',
  raised: 'Người nêu',
  speaker: 'Nay theo dõi',
  raisedBy: (name: string | null, on: Day) => `${name ?? 'Người đã thôi dùng'}, ngày ${formatDay(on)}`,
  description: 'Kể rõ',
  answer: 'Câu trả lời',
  directive: 'Chỉ đạo của lãnh đạo xã',
  edit: 'Sửa lời',
  story: 'Đã diễn ra',
  next: 'Việc tiếp theo',
  note: 'Ghi thêm',
  level: 'Cấp nào xử lý?',
  severityNow: 'Mức độ',
  triage: 'Nhận và phân cấp',
  triageText: 'Ấp tự làm được thì để ấp. Ấp không làm được thì chuyển xã.',
  start: 'Bắt đầu xử lý',
  startNote: 'Ai làm, làm gì',
  answerLabel: 'Đã giải quyết thế nào? Trả lời để bà con hiểu và làm được',
  resolve: 'Trả lời, báo đã giải quyết',
  up: 'Cấp này không làm được',
  upLabel: 'Vướng ở đâu, cần cấp trên làm gì?',
  upButton: (level: ObstacleLevel) => (level === 'hamlet' ? 'Chuyển lên xã' : 'Trình lãnh đạo xã quyết định'),
  confirmTitle: 'Việc anh/chị nêu đã giải quyết xong chưa?',
  confirm: 'Đã xong',
  notSolved: 'Chưa xong',
  notSolvedLabel: 'Còn vướng chỗ nào?',
  notSolvedButton: 'Báo chưa xong, chuyển lên trên',
  direct: 'Ghi chỉ đạo',
  directLabel: 'Chỉ đạo',
  directHelp: 'Ai làm, làm gì.',
  directDue: 'Làm xong trước ngày',
  directLevel: 'Giao cho cấp nào?',
  directLevels: { commune: 'Xã làm', province: 'Kiến nghị tỉnh' },
  waits: {
    raised: 'Đang chờ người nhận. Quá hạn thì việc này hiện đỏ trên trang đầu của người phụ trách.',
    escalated: 'Đã chuyển lên cấp trên, đang chờ người nhận.',
    triaged: 'Đã có cấp nhận, đang chờ bắt tay vào làm.',
    in_progress: 'Đang có người xử lý. Xong việc sẽ có câu trả lời ở đây.',
    resolved: 'Đã có câu trả lời. Đang chờ người nêu xác nhận đã xong hay chưa.',
    confirmed: 'Người nêu đã xác nhận xong.',
  } satisfies Record<ObstacleState, string>,
  waitsLeader: 'Đang chờ lãnh đạo xã quyết định.',
};

/** Put before the leader of the commune; who could not do it, or whoever raised it. */
export const toldLeader = 'Trình lãnh đạo xã quyết định';
/** One line of the story. */
export const told: Record<ObstacleState | 'corrected' | 'directed' | 'handed_over', string> = {
  raised: 'Nêu việc này',
  corrected: 'Sửa lời',
  triaged: 'Nhận và phân cấp',
  in_progress: 'Bắt đầu xử lý',
  resolved: 'Trả lời, báo đã giải quyết',
  confirmed: 'Người nêu xác nhận đã xong',
  escalated: 'Chuyển lên xã',
  directed: 'Lãnh đạo xã chỉ đạo',
  handed_over: 'Bàn giao người theo dõi',
};

export const clockPage = {
  title: 'Hạn xử lý khó khăn, kiến nghị',
  lead: 'Bao nhiêu ngày phải xong, theo mức độ. Tính cả ngày nghỉ, từ ngày nêu. Việc đã nêu giữ hạn cũ.',
  days: (severity: string) => `Mức “${severity}”`,
  unit: 'ngày',
  save: 'Lưu hạn mới',
};

export const done = {
  gui: 'Đã gửi. Anh/chị xem trả lời ở trang này.',
  sua: 'Đã lưu thay đổi.',
  buoc: 'Đã ghi bước mới.',
  'chi-dao': 'Đã ghi chỉ đạo.',
  han: 'Đã lưu hạn mới, dùng cho việc nêu từ hôm nay.',
};

export const exported = {
  title: 'Khó khăn, kiến nghị',
  columns: [
    { header: 'Ngày nêu', width: 12, kind: 'text' },
    { header: 'Nơi', width: 16, kind: 'text' },
    { header: 'Loại', width: 20, kind: 'text' },
    { header: 'Lĩnh vực', width: 16, kind: 'text' },
    { header: 'Nội dung', width: 44, kind: 'text' },
    { header: 'Số hộ ảnh hưởng (hộ)', width: 12, kind: 'number' },
    { header: 'Mức độ', width: 10, kind: 'text' },
    { header: 'Cấp xử lý', width: 10, kind: 'text' },
    { header: 'Tình trạng', width: 26, kind: 'text' },
    { header: 'Hạn', width: 12, kind: 'text' },
    { header: 'Quá hạn (ngày)', width: 12, kind: 'number' },
    { header: 'Chỉ đạo', width: 36, kind: 'text' },
    { header: 'Trả lời', width: 44, kind: 'text' },
    { header: 'Người nêu', width: 24, kind: 'text' },
  ],
} as const;

export const severityOption = (name: string, severity: Severity, days: Record<Severity, number>) =>
  `${name} (${form.severityDays(days[severity])})`;
