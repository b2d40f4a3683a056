import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount, formatRate } from '#shared/numbers.ts';
import type { Goal } from '#features/emulation/model/movement.ts';
import { unitOf } from '#features/emulation/model/movement.ts';
import { measure as measureNames, wholeOf } from '#features/emulation/words.ts';
import type { Measure } from '#features/emulation/model/movement.ts';

/** The words of movements: what is competed for, who was out, who answered the call, who is commended. */
export const title = 'Phong trào thi đua';
export const lead =
  'Thi đua bằng số thật: mỗi hộ, mỗi người chỉ tính một lần trong cả phong trào, đi lại nhiều lần không thêm điểm.';
export const back = 'Phong trào thi đua';
export const start = 'Soạn phong trào';
export const empty = 'Chưa có phong trào nào';
export const emptyText = 'Soạn phong trào đầu tiên: đặt tên, chọn ngày, chọn ấp và đặt mục tiêu.';
export const wholeCommune = 'Toàn xã';
export const days = (from: Day, to: Day) => `${formatDay(from)} – ${formatDay(to)}`;
export const places = (names: readonly string[]) => (names.length === 0 ? wholeCommune : names.join(', '));
export const columns = {
  name: 'Phong trào',
  days: 'Từ ngày – đến ngày',
  where: 'Nơi',
  state: 'Tình trạng',
  units: 'Đơn vị trả lời',
};
export const answeredOf = (answered: number, called: number) =>
  called === 0 ? null : `${formatCount(answered)} trong ${formatCount(called)}`;
export const goalText = ({ measure, reach, goal }: Goal) =>
  `${formatCount(goal)} ${unitOf(measure)}${reach === 'each' ? ' mỗi ấp' : ' cả phong trào'}`;

export const tabs = {
  label: 'Các phần của phong trào',
  ranking: 'Xếp hạng',
  activities: 'Ra quân',
  units: 'Trường, đơn vị',
  commend: 'Khen thưởng',
};

export const form = {
  title: 'Soạn phong trào thi đua',
  change: 'Sửa phong trào',
  name: 'Tên phong trào',
  nameHelp: 'Ví dụ: Đoàn viên tiên phong dùng nền tảng số.',
  purpose: 'Để làm gì?',
  purposeHelp: 'Một hai câu, sẽ đọc khi phát động.',
  organiser: 'Ai phát động?',
  organiserHelp: 'Ví dụ: Đoàn TNCS Hồ Chí Minh xã; Ủy ban MTTQ Việt Nam xã.',
  startsOn: 'Từ ngày',
  endsOn: 'Đến ngày',
  places: 'Ấp nào tham gia?',
  goals: 'Thi đua theo số liệu nào?',
  goalsHelp:
    'Ghi con số vào ô của số liệu muốn thi đua, bỏ trống ô còn lại. Số do máy đếm từ các lần gặp đã ghi, không ai nhập tay được.',
  number: 'Mục tiêu',
  reach: 'Tính cho',
  reaches: { each: 'Mỗi ấp', all: 'Cả phong trào' },
  save: 'Lưu bản soạn',
  saveChange: 'Lưu',
};

