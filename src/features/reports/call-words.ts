import { formatDay, type Day } from '#shared/calendar.ts';
import type { CallKind } from './model/report-call.ts';

/** The words of thematic and ad-hoc reports. */
export const kinds: Record<CallKind, string> = { thematic: 'Chuyên đề', ad_hoc: 'Đột xuất' };

export const call = {
  daysWrong: 'Ngày cuối không thể trước ngày đầu.',
  dueWrong: (ends: Day) => `Hạn gửi không thể trước ngày cuối của kỳ số liệu, ${formatDay(ends)}.`,
  duePast: 'Hạn gửi đã qua. Xin chọn từ hôm nay trở đi.',
  noHamlet: 'Xin chọn ít nhất một ấp.',
  noContent: 'Xin chọn ít nhất một phần lời, hoặc ghi ít nhất một câu hỏi.',
  notAsked: 'Ấp này không được đề nghị gửi báo cáo đó.',
  cancelled: 'Phòng Văn hóa – Xã hội đã thôi đề nghị báo cáo này.',
  alreadyCancelled: 'Đề nghị này đã thôi rồi. Xin tải lại trang.',
};

/** The document of such a report; places in braces are filled in when it is drawn. */
export const document = {
  opening: (title: string) => `{board} báo cáo ${title} {month} như sau:`,
  closing: (title: string, hasAnnex: boolean) =>
    `Trên đây là báo cáo ${title} của {board}${hasAnnex ? ' (số liệu tại Phụ lục kèm theo)' : ''}`,
  annex: 'Số liệu {month}',
  question: 'Trả lời theo đề nghị của Phòng Văn hóa - Xã hội.',
  sumSubject: (title: string) => `Tổng hợp báo cáo ${title} {month}`,
  sumOpening: (title: string) =>
    `Phòng Văn hóa - Xã hội tổng hợp báo cáo của các ấp ${title} {month} như sau:`,
  sumClosing: 'Trên đây là tổng hợp báo cáo của các ấp (số liệu từng ấp tại Phụ lục kèm theo)',
  sumAnnex: 'Số liệu từng ấp {month}',
};
