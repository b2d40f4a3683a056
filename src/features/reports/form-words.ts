import type { FigureCode } from './model/figure-codes.ts';
import type { DraftCode, ReportKind } from './model/template.ts';

/** The words of forms of reports and of keeping them. */

export const formNames: Record<ReportKind, string> = {
  hamlet: 'mẫu báo cáo của ấp',
  office: 'mẫu báo cáo của Phòng',
  commune: 'mẫu báo cáo của UBND xã',
};

/** What a section is drafted from, as the office chooses it. */
export const draftNames: Record<DraftCode, string> = {
  general: 'Tình hình chung',
  hamlets: 'So sánh giữa các ấp',
  outreach: 'Tuyên truyền',
  government: 'Chính quyền số',
  economy: 'Kinh tế số',
  society: 'Xã hội số',
  groups: 'Mô hình Tổ tự quản công nghệ',
  training: 'Tập huấn',
  budget: 'Kinh phí',
  obstacles: 'Khó khăn, vướng mắc',
  proposals: 'Kiến nghị, đề xuất',
  tasks: 'Nhiệm vụ tới, theo việc còn lại',
  pioneers: 'Cán bộ tiên phong dùng nền tảng số, có bảng số',
};

/** What each figure counts, for who chooses it. */
export const figureNames: Record<FigureCode, string> = {
  teams: 'Số Tổ',
  members: 'Thành viên Tổ',
  members_women: 'Thành viên Tổ là nữ',
  members_youth_union: 'Thành viên Tổ là đoàn viên',
  members_teachers: 'Thành viên Tổ là giáo viên',
  member_outings: 'Lượt thành viên hoạt động',
  groups_active: 'Mô hình đang hoạt động',
  households: 'Hộ đang cư trú',
  households_informed: 'Hộ được tuyên truyền',
  households_many_forms: 'Hộ được tuyên truyền bằng nhiều hình thức',
  contacts: 'Lượt tuyên truyền',
  contacts_by_form: 'Lượt tuyên truyền theo từng hình thức',
  households_guided: 'Hộ được hướng dẫn ứng dụng thiết yếu',
  households_guided_health: 'Hộ được hướng dẫn ứng dụng y tế',
  households_guided_education: 'Hộ được hướng dẫn ứng dụng giáo dục',
  households_guided_social_policy: 'Hộ được hướng dẫn ứng dụng chính sách xã hội',
  households_priority: 'Hộ ưu tiên',
  households_priority_served: 'Hộ ưu tiên đã được hỗ trợ',
  people_guided_services: 'Người được hướng dẫn dịch vụ công',
  people_services_account: 'Người được hướng dẫn có tài khoản dịch vụ công',
  people_vneid: 'Người được hướng dẫn VNeID',
  people_smart_an_giang: 'Người được hướng dẫn Smart An Giang',
  people_14: 'Người thường trú từ đủ 14 tuổi',
  people_14_vneid: 'Người từ đủ 14 tuổi có VNeID',
  people_14_bank: 'Người từ đủ 14 tuổi có tài khoản ngân hàng',
  people_14_e_payment: 'Người từ đủ 14 tuổi thường xuyên thanh toán điện tử',
  people_14_all_three: 'Người từ đủ 14 tuổi có đủ cả ba',
  households_skilled: 'Hộ có người biết kỹ năng số',
  households_helped: 'Hộ có thành viên Tổ phụ trách',
  households_skilled_or_helped: 'Hộ có người biết kỹ năng số hoặc có người phụ trách',
  households_without_skill: 'Hộ chưa có kỹ năng số và chưa có người phụ trách',
  businesses_guided: 'Cơ sở kinh doanh, sản xuất được hướng dẫn bán hàng trên mạng',
  shops_opened: 'Gian hàng mở trên sàn thương mại điện tử',
  businesses_committed: 'Cơ sở ký cam kết chất lượng',
  businesses_technology: 'Cơ sở áp dụng công nghệ vào sản xuất, kinh doanh',
  classes_held: 'Lớp tập huấn mở tại ấp',
  class_attendances: 'Lượt người học tập huấn',
  class_passes: 'Lượt người học đạt',
  members_trained: 'Thành viên được tập huấn, mỗi người tính một lần',
  requests_received: 'Yêu cầu hỗ trợ đã nhận',
  requests_helped: 'Yêu cầu hỗ trợ đã giúp xong',
  requests_late: 'Yêu cầu hỗ trợ quá hạn mà chưa giúp',
  obstacles_raised: 'Khó khăn, vướng mắc đã nêu',
  obstacles_solved: 'Khó khăn, vướng mắc đã trả lời, xử lý',
  obstacles_late: 'Khó khăn, vướng mắc quá hạn mà chưa xử lý',
};

