import { formatCount } from '#shared/numbers.ts';
import { formatDay, type Day } from '#shared/calendar.ts';

export const title = 'Tuyên truyền theo nhóm';
export const record = 'Ghi buổi tuyên truyền';
export const correct = 'Sửa lại';
export const withdraw = 'Rút lại';
export const withdrawn = 'Đã rút lại';

export const reach = {
  listed: 'Có danh sách hộ',
  estimated: 'Ước lượng số người',
} as const;
/** Estimates are shown apart and count for no target (T2, T4). */
export const estimatedApart = 'Số ước lượng được ghi riêng, không tính vào chỉ tiêu hộ.';
export const listedHouseholds = (count: number) => `${formatCount(count)} hộ theo danh sách`;
export const estimatedPeople = (count: number) => `Khoảng ${formatCount(count)} người`;

export const householdsNeeded = 'Xin chọn ít nhất một hộ trong danh sách dự, hoặc chọn “Ước lượng số người”.';
export const noHouseholdsWithEstimate = 'Đã ước lượng số người thì không chọn hộ. Xin bỏ chọn các hộ.';
export const peopleNeeded = 'Xin điền số người ước lượng.';
export const noPeopleWithList = 'Đã có danh sách hộ thì không điền số ước lượng. Xin để trống mục này.';
export const massForm = 'Hình thức này không ghi được tên từng hộ. Xin chọn “Ước lượng số người”.';
export const householdUnknown = 'Trong danh sách có hộ không còn trong sổ. Xin tải lại trang rồi chọn lại.';
export const notInCatalogue = 'Mục này không còn trong danh mục của xã. Xin chọn mục khác.';
export const dayInFuture = 'Ngày tổ chức chưa tới. Xin xem lại ngày.';
export const dayTooEarly = (earliest: Day) =>
  `Ngày tổ chức sớm quá. Chỉ ghi được từ ${formatDay(earliest)}; xin xem lại năm.`;
export const alreadyReplaced =
  'Buổi này đã được người khác sửa hoặc rút lại. Xin tải lại trang để xem bản mới nhất.';
export const alreadyWithdrawn = 'Buổi này đã được rút lại rồi.';
