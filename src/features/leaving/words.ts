/** Sentences of the hand-over when a member leaves. */
export const notAllGiven = (count: number) =>
  `Còn ${count} việc chưa có người nhận. Xin chọn người nhận cho từng dòng rồi bàn giao lại; có thể vừa có việc mới.`;
export const chooseHeir = 'Chọn người nhận.';
export const dayNeeded = 'Xin ghi ngày thôi làm thành viên.';
export const dayAhead = 'Ngày này chưa tới. Xin bàn giao vào đúng ngày thôi, hoặc sau đó.';
export const helperReason = 'Nhận bàn giao';
export const waiting = { left: 'người đã thôi mà còn việc chưa bàn giao' };
