import { formatCount } from '#shared/numbers.ts';
import type { Field } from './columns.ts';
import type { SkipReason } from './parsed-list.ts';

/** What the import says about a list: where, what, and what was done about it. */
export const fieldNames: Record<Field, string> = {
  order: 'Số thứ tự',
  hamlet: 'Ấp',
  group: 'Tổ',
  bookNumber: 'Số hộ',
  headName: 'Họ tên chủ hộ',
  fullName: 'Họ và tên',
  familyName: 'Họ và chữ đệm',
  birth: 'Ngày sinh hoặc năm sinh',
  sex: 'Giới tính',
  male: 'Nam (năm sinh hoặc dấu x)',
  female: 'Nữ (năm sinh hoặc dấu x)',
  relation: 'Quan hệ với chủ hộ',
  residence: 'Tình trạng cư trú',
  phone: 'Điện thoại',
  memberCount: 'Số nhân khẩu',
  poverty: 'Hộ nghèo/cận nghèo (một cột)',
  poor: 'Hộ nghèo',
  nearPoor: 'Hộ cận nghèo',
  smartphone: 'Có điện thoại thông minh',
  address: 'Địa chỉ',
  note: 'Ghi chú',
};

export const skipReasons: Record<SkipReason, string> = {
  total: 'Dòng cộng',
  signature: 'Phần ký tên cuối bảng',
  heading: 'Dòng tên ấp, tên tổ',
  repeated_header: 'Tiêu đề lặp lại',
  column_numbers: 'Dòng đánh số cột',
  no_name: 'Không có họ tên',
  name_unusable: 'Họ tên không dùng được',
};

export const unknownHamlet = 'Chưa rõ ấp';
export const permanent = 'thường trú';
export const temporary = 'tạm trú';
export const lodging = 'lưu trú';
export const absent = 'tạm vắng';
export const male = 'Nam';
export const female = 'Nữ';
export const head = 'Chủ hộ';

const quoted = (text: string) => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;

export const sheetHidden = (sheet: string) =>
  `Trang ${quoted(sheet)} đang ẩn nên không đọc. Nếu cần, xin cho hiện trang này trong Excel rồi tải lên lại.`;
export const rowsHidden = (count: number) =>
  `Có ${formatCount(count)} dòng đang ẩn (do lọc hoặc ẩn tay); các dòng này vẫn được đọc.`;
export const headerNotFound =
  'Chưa tìm thấy dòng tiêu đề (như “Họ và tên”, “Năm sinh”) trong 15 dòng đầu. Xin chọn cột bằng tay.';
export const identityColumnNotRead =
  'Cột số căn cước/định danh được bỏ qua: hệ thống không lưu số giấy tờ tùy thân.';
export const hamletMissing = 'Danh sách không cho biết ấp. Xin chọn ấp trước khi nhập.';
export const hamletFromSheetName = (sheet: string) =>
  `Lấy tên trang ${quoted(sheet)} làm tên ấp. Xin xem lại.`;
export const povertyNotStated = 'Danh sách không có cột hộ nghèo, cận nghèo: để “chưa rõ”.';
export const rowsTakenAsHouseholds =
  'Danh sách không cho biết ai cùng một hộ (không có cột số hộ, quan hệ hay số nhân khẩu): mỗi dòng được coi là một hộ. Xin xem lại.';
export const nameMissing = (text: string) => `Không có họ tên nên bỏ qua dòng này: ${quoted(text)}.`;
export const nameTooLong = (max: number) => `Họ tên dài hơn ${formatCount(max)} ký tự nên bỏ qua dòng này.`;
export const nameWithoutLetters = (text: string) =>
  `Họ tên ${quoted(text)} không có chữ nào nên bỏ qua dòng này.`;
export const hiddenCharacters = (name: string) => `Đã bỏ các ký tự ẩn trong họ tên ${quoted(name)}.`;
export const birthNotUnderstood = (text: string) =>
  `Ngày sinh ${quoted(text)} không có trong lịch hoặc không đọc được: để trống.`;
