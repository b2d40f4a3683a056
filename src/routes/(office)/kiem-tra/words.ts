import type { InspectionState } from '#features/inspection/model/inspection-state.ts';
import { state } from '#features/inspection/words.ts';
import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of the pages about inspections. */
export const title = 'Kiểm tra';
export const back = 'Kiểm tra';
export const lead = (planned: number, open: number, late: number) =>
  [
    planned === 0 ? 'Không có cuộc nào sắp tới' : `${formatCount(planned)} cuộc sắp kiểm tra`,
    open === 0
      ? 'không còn tồn tại nào chưa khắc phục.'
      : `${formatCount(open)} tồn tại chưa khắc phục${late > 0 ? `, ${formatCount(late)} quá hạn` : ''}.`,
  ].join('; ');
export const plan = 'Lập kế hoạch kiểm tra';
export const checklistLink = 'Danh mục nội dung';
export const views = 'Cách xem';
export const list = 'Cuộc kiểm tra';
export const hamlets = 'Theo ấp';
export const findings = 'Tồn tại';
export const filters = {
  'qua-ngay': 'Quá ngày, chưa ghi',
  'hom-nay': 'Hôm nay',
  'sap-toi': 'Sắp tới',
  'dang-theo-doi': 'Đang theo dõi',
  'da-xong': 'Đã kết thúc',
};
export const findingFilters = {
  'qua-han': 'Quá hạn',
  'cho-y-kien': 'Chờ ý kiến của ấp',
  'cho-xac-nhan': 'Chờ xác nhận',
  'da-khac-phuc': 'Đã khắc phục',
};
export const empty = 'Chưa có cuộc kiểm tra nào';
export const emptyText =
  'Phòng Văn hóa – Xã hội lập kế hoạch: ấp nào, ngày nào, ai đi, xem nội dung gì. Số liệu sẵn có hiện bên cạnh từng nội dung.';
export const emptyHamlet = 'Cuộc kiểm tra ấp mình, hoặc cuộc anh/chị được cử đi, hiện ở đây.';
export const emptyFiltered = 'Không có cuộc nào ở mục này.';
export const noFindings = 'Không có tồn tại nào ở mục này';
export const more = (most: number) => `Chỉ hiện ${formatCount(most)} cuộc gần nhất.`;
export const columns = {
  hamlet: 'Ấp',
  day: 'Ngày',
  kind: 'Loại',
  people: 'Người đi',
  state: 'Tình trạng',
  findings: 'Tồn tại',
};
export const hamletColumns = {
  hamlet: 'Ấp',
  last: 'Kiểm tra lần cuối',
  count: 'Số cuộc trong năm',
  next: 'Lần tới',
  findings: 'Tồn tại chưa khắc phục',
};
export const findingColumns = {
  text: 'Tồn tại',
  hamlet: 'Ấp',
  due: 'Hạn khắc phục',
  task: 'Việc đã giao',
  state: 'Tình trạng',
};
export const never = 'Chưa kiểm tra lần nào';
export const lastOn = (day: Day | null) => (day === null ? never : `lần cuối ${formatDay(day)}`);
export const findingCount = (all: number, open: number) =>
  all === 0
    ? 'Không có'
    : open === 0
      ? `${formatCount(all)}, đã khắc phục hết`
      : `còn ${formatCount(open)}/${formatCount(all)}`;
export const lateBy = (days: number) => `Quá hạn ${formatCount(days)} ngày`;
export const passedBy = (days: number) => `Quá ${formatCount(days)} ngày, chưa ghi kết quả`;
export const dueOn = (day: Day) => `Hạn ${formatDay(day)}`;
export const isToday = 'Hôm nay';
export const findingsLate = (count: number) => `${formatCount(count)} tồn tại quá hạn`;
export const stateText = (one: { state: InspectionState; findingsOpen: number }) =>
  one.state === 'held' ? (one.findingsOpen > 0 ? 'Đang theo dõi tồn tại' : 'Chờ kết thúc') : state[one.state];
export const openCount = (open: number, late: number) =>
  open === 0
    ? 'Không có'
    : late === 0
      ? formatCount(open)
      : `${formatCount(open)}, ${formatCount(late)} quá hạn`;

export const form = {
  title: 'Lập kế hoạch kiểm tra',
  lead: 'Chọn một lần nhiều ấp. Mỗi ấp thành một cuộc kiểm tra riêng, theo danh mục nội dung đang dùng.',
  hamlets: 'Kiểm tra ấp nào?',
  hamletsHelp: 'Ấp lâu chưa kiểm tra đứng trước.',
  day: 'Ngày kiểm tra',
  days: 'Ấp nào đi ngày khác',
  daysHelp: 'Để trống: ấp đó đi theo ngày chung ở trên.',
  dayOf: (hamlet: string) => `${hamlet} đi ngày`,
  kind: 'Loại kiểm tra',
  people: 'Ai đi?',
  topics: 'Xem nội dung gì?',
  topicsHelp: 'Bỏ chọn nội dung không xem lần này.',
  note: 'Dặn thêm',
  noteHelp: 'Giấy tờ ấp cần chuẩn bị, giờ gặp, chỗ gặp. Ấp đọc được lời này.',
  save: 'Lập kế hoạch',
};

