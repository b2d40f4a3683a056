/** The words of the list of who is left, on the page and in the file. */
export const sheetName = 'Còn lại';
export const priorityOnly = 'Hộ ưu tiên';
export const exportColumns = [
  { header: 'Ấp', width: 16, kind: 'text' },
  { header: 'Tổ', width: 10, kind: 'text' },
  { header: 'Họ và tên', width: 28, kind: 'text' },
  { header: 'Chủ hộ', width: 28, kind: 'text' },
  { header: 'Địa chỉ', width: 28, kind: 'text' },
  { header: 'Ưu tiên', width: 32, kind: 'text' },
  { header: 'Lần gặp cuối', width: 14, kind: 'date' },
  { header: 'Còn thiếu', width: 60, kind: 'text' },
] as const;

export const order =
  'Xếp theo thứ tự nên làm: hộ ưu tiên trước, rồi người chưa gặp lần nào, rồi người gặp đã lâu.';
export const never = 'Chưa gặp lần nào';
export const head = (name: string) => `hộ ${name}`;
export const none = 'Không còn ai trong danh sách này';
export const noneText = 'Mọi người thuộc diện đều đã đạt. Cảm ơn cả tổ.';