export const birthInFuture = (text: string) => `Ngày sinh ${quoted(text)} ở sau ngày hôm nay: để trống.`;
export const birthTooOld = (text: string) => `Ngày sinh ${quoted(text)} cách nay hơn 120 năm: để trống.`;
export const birthYearShownAsDate = (text: string, year: string) =>
  `Ô ngày sinh hiện ${quoted(text)}, có lẽ là năm ${year} gõ vào ô định dạng ngày: lấy năm ${year}.`;
export const birthTwoDigitYear = (text: string, year: string) =>
  `Ngày sinh ${quoted(text)} chỉ có hai số cuối của năm: lấy năm ${year}.`;
export const sexNotUnderstood = (text: string) => `Giới tính ${quoted(text)} không đọc được: để trống.`;
export const phoneNotUnderstood = (text: string) => `Số điện thoại ${quoted(text)} không đúng: để trống.`;
export const phoneSeveral = (phone: string) => `Ô điện thoại có nhiều số: lấy số ${phone}.`;
export const residenceNotUnderstood = (text: string) =>
  `Tình trạng cư trú ${quoted(text)} không đọc được: để “chưa rõ”.`;
export const sizeNotUnderstood = (text: string) => `Số nhân khẩu ${quoted(text)} không đọc được: để trống.`;
export const sizeDiffers = (stated: number, named: number) =>
  `Hộ ghi ${formatCount(stated)} nhân khẩu nhưng danh sách có tên ${formatCount(named)} người.`;
export const totalDiffers = (stated: number, counted: number) =>
  `Dòng cộng ghi ${formatCount(stated)} nhân khẩu nhưng cộng các dòng được ${formatCount(counted)}.`;
export const markNotUnderstood = (field: string, text: string) =>
  `Cột ${quoted(field)} ghi ${quoted(text)}, không đọc được: để “chưa rõ”.`;
export const poorAndNearPoor = 'Hộ được đánh dấu cả nghèo và cận nghèo: lấy là hộ nghèo.';
export const textCut = (field: string, max: number) =>
  `Cột ${quoted(field)} dài hơn ${formatCount(max)} ký tự: chỉ giữ phần đầu.`;
export const headMissing = (name: string) => `Hộ không ghi ai là chủ hộ: lấy người đầu tiên, ${name}.`;
export const headTwice = (name: string) => `Hộ này đã có chủ hộ: ${name} được ghi là “khác”.`;
export const bookNumberRepeated = (number: string) =>
  `Số hộ ${number} đã dùng cho một hộ khác ở trên: coi là hộ riêng.`;
export const duplicateInFile = (name: string, sheet: string, row: number) =>
  `Hộ ${name} giống hộ ở trang ${quoted(sheet)}, dòng ${formatCount(row)} (cùng tên chủ hộ, ngày sinh, ấp). Xin xem có phải nhập hai lần.`;
export const nothingFound = (file: string) =>
  `Không tìm thấy hộ nào trong tệp ${quoted(file)}. Xin xem lại tệp: cần một dòng tiêu đề có cột “Họ và tên” hoặc “Họ và tên chủ hộ”.`;

/** The command line. */
export const importUsage = 'Cách dùng: npm run -s import -- TỆP [--preview] [--json] [--create-hamlets]';
export const fileNotThere = 'Không mở được tệp. Xin xem lại đường dẫn.';
export const oneCommuneNeeded =
  'Chưa có xã nào được cài đặt (hoặc có nhiều xã). Xin mở trang web để cài đặt, rồi nhập danh sách ở đó.';
export const imported = (households: number, actions: Record<string, number>) =>
  `Đã ghi vào sổ ${formatCount(households)} hộ của danh sách: ${formatCount(actions['created'] ?? 0)} hộ mới, ${formatCount(actions['updated'] ?? 0)} hộ cập nhật, ${formatCount(actions['moved'] ?? 0)} hộ chuyển ấp, ${formatCount(actions['unchanged'] ?? 0)} hộ không đổi, ${formatCount(actions['skipped'] ?? 0)} hộ nhập trùng bỏ qua.`;

export const summary = (counts: { households: number; residents: number; warnings: readonly unknown[] }) =>
  `${formatCount(counts.households)} hộ, ${formatCount(counts.residents)} người, ${formatCount(counts.warnings.length)} lưu ý.`;
