import type { GuidanceCard } from '../card.ts';

export const buuDien: GuidanceCard = {
  platform: 'buudien',
  title: 'Bán hàng trên buudien.vn',
  about: 'Đem trái cây, gạo, món nhà làm bán cho khách ở xa.',
  needed: [
    'Món hàng có thật, biết rõ giá và số lượng',
    'Tài khoản ngân hàng của người bán',
    'Giấy tờ của món hàng, nếu có',
  ],
  steps: [
    { text: 'Hỏi nhà bán món gì, làm được bao nhiêu, giá nào.', drawing: 'together' },
    {
      text: 'Mở trình duyệt, gõ đúng địa chỉ buudien.vn, tìm chỗ đăng ký bán hàng.',
      hint: 'Không thấy chỗ bấm thì hỏi nhân viên bưu điện gần nhà.',
      drawing: 'search',
    },
    {
      text: 'Bà con tự đặt mật khẩu, tự gõ mã OTP; mình quay mặt đi.',
      hint: 'Gian hàng đứng tên người bán, không mượn tên người khác.',
      drawing: 'code',
    },
    {
      text: 'Chụp hình ngoài sáng; ghi tên, giá, nặng bao nhiêu, ngày làm.',
      hint: 'Hình chụp chính món hàng của nhà. Nói đúng, không nói quá.',
      drawing: 'shop',
    },
    { text: 'Ngày nào cũng xem có đơn mới không, gọi lại cho khách.', drawing: 'bell' },
    { text: 'Gói chắc, giữ khô, ghi đúng người nhận, rồi giao bưu điện.', drawing: 'parcel' },
    { text: 'Hàng giao phải đúng như đã hứa; lỡ sai thì đổi cho khách.', drawing: 'shield' },
  ],
  goal: 'Gian hàng có món đầu tiên; người nhà tự xem được đơn.',
  trouble: [
    { problem: 'Bán đồ ăn thì cần giấy gì', answer: 'Hỏi Phòng Kinh tế của xã trước khi đăng bán.' },
    {
      problem: 'Khách bảo bấm đường dẫn để nhận tiền',
      answer: 'Là lừa đảo. Không bấm, không gõ gì vào đó.',
    },
    {
      problem: 'Lâu không có đơn',
      answer: 'Chụp lại hình, xem lại giá, gửi gian hàng cho người quen qua Zalo.',
    },
  ],
  writtenOn: '2026-11-23',
};
