import type { GuidanceCard } from '../card.ts';

export const anToanMang: GuidanceCard = {
  platform: 'an_toan_mang',
  title: 'An toàn trên mạng',
  about: 'Nhận ra kẻ lừa, để giữ được tiền và giấy tờ của nhà mình.',
  needed: ['Điện thoại của bà con', 'Số điện thoại của người nhà, ngân hàng, công an xã, ghi sẵn ra giấy'],
  steps: [
    {
      text: 'Người lạ gọi mà hối, mà dọa, mà cho tiền: cúp máy.',
      hint: 'Xưng công an, ngân hàng, bưu điện, điện lực cũng vậy.',
      drawing: 'call',
    },
    {
      text: 'Không nói mật khẩu, mã OTP cho ai, kể cả người quen, kể cả Tổ.',
      drawing: 'shield',
    },
    {
      text: 'Không bấm đường dẫn lạ; chỉ cài từ CH Play hoặc App Store.',
      drawing: 'store',
    },
    {
      text: 'Ai xin tiền, mượn tiền thì gọi lại số quen để hỏi cho chắc.',
      hint: 'Gương mặt, giọng nói trên máy cũng làm giả được.',
      drawing: 'wallet',
    },
    { text: 'Thấy nghi thì hỏi con cháu, hỏi Tổ, hỏi công an xã trước.', drawing: 'together' },
    {
      text: 'Lỡ mất tiền, lộ mã: gọi ngân hàng khóa ngay, rồi báo công an xã.',
      hint: 'Giữ lại tin nhắn, số gọi tới. Đừng xóa.',
      drawing: 'bell',
    },
  ],
  goal: 'Bà con kể lại được ba điều: cúp máy, không đưa mã, hỏi người nhà.',
  trouble: [
    {
      problem: 'Có người nói lấy lại được tiền đã mất, đòi phí',
      answer: 'Là lừa thêm lần nữa. Chỉ làm việc với ngân hàng và công an.',
    },
    {
      problem: 'Lỡ cài ứng dụng lạ',
      answer: 'Tắt mạng ngay. Dùng máy khác gọi ngân hàng khóa tài khoản, rồi báo công an xã.',
    },
    {
      problem: 'Có người nhờ cho mượn tài khoản, thẻ, SIM',
      answer: 'Không cho mượn. Tài khoản, SIM đứng tên ai thì người đó chịu trách nhiệm.',
    },
    {
      problem: 'Bà con ngại, không dám kể',
      answer: 'Không chê trách. Ai cũng có thể bị lừa; báo sớm thì dễ giữ lại tiền hơn.',
    },
  ],
  writtenOn: '2026-11-23',
};
