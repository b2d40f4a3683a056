import type { ScanProblem, ScanStatus } from './scan-card.ts';

export const title = 'Quét thẻ căn cước';
export const where = 'Mã QR ở mặt trước thẻ căn cước công dân, ở mặt sau thẻ căn cước mới.';
export const kept = 'Chỉ lấy họ tên, ngày sinh, giới tính, địa chỉ. Số trên thẻ không được lưu lại.';
export const close = 'Đóng, nhập tay';
export const again = 'Thử lại';
export const lightOn = 'Bật đèn';
export const lightOff = 'Tắt đèn';

/** What to do while the camera looks. */
export const looking: Record<Exclude<ScanStatus, ScanProblem>, string> = {
  starting: 'Đang mở camera. Nếu máy hỏi, xin chọn cho phép.',
  looking: 'Đưa mã QR vào giữa khung, cách chừng một gang tay, rồi giữ yên.',
  other: 'Mã này không phải mã trên thẻ căn cước, hoặc thẻ ghi khác mẫu. Xin quét mã khác, hoặc nhập tay.',
};

/** Why the camera does not look, and what to do next. */
export const problems: Record<ScanProblem, { title: string; text: string }> = {
  insecure: {
    title: 'Trang này chưa dùng được camera',
    text: 'Trình duyệt chỉ cho dùng camera khi địa chỉ trang bắt đầu bằng https. Xin mở lại bằng địa chỉ https của xã, hoặc đóng lại và nhập tay.',
  },
  refused: {
    title: 'Máy chưa cho phép dùng camera',
    text: 'Xin bấm biểu tượng bên trái địa chỉ trang, hoặc vào Cài đặt của máy, cho phép Camera rồi bấm “Thử lại”. Không được thì đóng lại và nhập tay.',
  },
  missing: {
    title: 'Không tìm thấy camera',
    text: 'Máy này không có camera dùng được. Xin đóng lại và nhập tay.',
  },
  busy: {
    title: 'Camera đang bận',
    text: 'Có thể ứng dụng khác đang dùng camera. Xin tắt ứng dụng đó rồi bấm “Thử lại”, hoặc đóng lại và nhập tay.',
  },
  broken: {
    title: 'Chưa mở được phần đọc mã QR',
    text: 'Lần quét đầu tiên cần có mạng. Xin bấm “Thử lại” khi có mạng, hoặc đóng lại và nhập tay.',
  },
};
