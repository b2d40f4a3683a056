import { formatDay, type Day } from '#shared/calendar.ts';
import type { BusinessKind, SellingStep } from './model.ts';

export const title = 'Kinh tế số';

export const kind: Record<BusinessKind, string> = {
  household_business: 'Hộ kinh doanh',
  enterprise: 'Doanh nghiệp',
  cooperative: 'Hợp tác xã',
  producer: 'Người sản xuất',
};

export const step: Record<SellingStep, string> = {
  account: 'Có tài khoản bán hàng',
  e_payment: 'Nhận thanh toán điện tử',
  photo: 'Có ảnh sản phẩm',
  product_page: 'Đăng trang sản phẩm',
  shop: 'Mở gian hàng trên sàn',
  first_order: 'Có đơn hàng đầu tiên',
  packing: 'Biết đóng gói, giao hàng',
  running: 'Tự bán hàng đều',
};

export const dayInFuture = 'Ngày này chưa tới. Xin xem lại ngày.';
export const sameName = 'Ấp đã có cơ sở mang tên này. Xin đặt tên khác.';
export const householdElsewhere = 'Hộ này không ở ấp đã chọn. Xin chọn lại hộ.';
export const closed = (on: Day) => `Cơ sở đã ngừng từ ${formatDay(on)}, không ghi thêm được.`;
export const notDone = 'Bước này chưa được ghi là đã làm, nên không có gì để rút lại.';
export const alreadyDone = 'Bước này đã được ghi là đã làm. Xin tải lại trang.';
export const marketplaceNeeded = 'Xin ghi tên sàn, ví dụ buudien.vn.';
export const memberUnknown = 'Không tìm thấy thành viên này trong Tổ. Xin chọn lại.';
export const closedBefore = (day: Day) => `Ngày ngừng trước ngày ghi vào sổ (${formatDay(day)}).`;

/** The promise that is signed (R41: "cam kết cung cấp hàng hóa đúng chất lượng"); another text is another version, and what was signed keeps its own. */
export const commitment = {
  version: '2026-1',
  text: [
    'Bán đúng hàng như ảnh và lời giới thiệu đã đăng.',
    'Ghi rõ giá, khối lượng, nguồn gốc và hạn dùng của sản phẩm.',
    'Không bán hàng giả, hàng cấm, hàng kém chất lượng.',
    'Giao đúng hẹn, đóng gói cẩn thận, nhận đổi trả khi hàng có lỗi.',
    'Giữ kín thông tin của người mua, không dùng vào việc khác.',
  ].join('\n'),
};