export const page = {
  organiser: 'Phát động',
  days: 'Thời gian',
  where: 'Nơi',
  purpose: 'Mục đích',
  note: 'Lý do hủy',
  edit: 'Sửa',
  draftNotice: 'Bản soạn này chưa ai thấy. Xem kỹ mục tiêu và ngày: phát động rồi thì không sửa nữa.',
  launch: 'Phát động',
  launchText: 'Mọi ấp và đơn vị sẽ thấy phong trào. Mục tiêu và ngày không sửa được nữa.',
  close: 'Tổng kết',
  closeText: 'Kết quả đứng yên từ lúc này: lần gặp ghi sau không tính thêm. Sau đó đề nghị khen thưởng.',
  closeFrom: (day: Day) => `Tổng kết được từ ${formatDay(day)}.`,
  cancel: 'Hủy phong trào',
  cancelWhy: 'Vì sao hủy?',
  noRanking: 'Phong trào đã hủy nên không xếp hạng.',
  which: 'Số liệu',
  hamlets: 'Xếp hạng ấp',
  members: 'Xếp hạng thành viên Tổ',
  moreMembers: (count: number) => `Xem thêm ${formatCount(count)} thành viên`,
  noMembers: 'Chưa có thành viên nào được tính.',
  columns: {
    rank: 'Hạng',
    name: 'Ấp',
    member: 'Thành viên',
    counted: 'Được tính',
    rate: 'Tỷ lệ',
    apart: 'Để riêng',
  },
  how: 'Con số này tính thế nào?',
  howText: (measure: Measure) => [
    `Mỗi ${unitOf(measure)} tính một lần trong cả phong trào, theo lần gặp đầu tiên có gặp người; gặp lại nhiều lần con số không tăng.`,
    'Không tính: lần gặp đã rút, bản cũ đã sửa, hộ trùng đã gộp, lần đến không gặp ai, lần gặp ngoài ngày thi đua.',
    'Để riêng: hỏi lại tại nhà thấy khác, hoặc một người ghi từ 30 lượt trong một giờ. Khi hỏi lại thấy đúng thì được tính.',
    `Ấp xếp theo tỷ lệ trên số ${wholeOf[measure]}, để ấp nhỏ không thiệt; bằng nhau thì cùng hạng. Thành viên xếp theo số ${unitOf(measure)}.`,
  ],
  goalAll: (counted: number, goal: number, unit: string) =>
    `${formatCount(counted)} trong ${formatCount(goal)} ${unit}`,
  goalEach: (reached: number, all: number, goal: number, unit: string) =>
    `${formatCount(reached)} trong ${formatCount(all)} ấp đã đạt ${formatCount(goal)} ${unit}`,
  reached: 'Đạt mục tiêu',
  see: (name: string) => `Xem danh sách của ${name}`,
};

export const rows = {
  title: (name: string) => `Được tính: ${name}`,
  lead: (measure: Measure, counted: number, apart: number) =>
    `${measureNames[measure]}: ${formatCount(counted)} ${unitOf(measure)}${apart > 0 ? `, để riêng ${formatCount(apart)} ${unitOf(measure)}` : ''}.`,
  back: 'Xếp hạng',
  columns: { name: 'Tên', address: 'Địa chỉ', on: 'Theo lần gặp ngày', by: 'Người đến', doubt: 'Được tính?' },
  counts: 'Được tính',
  empty: 'Chưa có ai',
  emptyText: 'Ấp này chưa có lần gặp nào được tính theo số liệu này.',
  cut: (shown: number) => `Trang này chỉ hiện ${formatCount(shown)} dòng đầu.`,
};

export const activities = {
  title: 'Ra quân',
  record: 'Ghi buổi ra quân',
  empty: 'Chưa có buổi ra quân nào',
  emptyText: 'Đi xong buổi nào ghi buổi đó: ngày, nơi, làm gì, ai tham gia.',
  columns: { on: 'Ngày', where: 'Nơi', work: 'Đã làm', people: 'Tham gia (lượt)' },
  where: (hamlet: string | null, place: string) => `${hamlet ?? wholeCommune}, ${place}`,
  people: (of: { members: number; teachers: number; pupils: number; others: number }) =>
    [
      [of.members, 'thành viên Tổ'],
      [of.teachers, 'giáo viên'],
      [of.pupils, 'học sinh'],
      [of.others, 'người khác'],
    ]
      .filter(([people]) => Number(people) > 0)
      .map(([people, who]) => `${formatCount(Number(people))} ${who}`)
      .join(', '),
  newTitle: 'Ghi buổi ra quân',
  editTitle: 'Sửa buổi ra quân',
  hamlet: 'Ở ấp nào?',
  heldOn: 'Ngày',
  place: 'Nơi',
  placeHelp: 'Ví dụ: Nhà văn hóa ấp.',
  work: 'Đã làm gì?',
  workHelp: 'Ví dụ: giúp bà con cài VNeID, phát tờ rơi phòng lừa đảo.',
  members: 'Thành viên Tổ đã tham gia',
  membersHelp: 'Đánh dấu từng người có mặt.',
  groups: 'Trường, đơn vị đã tham gia',
  groupsHelp: 'Chỉ ghi số người, không ghi tên học sinh.',
  unit: 'Tên trường, đơn vị',
  teachers: 'Giáo viên',
  pupils: 'Học sinh',
  others: 'Người khác',
  people1: 'người',
  why: 'Vì sao sửa?',
  save: 'Lưu buổi ra quân',
  cancel: 'Hủy buổi này',
  cancelText: 'Dùng khi buổi này không diễn ra. Buổi đã hủy không tính vào báo cáo.',
  cancelWhy: 'Vì sao hủy?',
};

