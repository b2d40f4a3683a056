import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of a household's page. */
export const householdOf = (head: string) => `Hộ ${head}`;
export const code = (text: string) => `Mã ${text}`;
export const bookNumber = (text: string) => `số ${text} trong danh sách`;
export const since = (state: string, on: Day) => `${state} từ ${formatDay(on)}`;
export const call = (phone: string) => `Gọi ${phone}`;

export const merged = (head: string, code: string) => `Hộ này đã được gộp vào hộ ${head}, mã ${code}.`;
export const mergedText = 'Những lần gặp và người của hộ nay ở trong hộ đó.';
export const openMerged = 'Mở hộ đó';
export const unmerge = 'Gỡ gộp';

export const nextStep = (due: string) => `Việc đã hẹn: ${due}`;

export const people = (n: number | null) => `Người trong hộ (${formatCount(n)} người)`;
export const onlyStated = (n: number) =>
  `Danh sách ghi hộ có ${formatCount(n)} người, trong sổ chưa đủ tên. Gặp hộ thì hỏi và thêm vào.`;
export const twins = (name: string) => `${name} có thể đang được ghi hai lần trong hộ này.`;
export const seeTwins = 'Xem và gộp';
export const gone = (n: number) => `Người đã mất, đã chuyển đi (${formatCount(n)} người)`;
export const addPerson = 'Thêm người';
export const aged = (age: number, estimated: boolean) =>
  estimated ? `khoảng ${formatCount(age)} tuổi` : `${formatCount(age)} tuổi`;
export const ageUnknown = 'chưa rõ tuổi';
export const born = (text: string) => `Sinh ${text}`;
export const bornUnknown = 'Chưa rõ ngày sinh';
export const smartphone = {
  yes: 'Có điện thoại thông minh',
  no: 'Không có điện thoại thông minh',
  unknown: 'Điện thoại thông minh: chưa rõ',
} as const;
export const internet = {
  yes: 'Có Internet',
  no: 'Không có Internet',
  unknown: 'Internet: chưa rõ',
} as const;
export const edit = 'Sửa';
export const editOf = (name: string) => `Sửa thông tin ${name}`;
export const statusOf = 'Tình trạng số';
export const statusOfName = (name: string) => `Sửa tình trạng số của ${name}`;
export const skillsOf = 'Kiểm tra kỹ năng';
export const skillsOfName = (name: string) => `Kiểm tra kỹ năng của ${name}`;
export const skills = 'Kỹ năng số cơ bản';
export const checkedOn = (on: Day) => `kiểm tra ngày ${formatDay(on)}`;
export const skillsUnknown = 'Chưa kiểm tra';
export const confirmedOnVneid = 'Đã xác nhận trên VNeID';
export const nothingKnown = 'Chưa ghi gì về tài khoản, ứng dụng.';

export const about = 'Về hộ này';
export const facts = {
  hamlet: 'Ấp',
  group: 'Tổ',
  address: 'Địa chỉ',
  phone: 'Điện thoại',
  state: 'Tình trạng',
  smartphone: 'Điện thoại thông minh',
  internet: 'Internet',
  poverty: 'Diện chính sách',
  responsible: 'Thành viên phụ trách',
  note: 'Ghi chú',
  registered: 'Ghi vào sổ',
};
export const povertyOf = (name: string, year: number | null, decision: string | null) =>
  [name, year === null ? null : `năm ${year}`, decision].filter(Boolean).join(', ');
export const restrictedNote = 'Thông tin hạn chế. Mỗi lần xem được ghi vào nhật ký.';
export const correctHousehold = 'Sửa thông tin hộ';
export const moveHousehold = 'Chuyển, tách, gộp hộ';
export const changeState = 'Đổi tình trạng hộ';

export const helper = 'Người giúp kỹ năng số';
export const helperNone = 'Chưa có ai được cử giúp hộ này.';
export const helperEvery = (days: number) => `ghé ${formatCount(days)} ngày một lần`;
export const helperSince = (on: Day) => `từ ${formatDay(on)}`;
export const helperNext = (on: Day, due: string) => `Lần ghé tới: ${formatDay(on)}, ${due}`;
export const keepHelper = 'Cử người giúp';
export const changeHelper = 'Đổi người giúp';

export const toContacts = 'Xem những lần gặp';
export const contacts = 'Những lần gặp';
export const contactsNone = 'Chưa có lần gặp nào';
export const contactsNoneText = 'Ghé thăm hộ, rồi ghi lại gặp ai, đã hướng dẫn gì.';
export const corrected = (n: number) => (n === 1 ? 'Đã sửa 1 lần' : `Đã sửa ${formatCount(n)} lần`);
export const outreach = (form: string, place: string | null) =>
  [`${form} (tuyên truyền theo nhóm)`, place].filter(Boolean).join(', ');
export const history = 'Lịch sử thay đổi trong sổ';
export const historyNone = 'Chưa có thay đổi nào.';
export const product = 'Tổ Số';

export const done: Record<string, string> = {
  'them-ho': 'Đã ghi hộ vào sổ.',
  'ghi-gap': 'Đã ghi lần gặp. Cảm ơn anh/chị.',
  'sua-gap': 'Đã sửa lần gặp.',
  'rut-gap': 'Đã rút lại lần gặp. Lần này không còn được tính.',
  'tinh-trang': 'Đã ghi tình trạng số.',
  'ky-nang': 'Đã ghi kết quả kiểm tra kỹ năng.',
  'nguoi-giup': 'Đã cử người giúp.',
  'thoi-giup': 'Đã kết thúc phân công giúp.',
  'phu-trach': 'Đã ghi thành viên phụ trách.',
  'sua-ho': 'Đã sửa thông tin hộ.',
  'dien-chinh-sach': 'Đã ghi diện chính sách.',
  'them-nguoi': 'Đã thêm người vào hộ.',
  'sua-nguoi': 'Đã sửa thông tin người.',
  'doi-nguoi': 'Đã đổi tình trạng người.',
  'chu-ho': 'Đã đổi chủ hộ.',
  'chuyen-nguoi': 'Đã chuyển người sang hộ này.',
  'doi-ho': 'Đã đổi tình trạng hộ.',
  'chuyen-ho': 'Đã chuyển hộ sang ấp này.',
  'tach-ho': 'Đã tách thành hộ mới. Đây là hộ mới.',
  gop: 'Đã gộp hai hộ làm một.',
  'gop-nguoi': 'Đã gộp làm một người. Gỡ gộp được ở trang của người này.',
  'go-nguoi': 'Đã gỡ gộp. Hai bên lại là hai người.',
  'go-gop': 'Đã gỡ gộp. Hai hộ lại đứng riêng.',
};
export const choosePerson = 'Chọn người';
