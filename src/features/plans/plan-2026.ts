import { usualSettings, type PlanInput } from './model.ts';

/** The plan of Nhơn Mỹ commune for 2026, word for word where it is quoted; number and date are blank as on the paper (R1, R3, R74, R75). */
export const planNhonMy2026: PlanInput = {
  year: 2026,
  number: null,
  issuedOn: null,
  title: 'Kế hoạch Hoạt động Tổ công nghệ số cộng đồng trên địa bàn xã Nhơn Mỹ',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  legalBasis: [
    'Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia',
    'Quyết định số 411/QĐ-TTg ngày 31/3/2022 của Thủ tướng Chính phủ phê duyệt Chiến lược quốc gia phát triển kinh tế số và xã hội số đến năm 2025, định hướng đến năm 2030',
    'Kế hoạch số 56/KH-UBND ngày 03/02/2026 Nâng cao Chỉ số đánh giá mức độ chuyển đổi số (DTI) tỉnh An Giang năm 2026',
    'Công văn số 744/UBND-KGVX ngày 06/3/2026 của Ủy ban nhân dân tỉnh về việc đôn đốc thực hiện nhiệm vụ nâng cao chỉ số đánh giá mức độ chuyển đổi số (DTI) tỉnh năm 2026',
    'Kế hoạch số 388/KH-SKHCN ngày 20/01/2026 của Sở Khoa học và Công nghệ về triển khai Phong trào “Bình dân học vụ số” lĩnh vực Khoa học và Công nghệ',
    'Kế hoạch số 193/KH-UBND ngày 14/4/2026 của Ủy ban nhân dân tỉnh An Giang về hoạt động tổ công nghệ số cộng đồng tại các địa phương',
    'Kế hoạch số 458/KH-UBND ngày 22 tháng 01 năm 2026 của Ủy ban nhân dân xã về việc ban hành kế hoạch Chuyển đổi số trên địa bàn xã Nhơn Mỹ năm 2026',
  ],
  recipients: [
    'UBND tỉnh',
    'Sở KH&CN',
    'Thường trực Đảng uỷ, HĐND xã',
    'UBMTTQVN xã',
    'Các tổ chức chính trị xã hội',
    'Chủ tịch và các PCT UBND xã',
    'Các Phòng, ban ngành xã',
    'Trung tâm trực thuộc UBND xã',
    'Ban ấp',
    'Lưu: VT',
  ],
  signerAuthority: ['KT. CHỦ TỊCH'],
  signerTitle: 'PHÓ CHỦ TỊCH',
  signerName: 'Hồ Hữu Hậu',
  ...usualSettings,
};

/** A plan for another commune or year: the national basis only; the office writes the rest. */
export function blankPlan(year: number, communeTitle: string): PlanInput {
  return {
    ...planNhonMy2026,
    year,
    title: `Kế hoạch Hoạt động Tổ công nghệ số cộng đồng trên địa bàn ${communeTitle}`,
    startsOn: `${year}-01-01`,
    endsOn: `${year}-12-31`,
    legalBasis: planNhonMy2026.legalBasis.slice(0, 2),
    recipients: ['UBND tỉnh', 'Sở KH&CN', 'Ban ấp', 'Lưu: VT'],
    signerAuthority: ['TM. ỦY BAN NHÂN DÂN'],
    signerTitle: 'CHỦ TỊCH',
    signerName: null,
  };
}
