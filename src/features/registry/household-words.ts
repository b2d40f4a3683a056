import { fold } from '#shared/fold.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words about a household and its people, on the office's pages and on the phone. */
export const group = (name: string) => (fold(name).startsWith('to ') ? name : `Tổ ${name}`);
export const placeOf = (groupName: string | null, address: string | null) =>
  [groupName === null ? null : group(groupName), address].filter(Boolean).join(', ') || null;
export const emptySearch = (text: string) => `Không có hộ nào khớp với “${text}”`;
export const emptySearchText =
  'Thử gõ ít chữ hơn, chỉ tên hoặc bốn số cuối điện thoại. Nếu hộ chưa có trong sổ thì thêm mới.';

export const householdOf = (head: string) => `Hộ ${head}`;
export const code = (text: string) => `Mã ${text}`;
export const call = (phone: string) => `Gọi ${phone}`;
export const people = (n: number | null) => `Người trong hộ (${formatCount(n)} người)`;
export const onlyStated = (n: number) =>
  `Danh sách ghi hộ có ${formatCount(n)} người, trong sổ chưa đủ tên. Gặp hộ thì hỏi và thêm vào.`;
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
export const correctHousehold = 'Sửa thông tin hộ';
