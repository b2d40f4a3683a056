import type { SupportState, Urgency } from '#features/support/model.ts';
import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of the pages about requests for help. */
export const title = 'Yêu cầu hỗ trợ';
export const back = 'Yêu cầu hỗ trợ';
export const lead = (waiting: number, late: number) =>
  waiting === 0
    ? 'Không còn ai đang chờ giúp.'
    : late === 0
      ? `${formatCount(waiting)} yêu cầu đang chờ, chưa yêu cầu nào quá hạn.`
      : `${formatCount(waiting)} yêu cầu đang chờ, ${formatCount(late)} yêu cầu đã quá hạn.`;
export const ask = 'Ghi yêu cầu hỗ trợ';
export const clock = 'Hạn giúp';
export const views = 'Cách xem';
export const board = 'Bảng việc';
export const list = 'Danh sách';
export const filters = {
  late: 'Quá hạn',
  fresh: 'Chưa giao ai',
  mine: 'Giao cho tôi',
  met: 'Đến hẹn',
  own: 'Tôi ghi',
};
export const narrow = {
  hamlet: 'Ấp',
  urgency: 'Mức gấp',
  place: 'Giúp ở đâu',
  state: 'Bước',
  any: 'Tất cả',
  show: 'Lọc thêm',
  apply: 'Xem',
};
export const empty = 'Chưa có yêu cầu hỗ trợ nào';
export const emptyText =
  'Bà con gọi điện, ra quầy hay nhờ hàng xóm thì ghi vào đây. Yêu cầu nào cũng có người nhận và có hạn.';
export const emptyFiltered = 'Không có yêu cầu nào ở mục này.';
export const columns = {
  person: 'Ai cần giúp',
  need: 'Cần giúp việc gì',
  hamlet: 'Ấp',
  waited: 'Đã chờ',
  due: 'Hạn giúp',
  member: 'Người giúp',
  state: 'Đang ở bước',
};
export const days = (waited: number) => (waited === 0 ? 'hôm nay' : `${formatCount(waited)} ngày`);
export const nobodyYet = 'Chưa giao ai';
/** The columns of the board, in the order of the way. */
export const lanes: Record<'new' | 'assigned' | 'scheduled', { title: string; none: string }> = {
  new: { title: 'Mới nhận, chưa giao', none: 'Không có yêu cầu mới.' },
  assigned: { title: 'Đã giao, chưa hẹn', none: 'Không có yêu cầu nào.' },
  scheduled: { title: 'Đã hẹn ngày', none: 'Không có yêu cầu nào.' },
};
export const more = (most: number) =>
  `Chỉ hiện ${formatCount(most)} yêu cầu gấp nhất. Xin chọn ấp hoặc bước để xem bớt.`;

export const form = {
  title: 'Ghi yêu cầu hỗ trợ',
  whoTitle: 'Ai cần giúp?',
  whoLead: 'Tìm hộ trong sổ trước: giúp xong thì kết quả tính vào chỉ tiêu của ấp.',
  search: 'Tên, số điện thoại hoặc mã hộ',
  searchHelp: 'Ví dụ: Nguyễn Văn Ba',
  none: (text: string) => `Không thấy hộ nào hợp với “${text}”. Thử tên khác, hoặc ghi ngoài sổ.`,
  many: (shown: number) => `Chỉ hiện ${formatCount(shown)} hộ đầu. Gõ thêm để tìm đúng hộ.`,
  notListed: 'Không có trong sổ, ghi tên và số điện thoại',
  otherHome: 'Chọn hộ khác',
  homeOf: (head: string) => `Hộ ${head}`,
  person: 'Người cần giúp',
  other: 'Người khác trong nhà',
  name: 'Họ và tên',
  nameOther: 'Tên, nếu là người khác',
  phone: 'Số điện thoại liên lạc',
  phoneHelp: 'Để người giúp gọi hẹn giờ.',
  hamlet: 'Ở ấp nào?',
  platform: 'Cần giúp ứng dụng nào?',
  platformNone: 'Việc khác, ghi ở dưới',
  topic: 'Cần giúp việc gì?',
  topicHelp: 'Ví dụ: cài VNeID trên máy mới. Không ghi mật khẩu, mã OTP, số giấy tờ.',
  where: 'Giúp ở đâu?',
  home: 'Tại nhà',
  homeDetail: 'thành viên Tổ đến nhà',
  openAt: (hours: string | null) => (hours === null ? 'chưa ghi giờ mở cửa' : `mở cửa ${hours}`),
  urgency: 'Gấp đến đâu?',
  within: (days: number) => (days === 1 ? 'giúp trong ngày mai' : `giúp trong ${formatCount(days)} ngày`),
  channel: 'Nghe được từ đâu?',
  note: 'Ghi thêm cho người giúp',
  noteHelp: 'Đường đến nhà, lúc nào có ở nhà…',
  save: 'Gửi yêu cầu',
};

