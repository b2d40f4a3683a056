import type { GuidanceCard } from '../card.ts';

export const hocTrucTuyen: GuidanceCard = {
  platform: 'hoc_truc_tuyen',
  title: 'Ứng dụng học tập, sổ liên lạc điện tử',
  about: 'Xem điểm, lịch học và lời nhắn của thầy cô về con cháu mình.',
  needed: ['Tên ứng dụng mà trường dùng', 'Tài khoản nhà trường cấp', 'Mạng Wi-Fi hoặc 4G'],
  steps: [
    {
      text: 'Hỏi thầy cô chủ nhiệm: trường dùng ứng dụng nào, tên gì.',
      hint: 'Mỗi trường mỗi khác, đừng đoán.',
      drawing: 'school',
    },
    {
      text: 'Mở CH Play hoặc App Store, tìm đúng tên đó, rồi cài đặt.',
      hint: 'Không cài từ đường dẫn trong tin nhắn.',
      drawing: 'store',
    },
    {
      text: 'Bấm nút đăng nhập, dùng tài khoản trường cấp cho gia đình.',
      drawing: 'phone',
    },
    {
      text: 'Cha mẹ tự gõ mật khẩu, mã OTP, rồi đổi mật khẩu mới; mình quay mặt đi.',
      hint: 'Không dùng nhờ tài khoản của phụ huynh khác.',
      drawing: 'code',
    },
    { text: 'Xem đúng tên, đúng lớp của con cháu chưa.', drawing: 'check' },
    { text: 'Mở lời nhắn của thầy cô, bật báo tin để khỏi sót.', drawing: 'bell' },
  ],
  goal: 'Người nhà tự mở được lời nhắn mới nhất của thầy cô.',
  trouble: [
    { problem: 'Chưa có tài khoản, hoặc quên', answer: 'Hỏi thầy cô chủ nhiệm, trường cấp lại.' },
    {
      problem: 'Máy hết chỗ chứa',
      answer: 'Bà con tự chọn hình, phim không cần nữa để xóa. Mình không xóa giùm.',
    },
    {
      problem: 'Có tin nhắn đòi đóng tiền gấp',
      answer: 'Gọi thầy cô theo số đã biết. Không chuyển tiền theo tin nhắn lạ.',
    },
  ],
  writtenOn: '2026-11-23',
};