export const move = {
  title: 'Đổi ngày, người đi',
  save: 'Lưu thay đổi',
  cancel: 'Hủy cuộc kiểm tra này',
  cancelText: 'Cuộc đã hủy không mở lại được. Ấp đã được báo sẽ thấy lý do.',
  reason: 'Vì sao hủy?',
  cancelButton: 'Hủy cuộc kiểm tra',
};

export const page = {
  heading: (hamlet: string, day: Day) => `Kiểm tra ${hamlet}, ${formatDay(day)}`,
  record: 'Ghi kết quả kiểm tra',
  correct: 'Sửa kết quả',
  move: 'Đổi ngày, người đi',
  minutes: 'Lập biên bản',
  addFinding: 'Ghi tồn tại',
  kind: 'Loại',
  place: 'Ấp',
  plannedOn: 'Ngày dự kiến',
  heldOn: 'Ngày kiểm tra',
  people: 'Người đi',
  note: 'Dặn thêm',
  conclusion: 'Kết luận',
  reason: 'Lý do hủy',
  sum: 'Kết quả',
  sumText: (met: number, notMet: number, asked: number) =>
    `${formatCount(met)} đạt, ${formatCount(notMet)} chưa đạt, ${formatCount(asked - met - notMet)} không kiểm tra`,
  questions: 'Nội dung và kết quả',
  toAsk: 'Nội dung sẽ kiểm tra',
  figuresNow: 'Số liệu dưới mỗi nội dung là số đang có trên hệ thống.',
  figuresOn: (day: Day) => `Số liệu dưới mỗi nội dung được giữ như ngày ${formatDay(day)}.`,
  look: 'nên hỏi thêm',
  noFindingYet: 'Chưa ghi tồn tại cho nội dung này',
  findings: 'Tồn tại cần khắc phục',
  noFindings: 'Cuộc kiểm tra này không ghi tồn tại nào.',
  answers: (count: number) => (count === 0 ? 'Ấp chưa có ý kiến' : `${formatCount(count)} ý kiến của ấp`),
  story: 'Quá trình',
  waitsHead: 'Anh/chị mở từng tồn tại để ghi ý kiến của ấp và xem việc cần làm.',
  close: 'Kết thúc cuộc kiểm tra',
  closeText: 'Không còn tồn tại nào chưa khắc phục. Ghi một câu kết luận; ấp và lãnh đạo đọc được.',
  closeLabel: 'Kết luận',
  closeButton: 'Kết thúc',
};

export const record = {
  title: (hamlet: string) => `Kết quả kiểm tra ${hamlet}`,
  lead: 'Xem số liệu sẵn có rồi chấm. Nội dung nào không xem thì để “Không kiểm tra”.',
  day: 'Ngày đã kiểm tra',
  remark: 'Thấy thế nào?',
  remarkHelp: 'Chưa đạt thì phải ghi. Không ghi họ tên, số giấy tờ của bà con.',
  save: 'Lưu kết quả',
};

export const finding = {
  newTitle: 'Ghi tồn tại',
  newLead: 'Một tồn tại là một việc ấp cần sửa, có hạn. Ấp đọc được và ghi ý kiến.',
  question: 'Thuộc nội dung nào?',
  noQuestion: 'Không thuộc nội dung nào',
  text: 'Tồn tại',
  textHelp: 'Một câu. Ví dụ: Sổ hộ thiếu 5 hộ mới chuyển đến tổ 3.',
  remedy: 'Việc cần làm',
  remedyHelp: 'Ví dụ: Ghi đủ hộ mới vào sổ, đến gặp từng hộ.',
  due: 'Hạn khắc phục',
  save: 'Lưu tồn tại',
  back: (hamlet: string) => `Cuộc kiểm tra ${hamlet}`,
  place: 'Ấp',
  foundOn: 'Ngày ghi',
  dueLabel: 'Hạn khắc phục',
  closed: 'Đã khắc phục',
  closedBy: (name: string | null, on: Day) => `${name ?? '—'}, ${formatDay(on)}`,
  answersTitle: 'Ý kiến của ấp',
  noAnswers: 'Ấp chưa ghi ý kiến.',
  answerLabel: 'Ý kiến của ấp',
  answerHelp: 'Vì sao còn tồn tại, ấp sẽ làm gì, bao giờ xong.',
  answerButton: 'Gửi ý kiến',
  taskTitle: 'Việc khắc phục',
  noTask: 'Chưa giao việc cho ai.',
  taskLink: 'Xem việc',
  taskState: (text: string, due: Day) => `${text}, hạn ${formatDay(due)}`,
  taskNote: 'Khi việc được xã xác nhận xong, tồn tại tự khép lại và ghi rõ vì sao.',
  taskWaits: 'Ấp đã báo xong và tự xác nhận. Cần người đi kiểm tra xem lại rồi ghi lời kết thúc.',
  assignees: 'Giao cho ai?',
  give: 'Giao việc khắc phục',
  closeTitle: 'Kết thúc tồn tại',
  closeLabel: 'Đã khắc phục thế nào?',
  closeHelp: 'Xem lại tại chỗ hoặc xem minh chứng rồi ghi. Tồn tại không tự mất đi.',
  closeButton: 'Đã khắc phục',
};