export const page = {
  person: 'Người cần giúp',
  home: 'Hộ trong sổ',
  outside: 'Không có trong sổ',
  phone: 'Điện thoại',
  need: 'Cần giúp',
  place: 'Giúp ở đâu',
  hours: 'Giờ mở cửa',
  urgency: 'Mức gấp',
  due: 'Hạn giúp',
  asked: 'Người ghi',
  askedBy: (name: string | null, on: Day) => `${name ?? 'Bà con tự gửi'}, ngày ${formatDay(on)}`,
  channel: 'Nghe được từ',
  member: 'Người giúp',
  appointment: 'Hẹn',
  note: 'Ghi thêm',
  satisfaction: 'Bà con thấy',
  visit: 'Lần gặp đã ghi',
  seeVisits: 'Xem ở trang hộ',
  call: (phone: string) => `Gọi ${phone}`,
  next: 'Việc tiếp theo',
  assign: 'Giao cho ai?',
  assignButton: 'Giao việc',
  reassign: 'Giao cho người khác',
  load: (name: string, waiting: number) =>
    waiting === 0 ? name : `${name} (đang giúp ${formatCount(waiting)} yêu cầu)`,
  scheduleOn: 'Hẹn ngày nào?',
  scheduleAt: 'Lúc nào?',
  scheduleAtHelp: 'Ví dụ: 8 giờ sáng.',
  scheduleButton: 'Ghi lịch hẹn',
  reschedule: 'Đổi lịch hẹn',
  scheduleNote: 'Ghi thêm',
  finish: 'Ghi đã giúp xong',
  noShow: 'Đến mà không gặp',
  noShowNote: 'Ghi lại đã thử cách nào',
  cancel: 'Bà con không cần nữa',
  cancelNote: 'Vì sao?',
  cancelButton: 'Khép yêu cầu này',
  ratePrompt: 'Bà con thấy thế nào?',
  rateHelp: 'Hỏi một câu rồi bấm.',
  story: 'Đã diễn ra',
  waits: {
    new: 'Đang chờ người phụ trách ấp giao cho thành viên.',
    assigned: 'Đang chờ người giúp hẹn ngày.',
    scheduled: 'Đã hẹn. Người giúp ghi kết quả sau khi gặp.',
    done: 'Đã giúp xong.',
    no_show: 'Đã khép: đến hẹn mà không gặp. Bà con còn cần thì ghi yêu cầu mới.',
    cancelled: 'Đã khép: bà con không cần nữa.',
  } satisfies Record<SupportState, string>,
};

/** One line of the story. */
export const told: Record<SupportState | 'rated', string> = {
  new: 'Ghi yêu cầu',
  assigned: 'Giao người giúp',
  scheduled: 'Hẹn ngày',
  done: 'Đã giúp xong',
  no_show: 'Đến mà không gặp',
  cancelled: 'Không cần nữa',
  rated: 'Ghi mức hài lòng',
};

export const finish = {
  title: 'Ghi đã giúp xong',
  lead: 'Ghi đã hướng dẫn ai, việc gì. Kết quả vào sổ hộ và tính vào chỉ tiêu.',
  goOn: 'Tiếp tục',
  note: 'Đã giúp được gì?',
  noteHelp: 'Một câu. Không ghi mật khẩu, mã OTP, số giấy tờ.',
  noteMore: 'Ghi thêm về yêu cầu này',
  satisfaction: 'Bà con thấy thế nào?',
  save: 'Lưu, đã giúp xong',
  found: 'Người này có trong sổ? Tìm hộ để kết quả tính vào chỉ tiêu.',
  search: 'Tìm hộ trong sổ',
  notListed: 'Không có trong sổ, ghi kết quả bằng lời',
};

export const clockPage = {
  title: 'Hạn giúp yêu cầu hỗ trợ',
  lead: 'Bao nhiêu ngày phải giúp xong, theo mức gấp. Tính cả ngày nghỉ, từ ngày ghi. Yêu cầu đã ghi giữ hạn cũ.',
  days: (urgency: string) => `Mức “${urgency}”`,
  unit: 'ngày',
  save: 'Lưu hạn mới',
};

export const done = {
  gui: 'Đã ghi yêu cầu. Xem tiếp việc ở trang này.',
  giao: 'Đã giao. Người được giao thấy yêu cầu trên điện thoại.',
  hen: 'Đã ghi lịch hẹn.',
  xong: 'Đã ghi giúp xong.',
  khep: 'Đã khép yêu cầu.',
  'hai-long': 'Đã ghi mức hài lòng.',
  han: 'Đã lưu hạn mới, dùng cho yêu cầu ghi từ hôm nay.',
};

export const exported = {
  title: 'Yêu cầu hỗ trợ',
  columns: [
    { header: 'Ngày ghi', width: 12, kind: 'text' },
    { header: 'Ấp', width: 16, kind: 'text' },
    { header: 'Người cần giúp', width: 24, kind: 'text' },
    { header: 'Cần giúp việc gì', width: 40, kind: 'text' },
    { header: 'Nghe được từ', width: 18, kind: 'text' },
    { header: 'Giúp ở đâu', width: 28, kind: 'text' },
    { header: 'Mức gấp', width: 10, kind: 'text' },
    { header: 'Hạn giúp', width: 12, kind: 'text' },
    { header: 'Tình trạng', width: 20, kind: 'text' },
    { header: 'Người giúp', width: 24, kind: 'text' },
    { header: 'Hẹn ngày', width: 12, kind: 'text' },
    { header: 'Đã chờ (ngày)', width: 10, kind: 'number' },
    { header: 'Quá hạn (ngày)', width: 10, kind: 'number' },
    { header: 'Mức hài lòng', width: 14, kind: 'text' },
    { header: 'Người ghi', width: 24, kind: 'text' },
  ],
} as const;

export const urgencyOption = (name: string, urgency: Urgency, days: Record<Urgency, number>) =>
  `${name} (${form.within(days[urgency])})`;
