import { formatDay } from '#shared/calendar.ts';

/** The words of the catalogue. */
export const title = 'Danh mục';
export const lead = 'Những lựa chọn mà thành viên thấy khi ghi lần gặp và tuyên truyền.';
export const kinds = 'Loại danh mục';
export const add = 'Thêm mục';
export const columns = {
  name: 'Tên',
  purpose: 'Để làm gì',
  link: 'Trang chính thức',
  checked: 'Kiểm tra gần nhất',
  tracks: 'Ghi vào tình trạng số',
  mass: 'Cách tính',
};
export const unchecked = 'chưa kiểm tra';
export const checkedOn = (day: string) => formatDay(day);
export const checkToday = 'Kiểm tra hôm nay';
export const checkTodayOf = (name: string) => `Đã kiểm tra hôm nay: ${name}`;
export const checkHelp =
  'Mở trang, xem địa chỉ và các bước còn đúng không, rồi bấm “Kiểm tra hôm nay”. Chỉ bấm khi đã tự mở.';
export const mass = 'Đại chúng: không tính cho từng hộ';
export const named = 'Có tên hộ: tính cho từng hộ';
export const empty = 'Chưa có mục nào';
export const emptyText = 'Thêm mục đầu tiên để thành viên chọn được.';

export const form = {
  newTitle: (kind: string) => `Thêm mục: ${kind}`,
  editTitle: (name: string) => `Sửa: ${name}`,
  name: 'Tên',
  position: 'Thứ tự trong danh sách',
  positionHelp: 'Số nhỏ đứng trước.',
  pillar: 'Thuộc trụ cột',
  purpose: 'Để làm gì',
  purposeHelp: 'Một câu mà bà con hiểu ngay.',
  link: 'Địa chỉ trang chính thức',
  linkHelp: 'Bắt đầu bằng https://',
  checkedOn: 'Ngày kiểm tra gần nhất',
  domains: 'Phục vụ nhu cầu thiết yếu',
  tracks: 'Hướng dẫn xong thì ghi vào tình trạng số',
  tracksNone: 'Không ghi',
  marketplace: 'Bà con có mở gian hàng ở đây được không?',
  marketplaceHelp: 'Sàn thương mại điện tử thì có tên khi ghi bước mở gian hàng của cơ sở kinh doanh.',
  noMarketplace: 'Không',
  isMarketplace: 'Được, là sàn bán hàng',
  mass: 'Cách tính',
  named: 'Có tên hộ',
  namedDetail: 'tính cho từng hộ',
  massive: 'Đại chúng',
  massiveDetail: 'loa, băng rôn; không tính hộ nào',
  save: 'Lưu',
  retire: 'Thôi dùng mục này',
  retireText: 'Mục không còn trong các lựa chọn từ hôm nay. Những gì đã ghi với mục này vẫn giữ nguyên.',
  retireSubmit: 'Thôi dùng từ hôm nay',
};

export const done = {
  luu: 'Đã lưu.',
  'thoi-dung': 'Mục này đã thôi dùng.',
  'kiem-tra': 'Đã ghi ngày kiểm tra.',
};
