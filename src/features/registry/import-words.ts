import { formatCount } from '#shared/numbers.ts';

/** What the import says to the officer. */
export const stateNames = {
  read: 'Chờ xác nhận',
  writing: 'Đang ghi vào sổ',
  done: 'Đã nhập',
  failed: 'Bị gián đoạn, chưa ghi gì',
  undone: 'Đã hoàn tác',
  dropped: 'Đã bỏ',
} as const;
export const actionNames = {
  created: 'Hộ mới',
  updated: 'Cập nhật',
  moved: 'Chuyển ấp',
  unchanged: 'Không đổi',
  skipped: 'Bỏ qua',
} as const;

export const created = (people: number) => `Hộ mới, ${formatCount(people)} người có tên.`;
export const moved = (from: string, to: string) => `Chuyển từ ${from} đến ${to}.`;
export const unchanged = 'Không có gì thay đổi.';
export const sentence = (line: string) => `${line}.`;
export const newHead = (name: string) => `Chủ hộ mới: ${name}.`;
export const newResident = (name: string) => `Thêm người: ${name}.`;
export const residentChanged = (name: string, line: string) => `${name} – ${line}.`;
export const notListed = (names: readonly string[]) =>
  `Không có trong danh sách mới (vẫn giữ trong sổ): ${names.join(', ')}.`;
export const doubleOf = (sheet: string, row: number) =>
  `Nhập hai lần: giống hộ ở trang “${sheet}”, dòng ${formatCount(row)}; chỉ nhập một lần.`;
export const leftOut = (reason: string, text: string) => `${reason}: ${text}`;

export const hamletUnknown = (name: string) =>
  name === ''
    ? 'Có hộ chưa rõ ở ấp nào. Xin chọn ấp.'
    : `Xã chưa có “${name}”. Xin chọn ấp đã có, hoặc cho phép tạo mới.`;
export const nothingToImport = 'Danh sách không có hộ nào để nhập. Xin xem lại cột và dòng tiêu đề.';
export const notWaiting = 'Lần nhập này không còn chờ xác nhận. Xin tải lại trang để xem tình trạng.';
export const interrupted = 'Máy chủ dừng giữa chừng; chưa có gì được ghi. Anh/chị có thể nhập lại.';
export const failed = 'Có lỗi khi ghi; chưa có gì được ghi vào sổ. Xin thử lại.';
export const notDone = 'Chỉ hoàn tác được lần nhập đã xong.';
export const builtOn =
  'Không hoàn tác được: sau khi nhập đã có người sửa sổ hoặc ghi việc trên các hộ này. Xin sửa từng hộ.';

export const reportSheet = 'Kết quả nhập';
export const reportHeaders = {
  sheet: 'Trang',
  row: 'Dòng',
  hamlet: 'Ấp',
  head: 'Chủ hộ',
  action: 'Kết quả',
  code: 'Mã hộ',
  message: 'Chi tiết',
} as const;
