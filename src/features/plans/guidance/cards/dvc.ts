import type { GuidanceCard } from '../card.ts';

export const dvc: GuidanceCard = {
  platform: 'dvc',
  title: 'Dịch vụ công quốc gia',
  about: 'Nộp hồ sơ ngay tại nhà, khỏi chờ ở quầy, và xem được hồ sơ đã tới đâu.',
  needed: ['Tài khoản VNeID đã kích hoạt', 'Giấy tờ của việc cần làm', 'Mạng Wi-Fi hoặc 4G'],
  steps: [
    { text: 'Hỏi bà con cần làm giấy tờ gì, xem giấy tờ đã đủ chưa.', drawing: 'together' },
    {
      text: 'Mở trình duyệt, gõ đúng địa chỉ dichvucong.gov.vn.',
      hint: 'Xem kỹ đuôi gov.vn. Không mở từ đường dẫn người lạ gửi.',
      drawing: 'search',
    },
    { text: 'Bấm nút đăng nhập, chọn đăng nhập bằng tài khoản VNeID.', drawing: 'phone' },
    {
      text: 'Bà con tự gõ mật khẩu, mã OTP; mình quay mặt đi.',
      hint: 'Làm hồ sơ của ai thì dùng tài khoản của người đó, không cho mượn.',
      drawing: 'code',
    },
    {
      text: 'Gõ tên việc vào ô tìm kiếm, chọn đúng thủ tục, đúng xã.',
      hint: 'Ví dụ: đăng ký khai sinh, chứng thực bản sao.',
      drawing: 'search',
    },
    {
      text: 'Bà con điền từng ô, chụp giấy tờ bằng máy của bà con, đọc lại rồi nộp.',
      drawing: 'form',
    },
    { text: 'Bà con ghi mã hồ sơ ra giấy; chỉ chỗ xem hồ sơ đã tới đâu.', drawing: 'check' },
  ],
  goal: 'Có mã hồ sơ, và bà con tự xem được hồ sơ đang tới bước nào.',
  trouble: [
    {
      problem: 'Bà con chưa có VNeID',
      answer: 'Làm VNeID trước, hoặc cùng bà con đến Trung tâm Phục vụ hành chính công của xã.',
    },
    {
      problem: 'Tìm không thấy thủ tục',
      answer: 'Gọi hỏi quầy hành chính công của xã cho đúng tên thủ tục.',
    },
    {
      problem: 'Phải đóng lệ phí',
      answer: 'Bà con tự trả ngay trên cổng. Không chuyển tiền vào tài khoản riêng của ai.',
    },
    {
      problem: 'Trang chậm hoặc đứng',
      answer: 'Lúc khác làm lại. Chưa thấy mã hồ sơ là chưa nộp xong.',
    },
  ],
  writtenOn: '2026-11-23',
};
