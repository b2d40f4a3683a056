import { formatDay, type Day } from '#shared/calendar.ts';

export const twoAtLeast = 'Xin chọn ít nhất hai ấp để sáp nhập.';
export const chooseInto = 'Xin chọn ấp còn lại trong các ấp sáp nhập, hoặc chọn “Ấp mới” và ghi tên ấp mới.';
export const nameNeeded = 'Xin ghi tên của ấp mới.';
export const nameTaken = (name: string) => `Xã đã có ${name}. Xin ghi tên khác.`;
export const tooEarly = (name: string, day: Day) =>
  `${name} mới có từ ${formatDay(day)}. Xin chọn ngày sau ngày đó.`;
export const afterReport = (name: string, day: Day) =>
  `${name} đã gửi báo cáo của kỳ kết thúc ngày ${formatDay(day)}. Xin chọn ngày sau ngày đó, để báo cáo đã gửi không phải làm lại.`;
export const decisionAfter = 'Quyết định không thể ký sau hôm nay. Xin kiểm tra lại ngày ký.';
export const plannedAlready = (name: string) =>
  `${name} đã nằm trong một lần sáp nhập đang chờ. Bỏ lần đó trước, rồi ghi lại.`;
export const notHead = 'Người này không còn là trưởng ấp ở một trong các ấp. Xin chọn lại.';
export const notLeader = 'Người này không còn là tổ trưởng ở một trong các ấp. Xin chọn lại.';
export const notWaiting = 'Lần sáp nhập này đã làm xong hoặc đã bỏ, không bỏ được nữa.';