export const units = {
  title: 'Trường, đơn vị',
  lead: (unanswered: number) =>
    unanswered === 0
      ? 'Mọi đơn vị được kêu gọi đã trả lời.'
      : `${formatCount(unanswered)} đơn vị chưa trả lời.`,
  empty: 'Chưa kêu gọi đơn vị nào',
  emptyText: 'Ghi tên trường hoặc đơn vị muốn mời tham gia.',
  columns: {
    unit: 'Trường, đơn vị',
    state: 'Trả lời',
    people: 'Số người (người)',
    where: 'Phối hợp với ấp',
    answer: 'Kết quả',
  },
  call: 'Kêu gọi thêm đơn vị',
  name: 'Tên trường, đơn vị',
  account: 'Ai trả lời cho đơn vị?',
  accountHelp:
    'Người có tài khoản sẽ thấy lời kêu gọi ở trang Hôm nay. Chưa có tài khoản thì bỏ trống và ghi thay khi họ trả lời.',
  accountNone: 'Chưa có tài khoản',
  add: 'Kêu gọi',
  answer: 'Trả lời',
  answerTitle: (unit: string) => `Trả lời của ${unit}`,
  calledOn: (day: Day) => `Được kêu gọi ngày ${formatDay(day)}`,
  to: 'Đơn vị trả lời thế nào?',
  answers: {
    accepted: 'Đã nhận, sẽ tham gia',
    reported: 'Đã làm xong, báo kết quả',
    declined: 'Không tham gia được',
  },
  peopleField: 'Bao nhiêu người tham gia?',
  people: 'người',
  hamlets: 'Phối hợp với ấp nào?',
  result: 'Kết quả, hoặc vì sao không tham gia được',
  source: 'Ghi thay theo đâu?',
  sourceHelp: 'Ví dụ: điện thoại ngày 05/11; công văn số 12.',
  sourceNote: (source: string) => `Ghi thay: ${source}`,
  save: 'Lưu trả lời',
  withdraw: 'Rút lời kêu gọi',
  withdrawText: 'Dùng khi mời nhầm. Đơn vị này không còn trong danh sách chờ.',
};

