import { formatMoment } from '#shared/calendar.ts';

/** The words of one visit's page. */
export const title = 'Lần gặp';
export const when = 'Lúc';
export const who = 'Người ghi';
export const met = 'Gặp';
export const nobody = 'Không gặp ai';
export const somebody = 'Có gặp, không ghi tên';
export const form = 'Hình thức';
export const shown = 'Đã hướng dẫn';
export const correct = 'Sửa lần gặp';
export const correctTitle = 'Sửa lần gặp';
export const restore = 'Ghi lại lần gặp này';
export const withdraw = 'Rút lại lần gặp';
export const withdrawText =
  'Dùng khi lần gặp này không có thật, hoặc ghi nhầm sang hộ khác. Lần gặp vẫn còn trong lịch sử, nhưng không còn được tính vào chỉ tiêu và báo cáo; những điều đã ghi về tình trạng số trong lần này cũng thôi được tính.';
export const withdrawReason = 'Vì sao rút lại?';
export const withdrawSubmit = 'Rút lại';
export const isWithdrawn = 'Lần gặp này đã được rút lại và không còn được tính.';
export const versions = 'Các bản trước';
export const writtenAt = (moment: Date) => `ghi lúc ${formatMoment(moment)}`;
export const version = (moment: Date) => `Bản ${formatMoment(moment)}`;
export const correctLead = 'Bản cũ vẫn còn trong lịch sử. Từ nay chỉ tính bản sửa.';
export const nobodyAfterAll = 'Thật ra không gặp ai';
export const nobodyAfterAllText =
  'Lần này được ghi lại là đến mà không gặp ai. Những gì đã ghi là hướng dẫn, hỏi được trong lần này thôi được tính.';
export const reason = 'Vì sao sửa?';
export const product = 'Tổ Số';
