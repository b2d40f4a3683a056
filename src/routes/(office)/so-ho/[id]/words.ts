import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of a household's page. */
export {
  householdOf,
  code,
  call,
  people,
  onlyStated,
  gone,
  addPerson,
  aged,
  ageUnknown,
  born,
  bornUnknown,
  smartphone,
  internet,
  nothingKnown,
  about,
  facts,
  correctHousehold,
} from '#features/registry/household-words.ts';
export {
  nextStep,
  skills,
  checkedOn,
  skillsUnknown,
  helper,
  helperNone,
  helperEvery,
  helperSince,
  helperNext,
  contacts,
  contactsNone,
  contactsNoneText,
  outreach,
} from '#features/visits/contact-words.ts';
export const bookNumber = (text: string) => `số ${text} trong danh sách`;
export const since = (state: string, on: Day) => `${state} từ ${formatDay(on)}`;

export const merged = (head: string, code: string) => `Hộ này đã được gộp vào hộ ${head}, mã ${code}.`;
export const mergedText = 'Những lần gặp và người của hộ nay ở trong hộ đó.';
export const openMerged = 'Mở hộ đó';
export const unmerge = 'Gỡ gộp';

export const twins = (name: string) => `${name} có thể đang được ghi hai lần trong hộ này.`;
export const seeTwins = 'Xem và gộp';
export const edit = 'Sửa';
export const editOf = (name: string) => `Sửa thông tin ${name}`;
export const statusOf = 'Tình trạng số';
export const statusOfName = (name: string) => `Sửa tình trạng số của ${name}`;
export const skillsOf = 'Kiểm tra kỹ năng';
export const skillsOfName = (name: string) => `Kiểm tra kỹ năng của ${name}`;
export const confirmedOnVneid = 'Đã xác nhận trên VNeID';

export const povertyOf = (name: string, year: number | null, decision: string | null) =>
  [name, year === null ? null : `năm ${year}`, decision].filter(Boolean).join(', ');
export const restrictedNote = 'Thông tin hạn chế. Mỗi lần xem được ghi vào nhật ký.';
export const moveHousehold = 'Chuyển, tách, gộp hộ';
export const changeState = 'Đổi tình trạng hộ';

export const keepHelper = 'Cử người giúp';
export const changeHelper = 'Đổi người giúp';

export const toContacts = 'Xem những lần gặp';
export const corrected = (n: number) => (n === 1 ? 'Đã sửa 1 lần' : `Đã sửa ${formatCount(n)} lần`);
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

/** What the household sells. */
export const businesses = {
  title: 'Bán hàng, sản xuất',
  none: 'Hộ này chưa có trong sổ cơ sở kinh doanh.',
  add: 'Ghi cơ sở của hộ này',
};

/** At which point a visit was, where the hamlet has several. */
export const point = {
  label: 'Gặp ở điểm hỗ trợ nào?',
  help: 'Chỉ chọn khi hình thức, trong phần “Ghi thêm” ở trên, là “Tại điểm hỗ trợ”. Không nhớ thì để “Chưa rõ điểm nào”.',
  unknown: 'Chưa rõ điểm nào',
};