export const commend = {
  title: 'Khen thưởng',
  notYet: 'Đề nghị khen thưởng sau khi tổng kết phong trào.',
  empty: 'Chưa có ai trong danh sách',
  columns: {
    name: 'Tập thể, cá nhân',
    kind: 'Loại',
    figure: 'Kết quả',
    reason: 'Lý do',
    state: 'Tình trạng',
  },
  figure: (one: {
    measure: Measure | null;
    figure: number | null;
    whole: number | null;
    rank: number | null;
  }) =>
    one.measure === null
      ? one.figure === null
        ? '—'
        : `${formatCount(one.figure)} người tham gia`
      : [
          `${formatCount(one.figure)} ${unitOf(one.measure)}`,
          one.whole === null ? '' : formatRate(one.figure, one.whole),
          one.rank === null ? '' : `hạng ${formatCount(one.rank)}`,
        ]
          .filter(Boolean)
          .join(', '),
  propose: 'Đề nghị khen thưởng',
  who: 'Đề nghị khen ai?',
  measure: 'Theo số liệu nào?',
  measureHelp: 'Với ấp và thành viên. Trường, đơn vị lấy số người đã tham gia.',
  noMeasure: 'Không theo số liệu (trường, đơn vị)',
  reason: 'Lý do',
  reasonHelp: 'Một câu, sẽ in trong danh sách.',
  save: 'Đưa vào danh sách',
  confirm: 'Đồng ý khen thưởng',
  decline: 'Không đồng ý',
  declineWhy: 'Vì sao không đồng ý?',
  withdraw: 'Rút đề nghị',
  draftList: 'Soạn thông báo danh sách',
  option: (kind: string, name: string) => `${kind}: ${name}`,
  by: (name: string) => `Đề nghị: ${name}`,
};

export const done = {
  soan: 'Đã lưu bản soạn. Xem lại rồi bấm “Phát động”.',
  sua: 'Đã lưu.',
  launched: 'Đã phát động. Việc tiếp theo: kêu gọi trường, đơn vị.',
  closed: 'Đã tổng kết. Việc tiếp theo: đề nghị khen thưởng.',
  cancelled: 'Đã hủy phong trào.',
  buoi: 'Đã ghi buổi ra quân.',
  'buoi-sua': 'Đã sửa buổi ra quân.',
  'buoi-huy': 'Đã hủy buổi ra quân.',
  goi: 'Đã kêu gọi đơn vị.',
  'tra-loi': 'Đã lưu trả lời của đơn vị.',
  rut: 'Đã rút lời kêu gọi.',
  'de-nghi': 'Đã đưa vào danh sách đề nghị.',
  'quyet-dinh': 'Đã ghi ý kiến lãnh đạo.',
  'rut-de-nghi': 'Đã rút đề nghị.',
};

const text = (header: string, width: number) => ({ header, width, kind: 'text' }) as const;
const number = (header: string, width: number) => ({ header, width, kind: 'number' }) as const;
/** Lists that leave as files, by the part of the page. */
export const exported = {
  'xep-hang': {
    title: 'Xếp hạng phong trào thi đua',
    columns: [
      text('Số liệu', 34),
      text('Loại', 16),
      text('Tên', 28),
      text('Ấp', 18),
      number('Hạng', 8),
      text('Đơn vị tính', 10),
      number('Được tính', 12),
      number('Trên tổng số', 12),
      text('Tỷ lệ', 10),
      number('Để riêng', 10),
    ],
  },
  'ra-quan': {
    title: 'Các buổi ra quân',
    columns: [
      text('Ngày', 12),
      text('Ấp', 18),
      text('Nơi', 24),
      text('Đã làm', 40),
      text('Thành viên Tổ', 36),
      number('Thành viên Tổ (lượt)', 12),
      number('Giáo viên (lượt)', 12),
      number('Học sinh (lượt)', 12),
      number('Người khác (lượt)', 12),
      text('Trường, đơn vị', 36),
    ],
  },
  'don-vi': {
    title: 'Trường, đơn vị hưởng ứng phong trào',
    columns: [
      text('Trường, đơn vị', 30),
      text('Trả lời', 22),
      number('Số người (người)', 12),
      text('Phối hợp với ấp', 30),
      text('Kết quả', 44),
      text('Ngày kêu gọi', 12),
      text('Ngày trả lời', 12),
      text('Ghi thay theo', 24),
    ],
  },
  'khen-thuong': {
    title: 'Danh sách đề nghị khen thưởng',
    columns: [
      number('TT', 6),
      text('Tập thể, cá nhân', 30),
      text('Loại', 18),
      text('Ấp', 18),
      text('Kết quả', 34),
      text('Lý do', 44),
      text('Tình trạng', 24),
      text('Ý kiến lãnh đạo', 36),
    ],
  },
} as const;