export const checklist = {
  title: 'Danh mục nội dung kiểm tra',
  lead: 'Dùng cho các cuộc lập từ nay. Cuộc đã lập giữ nguyên danh mục cũ. Xóa trống lời để bỏ một nội dung.',
  version: (version: number) => (version === 0 ? 'Danh mục có sẵn' : `Bản ${formatCount(version)}`),
  question: (nth: number) => `Nội dung ${formatCount(nth)}`,
  newQuestion: 'Nội dung mới',
  figure: 'Số liệu kèm theo',
  noFigure: 'Không có',
  save: 'Lưu danh mục',
};

export const told: Record<string, string> = {
  'inspection.planned': 'Lập kế hoạch kiểm tra',
  'inspection.moved': 'Đổi ngày, người đi',
  'inspection.cancelled': 'Hủy cuộc kiểm tra',
  'inspection.held': 'Ghi kết quả kiểm tra',
  'inspection.corrected': 'Sửa kết quả kiểm tra',
  'inspection.found': 'Ghi tồn tại',
  'inspection.answered': 'Ý kiến của ấp',
  'inspection.task_given': 'Giao việc khắc phục',
  'inspection.put_right': 'Tồn tại đã khắc phục',
  'inspection.closed': 'Kết thúc cuộc kiểm tra',
};

/** `?xong=`. */
export const done = {
  lap: 'Đã lập kế hoạch kiểm tra.',
  doi: 'Đã lưu thay đổi.',
  huy: 'Đã hủy cuộc kiểm tra.',
  'ket-qua': 'Đã lưu kết quả. Nội dung chưa đạt thì ghi tồn tại để ấp khắc phục.',
  'ton-tai': 'Đã ghi tồn tại. Có thể giao việc khắc phục cho Tổ của ấp.',
  'y-kien': 'Đã gửi ý kiến của ấp.',
  giao: 'Đã giao việc khắc phục.',
  'khac-phuc': 'Đã ghi: tồn tại được khắc phục.',
  'ket-thuc': 'Đã kết thúc cuộc kiểm tra.',
  'danh-muc': 'Đã lưu danh mục, dùng cho các cuộc lập từ nay.',
};

export const exported = {
  list: 'Danh sách kiểm tra',
  hamlets: 'Kiểm tra theo ấp',
  findings: 'Tồn tại sau kiểm tra',
};

const text = (header: string, width: number) => ({ header, width, kind: 'text' as const });
const number = (header: string) => ({ header, width: 14, kind: 'number' as const });

export const exportedColumns = {
  list: [
    text('Ấp', 16),
    text('Loại', 12),
    text('Ngày dự kiến', 12),
    text('Ngày kiểm tra', 12),
    text('Người đi', 36),
    text('Tình trạng', 26),
    number('Nội dung đạt'),
    number('Nội dung chưa đạt'),
    number('Tồn tại'),
    number('Tồn tại chưa khắc phục'),
    text('Kết luận, lý do hủy', 48),
  ],
  hamlets: [
    text('Ấp', 16),
    text('Kiểm tra lần cuối', 14),
    number('Số cuộc trong năm'),
    number('Tồn tại chưa khắc phục'),
    number('Trong đó quá hạn'),
    text('Lần tới', 12),
  ],
  findings: [
    text('Ấp', 16),
    text('Ngày kiểm tra', 12),
    text('Tồn tại', 44),
    text('Việc cần làm', 36),
    text('Hạn khắc phục', 12),
    number('Quá hạn (ngày)'),
    text('Việc đã giao', 18),
    text('Ý kiến của ấp', 44),
    text('Tình trạng', 16),
    text('Ngày khắc phục', 12),
    text('Lời kết thúc', 40),
  ],
} as const;
