import { formatDay, type Day } from '#shared/calendar.ts';
import { inSentence } from '#shared/in-sentence.ts';
import { sellingSteps, type BusinessKind, type SellingStage, type SellingStep } from './model.ts';

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

/** The stretches of the way, as the board's columns. */
export const stage: Record<SellingStage, string> = {
  prepare: 'Chuẩn bị tài khoản',
  show: 'Ảnh và trang sản phẩm',
  open: 'Mở gian hàng',
  sell: 'Đơn hàng, giao hàng',
  run: 'Sắp tự bán',
  done: 'Đã tự bán đều',
};
/** "4 trong 8 bước". */
export const stepsDone = (done: number) => `${done} trong ${sellingSteps.length} bước`;
export const nextStep = (next: SellingStep | null) =>
  next === null ? 'Đã đủ các bước' : `Tiếp theo: ${inSentence(step[next])}`;

export const waiting = {
  stalled: 'cơ sở lâu chưa thêm bước nào, cần ghé hướng dẫn',
  uncommitted: 'cơ sở đã mở gian hàng, chưa ký cam kết chất lượng',
};

export const dayInFuture = 'Ngày này chưa tới. Xin xem lại ngày.';
export const sameName = 'Ấp đã có cơ sở mang tên này. Xin đặt tên khác.';
export const householdElsewhere = 'Hộ này không ở ấp đã chọn. Xin chọn lại hộ.';
export const closed = (on: Day) => `Cơ sở đã ngừng từ ${formatDay(on)}, không ghi thêm được.`;
export const notDone = 'Bước này chưa được ghi là đã làm, nên không có gì để rút lại.';
export const alreadyDone = 'Bước này đã được ghi là đã làm. Xin tải lại trang.';
export const marketplaceNeeded = 'Xin chọn sàn mà gian hàng đã mở.';
export const marketplaceUnknown = 'Sàn này không có trong danh mục. Xin chọn lại.';
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
