import type { GuidanceCard } from '../card.ts';

export const vssid: GuidanceCard = {
  platform: 'vssid',
  title: 'VssID – Bảo hiểm xã hội',
  about: 'Xem thẻ bảo hiểm y tế và những năm đã đóng bảo hiểm của mình trên điện thoại.',
  needed: [
    'Thẻ căn cước, thẻ bảo hiểm y tế của bà con',
    'Tài khoản VNeID, nếu đã có',
    'Điện thoại và số điện thoại của chính bà con',
  ],
  steps: [
    {
      text: 'Mở CH Play hoặc App Store, tìm chữ VssID, rồi cài đặt.',
      hint: 'Xem đúng là của Bảo hiểm xã hội. Không cài từ đường dẫn trong tin nhắn.',
      drawing: 'store',
    },
    {
      text: 'Mở VssID, bấm nút đăng nhập; máy cho dùng VNeID thì chọn cách đó.',
      hint: 'Chưa có tài khoản thì bấm nút đăng ký, bà con tự điền theo máy.',
      drawing: 'phone',
    },
    { text: 'Bà con tự gõ mật khẩu, mã OTP; mình quay mặt đi.', drawing: 'code' },
    { text: 'Máy xin đồng ý điều gì thì đọc to lên, bà con tự quyết định.', drawing: 'form' },
    { text: 'Mở thẻ bảo hiểm y tế, xem đúng tên và còn hạn không.', drawing: 'health' },
    { text: 'Tìm chỗ ghi những tháng đã đóng, bà con tự xem có thiếu không.', drawing: 'check' },
  ],
  goal: 'Bà con tự mở được thẻ bảo hiểm y tế của mình trên máy.',
  trouble: [
    {
      problem: 'Máy báo sai số bảo hiểm',
      answer: 'Xem lại số trên thẻ. Vẫn không được thì bà con hỏi cơ quan bảo hiểm xã hội.',
    },
    {
      problem: 'Thấy thiếu tháng đóng',
      answer: 'Giữ giấy tờ, hỏi cơ quan bảo hiểm xã hội. Mình không hứa thay.',
    },
    {
      problem: 'Đi khám quên thẻ giấy',
      answer: 'Mở thẻ trong VssID hoặc VNeID, hoặc đưa thẻ căn cước cho nơi khám.',
    },
  ],
  writtenOn: '2026-11-23',
};