export const formWords = {
  emptyPart: (code: string, title: string) =>
    `Nhóm ${code}. ${title} chưa có dòng nào. Thêm dòng hoặc bỏ nhóm này.`,
  codeShape: 'Mã gồm chữ của nhóm và số, ví dụ B2, hoặc B2.nu cho dòng nằm trong B2.',
  codeTaken: (code: string) => `Mã ${code} đã có trong mẫu. Xin chọn mã khác.`,
  codeOfPart: (code: string, part: string) =>
    `Mã ${code} đứng trong nhóm ${part} thì phải bắt đầu bằng chữ ${part}, ví dụ ${part}1.`,
  figureTwice: (name: string) =>
    `Con số “${name}” đã có ở một dòng khác của mẫu. Mỗi con số chỉ đứng một lần.`,
  noSection: 'Mẫu phải có ít nhất một phần lời.',
  nothingToRate:
    'Dòng chưa có số liệu thì không có tỷ lệ và chỉ tiêu. Bỏ chọn, hoặc chọn con số cho dòng này.',
  wrongUnit: (name: string, unit: string) =>
    `“${name}” đếm bằng ${unit}. Xin chọn đơn vị “${unit}”; hộ, người và lượt không trộn lẫn.`,
  stateHasNoPeriod: (name: string) =>
    `“${name}” là tình trạng cuối kỳ, không có số trong kỳ. Bỏ chọn cột “Trong kỳ”.`,
  noWhole: (name: string) => `“${name}” không có tổng để tính tỷ lệ. Bỏ chọn cột “Tỷ lệ”.`,
  noTarget: (name: string) => `Kế hoạch không đặt chỉ tiêu cho “${name}”. Chọn “Không”.`,
  columnNeeds: (column: string, row: string, form: string) =>
    `Bảng tổng hợp trong ${form} có cột “${column}” lấy số này của mục ${row}. Sửa hoặc bỏ cột đó trước.`,
  draftNeeds: (section: string, figure: string, form: string) =>
    `Phần “${section}” trong ${form} được soạn từ con số “${figure}” của ấp. Đổi phần đó sang “Người viết” trước.`,
  goesUp: (draft: string, section: string, form: string) =>
    `Phần “${section}” trong ${form} lấy lời các ấp viết ở phần “${draft}”. Giữ phần đó trong mẫu của ấp, hoặc đổi phần của xã sang “Người viết” trước.`,
  sumNeeds:
    'Bảng tổng hợp in dưới hai mục “Tình hình” và “Kết quả thực hiện” của mẫu này. Có thể đổi tên hai mục đó, không bỏ được.',
  places: (unknown: string, known: string) =>
    `Không có chỗ điền {${unknown}}. Các chỗ điền dùng được: ${known}.`,
  unitStillAsked: (name: string, form: string) =>
    `${name} đang được giao một phần trong ${form}. Bỏ giao phần đó trước.`,
  unitGone: 'Đơn vị này không còn trong danh sách. Xin chọn lại.',
  noDraft: 'Chưa có bản sửa của mẫu này. Xin bấm “Sửa mẫu” trước.',
  gone: 'Chỗ này không còn trong bản sửa. Xin tải lại trang.',
  atTheEnd: 'Đã ở đầu hoặc cuối, không chuyển thêm được.',
  noLetter: 'Mẫu đã có đủ 23 nhóm, từ A đến Y.',
  tooMany: 'Mẫu đã có quá nhiều mục ở chỗ này. Bỏ bớt trước khi thêm.',
  hasInner: 'Phần này đang có các phần con. Bỏ hoặc chuyển các phần con trước.',
  noEarlier: (day: string) => `Báo cáo của các kỳ trước giữ mẫu cũ. Xin chọn từ ngày ${day} trở đi.`,
  same: 'Bản sửa chưa khác mẫu đang dùng. Chưa có gì để áp dụng.',
  nothingMissing: 'Mẫu đã có đủ mọi phần của mẫu gốc.',
};
