import { formatCount } from '#shared/numbers.ts';
import { formatDay, type Day } from '#shared/calendar.ts';

/** The words of possible duplicates. */
export const title = 'Hộ có thể trùng';
export const lead = 'Sổ chỉ gợi ý; có gộp hay không là do người quyết định. Hộ không trùng thì cứ để yên.';
/** Only so many are compared at a time; the surest come first. */
export const found = (n: number, more: boolean) =>
  more ? `${formatCount(n)} cặp giống nhau nhất; chọn từng ấp để xem đủ hơn` : `${formatCount(n)} cặp`;
export const none = 'Không thấy hộ nào trùng';
export const noneText = 'Sổ tìm theo tên chủ hộ và năm sinh, hoặc người cùng tên, cùng ngày sinh ở hai hộ.';
export const pair = (first: string, second: string) => `${first} và ${second}`;
export const compare = (first: string, second: string) => `So sánh hộ ${first} với hộ ${second}`;
export const rows = {
  head: 'Chủ hộ',
  code: 'Mã hộ',
  hamlet: 'Ấp',
  place: 'Tổ, địa chỉ',
  phone: 'Điện thoại',
  size: 'Số người',
  state: 'Tình trạng',
  contact: 'Lần gặp gần nhất',
};
export const first = 'Hộ thứ nhất';
export const second = 'Hộ thứ hai';
export const samePhone = 'Cùng số điện thoại';
export const inCommon = (names: readonly string[]) => `Người có ở cả hai hộ: ${names.join(', ')}`;
export const merge = 'Gộp hai hộ này';
export const mergeText =
  'Hộ còn lại nhận người và những lần gặp của hộ kia. Hộ kia vẫn có trong lịch sử và gỡ gộp được.';
export const keep = 'Giữ lại hộ nào?';
export const same = 'Ai là cùng một người?';
export const sameHelp = 'Bỏ chọn nếu chỉ trùng tên; khi đó cả hai người cùng ở trong hộ.';
export const submit = 'Gộp hai hộ';
export const onePerson = 'Chỉ một người ghi trùng, hai hộ khác nhau';
export const onePersonText =
  'Ví dụ con gái đã theo chồng mà hộ cũ vẫn còn ghi tên. Chọn người để xem hai bên rồi gộp; hai hộ vẫn đứng riêng.';
export const contact = (on: Day | null) => (on === null ? null : formatDay(on));
export const hamlet = 'Ấp';
export const allHamlets = 'Toàn xã';
