import type { GuidanceCard } from '../card.ts';

export const thanhToan: GuidanceCard = {
  platform: 'thanh_toan',
  title: 'Thanh toán điện tử',
  about: 'Trả tiền chợ, tiền điện nước bằng điện thoại, khỏi lo tiền lẻ.',
  needed: ['Ứng dụng ngân hàng của bà con, đã đăng nhập được', 'Mã QR của người bán', 'Mạng Wi-Fi hoặc 4G'],
  steps: [
    {
      text: 'Bà con tự mở ứng dụng ngân hàng, tự đăng nhập.',
      hint: 'Không mượn máy, không mượn tài khoản của người khác để trả.',
      drawing: 'wallet',
    },
    { text: 'Bấm nút quét mã QR, đưa máy vào mã của người bán.', drawing: 'qr' },
    {
      text: 'Đọc to tên người nhận, hỏi người bán có đúng không.',
      hint: 'Không đúng tên thì dừng: mã có thể đã bị dán đè.',
      drawing: 'shop',
    },
    {
      text: 'Bà con tự gõ số tiền rồi đọc lại.',
      hint: 'Lần đầu nên tập với số tiền nhỏ.',
      drawing: 'form',
    },
    { text: 'Bà con tự gõ mật khẩu hoặc mã OTP; mình quay mặt đi.', drawing: 'code' },
    { text: 'Chờ máy báo đã xong, rồi đưa người bán xem.', drawing: 'check' },
    {
      text: 'Trả tiền điện, nước: tìm mục hóa đơn, gõ mã khách hàng trên giấy báo.',
      drawing: 'phone',
    },
  ],
  goal: 'Bà con tự trả được một món nhỏ và xem được tiền đã trừ.',
  trouble: [
    {
      problem: 'Lỡ chuyển nhầm người',
      answer: 'Gọi ngay ngân hàng của mình. Không nhờ người lạ lấy lại giùm.',
    },
    {
      problem: 'Người lạ chuyển tiền vào rồi đòi trả lại',
      answer: 'Đừng tự chuyển trả. Gọi ngân hàng, để ngân hàng làm.',
    },
    {
      problem: 'Mất sóng giữa chừng',
      answer: 'Xem lịch sử giao dịch trước, đừng trả lần thứ hai.',
    },
    {
      problem: 'Có người bảo gõ mã OTP để nhận tiền',
      answer: 'Là lừa đảo. Nhận tiền thì không cần gõ mã OTP.',
    },
  ],
  writtenOn: '2026-11-23',
};
