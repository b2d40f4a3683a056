import type { GuidanceCard } from '../card.ts';

export const soSucKhoe: GuidanceCard = {
  platform: 'so_suc_khoe',
  title: 'Sổ sức khỏe điện tử',
  about: 'Xem lại lần khám, lịch tiêm của mình; đi khám khỏi lo quên sổ giấy.',
  needed: ['Tài khoản VNeID đã kích hoạt', 'Thẻ bảo hiểm y tế, nếu có', 'Mạng Wi-Fi hoặc 4G'],
  steps: [
    { text: 'Hỏi bà con muốn xem gì: lần khám, lịch tiêm hay đặt khám.', drawing: 'together' },
    {
      text: 'Mở VNeID, tìm mục Sổ sức khỏe điện tử.',
      hint: 'Trạm y tế bảo dùng ứng dụng riêng thì cài từ CH Play hoặc App Store, không từ tin nhắn.',
      drawing: 'health',
    },
    {
      text: 'Máy hỏi mật khẩu, mã OTP thì bà con tự gõ; mình quay mặt đi.',
      drawing: 'code',
    },
    { text: 'Máy xin đồng ý điều gì thì đọc to lên, bà con tự quyết định.', drawing: 'form' },
    { text: 'Xem đúng tên, đúng ngày sinh, rồi mở lần khám gần nhất.', drawing: 'check' },
    {
      text: 'Đưa máy cho bà con tự xem; bệnh của bà con mình không hỏi, không kể.',
      drawing: 'shield',
    },
  ],
  goal: 'Bà con tự mở được sổ và thấy đúng tên mình.',
  trouble: [
    {
      problem: 'Sổ còn trống',
      answer: 'Nơi khám có thể chưa gửi lên. Cứ giữ sổ giấy, lần khám sau hỏi nơi khám.',
    },
    {
      problem: 'Thông tin bị sai',
      answer: 'Bà con báo nơi đã khám hoặc trạm y tế xã sửa.',
    },
    {
      problem: 'Xem cho con nhỏ hoặc cha mẹ già',
      answer: 'Chỉ xem khi người đó, hoặc người giám hộ, đồng ý. Không mượn tài khoản của người khác.',
    },
  ],
  writtenOn: '2026-11-23',
};
