import type { CatalogueInput } from './model.ts';

type Entry = Partial<CatalogueInput> & Pick<CatalogueInput, 'kind' | 'code' | 'name'>;

// Names and purposes are the plan's (II.2); links are the services' own public addresses. `checkedOn` stays empty until
// somebody of the commune has opened the link: we do not claim a check that nobody made.
const platforms: Entry[] = [
  {
    kind: 'platform',
    code: 'vneid',
    name: 'VNeID',
    pillar: 'digital_government',
    tracks: 'vneid',
    link: 'https://vneid.gov.vn',
    purpose: 'Định danh điện tử, giấy tờ điện tử, dịch vụ công',
  },
  {
    kind: 'platform',
    code: 'dvc',
    name: 'Dịch vụ công quốc gia',
    pillar: 'digital_government',
    tracks: 'dvc_account',
    link: 'https://dichvucong.gov.vn',
    purpose: 'Nộp hồ sơ và theo dõi thủ tục hành chính trên mạng',
  },
  {
    kind: 'platform',
    code: 'smart_an_giang',
    name: 'Smart An Giang',
    pillar: 'digital_government',
    link: null,
    purpose: 'Phản ánh, nhận thông tin của chính quyền tỉnh',
  },
  {
    kind: 'platform',
    code: 'so_suc_khoe',
    name: 'Sổ sức khỏe điện tử',
    pillar: 'digital_society',
    domains: ['health'],
    tracks: 'health_app',
    link: null,
    purpose: 'Xem hồ sơ sức khỏe, lịch tiêm, đặt khám',
  },
  {
    kind: 'platform',
    code: 'vssid',
    name: 'VssID – Bảo hiểm xã hội',
    pillar: 'digital_society',
    domains: ['social_policy'],
    tracks: 'social_app',
    link: 'https://baohiemxahoi.gov.vn',
    purpose: 'Thẻ BHYT, quá trình đóng bảo hiểm, chế độ',
  },
  {
    kind: 'platform',
    code: 'hoc_truc_tuyen',
    name: 'Ứng dụng học tập, sổ liên lạc điện tử',
    pillar: 'digital_society',
    domains: ['education'],
    tracks: 'education_app',
    link: null,
    purpose: 'Theo dõi việc học của con, học trực tuyến',
  },
  {
    kind: 'platform',
    code: 'binh_dan_hoc_vu_so',
    name: 'Bình dân học vụ số',
    pillar: 'digital_society',
    domains: ['education'],
    link: 'https://binhdanhocvuso.gov.vn',
    purpose: 'Học kỹ năng số cơ bản, đăng nhập bằng VNeID',
  },
  {
    kind: 'platform',
    code: 'an_sinh',
    name: 'Chi trả an sinh xã hội qua tài khoản',
    pillar: 'digital_society',
    domains: ['social_policy'],
    tracks: 'social_app',
    link: null,
    purpose: 'Nhận trợ cấp không dùng tiền mặt',
  },
  {
    kind: 'platform',
    code: 'tai_khoan_ngan_hang',
    name: 'Tài khoản ngân hàng',
    pillar: 'digital_economy',
    tracks: 'bank_account',
    link: null,
    purpose: 'Mở tài khoản thanh toán',
  },
  {
    kind: 'platform',
    code: 'thanh_toan',
    name: 'Thanh toán điện tử',
    pillar: 'digital_economy',
    tracks: 'e_payment',
    link: null,
    purpose: 'Chuyển tiền, quét mã QR, trả tiền điện nước',
  },
  {
    kind: 'platform',
    code: 'buudien',
    name: 'buudien.vn',
    pillar: 'digital_economy',
    marketplace: true,
    link: 'https://buudien.vn',
    purpose: 'Mở gian hàng, đăng ảnh, nhận đơn, đóng gói',
  },
  {
    kind: 'platform',
    code: 'mua_sam',
    name: 'Mua sắm trực tuyến',
    pillar: 'digital_economy',
    link: null,
    purpose: 'Đặt hàng, trả hàng, tránh lừa đảo',
  },
  {
    kind: 'platform',
    code: 'an_toan_mang',
    name: 'An toàn trên mạng',
    pillar: 'digital_society',
    link: null,
    purpose: 'Nhận biết lừa đảo; không bao giờ đưa mật khẩu, mã OTP cho ai',
  },
];

const forms: Entry[] = [
  { kind: 'outreach_form', code: 'home_visit', name: 'Đến nhà' },
  { kind: 'outreach_form', code: 'hamlet_meeting', name: 'Họp ấp' },
  { kind: 'outreach_form', code: 'support_point', name: 'Tại điểm hỗ trợ' },
  { kind: 'outreach_form', code: 'counter', name: 'Tại quầy hành chính công' },
  { kind: 'outreach_form', code: 'class', name: 'Lớp hướng dẫn' },
  { kind: 'outreach_form', code: 'school', name: 'Tại trường học' },
  { kind: 'outreach_form', code: 'campaign_day', name: 'Ngày ra quân' },
  { kind: 'outreach_form', code: 'leaflet', name: 'Tờ rơi' },
  { kind: 'outreach_form', code: 'zalo', name: 'Nhóm Zalo' },
  { kind: 'outreach_form', code: 'loudspeaker', name: 'Loa truyền thanh', mass: true },
  { kind: 'outreach_form', code: 'banner', name: 'Băng rôn, áp phích', mass: true },
];

const topics: Entry[] = [
  { kind: 'topic', code: 'chu_truong', name: 'Chủ trương, chính sách về chuyển đổi số' },
  { kind: 'topic', code: 'chinh_quyen_so', name: 'Chính quyền số' },
  { kind: 'topic', code: 'kinh_te_so', name: 'Kinh tế số' },
  { kind: 'topic', code: 'xa_hoi_so', name: 'Xã hội số' },
  { kind: 'topic', code: 'an_toan', name: 'Phòng tránh lừa đảo trên mạng' },
];

const domains: Entry[] = [
  { kind: 'essential_domain', code: 'health', name: 'Y tế' },
  { kind: 'essential_domain', code: 'education', name: 'Giáo dục' },
  { kind: 'essential_domain', code: 'social_policy', name: 'Chính sách xã hội' },
];

const reasons: Entry[] = [
  { kind: 'priority_reason', code: 'vulnerable', name: 'Đối tượng yếu thế' },
  { kind: 'priority_reason', code: 'elderly', name: 'Người cao tuổi' },
  { kind: 'priority_reason', code: 'no_smartphone', name: 'Không có điện thoại thông minh' },
];

/** The catalogue with which a commune begins; the office changes it as it likes. */
export const defaultCatalogue: CatalogueInput[] = [platforms, forms, topics, domains, reasons].flatMap(
  (list) =>
    list.map((entry, index) => ({
      entryId: null,
      position: (index + 1) * 10,
      pillar: null,
      domains: [],
      purpose: null,
      link: null,
      checkedOn: null,
      tracks: null,
      mass: false,
      marketplace: false,
      ...entry,
    })),
);
