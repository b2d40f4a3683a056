import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import { dayInText } from '../model/fields.ts';
import type { DraftPlace } from './plan-text.ts';

/** A hamlet that owes a report; `days` after its due day (negative: there is time; null: sent back, to be mended). */
export interface Owing {
  name: string;
  dueOn: Day;
  days: number | null;
}

const two = (count: number) => (count < 10 ? `0${count}` : formatCount(count));

export const reminderSubject = ({ team }: DraftPlace, period: string) =>
  `đôn đốc báo cáo kết quả hoạt động ${team} ${period}`;

export const headOf = (hamlet: string) => `Trưởng ${hamlet.replace(/^Ấp(?=\s)/u, 'ấp')}`;

/** The letter to heads that owe a report (plan III.1 and III.6, R84, R92): what is due, who has not sent, what is asked. */
export function reminderText(
  place: DraftPlace,
  about: { period: string; today: Day; owing: readonly Owing[]; plan: string | null; dueDay: number },
): string {
  const { commune, team } = place;
  const late = about.owing.filter(({ days }) => days !== null && days > 0);
  const inTime = about.owing.filter(({ days }) => days !== null && days <= 0);
  const returned = about.owing.filter(({ days }) => days === null);
  const names = (hamlets: readonly Owing[]) => hamlets.map(({ name }) => name).join(', ');
  const dues = [...new Set(about.owing.map(({ dueOn }) => dueOn))].sort().map(formatDay).join(', ');
  return [
    `Thực hiện ${about.plan ?? `Kế hoạch hoạt động ${team} trên địa bàn ${commune}`}, Trưởng các ấp báo cáo tình hình hoạt động của Tổ định kỳ chậm nhất đến ngày ${about.dueDay} hằng tháng.`,
    `Qua theo dõi, đến ${dayInText(about.today)}, còn ${two(about.owing.length)} ấp chưa hoàn thành báo cáo ${about.period} (hạn gửi: ${dues}), cụ thể:`,
    ...late.map(({ name, days }) => `- ${name}: trễ ${formatCount(days)} ngày`),
    ...(inTime.length > 0 ? [`- Chưa gửi, còn trong hạn: ${names(inTime)}`] : []),
    ...(returned.length > 0 ? [`- Đã được trả lại, chưa gửi bản sửa: ${names(returned)}`] : []),
    `Ủy ban nhân dân ${commune} đề nghị Trưởng các ấp nêu trên:`,
    `- Chỉ đạo ${team} của ấp rà soát số liệu, hoàn thành và gửi báo cáo ${about.period} về Ủy ban nhân dân xã (thông qua Phòng Văn hóa - Xã hội) trong thời hạn 02 ngày làm việc kể từ ngày nhận được Công văn này`,
    '- Nêu rõ nguyên nhân chậm báo cáo; các tháng tiếp theo gửi báo cáo đúng thời hạn',
    'Trong quá trình thực hiện nếu có khó khăn, vướng mắc, đề nghị các ấp phản ánh kịp thời về Phòng Văn hóa - Xã hội để được hướng dẫn, hỗ trợ.',
  ].join('\n');
}

export const listSubject = ({ commune }: DraftPlace, year: number) =>
  `Danh sách mô hình “Tổ tự quản công nghệ” đăng ký trên địa bàn ${commune} năm ${year}`;
export const listText = ({ commune, team }: DraftPlace, year: number) =>
  `Thực hiện Kế hoạch hoạt động ${team} trên địa bàn ${commune} năm ${year}, Ủy ban nhân dân ${commune} thông báo danh sách mô hình “Tổ tự quản công nghệ” do các ấp đăng ký để các đơn vị biết, phối hợp và hướng dẫn người dân đến sử dụng.`;

export const commendationSubject = (movement: string) =>
  `Danh sách tập thể, cá nhân được đề nghị khen thưởng trong phong trào “${movement}”`;
export const commendationText = ({ commune }: DraftPlace, movement: string) =>
  `Từ kết quả phong trào “${movement}”, Ủy ban nhân dân ${commune} thông báo danh sách tập thể, cá nhân được đề nghị khen thưởng để các đơn vị, ấp biết và phối hợp thực hiện.`;

export const invitationSubject = (team: string) => `Tham dự lớp tập huấn nghiệp vụ cho thành viên ${team}`;
export const invitationEvent = (team: string) =>
  `lớp tập huấn hướng dẫn cài đặt, sử dụng nền tảng số, kỹ năng số dành cho thành viên ${team}.`;
export const invitationNote =
  'Đề nghị người được mời mang theo điện thoại thông minh đã sạc đầy và đến đúng giờ.';
/** To one class of training, as it was planned (W11). */
export const classSubject = (name: string) => `Tham dự lớp tập huấn “${name}”`.slice(0, 300);
export const classEvent = (
  team: string,
  one: { name: string; topics: readonly { name: string }[]; trainer: string },
) =>
  `lớp tập huấn “${one.name}” dành cho thành viên ${team}; nội dung: ${one.topics.map(({ name }) => name).join(', ')}; người hướng dẫn: ${one.trainer}.`;
export const traineeInvited = ({ fullName, teamName }: { fullName: string; teamName: string }) =>
  `Ông/Bà ${fullName}, ${teamName}`;
export const onlineAt = (link: string | null) =>
  link === null ? 'Học trực tuyến' : `Học trực tuyến tại ${link}`;
export const minutesSubject = ({ commune, team }: DraftPlace) => `Họp ${team} ${commune}`;
