import type { GuidanceCard } from '../card.ts';

export const binhDanHocVuSo: GuidanceCard = {
  platform: 'binh_dan_hoc_vu_so',
  title: 'Bình dân học vụ số',
  about: 'Học cách dùng điện thoại, mạng cho an toàn; học ở nhà, lúc nào rảnh thì học.',
  needed: ['Tài khoản VNeID đã kích hoạt', 'Mạng Wi-Fi (bài có phim, tốn nhiều 4G)'],
  steps: [
    {
      text: 'Mở trình duyệt, gõ đúng địa chỉ binhdanhocvuso.gov.vn.',
      hint: 'Xem kỹ đuôi gov.vn. Không mở từ đường dẫn người lạ gửi.',
      drawing: 'search',
    },
    { text: 'Bấm nút đăng nhập, chọn đăng nhập bằng VNeID.', drawing: 'phone' },
    { text: 'Bà con tự gõ mật khẩu, mã OTP; mình quay mặt đi.', drawing: 'code' },
    { text: 'Chọn bài đầu tiên, bật tiếng cho bà con nghe.', drawing: 'school' },
    {
      text: 'Bà con tự trả lời câu hỏi cuối bài; mình không làm thay.',
      drawing: 'check',
    },
    { text: 'Hẹn ngày học bài sau, học chung nhiều nhà càng vui.', drawing: 'together' },
  ],
  goal: 'Bà con học xong một bài và tự mở được bài sau.',
  trouble: [
    {
      problem: 'Chưa có VNeID',
      answer: 'Làm VNeID trước. Không học nhờ bằng tài khoản của người khác.',
    },
    { problem: 'Chữ nhỏ quá', answer: 'Xoay ngang máy, hoặc vào cài đặt của máy tăng cỡ chữ.' },
    { problem: 'Phim chạy chậm', answer: 'Học ở văn phòng ấp hoặc nơi có Wi-Fi.' },
  ],
  writtenOn: '2026-11-23',
};
