/** Headers of exported lists. */
export const sheetNames = { households: 'Danh sách hộ', residents: 'Danh sách nhân khẩu' } as const;

interface Column {
  header: string;
  width: number;
  kind: 'text' | 'number' | 'date';
}
const text = (header: string, width: number): Column => ({ header, width, kind: 'text' });
const day = (header: string): Column => ({ header, width: 12, kind: 'date' });
const number = (header: string): Column => ({ header, width: 10, kind: 'number' });

const place = [text('Mã hộ', 10), text('Số hộ', 10), text('Ấp', 16), text('Tổ', 10), text('Địa chỉ', 30)];
const policy = [text('Diện chính sách', 18), text('Năm xét', 10), text('Quyết định', 18)];

/** The columns of an export; restricted ones last. */
export function columnsOf(what: 'households' | 'residents', restricted: boolean): Column[] {
  const open =
    what === 'households'
      ? [
          ...place,
          text('Họ và tên chủ hộ', 26),
          text('Năm sinh chủ hộ', 12),
          text('Điện thoại', 14),
          number('Số nhân khẩu'),
          text('Tình trạng hộ', 16),
          day('Từ ngày'),
          text('Điện thoại thông minh', 14),
          text('Internet', 10),
          text('Người phụ trách', 22),
          text('Lý do ưu tiên', 28),
          text('Ghi chú', 30),
        ]
      : [
          ...place,
          text('Họ và tên', 26),
          text('Quan hệ với chủ hộ', 16),
          text('Giới tính', 10),
          { header: 'Ngày sinh', width: 12, kind: 'date' as const },
          text('Tình trạng cư trú', 16),
          text('Số điện thoại', 14),
          text('Điện thoại thông minh', 14),
          text('Tình trạng', 16),
          day('Từ ngày'),
        ];
  if (!restricted) return open;
  return what === 'households' ? [...open, ...policy] : [...open, ...policy, text('Yếu thế', 10)];
}
