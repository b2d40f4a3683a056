import type { GuidanceCard } from '../card.ts';

export const vneid: GuidanceCard = {
  platform: 'vneid',
  title: 'VNeID',
  about: 'Thẻ căn cước và giấy tờ nằm trong điện thoại, để làm thủ tục mà khỏi mang theo nhiều giấy.',
  needed: [
    'Thẻ căn cước gắn chip của chính bà con',
    'Điện thoại và số điện thoại của chính bà con',
    'Mạng Wi-Fi hoặc 4G',
  ],
  steps: [
    {
      text: 'Hỏi bà con đã làm định danh mức 2 ở công an chưa.',
      hint: 'Chưa làm thì bà con mang thẻ căn cước đến công an xã trước. Tổ không làm thay được.',
      drawing: 'together',
    },
    {
      text: 'Mở CH Play hoặc App Store, tìm chữ VNeID, rồi cài đặt.',
      hint: 'Xem đúng là của Bộ Công an. Không cài từ đường dẫn trong tin nhắn.',
      drawing: 'store',
    },
    {
      text: 'Mở VNeID, bấm nút kích hoạt tài khoản.',
      hint: 'Bản mới có thể đổi chữ trên nút. Đọc kỹ rồi hãy bấm.',
      drawing: 'phone',
    },
    {
      text: 'Bà con tự gõ số căn cước và số điện thoại của mình.',
      hint: 'Không chép lại, không chụp thẻ bằng máy của mình.',
      drawing: 'form',
    },
    {
      text: 'Máy hỏi thì áp thẻ vào lưng máy, nhìn vào khung, giữ yên vài giây.',
      drawing: 'card',
    },
    {
      text: 'Bà con tự gõ mã OTP, tự đặt mật khẩu; mình quay mặt đi.',
      hint: 'Mật khẩu không đọc thành tiếng, không ghi sau thẻ.',
      drawing: 'code',
    },
    { text: 'Bà con tự đăng nhập lại một lần, mở thẻ căn cước ra xem.', drawing: 'check' },
  ],
  goal: 'Bà con tự mở VNeID và thấy đúng tên mình trên thẻ căn cước điện tử.',
  trouble: [
    {
      problem: 'Máy cũ, không cài được',
      answer:
        'Đừng cố. Thẻ căn cước cứng vẫn dùng như thường. Ghi lại để xã biết hộ này chưa có máy phù hợp.',
    },
    {
      problem: 'Chờ hoài không thấy mã OTP',
      answer: 'Xem máy còn sóng không, có đúng số điện thoại đã đăng ký không. Chờ vài phút rồi xin mã khác.',
    },
    {
      problem: 'Quên mật khẩu',
      answer: 'Bấm chỗ quên mật khẩu, bà con tự làm theo máy. Không được thì đến công an xã.',
    },
    {
      problem: 'Có người gọi, xưng công an, bảo cài VNeID',
      answer: 'Cúp máy. Công an không hướng dẫn cài VNeID qua điện thoại. Báo công an xã.',
    },
  ],
  writtenOn: '2026-11-23',
};
