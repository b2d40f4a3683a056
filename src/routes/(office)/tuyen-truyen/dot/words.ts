import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of campaigns: what is planned, and what happened. */
export const title = 'Đợt tuyên truyền';
export const lead = 'Lên kế hoạch: hình thức nào, ở ấp nào, ngày nào. Làm xong buổi nào ghi buổi đó.';
export const back = 'Đợt tuyên truyền';
export const plan = 'Lập đợt mới';
export const empty = 'Chưa có đợt tuyên truyền nào';
export const emptyText = 'Lập đợt đầu tiên: đặt tên, chọn hình thức và chọn ấp.';
export const columns = { title: 'Đợt', days: 'Từ ngày – đến ngày', done: 'Đã làm', late: 'Trễ' };
export const days = (from: Day, to: Day) => `${formatDay(from)} – ${formatDay(to)}`;
export const doneOf = (held: number, all: number) => `${formatCount(held)} trong ${formatCount(all)} buổi`;
export const late = (n: number) => `${formatCount(n)} buổi trễ`;
export const wholeCommune = 'Toàn xã';

export const form = {
  title: 'Lập đợt tuyên truyền',
  name: 'Tên đợt',
  nameHelp: 'Ví dụ: Tháng cao điểm kích hoạt VNeID.',
  content: 'Nói bài nào trong thư viện?',
  contentNone: 'Chưa chọn bài',
  goal: 'Muốn đạt gì?',
  goalHelp: 'Một câu.',
  startsOn: 'Từ ngày',
  endsOn: 'Đến ngày',
  forms: 'Bằng hình thức nào?',
  formsHelp: 'Mỗi hình thức ở mỗi nơi là một buổi. Ngày của từng buổi đổi được sau.',
  mass: 'không ghi tên từng hộ',
  places: 'Ở đâu?',
  save: 'Lập đợt',
  changeTitle: 'Sửa đợt tuyên truyền',
  moreForms: 'Thêm hình thức nào?',
  moreHelp: 'Để trống nếu không thêm buổi. Buổi đã có trong đợt vẫn giữ nguyên.',
  morePlaces: 'Thêm ở đâu?',
  saveChange: 'Lưu',
};

export const page = {
  change: 'Sửa đợt',
  content: 'Nói bài',
  goal: 'Muốn đạt',
  named: 'Hộ có tên trong danh sách',
  namedNote: 'mỗi hộ tính một lần, được tính vào chỉ tiêu',
  guessed: 'Lượt người ước lượng',
  guessedNote: 'chỉ nêu riêng, không tính vào chỉ tiêu',
  household: 'hộ',
  people: 'lượt người',
  columns: { day: 'Ngày', form: 'Hình thức', place: 'Nơi', what: 'Kết quả' },
  items: 'Các buổi của đợt',
  record: 'Ghi đã làm',
  seeSession: 'Xem buổi đã ghi',
  reach: (households: number | null, people: number | null) =>
    households !== null
      ? `${formatCount(households)} hộ theo danh sách`
      : people !== null
        ? `Khoảng ${formatCount(people)} người`
        : '',
  takenBack: 'Buổi đã ghi được rút lại',
  late: 'Trễ',
};

export const item = {
  move: 'Đổi ngày',
  newDay: 'Ngày mới',
  moveButton: 'Lưu ngày mới',
  drop: 'Bỏ buổi này',
  dropWhy: 'Vì sao bỏ?',
  dropButton: 'Bỏ buổi này',
  script: 'Lời để nói',
  copy: 'Chép',
};

export const done = {
  lap: 'Đã lập đợt. Làm xong buổi nào, bấm “Ghi đã làm” ở buổi đó.',
  ghi: 'Đã ghi buổi này. Chỉ tiêu đã được tính lại.',
  sua: 'Đã lưu thay đổi của đợt.',
  ngay: 'Đã đổi ngày.',
  bo: 'Đã bỏ buổi này.',
};

export const exported = {
  title: 'Đợt tuyên truyền',
  columns: [
    { header: 'Ngày dự kiến', width: 12, kind: 'text' },
    { header: 'Hình thức', width: 22, kind: 'text' },
    { header: 'Nơi', width: 18, kind: 'text' },
    { header: 'Tình trạng', width: 12, kind: 'text' },
    { header: 'Ngày đã làm', width: 12, kind: 'text' },
    { header: 'Số hộ theo danh sách (hộ)', width: 14, kind: 'number' },
    { header: 'Số người ước lượng (lượt)', width: 14, kind: 'number' },
    { header: 'Ghi chú', width: 36, kind: 'text' },
  ],
} as const;
