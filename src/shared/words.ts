import { formatCount } from './numbers.ts';
import type { ProblemCode } from './problem.ts';

/** What every field may say. */
export const needed = 'Xin điền mục này.';
export const tooLong = (max: number) => `Dài quá: mục này nhận tối đa ${formatCount(max)} ký tự.`;
export const chooseOne = 'Xin chọn một mục trong danh sách.';
export const dayNeeded = 'Xin điền ngày, ví dụ 05/11/2026.';
export const dayWrong = 'Ngày này không có trong lịch. Xin viết như 05/11/2026.';
export const monthNeeded = 'Xin chọn tháng.';
export const numberNeeded = 'Xin điền một số nguyên.';
export const between = (min: number, max: number) =>
  `Xin điền số từ ${formatCount(min)} đến ${formatCount(max)}.`;
export const dongNeeded = 'Xin ghi số tiền bằng đồng, là số nguyên, ví dụ 1.500.000.';
export const dongBetween = (least: string, most: string) => `Xin ghi số tiền từ ${least} đến ${most} đồng.`;
export const phoneWrong = 'Số điện thoại chưa đúng. Số di động có 10 chữ số, ví dụ 0912 345 678.';

/** Of a commune that was merged into another one. */
export const communeClosed =
  'Xã này đã sáp nhập vào xã khác, sổ đã đóng: chỉ xem được, không ghi thêm được. Việc mới ghi ở xã còn lại.';

/** The text of a Problem that brings none of its own. */
export const problemText: Record<ProblemCode, string> = {
  'input.invalid': 'Có mục chưa đúng. Xin xem lại các mục được đánh dấu.',
  'input.too_large': 'Nội dung gửi lên lớn quá. Xin chia nhỏ rồi gửi lại.',
  'file.unreadable': 'Không đọc được tệp này. Xin mở tệp bằng Excel, lưu lại dạng .xlsx rồi gửi lại.',
  'file.too_large': 'Tệp lớn quá. Xin chia thành nhiều tệp nhỏ hơn rồi gửi lại.',
  'file.kind_not_supported': 'Chưa nhận loại tệp này. Xin lưu lại dạng .xlsx hoặc .csv rồi gửi lại.',
  'sign_in.required': 'Xin đăng nhập để tiếp tục.',
  'sign_in.wrong': 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
  'sign_in.too_many_tries': 'Đã thử sai nhiều lần. Xin chờ ít phút rồi thử lại.',
  'invitation.not_valid': 'Mã mời không còn dùng được. Xin hỏi người đã cấp mã để lấy mã mới.',
  not_allowed: 'Anh/chị không có quyền làm việc này. Nếu cần, xin liên hệ Phòng Văn hóa – Xã hội.',
  not_found: 'Không tìm thấy. Có thể địa chỉ sai, hoặc mục này không thuộc phần anh/chị được xem.',
  'state.conflict': 'Việc này đã được người khác xử lý trước. Xin tải lại trang để xem mới nhất.',
  duplicate: 'Mục này đã có rồi.',
  'origin.foreign': 'Yêu cầu không đến từ trang này nên bị từ chối. Xin tải lại trang rồi thử lại.',
  'device.revoked': 'Máy này không còn được dùng để vào sổ. Xin đăng nhập lại, hoặc hỏi trưởng ấp.',
  'sync.server_older':
    'Ứng dụng trên máy mới hơn phần mềm của xã. Những gì đã ghi vẫn giữ trên máy và sẽ gửi sau khi xã cập nhật.',
  'storage.full':
    'Ổ đĩa máy chủ đã đầy, chưa lưu được. Những gì anh/chị vừa nhập vẫn ở trên trang; xin báo người quản trị.',
  'service.unavailable': 'Hệ thống đang bận. Xin thử lại sau ít giây.',
  unexpected: 'Có lỗi ngoài dự kiến. Chưa có gì được lưu. Xin thử lại; nếu vẫn lỗi, báo người quản trị.',
};
