import type { GuidanceCard } from '../card.ts';

export const anSinh: GuidanceCard = {
  platform: 'an_sinh',
  title: 'Nhận trợ cấp qua tài khoản',
  about: 'Tiền trợ cấp vào thẳng tài khoản của mình, khỏi đi xa, khỏi chờ.',
  needed: ['Tài khoản ngân hàng đứng tên bà con', 'Thẻ căn cước', 'Tài khoản VNeID, nếu đã có'],
  steps: [
    { text: 'Hỏi bà con đang nhận trợ cấp gì, lâu nay nhận ở đâu.', drawing: 'together' },
    {
      text: 'Xem bà con có tài khoản ngân hàng đứng tên mình chưa.',
      hint: 'Chưa có thì xem bài Tài khoản ngân hàng.',
      drawing: 'wallet',
    },
    {
      text: 'Bà con tự báo số tài khoản với xã, hoặc tự điền trong VNeID.',
      hint: 'VNeID có thể có mục An sinh xã hội để điền. Số tài khoản mình không ghi lại.',
      drawing: 'form',
    },
    { text: 'Máy hỏi mật khẩu, mã OTP thì bà con tự gõ; mình quay mặt đi.', drawing: 'code' },
    { text: 'Bà con xem lại họ tên, số tài khoản cho thật đúng.', drawing: 'check' },
    { text: 'Tới kỳ, chỉ bà con xem tin báo tiền vào tài khoản.', drawing: 'bell' },
  ],
  goal: 'Tới kỳ, tiền vào đúng tài khoản và bà con tự xem được.',
  trouble: [
    {
      problem: 'Bà con già yếu, không quen dùng tài khoản',
      answer: 'Không ép. Hỏi xã cách nhận khác, hoặc người nhận thay có giấy ủy quyền.',
    },
    {
      problem: 'Có người gọi nói được thêm tiền, xin mã OTP',
      answer: 'Là lừa đảo. Cúp máy, báo công an xã.',
    },
    {
      problem: 'Người khác xin giữ thẻ giùm',
      answer: 'Thẻ, tài khoản, mật khẩu là của bà con, không đưa ai giữ, không cho mượn.',
    },
  ],
  writtenOn: '2026-11-23',
};
