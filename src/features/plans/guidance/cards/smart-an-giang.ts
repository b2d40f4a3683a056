import type { GuidanceCard } from '../card.ts';

export const smartAnGiang: GuidanceCard = {
  platform: 'smart_an_giang',
  title: 'Smart An Giang',
  about: 'Nhận tin của tỉnh và gửi phản ánh cho chính quyền ngay trên điện thoại.',
  needed: ['Điện thoại và số điện thoại của chính bà con', 'Mạng Wi-Fi hoặc 4G'],
  steps: [
    {
      text: 'Mở CH Play hoặc App Store, tìm chữ Smart An Giang, rồi cài đặt.',
      hint: 'Xem đúng là của tỉnh An Giang; chưa chắc thì hỏi xã. Không cài từ đường dẫn trong tin nhắn.',
      drawing: 'store',
    },
    {
      text: 'Mở lên, bấm nút đăng ký hoặc đăng nhập.',
      hint: 'Máy cho dùng tài khoản VNeID thì chọn cách đó, khỏi nhớ thêm mật khẩu.',
      drawing: 'phone',
    },
    { text: 'Bà con tự gõ mật khẩu, mã OTP; mình quay mặt đi.', drawing: 'code' },
    { text: 'Cùng xem tin mới; hỏi bà con có muốn máy báo tin không.', drawing: 'bell' },
    {
      text: 'Chỉ cách gửi phản ánh: chọn việc, chụp hình, viết vài chữ, xem lại.',
      hint: 'Chỉ gửi chuyện có thật. Tập thì dừng trước nút gửi.',
      drawing: 'form',
    },
  ],
  goal: 'Bà con tự mở được tin và biết chỗ gửi phản ánh.',
  trouble: [
    {
      problem: 'Tìm không thấy trong kho ứng dụng',
      answer: 'Có thể ứng dụng đã đổi tên. Hỏi Phòng Văn hóa – Xã hội của xã, đừng cài bản lạ.',
    },
    {
      problem: 'Gửi rồi mà chưa thấy trả lời',
      answer: 'Mở lại phản ánh đã gửi để xem. Chuyện gấp thì gọi thẳng cho xã hoặc công an.',
    },
    {
      problem: 'Sợ bị lộ tên khi phản ánh',
      answer: 'Đọc cho bà con nghe chỗ máy nói về việc hiện tên, rồi bà con tự quyết định.',
    },
  ],
  writtenOn: '2026-11-23',
};
