import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import type { MemberPosition, Organisation } from './model.ts';

export const hamletKinds = {
  ap: 'Ấp',
  thon: 'Thôn',
  ban: 'Bản',
  buon: 'Buôn',
  khom: 'Khóm',
  khu_pho: 'Khu phố',
  to_dan_pho: 'Tổ dân phố',
} as const;

export const communeTypes = { xa: 'xã', phuong: 'phường', dac_khu: 'đặc khu' } as const;

export const positions: Record<MemberPosition, string> = {
  leader: 'Tổ trưởng',
  deputy: 'Tổ phó',
  member: 'Thành viên',
};

export const organisations: Record<Organisation, string> = {
  hamlet_board: 'Ban ấp',
  youth_union: 'Đoàn thanh niên',
  women_union: 'Hội Phụ nữ',
  farmers_union: 'Hội Nông dân',
  veterans_union: 'Hội Cựu chiến binh',
  fatherland_front: 'Mặt trận Tổ quốc',
  school: 'Trường học',
  police: 'Công an',
  office: 'Cơ quan xã',
  resident: 'Người dân',
};

export const defaultTeamKind = 'Tổ công nghệ số cộng đồng';
export const hamletTeamName = (kind: string, hamlet: string) => `${kind} ${hamlet}`;
export const communeTeamName = (kind: string, commune: string) => `${kind} ${commune}`;

export const hamletExists = (name: string) => `Xã đã có ${name}. Xin kiểm tra lại tên.`;
export const nameBeforeHamlet = (day: Day) =>
  `Tên mới phải có sau ngày ấp này bắt đầu (${formatDay(day)}). Viết sai chính tả thì dùng “Sửa tên”.`;
export const nameBeforeLater = (name: string, day: Day) =>
  `Ấp đã có tên “${name}” từ ${formatDay(day)}. Xin chọn ngày sau ngày đó, hoặc sửa đúng ngày đó.`;
export const communeNameSame = (title: string) =>
  `Từ ngày đó đơn vị đã có tên “${title}”. Xin kiểm tra lại tên và loại.`;
export const communeNameBeforeLater = (title: string, day: Day) =>
  `Đơn vị đã có tên “${title}” từ ${formatDay(day)}. Xin chọn ngày sau ngày đó, hoặc sửa đúng ngày đó.`;
export const tooManyHamlets = 'Mỗi lần thêm tối đa 200 ấp. Xin chia thành nhiều lần.';
export const teamExists =
  'Nơi này đang có một tổ hoạt động. Mỗi ấp chỉ có một tổ; muốn lập lại thì kết thúc tổ cũ trước.';
export const leaderExists = 'Tổ đang có tổ trưởng. Xin cho người cũ thôi làm tổ trưởng trước.';
export const endBeforeStart = 'Ngày kết thúc không thể trước ngày bắt đầu.';
export const memberEnded = 'Người này đã thôi làm thành viên của tổ.';
export const teamEnded = 'Tổ này đã kết thúc hoạt động.';
export const alreadyInstalled = 'Xã này đã được cài đặt.';

export const waiting = {
  noTeam: 'ấp chưa có Tổ công nghệ số',
  noTeamLead: (count: number) => `Việc tiếp theo: lập tổ cho ${formatCount(count)} ấp chưa có.`,
};
