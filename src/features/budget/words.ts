import { formatDay, type Day } from '#shared/calendar.ts';
import { formatDong, type Dong } from '#shared/dong.ts';
import type { EstimateState } from './model/estimate-state.ts';
import type { EstimateKind, NormKind, SourceKind } from './model/inputs.ts';
import type { SettlementPeriod, SettlementState } from './model/settlement.ts';
import type { SpendState } from './model/spend-state.ts';

export const title = 'Kinh phí';

export const sourceKind: Record<SourceKind, string> = {
  commune_budget: 'Ngân sách xã',
  other: 'Nguồn hợp pháp khác',
};
export const normKind: Record<NormKind, string> = {
  team_month: 'Theo tổ và tháng',
  person_day: 'Theo người và ngày',
  item: 'Theo món',
};
/** The unit that a norm is for, when nothing else is typed. */
export const unitOf: Record<NormKind, string> = {
  team_month: 'tổ-tháng',
  person_day: 'người-ngày',
  item: 'món',
};
export const estimateKind: Record<EstimateKind, string> = {
  estimate: 'Dự toán',
  change: 'Điều chỉnh dự toán',
};

export const estimateState: Record<EstimateState, string> = {
  draft: 'Đang soạn',
  proposed: 'Chờ thẩm định',
  appraised: 'Chờ lãnh đạo duyệt',
  approved: 'Đã duyệt',
  returned: 'Bị trả lại',
  withdrawn: 'Đã rút',
};
/** The button that leads to a state. */
export const estimateStep: Record<Exclude<EstimateState, 'draft'>, string> = {
  proposed: 'Đề xuất dự toán',
  appraised: 'Thẩm định xong, trình lãnh đạo',
  approved: 'Duyệt dự toán',
  returned: 'Trả lại để sửa',
  withdrawn: 'Rút dự toán',
};

export const spendState: Record<SpendState, string> = {
  requested: 'Chờ duyệt chi',
  approved: 'Được chi, chưa trả tiền',
  paid: 'Đã chi',
  refused: 'Không duyệt',
  withdrawn: 'Đã rút',
  voided: 'Đã hủy',
};
export const spendStep: Record<Exclude<SpendState, 'requested'>, string> = {
  approved: 'Duyệt chi',
  paid: 'Ghi đã chi',
  refused: 'Không duyệt',
  withdrawn: 'Rút đề nghị',
  voided: 'Hủy khoản đã chi',
};

export const settlementState: Record<SettlementState, string> = {
  draft: 'Đang lập',
  submitted: 'Chờ lãnh đạo duyệt',
  approved: 'Đã duyệt',
};
export const settlementStep: Record<SettlementState, string> = {
  draft: 'Trả lại để sửa',
  submitted: 'Trình quyết toán',
  approved: 'Duyệt quyết toán',
};
export const settlementPeriod: Record<SettlementPeriod, string> = {
  Q1: 'Quý I',
  Q2: 'Quý II',
  Q3: 'Quý III',
  Q4: 'Quý IV',
  H1: '6 tháng đầu năm',
  H2: '6 tháng cuối năm',
  Y: 'Cả năm',
};
/** "Quý III năm 2026"; a whole year is the year alone. */
export const periodOf = (year: number, period: SettlementPeriod) =>
  period === 'Y' ? `Năm ${year}` : `${settlementPeriod[period]} năm ${year}`;

// What a command says when it cannot be done.
export const reasonNeeded = 'Xin ghi lý do điều chỉnh so với dự toán đã duyệt.';
export const noteNeeded = 'Xin ghi lý do.';
export const sameSource = 'Năm này đã có nguồn mang tên này. Xin đặt tên khác.';
export const sourceBelow = (approved: Dong) =>
  `Dự toán đã duyệt từ nguồn này là ${formatDong(approved)}, nên nguồn không thể ít hơn số đó.`;
