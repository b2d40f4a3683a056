import { formatDay, formatWeekday, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import type { Standing } from '#features/training/model/competence.ts';
import type { ClassState } from '#features/training/model/training-class.ts';

/** The words of the pages about training. */
export const title = 'Tập huấn';
export const back = 'Tập huấn';
export const lead = (held: number, planned: number) =>
  `${formatCount(held)} lớp đã mở, ${formatCount(planned)} lớp đã lên lịch trong danh sách này.`;
export const tabs = {
  label: 'Các phần của tập huấn',
  classes: 'Lớp',
  competence: 'Năng lực thành viên',
  topics: 'Chuyên đề',
};
export const plan = 'Lên lịch lớp';
export const propose = 'Đề xuất lớp';
export const filters = {
  label: 'Lọc theo tình trạng',
  all: 'Tất cả',
  hamlet: 'Ấp',
  topic: 'Chuyên đề',
  everyHamlet: 'Mọi ấp',
  everyTopic: 'Mọi chuyên đề',
  show: 'Xem',
};
export const empty = 'Chưa có lớp nào';
export const emptyText =
  'Lên lịch lớp: dạy chuyên đề gì, ngày nào, ở đâu, ai đứng lớp. Sau đó chọn người học trong các Tổ.';
export const emptyFiltered = 'Không có lớp nào như vậy. Bỏ bớt điều kiện lọc để xem các lớp khác.';
export const columns = {
  name: 'Lớp',
  when: 'Thời gian',
  where: 'Nơi học',
  hamlet: 'Cho ai',
  people: 'Người học',
  state: 'Tình trạng',
};
export const when = (day: Day, starts: string, ends: string | null) =>
  `${hours(starts, ends)}, ${formatDay(day)}`;
export const whenLong = (day: Day, starts: string, ends: string | null) =>
  `${formatWeekday(day)}, ${hours(starts, ends)}`;
const hours = (starts: string, ends: string | null) => (ends === null ? starts : `${starts}–${ends}`);
export const online = 'Trực tuyến';
export const peopleOf = (one: { state: ClassState; trainees: number; present: number }) =>
  one.state === 'held'
    ? `${formatCount(one.present)}/${formatCount(one.trainees)} người có mặt`
    : `${formatCount(one.trainees)} người`;

/** Where a member belongs, in few words. */
export const placeOf = (one: { hamletName: string | null }) => one.hamletName ?? 'Tổ xã';

export const own = {
  title: 'Việc học của anh/chị',
  next: (name: string, moment: string) => `Lớp sắp tới: ${name}, ${moment}.`,
  none: 'Chưa có lớp nào sắp tới ghi tên anh/chị.',
  repeat: (count: number) => `${formatCount(count)} chuyên đề cần học lại.`,
  never: 'Anh/chị chưa dự lớp tập huấn nào.',
  open: 'Xem đã học gì',
};

export const form = {
  title: 'Lên lịch lớp tập huấn',
  proposeTitle: 'Đề xuất lớp tập huấn',
  proposeLead: 'Xã xem và đưa vào lịch. Trong lúc chờ, anh/chị vẫn sửa được.',
  changeTitle: 'Sửa lớp',
  heldLead: 'Lớp đã mở: ngày, giờ, chuyên đề và điểm đạt giữ nguyên vì báo cáo đã tính theo đó.',
  noTopics: 'Chưa có chuyên đề nào. Thêm chuyên đề trước, rồi lên lịch lớp.',
  addTopic: 'Thêm chuyên đề',
  hamlet: 'Lớp cho ai',
  wholeCommune: 'Toàn xã',
  topics: 'Dạy chuyên đề gì',
  name: 'Tên lớp',
  nameHelp: 'Để trống thì lấy tên chuyên đề.',
  form: 'Hình thức',
  place: 'Nơi học',
  placeHelp: 'Ví dụ: Hội trường Ủy ban nhân dân xã.',
  link: 'Đường dẫn lớp trực tuyến',
  linkHelp: 'Bắt đầu bằng https://',
  heldOn: 'Ngày học',
  startsAt: 'Bắt đầu lúc',
  endsAt: 'Kết thúc lúc',
  timeHelp: 'Ví dụ: 7 giờ 30.',
  trainer: 'Người đứng lớp',
  organiser: 'Đơn vị tổ chức',
  organiserHelp: 'Ví dụ: Phòng Văn hóa – Xã hội phối hợp Đoàn xã.',
  roll: 'Ai điểm danh trên điện thoại',
  rollHelp: 'Trưởng ấp, tổ trưởng luôn điểm danh được người của ấp mình. Chọn thêm một người nếu cần.',
  nobody: 'Không giao riêng ai',
  passScore: 'Điểm đạt',
  passScoreHelp: 'Trên thang 10.',
  passScoreUnit: 'điểm',
  costNote: 'Ghi chú về kinh phí',
  costNoteHelp: 'Chỉ để nhớ. Dự toán, chi tiêu ghi ở phần kinh phí.',
  note: 'Ghi chú',
  more: 'Ghi thêm: điểm đạt, kinh phí, ghi chú',
  save: 'Lưu lớp',
  savePropose: 'Gửi đề xuất',
  saveChange: 'Lưu thay đổi',
};

export const one = {
  when: 'Thời gian',
  where: 'Nơi học',
  link: 'Đường dẫn',
  topics: 'Chuyên đề',
  trainer: 'Người đứng lớp',
  organiser: 'Đơn vị tổ chức',
  hamlet: 'Cho ai',
  roll: 'Điểm danh',
  passScore: 'Điểm đạt',
  scoreOf: (score: number) => `${String(score).replace('.', ',')} trên 10`,
  cost: 'Kinh phí',
  note: 'Ghi chú',
  edit: 'Sửa lớp',
  people: (count: number) => `Người học (${formatCount(count)})`,
  peopleNone: 'Chưa chọn ai',
  peopleNoneText: 'Chọn người học trong các Tổ để mời, điểm danh và ghi kết quả.',
  peopleHidden: 'Danh sách chỉ hiện những người anh/chị được xem.',
  choose: 'Chọn người học',
  tick: 'Điểm danh',
  results: 'Ghi kết quả',
  sheet: 'In danh sách ký tên',
  invitation: 'Soạn giấy mời',
  columns: { name: 'Họ và tên', team: 'Tổ', attended: 'Có mặt', result: 'Kiểm tra' },
  present: 'Có mặt',
  absent: 'Vắng',
  steps: 'Bước tiếp theo',
  planText: 'Đồng ý thì đưa lớp này vào lịch của xã.',
  heldText: 'Điểm danh và ghi kết quả xong thì xác nhận. Lớp được tính vào báo cáo tháng.',
  heldWaits: (day: Day) => `Đến ngày ${formatDay(day)} thì điểm danh được.`,
  waiting: 'Đang chờ xã đưa vào lịch. Anh/chị không phải làm gì thêm.',
  cancelSummary: 'Hủy lớp',
  cancelText: 'Hủy là hết: lớp không mở lại được, muốn học thì lên lịch lớp mới.',
  reason: 'Vì sao hủy',
  stepNote: 'Ghi chú',
  story: 'Đã diễn ra',
  events: {
    'class.planned': 'Lên lịch lớp',
    'class.proposed': 'Đề xuất lớp',
    'class.corrected': 'Sửa lớp',
    'class.trainees_chosen': 'Chọn người học',
    'class.attendance_marked': 'Điểm danh',
    'class.results_recorded': 'Ghi kết quả',
    'class.state_changed': 'Đổi tình trạng',
  } as Readonly<Record<string, string>>,
  eventPeople: (title: string, people: number) => `${title}: ${formatCount(people)} người`,
};

export const trainees = {
  title: 'Chọn người học',
  lead: 'Đánh dấu người được mời. Ai đã điểm danh rồi thì giữ lại trong lớp.',
  nobody: 'Chưa có thành viên nào để chọn.',
  never: 'chưa học lần nào',
  repeat: 'cần học lại',
  save: 'Lưu danh sách',
};
export const ticking = {
  title: 'Điểm danh',
  lead: 'Chọn có mặt hay vắng cho từng người. Ai chưa rõ thì để trống.',
  save: 'Lưu điểm danh',
  none: 'Trong lớp này không có ai để anh/chị điểm danh.',
};
export const results = {
  title: 'Ghi kết quả kiểm tra',
  lead: (pass: string, several: boolean) =>
    `Điền điểm (từ ${pass} là đạt) hoặc chọn đạt, chưa đạt${several ? ', từng chuyên đề một' : ''}. Ai chưa kiểm tra thì để trống.`,
  nobody: 'Chưa điểm danh ai có mặt nên chưa ghi kết quả được.',
  result: 'Kết quả',
  score: 'Điểm',
  of: (field: string, name: string) => `${field} của ${name}`,
  ofTopic: (name: string, topic: string) => `${name}, chuyên đề ${topic}`,
  save: 'Lưu kết quả',
};
export const sheet = {
  title: 'Danh sách tham dự lớp tập huấn',
  print: 'In bằng Ctrl + P, khổ giấy A4.',
  columns: { number: 'TT', name: 'Họ và tên', team: 'Tổ', signature: 'Ký tên', note: 'Ghi chú' },
  signature: 'Người lập danh sách',
  present: (count: number) => `Danh sách gồm ${formatCount(count)} người. Số người có mặt: ........`,
};

export const competence = {
  title: 'Năng lực thành viên',
  lead: (never: number, repeat: number) =>
    `${formatCount(never)} người chưa học lần nào, ${formatCount(repeat)} người cần học lại.`,
  filters: { label: 'Lọc thành viên', all: 'Tất cả', never: 'Chưa học lần nào', repeat: 'Cần học lại' },
  hamlet: 'Ấp',
  all: 'Mọi Tổ',
  show: 'Xem',
  caption: 'Thành viên và chuyên đề',
  member: 'Thành viên',
  team: 'Tổ',
  national: 'Khóa quốc gia trên VNeID',
  empty: 'Không có thành viên nào như vậy',
  emptyText: 'Chọn Tổ khác hoặc bỏ điều kiện lọc.',
  nobody: 'Chưa có chuyên đề nào, nên chưa có gì để so.',
  confirmed: (count: number) => `${formatCount(count)} khóa`,
};
export const standing = {
  never: 'Chưa học',
  passed: 'Đạt',
  trained: 'Đã học',
  notPassed: 'Học lại: chưa đạt',
  over: 'Học lại: hết hạn',
  on: (day: Day) => formatDay(day),
};
/** How somebody stands in a topic, in one or two words, and the day of the last class. */
export function standingText(one: Standing): string {
  if (one.kind === 'never') return standing.never;
  if (one.kind === 'repeat') return one.why === 'over' ? standing.over : standing.notPassed;
  return one.result === 'passed' ? standing.passed : standing.trained;
}

export const member = {
  title: (name: string) => name,
  topics: 'Chuyên đề',
  columns: { topic: 'Chuyên đề', standing: 'Tình trạng', last: 'Học gần nhất', due: 'Học lại trước' },
  noTopics: 'Chưa có chuyên đề nào.',
  national: 'Khóa quốc gia “Bình dân học vụ số”',
  nationalText:
    'Học trên trang quốc gia, đăng nhập bằng VNeID. VNeID ghi nhận khóa đã xong; ở đây chỉ chép lại để nhớ, không thay cho bài kiểm tra của lớp.',
  openNational: 'Mở trang Bình dân học vụ số',
  none: 'Chưa ghi khóa nào.',
  line: (course: string, day: Day) => `${course}, VNeID ghi nhận ngày ${formatDay(day)}`,
  record: 'Ghi khóa VNeID đã ghi nhận',
  course: 'Tên khóa học',
  courseHelp: 'Ví dụ: Kỹ năng số cơ bản cho người dân.',
  confirmedOn: 'Ngày VNeID ghi nhận',
  save: 'Ghi khóa học',
  withdraw: 'Bỏ vì ghi nhầm',
};

export const topics = {
  title: 'Chuyên đề tập huấn',
  lead: 'Mỗi chuyên đề có tài liệu là các tờ hướng dẫn sẵn có, đọc được cả trên điện thoại khi mất sóng.',
  add: 'Thêm chuyên đề',
  empty: 'Chưa có chuyên đề nào',
  emptyText: 'Ví dụ: Cài đặt VNeID, Dịch vụ công trực tuyến, Phòng tránh lừa đảo.',
  columns: { name: 'Chuyên đề', materials: 'Tài liệu', valid: 'Học lại sau', course: 'Khóa quốc gia' },
  months: (count: number | null) => (count === null ? 'Không phải học lại' : `${formatCount(count)} tháng`),
  noMaterials: 'Chưa có tài liệu',
  openCourse: 'Mở khóa học',
  retired: (count: number) => `Chuyên đề thôi dùng (${formatCount(count)})`,
  materials: 'Tài liệu',
  materialsNone: 'Chuyên đề này chưa chọn tờ hướng dẫn nào.',
  edit: 'Sửa chuyên đề',
  back: 'Chuyên đề',
};
export const topicForm = {
  title: 'Thêm chuyên đề',
  changeTitle: 'Sửa chuyên đề',
  name: 'Tên chuyên đề',
  summary: 'Học xong làm được gì',
  platforms: 'Tài liệu: tờ hướng dẫn của nền tảng nào',
  courseLink: 'Khóa quốc gia đi kèm',
  courseLinkHelp: 'Đường dẫn trên trang Bình dân học vụ số, nếu có.',
  validMonths: 'Học lại sau',
  validMonthsHelp: 'Để trống nếu không phải học lại.',
  monthsUnit: 'tháng',
  position: 'Thứ tự trong danh sách',
  save: 'Lưu chuyên đề',
  retire: 'Thôi dùng chuyên đề này',
  retireText: 'Lớp mới không chọn được nữa. Ai đã học thì vẫn còn trong sổ.',
  retireButton: 'Thôi dùng',
};

export const done = {
  'len-lich': 'Đã lưu lớp. Tiếp theo: chọn người học.',
  'de-xuat': 'Đã gửi đề xuất. Xã sẽ xem và đưa vào lịch.',
  sua: 'Đã lưu thay đổi.',
  'nguoi-hoc': 'Đã lưu danh sách người học.',
  'diem-danh': 'Đã lưu điểm danh.',
  'ket-qua': 'Đã lưu kết quả.',
  buoc: 'Đã ghi bước mới.',
  khoa: 'Đã ghi khóa học.',
  bo: 'Đã bỏ khóa ghi nhầm.',
  'chuyen-de': 'Đã lưu chuyên đề.',
};

export const exported = {
  title: 'Danh sách lớp tập huấn',
  columns: [
    { header: 'Ngày', width: 12, kind: 'text' },
    { header: 'Giờ', width: 12, kind: 'text' },
    { header: 'Lớp', width: 36, kind: 'text' },
    { header: 'Chuyên đề', width: 36, kind: 'text' },
    { header: 'Cho ai', width: 16, kind: 'text' },
    { header: 'Hình thức', width: 12, kind: 'text' },
    { header: 'Nơi học', width: 28, kind: 'text' },
    { header: 'Người đứng lớp', width: 22, kind: 'text' },
    { header: 'Đơn vị tổ chức', width: 24, kind: 'text' },
    { header: 'Tình trạng', width: 14, kind: 'text' },
    { header: 'Người được mời', width: 14, kind: 'number' },
    { header: 'Có mặt', width: 10, kind: 'number' },
    { header: 'Đạt', width: 10, kind: 'number' },
  ],
} as const;
export const exportedMatrix = {
  title: 'Năng lực thành viên',
  member: { header: 'Họ và tên', width: 26, kind: 'text' },
  team: { header: 'Tổ', width: 24, kind: 'text' },
  topic: (name: string) => ({ header: name, width: 24, kind: 'text' }) as const,
  national: { header: 'Khóa quốc gia trên VNeID', width: 36, kind: 'text' },
} as const;
