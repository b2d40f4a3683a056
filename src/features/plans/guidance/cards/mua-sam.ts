import type { GuidanceCard } from '../card.ts';

export const muaSam: GuidanceCard = {
  platform: 'mua_sam',
  title: 'Mua sắm trực tuyến',
  about: 'Ở nhà mà lựa được hàng, so được giá, có người giao tới cửa.',
  needed: ['Ứng dụng mua sắm mà người nhà đã quen dùng', 'Địa chỉ nhà ghi cho rõ', 'Mạng Wi-Fi hoặc 4G'],
  steps: [
    { text: 'Hỏi bà con muốn mua gì, giá chừng nào là vừa.', drawing: 'together' },
    {
      text: 'Chưa có ứng dụng thì cài từ CH Play hoặc App Store.',
      hint: 'Không mua, không cài qua đường dẫn trong tin nhắn.',
      drawing: 'store',
    },
    { text: 'Phải đăng ký thì bà con tự đặt mật khẩu, tự gõ mã OTP.', drawing: 'code' },
    {
      text: 'Tìm món hàng, đọc lời khen chê, xem hình của người đã mua.',
      hint: 'Rẻ quá thì coi chừng hàng giả.',
      drawing: 'search',
    },
    {
      text: 'Xem lại món, số lượng, tiền hàng, tiền giao; chọn trả khi nhận hàng.',
      drawing: 'form',
    },
    {
      text: 'Hàng tới, xem đúng tên, đúng món rồi mới trả tiền.',
      hint: 'Không đặt thì không nhận, không trả.',
      drawing: 'parcel',
    },
    { text: 'Hàng sai thì chụp hình, bấm trả hàng ngay trong ứng dụng.', drawing: 'phone' },
  ],
  goal: 'Bà con tự đặt được một món và biết chỗ trả hàng.',
  trouble: [
    {
      problem: 'Người bán đòi chuyển tiền trước, ngoài ứng dụng',
      answer: 'Đừng chuyển. Mua chỗ khác.',
    },
    {
      problem: 'Có đơn giao tới mà không ai đặt',
      answer: 'Hỏi hết người nhà. Không ai đặt thì không nhận, không trả tiền.',
    },
    {
      problem: 'Tin nhắn nói trúng thưởng, hoàn tiền',
      answer: 'Là lừa đảo. Không bấm, xóa đi, dặn người nhà.',
    },
  ],
  writtenOn: '2026-11-23',
};