export const otherYear = 'Nguồn này đã có dòng dự toán, không chuyển sang năm khác được.';
export const noSuchStep = 'Việc này đã được xử lý trước đó. Xin tải lại trang để xem mới nhất.';
export const notOpen = 'Dự toán đã được đề xuất, không sửa được nữa. Nếu cần sửa, xin trả lại.';
export const noLines = 'Dự toán chưa có dòng nào. Xin thêm ít nhất một dòng.';
export const sourceNeeded = 'Xin chọn nguồn kinh phí của năm này.';
export const nameNeeded = 'Xin ghi nội dung chi.';
export const normKindNeeded = 'Xin chọn cách tính định mức.';
export const quantityNeeded = 'Xin ghi số lượng lớn hơn 0.';
export const quantityZero = 'Số lượng không thể là 0.';
export const tooMuch = 'Thành tiền lớn quá. Xin xem lại số lượng và định mức.';
export const onlyInChange = 'Chỉ bản điều chỉnh mới thêm bớt được cho dòng đã duyệt.';
export const baseUnknown = 'Dòng này không còn trong dự toán đã duyệt của năm. Xin chọn lại.';
export const sourceTooSmall = (name: string, has: Dong, wanted: Dong) =>
  `Nguồn “${name}” có ${formatDong(has)}, không đủ cho dự toán ${formatDong(wanted)}. Xin bớt dòng hoặc thêm nguồn.`;
export const lineTooSmall = (name: string, bound: Dong, wanted: Dong) =>
  `Dòng “${name}” đã chi hoặc đang đề nghị chi ${formatDong(bound)}, không thể giảm còn ${formatDong(wanted)}.`;
export const decisionNeeded = 'Xin ghi số quyết định duyệt dự toán.';
export const decisionDayNeeded = 'Xin ghi ngày của quyết định.';
export const dayInFuture = 'Ngày này chưa tới. Xin xem lại ngày.';
export const notFree = (free: Dong) =>
  `Dòng này chỉ còn ${formatDong(free)}. Muốn chi nhiều hơn, xin lập bản điều chỉnh dự toán và chờ duyệt.`;
export const voucherNeeded = 'Xin ghi số chứng từ trước khi ghi đã chi.';
export const voucherDayNeeded = 'Xin ghi ngày của chứng từ.';
export const paidOutside = (first: Day, last: Day) =>
  `Kinh phí của năm này chỉ chi từ ${formatDay(first)} đến ${formatDay(last)}.`;
export const paidBeforeAsked = (day: Day) =>
  `Ngày chi trước ngày đề nghị (${formatDay(day)}). Xin xem lại ngày.`;
export const settledAlready = (period: string) =>
  `Ngày này thuộc kỳ đã trình quyết toán (${period}), không ghi hay hủy khoản chi được nữa.`;
export const notYetOver = (day: Day) =>
  `Kỳ này đến hết ${formatDay(day)} mới trình quyết toán được, để không sót khoản chi.`;
export const periodTaken = 'Kỳ này đã có quyết toán. Xin mở quyết toán đó.';
export const stillWaiting = (count: number) =>
  `Còn ${count} đề nghị chi của kỳ này chưa xong. Xin chi hoặc rút trước khi trình quyết toán.`;
export const voucherKind =
  'Xin chọn tệp PDF hoặc ảnh chụp (.jpg, .png, .webp) của chứng từ. Ảnh hỏng thì chụp lại.';
export const voucherTooLarge = 'Tệp lớn quá 10 MB. Xin chụp lại nhỏ hơn hoặc xuất PDF nhỏ hơn.';
export const fileNeeded = 'Xin chọn tệp chứng từ.';

/** What waits, after its number: "2 dự toán chờ anh/chị duyệt". */
export const waiting = {
  of: {
    mend: 'dự toán bị trả lại, cần sửa',
    appraise: 'dự toán chờ anh/chị thẩm định',
    approve: 'dự toán chờ anh/chị duyệt',
    spend: 'đề nghị chi chờ anh/chị duyệt',
    pay: 'khoản đã được duyệt chi, chưa trả tiền',
    settle: 'quyết toán chờ anh/chị duyệt',
  },
  listOf: {
    mend: '/kinh-phi',
    appraise: '/kinh-phi',
    approve: '/kinh-phi',
    spend: '/kinh-phi/chi?buoc=cho-duyet',
    pay: '/kinh-phi/chi?buoc=cho-tra',
    settle: '/kinh-phi',
  },
  names: (names: readonly string[]) =>
    names.length > 3 ? `${names.slice(0, 3).join(', ')}…` : names.join(', '),
};
