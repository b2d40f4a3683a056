import type { Role } from '#features/accounts/model.ts';

/** The password of every account of the demo commune; the demo holds invented people only and says so on every page. */
export const demoPassword = 'dieu-du-la-mau';

/** Who leads the demo commune, and signs its papers. */
export const sampleLeader = 'Lý Quang Minh';

/** Who can be tried in the demo: the same people as in the tests. */
export const officers: readonly { login: string; name: string; role: Role }[] = [
  { login: 'hanh', name: 'Đặng Thị Hạnh', role: 'culture_social_officer' },
  { login: 'tamvhxh', name: 'Võ Minh Tâm', role: 'culture_social_head' },
  { login: 'dung', name: 'Hồ Văn Dũng', role: 'commune_team_leader' },
  { login: 'loan', name: 'Bùi Thị Loan', role: 'economic_officer' },
  { login: 'minh', name: sampleLeader, role: 'commune_leader' },
  { login: 'thuvt', name: 'Mai Thị Thu', role: 'records_clerk' },
  { login: 'doan', name: 'Châu Văn Đoàn', role: 'unit' },
  { login: 'quay', name: 'Lâm Thị Quầy', role: 'public_service_center' },
  { login: 'phuc', name: 'Huỳnh Văn Phúc', role: 'province_viewer' },
  { login: 'quan', name: 'Ngô Văn Quản', role: 'commune_admin' },
  { login: 'ngadl', name: 'Đỗ Thị Nga', role: 'auditor' },
];

/** Heads and members of the first two hamlets have names of their own; the others are put together by chance. */
export const named: Record<
  number,
  { head: { login: string; name: string }; member: { login: string; name: string } }
> = {
  0: { head: { login: 'chutu', name: 'Lê Văn Tư' }, member: { login: 'chilan', name: 'Nguyễn Thị Lan' } },
  1: { head: { login: 'basau', name: 'Phạm Thị Sáu' }, member: { login: 'binh', name: 'Trần Văn Bình' } },
};

/** What a visitor of the demo is told: whom to be, and what they will see. */
export const guests: readonly { login: string; who: string }[] = [
  { login: 'chilan', who: 'chị Lan, thành viên Tổ Ấp Mẫu 1' },
  { login: 'chutu', who: 'chú Tư, trưởng Ấp Mẫu 1' },
  { login: 'hanh', who: 'cô Hạnh, Phòng Văn hóa – Xã hội' },
  { login: 'minh', who: 'ông Minh, lãnh đạo UBND xã' },
  { login: 'quan', who: 'anh Quản, quản trị tài khoản' },
];
