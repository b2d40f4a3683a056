import { formatCount } from '#shared/numbers.ts';

/** What a person reads when a file is refused: what it is, and what to do. */
const saveAgain =
  'Xin mở tệp bằng Excel, chọn Lưu thành (Save As) → Excel Workbook (.xlsx), rồi tải lên lại.';

export const empty = 'Tệp trống, không có dòng nào. Xin chọn lại đúng tệp danh sách.';
export const damaged = `Tệp bị hỏng hoặc không phải tệp Excel, nên không đọc được. ${saveAgain}`;
export const textDamaged =
  'Chữ trong tệp không đọc được (bảng mã lạ hoặc tệp hỏng). Xin mở tệp bằng Excel, chọn Lưu thành → CSV UTF-8 hoặc Excel Workbook (.xlsx), rồi tải lên lại.';
export const forbiddenXml = `Trong tệp có phần khai báo lạ (DOCTYPE) mà tệp Excel bình thường không có, nên tệp bị từ chối. ${saveAgain}`;
export const oldOrLocked = `Tệp là Excel đời cũ (.xls) hoặc đang có mật khẩu, nên chưa đọc được. Xin mở tệp bằng Excel, bỏ mật khẩu nếu có, chọn Lưu thành → Excel Workbook (.xlsx), rồi tải lên lại.`;
export const locked = 'Tệp nén đang có mật khẩu. Xin bỏ mật khẩu, lưu lại dạng .xlsx rồi tải lên lại.';
export const macros =
  'Tệp có chứa macro (.xlsm), vì an toàn nên không nhận. Xin chọn Lưu thành → Excel Workbook (.xlsx) để bỏ macro, rồi tải lên lại.';
export const webPage = `Tệp này thật ra là trang web (HTML) hoặc XML được đổi đuôi, không phải tệp Excel. ${saveAgain}`;
export const openDocument =
  'Chưa nhận tệp .ods. Xin mở bằng LibreOffice hoặc Excel, chọn Lưu thành → Excel (.xlsx), rồi tải lên lại.';
export const binaryWorkbook = `Chưa nhận tệp .xlsb. ${saveAgain}`;
export const archive =
  'Đây là tệp nén hoặc không phải bảng tính. Xin giải nén, rồi tải lên từng tệp .xlsx hoặc .csv.';
export const otherKind = 'Chưa nhận loại tệp này. Xin tải lên tệp Excel (.xlsx) hoặc CSV.';

const megabytes = (bytes: number) => formatCount(bytes / 1024 / 1024);

export const fileTooLarge = (bytes: number) =>
  `Tệp lớn quá: chỉ nhận tệp đến ${megabytes(bytes)} MB. Xin tách theo ấp thành nhiều tệp rồi tải lên từng tệp.`;
export const inflatedTooLarge = (bytes: number) =>
  `Tệp phình quá lớn khi mở ra (hơn ${megabytes(bytes)} MB, hoặc nén bất thường), nên bị từ chối. Xin chép riêng bảng danh sách sang một tệp Excel mới rồi tải lên lại.`;
export const tooManyEntries = (count: number) =>
  `Tệp có quá nhiều phần bên trong (hơn ${formatCount(count)}). Xin chép riêng bảng danh sách sang một tệp Excel mới rồi tải lên lại.`;
export const tooManyRows = (count: number) =>
  `Tệp có hơn ${formatCount(count)} dòng. Xin tách theo ấp thành nhiều tệp rồi tải lên từng tệp.`;
export const tooManyColumns = (count: number) =>
  `Tệp có hơn ${formatCount(count)} cột. Xin giữ lại các cột cần dùng rồi tải lên lại.`;
export const cellTooLong = (sheet: string, row: number, max: number) =>
  `Trang “${sheet}”, dòng ${formatCount(row)}: một ô dài hơn ${formatCount(max)} ký tự. Xin xem lại ô đó rồi tải lên lại.`;
export const textTooLong = (max: number) =>
  `Trong tệp có một ô dài hơn ${formatCount(max)} ký tự. Xin tìm và rút gọn ô đó rồi tải lên lại.`;
export const tooSlow =
  'Đọc tệp lâu quá hoặc cần quá nhiều bộ nhớ nên đã dừng lại. Xin chép riêng bảng danh sách sang một tệp Excel mới, hoặc tách theo ấp, rồi tải lên lại.';

/** The name of the only sheet of a CSV. */
export const csvSheet = 'CSV';
