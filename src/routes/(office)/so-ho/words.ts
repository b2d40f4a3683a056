import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of the register: its list, and what its pages share. */
export { group, placeOf, emptySearch, emptySearchText } from '#features/registry/household-words.ts';
export const title = 'Sổ hộ';
export const back = 'Sổ hộ';
export const add = 'Thêm hộ';
export const duplicates = 'Hộ có thể trùng';
export const searchLabel = 'Tìm hộ theo tên, số điện thoại hoặc địa chỉ';
export const searchHelp = 'Gõ không dấu cũng được';
export const table = 'Danh sách hộ';
export const columns = {
  head: 'Chủ hộ',
  hamlet: 'Ấp',
  place: 'Tổ, địa chỉ',
  size: 'Số người',
  reasons: 'Ưu tiên',
  contact: 'Lần gặp gần nhất',
};

/** "hơn 1.000 hộ" when nobody counted to the end. */
export const found = (total: number | null, upTo: number) =>
  total === null ? `hơn ${formatCount(upTo)} hộ` : `${formatCount(total)} hộ`;
export const shown = (n: number, total: string) => `Đang xem ${formatCount(n)} trong ${total}`;
export const people = (n: number | null) => `${formatCount(n)} người`;
export const whoAged = (polite: string, age: number | null, estimated: boolean) =>
  age === null
    ? `${polite}, chưa rõ tuổi`
    : `${polite}, ${estimated ? 'khoảng ' : ''}${formatCount(age)} tuổi`;
export const compared = 'Mục';
export const neverContacted = 'Chưa gặp lần nào';
export const contacted = (on: Day, met: 'someone' | 'nobody') =>
  met === 'someone' ? formatDay(on) : `${formatDay(on)}, không gặp ai`;
export const lastContact = (text: string) => `Gặp lần cuối: ${text}`;

export const filterReasons = 'Lọc theo lý do ưu tiên';
export const filterMore = 'Lọc và sắp xếp';
export const filterHamlet = 'Ấp';
export const filterGroup = 'Tổ';
export const filterState = 'Tình trạng hộ';
export const sortBy = 'Xếp theo';
export const sortHead = 'Tên chủ hộ';
export const sortAddress = 'Tổ và địa chỉ';
export const clear = 'Bỏ lọc, xem tất cả';

export const download = 'Tải danh sách này về';
export const downloadText =
  'Tệp gồm mọi hộ khớp với phần tìm và lọc ở trên. Lần tải được ghi vào nhật ký: ai tải, lúc nào, những gì.';
export const downloadHouseholds = 'Danh sách hộ';
export const downloadResidents = 'Danh sách người';
export const excel = 'Excel';
export const csv = 'CSV';
export const fileName = (what: 'households' | 'residents', day: Day) =>
  `${what === 'households' ? 'so-ho' : 'nhan-khau'}-${day}`;

export const emptyFilter = 'Không có hộ nào đúng với phần lọc này';
export const emptyFilterText = 'Bỏ bớt một điều kiện lọc để thấy nhiều hộ hơn.';
export const emptyRegister = 'Sổ hộ còn trống';
export const emptyRegisterText = 'Nhập danh sách hộ có sẵn từ tệp Excel, hoặc thêm từng hộ một.';
export const importList = 'Nhập từ Excel';

/** Said above the list after something was done. */
export const done: Record<string, string> = {
  gop: 'Đã gộp hai hộ. Có thể gỡ gộp trong trang của hộ.',
};
