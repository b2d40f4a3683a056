import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of the hand-over when a member leaves (R104). */
export const title = (name: string) => `Bàn giao việc của ${name}`;
export const lead = (n: { homes: number; tasks: number; requests: number; obstacles: number }) => {
  const parts = [
    n.homes > 0 && `${formatCount(n.homes)} hộ`,
    n.tasks > 0 && `${formatCount(n.tasks)} việc`,
    n.requests > 0 && `${formatCount(n.requests)} yêu cầu hỗ trợ`,
    n.obstacles > 0 && `${formatCount(n.obstacles)} khó khăn, kiến nghị`,
  ].filter(Boolean);
  return parts.length === 0
    ? 'Người này không còn giữ việc gì, không cần bàn giao.'
    : `Đang giữ ${parts.join(', ')}. Xem ai nhận gì, sửa nếu cần, rồi bấm một lần ở cuối trang.`;
};
export const share = 'Chia cho những người nào?';
export const shareHelp = 'Không chọn ai thì chia đều cho mọi người, ai đang ít hộ nhận trước.';
export const shareAgain = 'Chia lại';
export const carries = (n: number) => (n === 0 ? 'chưa giữ hộ nào' : `đang giữ ${formatCount(n)} hộ`);
export const communeTeam = 'Tổ xã';
export const endedOn = 'Thôi từ ngày';
export const endedAlready = (day: Day) =>
  `Đã thôi từ ngày ${formatDay(day)}. Còn lại những việc dưới đây chưa có người nhận.`;
export const reason = 'Lý do';
export const reasonHelp = 'Ví dụ: chuyển công tác, sức khỏe yếu.';
export const homes = (n: number) => `Hộ (${formatCount(n)})`;
export const tasks = (n: number) => `Việc đang làm (${formatCount(n)})`;
export const requests = (n: number) => `Yêu cầu hỗ trợ (${formatCount(n)})`;
export const obstacles = (n: number) => `Khó khăn, kiến nghị đang theo dõi (${formatCount(n)})`;
export const helps = (days: number) => `đang giúp, ${formatCount(days)} ngày ghé một lần`;
export const helped = 'hộ được giúp đến khi người này thôi';
export const responsible = 'đang phụ trách';
export const due = (day: Day) => `hạn ${formatDay(day)}`;
export const taker = (what: string) => `${what}: ai nhận?`;
export const choose = 'Chọn người nhận';
export const myself = (name: string) => `${name} (tôi)`;
export const nobody = 'Chưa có ai khác để nhận';
export const nobodyText = 'Thêm người mới vào tổ trước, rồi quay lại bàn giao.';
export const add = 'Thêm thành viên';
export const beyond = (n: number) =>
  `Còn ${formatCount(n)} việc ngoài phạm vi của ấp. Phòng Văn hóa – Xã hội thấy ở trang Hôm nay và bàn giao tiếp.`;
export const after = 'Sau khi bàn giao';
export const afterText =
  'Người nhận thấy ngay trên “Hôm nay” và trên điện thoại. Người thôi không vào được bằng quyền của tổ nữa, trên mọi máy. Việc đã làm, tên người đã làm vẫn còn nguyên.';
export const submit = 'Bàn giao và cho thôi';
export const submitLeft = 'Bàn giao phần còn lại';
export const submitEnd = 'Cho thôi từ ngày trên';
