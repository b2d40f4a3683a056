import type { GuidanceCard } from '../card.ts';

export const taiKhoanNganHang: GuidanceCard = {
  platform: 'tai_khoan_ngan_hang',
  title: 'Tài khoản ngân hàng',
  about: 'Có chỗ giữ tiền, nhận tiền và trả tiền mà khỏi cầm tiền mặt.',
  needed: [
    'Thẻ căn cước gắn chip của chính bà con',
    'Điện thoại và số điện thoại của chính bà con',
    'Mạng Wi-Fi hoặc 4G',
  ],
  steps: [
    {
      text: 'Bà con tự chọn ngân hàng, nên chọn nơi gần nhà, dễ tới.',
      hint: 'Ngại làm trên máy thì mang thẻ căn cước ra quầy ngân hàng, cũng được.',
      drawing: 'together',
    },
    {
      text: 'Mở CH Play hoặc App Store, tìm đúng tên ngân hàng, rồi cài đặt.',
      hint: 'Không cài từ đường dẫn trong tin nhắn.',
      drawing: 'store',
    },
    { text: 'Bấm nút mở tài khoản, bà con tự gõ số điện thoại của mình.', drawing: 'form' },
    {
      text: 'Bà con chụp thẻ căn cước, áp thẻ vào lưng máy nếu máy hỏi.',
      hint: 'Chụp ngay trong ứng dụng, bằng máy của bà con, không bằng máy của mình.',
      drawing: 'card',
    },
    { text: 'Ra chỗ sáng, bà con đưa mặt vào khung, làm theo lời máy.', drawing: 'face' },
    {
      text: 'Bà con tự đặt mật khẩu, tự gõ mã OTP; mình quay mặt đi.',
      hint: 'Người của ngân hàng cũng không được hỏi mật khẩu, mã OTP.',
      drawing: 'code',
    },
    {
      text: 'Bà con tự đăng nhập lại, xem đúng tên mình.',
      hint: 'Không mở giùm, không cho mượn, không bán tài khoản: đó là phạm luật.',
      drawing: 'check',
    },
  ],
  goal: 'Bà con tự mở được ứng dụng và thấy tài khoản đứng tên mình.',
  trouble: [
    {
      problem: 'Máy không nhận mặt hoặc thẻ',
      answer: 'Lau sạch lưng máy, tháo ốp, thử lại một lần. Không được thì ra quầy ngân hàng.',
    },
    {
      problem: 'Người chưa đủ 15 tuổi',
      answer: 'Cha mẹ hoặc người giám hộ ra quầy hỏi ngân hàng.',
    },
    {
      problem: 'Có người trả tiền, nhờ mở tài khoản giùm',
      answer: 'Từ chối. Cho thuê, cho mượn tài khoản có thể bị phạt, bị xử lý hình sự.',
    },
    {
      problem: 'Mất điện thoại hoặc mất thẻ',
      answer: 'Gọi ngân hàng khóa ngay. Nhắc bà con ghi sẵn số của ngân hàng ở nhà.',
    },
  ],
  writtenOn: '2026-11-23',
};
