import { formatDay, type Day } from '#shared/calendar.ts';
import { formatDong, type Dong } from '#shared/dong.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of the pages about money. */
export const title = 'Kinh phí';
export const titleOf = (year: number) => `Kinh phí năm ${year}`;
export const teamTitle = (year: number) => `Kinh phí của Tổ năm ${year}`;
export const lead = (approved: Dong, left: Dong) =>
  `Dự toán đã duyệt ${formatDong(approved)}, còn lại ${formatDong(left)}.`;
export const teamLead = 'Số tiền đã duyệt cho Tổ của anh/chị, đã chi và còn lại. Phòng Kinh tế giữ sổ này.';
export const years = 'Năm kế hoạch';
export const empty = 'Năm này chưa có kinh phí';
export const emptyText =
  'Phòng Kinh tế ghi nguồn kinh phí trước, Phòng Văn hóa – Xã hội lập dự toán, rồi lãnh đạo duyệt.';
export const teamEmpty = 'Tổ chưa có kinh phí nào được duyệt';
export const teamEmptyText = 'Khi dự toán có dòng dành cho Tổ được duyệt, số tiền sẽ hiện ở đây.';

export const actions = {
  addSource: 'Thêm nguồn',
  draft: 'Lập dự toán',
  change: 'Lập bản điều chỉnh',
  spend: 'Đề nghị chi',
  spends: 'Các khoản chi',
  settle: 'Lập quyết toán',
};

export const stats = {
  sources: 'Nguồn kinh phí',
  approved: 'Dự toán đã duyệt',
  paid: 'Đã chi',
  waiting: 'Đang đề nghị chi',
  left: 'Còn lại',
};

export const sources = {
  caption: 'Nguồn kinh phí',
  none: 'Chưa ghi nguồn nào.',
  columns: {
    name: 'Nguồn',
    kind: 'Loại',
    paper: 'Văn bản',
    amount: 'Số tiền',
    approved: 'Đã duyệt dự toán',
    paid: 'Đã chi',
    left: 'Chưa chi',
  },
  paper: (number: string, on: Day) => `${number}, ngày ${formatDay(on)}`,
  sum: 'Cộng các nguồn',
};
export const lines = {
  caption: 'Dự toán đã duyệt, theo dòng',
  none: 'Chưa có dự toán nào được duyệt.',
  columns: {
    name: 'Nội dung chi',
    team: 'Tổ',
    source: 'Nguồn',
    approved: 'Đã duyệt',
    paid: 'Đã chi',
    waiting: 'Đang đề nghị',
    left: 'Còn lại',
  },
  commune: 'Cả xã',
  sum: 'Cộng',
};
export const estimates = {
  caption: 'Dự toán và bản điều chỉnh',
  none: 'Chưa có dự toán nào.',
  columns: { title: 'Tên', kind: 'Loại', total: 'Số tiền', state: 'Đang ở bước' },
};
export const settlements = {
  caption: 'Quyết toán',
  none: 'Chưa có quyết toán nào.',
  columns: { period: 'Kỳ', paid: 'Chi trong kỳ', state: 'Đang ở bước' },
  period: 'Kỳ quyết toán',
  open: 'Lập quyết toán',
  openHelp: 'Chọn kỳ. Số liệu lấy từ các khoản đã chi, không phải gõ lại.',
};

export const sourceForm = {
  title: 'Thêm nguồn kinh phí',
  changeTitle: 'Sửa nguồn kinh phí',
  year: 'Năm kế hoạch',
  kind: 'Loại nguồn',
  name: 'Tên nguồn',
  nameHelp: 'Ví dụ: Ngân sách xã năm 2026; Tài trợ của Bưu điện huyện.',
  amount: 'Số tiền',
  amountHelp: 'Số nguyên, ví dụ 50.000.000.',
  unit: 'đồng',
  paperNumber: 'Số văn bản giao hoặc cho',
  paperNumberHelp: 'Quyết định giao dự toán, thư hay biên bản tài trợ.',
  paperOn: 'Ngày văn bản',
  note: 'Ghi chú',
  save: 'Lưu nguồn',
};

export const estimateForm = {
  title: 'Lập dự toán',
  changeTitle: 'Lập bản điều chỉnh dự toán',
  lead: 'Đặt tên trước, sau đó thêm từng dòng: số lượng × định mức.',
  changeLead: 'Bản điều chỉnh thêm hoặc bớt cho các dòng đã duyệt, và phải được duyệt như dự toán.',
  year: 'Năm kế hoạch',
  name: 'Tên dự toán',
  nameDefault: (year: number) => `Kinh phí hoạt động Tổ công nghệ số cộng đồng năm ${year}`,
  changeDefault: (year: number) => `Điều chỉnh kinh phí năm ${year}`,
  reason: 'Lý do điều chỉnh',
  save: 'Lưu, rồi thêm dòng',
};

export const estimate = {
  back: 'Kinh phí',
  state: 'Đang ở bước',
  since: (day: Day) => `từ ${formatDay(day)}`,
  year: 'Năm kế hoạch',
  kind: 'Loại',
  reason: 'Lý do điều chỉnh',
  total: 'Tổng số tiền',
  inWords: 'Bằng chữ',
  decision: 'Quyết định duyệt',
  decisionOf: (number: string, on: Day) => `${number}, ngày ${formatDay(on)}`,
  lines: 'Các dòng dự toán',
  noLines: 'Chưa có dòng nào. Thêm dòng đầu tiên ở dưới.',
  columns: {
    name: 'Nội dung chi',
    team: 'Tổ',
    source: 'Nguồn',
    quantity: 'Số lượng',
    norm: 'Định mức',
    amount: 'Thành tiền',
  },
  quantityOf: (quantity: number, unit: string) => `${formatCount(quantity)} ${unit}`,
  sum: 'Tổng cộng',
  add: 'Thêm dòng',
  edit: 'Sửa dòng',
  remove: 'Bỏ dòng này',
  removeText: 'Bỏ dòng này ra khỏi dự toán. Muốn có lại thì thêm dòng mới.',
  steps: 'Các bước',
  way: ['draft', 'proposed', 'appraised', 'approved'] as const,
  done: 'đã qua',
  here: 'đang ở đây',
  ahead: 'chưa tới',
  waits: {
    draft: 'Đang soạn. Phòng Văn hóa – Xã hội hoặc Phòng Kinh tế thêm dòng rồi đề xuất.',
    proposed: 'Đang chờ Phòng Kinh tế thẩm định. Người đề xuất không tự thẩm định.',
    appraised: 'Đang chờ lãnh đạo UBND xã duyệt.',
    returned: 'Bị trả lại, chờ sửa rồi đề xuất lại.',
    approved: 'Đã duyệt. Muốn thay đổi thì lập bản điều chỉnh.',
    withdrawn: 'Đã rút, không dùng nữa.',
  },
  decisionNumber: 'Số quyết định',
  decisionNumberHelp: 'Ví dụ: 45/QĐ-UBND.',
  decisionOn: 'Ngày quyết định',
  note: 'Ghi chú',
  why: 'Cần sửa gì',
  story: 'Đã diễn ra',
  events: {
    'budget_estimate.drafted': 'Lập dự toán',
    'budget_estimate.written': 'Sửa dự toán',
    'budget_settlement.opened': 'Lập quyết toán',
    'budget_spend.requested': 'Đề nghị chi',
    'budget_spend.file_kept': 'Thêm tệp chứng từ',
    'budget.exported': 'Tải về',
  } as Readonly<Record<string, string>>,
  word: 'Tải bản Word',
  pdf: 'Tải PDF',
  excel: 'Tải Excel',
};

export const line = {
  title: 'Thêm dòng dự toán',
  changeTitle: 'Sửa dòng dự toán',
  base: 'Thêm bớt cho dòng đã duyệt',
  baseHelp: 'Để trống nếu là dòng mới.',
  baseNone: 'Dòng mới',
  source: 'Lấy từ nguồn',
  team: 'Dành cho Tổ nào',
  teamNone: 'Cả xã',
  name: 'Nội dung chi',
  nameHelp: 'Ví dụ: Hỗ trợ xăng xe, điện thoại cho Tổ.',
  normKind: 'Tính theo',
  unit: 'Đơn vị tính',
  unitHelp: 'Để trống thì ghi theo cách tính: tổ-tháng, người-ngày, món.',
  quantity: 'Số lượng',
  quantityHelp: 'Ví dụ 12 tổ trong 10 tháng là 120 tổ-tháng.',
  changeQuantityHelp: 'Ghi số âm để bớt, ví dụ -2.',
  norm: 'Định mức',
  normHelp: 'Số tiền cho một đơn vị, ví dụ 300.000.',
  dong: 'đồng',
  note: 'Ghi chú',
  save: 'Lưu dòng',
};

export const spends = {
  title: 'Các khoản chi',
  lead: 'Chứng từ chỉ Phòng Kinh tế và lãnh đạo UBND xã xem được.',
  none: 'Chưa có khoản chi nào',
  noneText: 'Khi dự toán đã duyệt, Phòng Kinh tế đề nghị chi từ từng dòng.',
  filters: 'Lọc theo bước',
  all: 'Tất cả',
  columns: {
    purpose: 'Việc chi',
    line: 'Dòng dự toán',
    payee: 'Người nhận',
    amount: 'Số tiền',
    voucher: 'Chứng từ',
    state: 'Đang ở bước',
  },
  voucherOf: (number: string, on: Day | null) => (on === null ? number : `${number}, ${formatDay(on)}`),
  noVoucher: 'Chưa có',
  more: 'Xem tiếp',
};

export const spendForm = {
  title: 'Đề nghị chi',
  lead: 'Chỉ chi trong số còn lại của dòng đã duyệt. Lãnh đạo duyệt rồi mới trả tiền.',
  line: 'Chi từ dòng',
  lineOf: (name: string, free: Dong) => `${name} (còn ${formatDong(free)})`,
  amount: 'Số tiền',
  purpose: 'Chi việc gì',
  purposeHelp: 'Ví dụ: Xăng xe đi hướng dẫn bà con tháng 10.',
  payee: 'Người hoặc nơi nhận tiền',
  voucherNumber: 'Số chứng từ',
  voucherHelp: 'Hóa đơn, phiếu chi. Chưa có thì để trống, ghi khi trả tiền.',
  voucherOn: 'Ngày chứng từ',
  save: 'Gửi đề nghị chi',
  noLines: 'Chưa có dòng nào còn tiền để chi. Cần dự toán được duyệt, hoặc một bản điều chỉnh.',
};

export const spend = {
  back: 'Các khoản chi',
  line: 'Dòng dự toán',
  source: 'Nguồn',
  team: 'Tổ',
  amount: 'Số tiền',
  inWords: 'Bằng chữ',
  payee: 'Người nhận',
  voucher: 'Chứng từ',
  requested: 'Người đề nghị',
  approved: 'Người duyệt',
  paidOn: 'Ngày chi',
  files: 'Tệp chứng từ',
  noFiles: 'Chưa có tệp nào.',
  fileOf: (by: string, at: string) => `${by} thêm lúc ${at}`,
  file: 'Tệp PDF hoặc ảnh chụp',
  addFile: 'Thêm tệp',
  steps: 'Việc tiếp theo',
  waits: {
    requested: 'Đang chờ lãnh đạo UBND xã duyệt chi. Người đề nghị không tự duyệt.',
    approved: 'Đã được duyệt chi, chờ Phòng Kinh tế trả tiền.',
    paid: 'Đã chi xong.',
    refused: 'Không được duyệt. Số tiền đã trở lại dòng dự toán.',
    withdrawn: 'Đã rút. Số tiền đã trở lại dòng dự toán.',
    voided: 'Đã hủy. Số tiền đã trở lại dòng dự toán.',
  },
  others: { refused: 'Không duyệt', withdrawn: 'Rút đề nghị', voided: 'Hủy khoản đã chi' },
  note: 'Ghi chú',
  why: 'Lý do',
};

export const settlement = {
  span: (from: Day, to: Day) => `Tính các khoản chi từ ${formatDay(from)} đến hết ${formatDay(to)}.`,
  live: 'Số liệu còn thay đổi theo các khoản chi cho tới khi trình.',
  kept: 'Số liệu đã chốt khi trình.',
  lines: 'Theo dòng dự toán',
  columns: {
    name: 'Nội dung chi',
    source: 'Nguồn',
    approved: 'Dự toán',
    before: 'Đã chi trước kỳ',
    paid: 'Chi trong kỳ',
    left: 'Còn lại',
  },
  paidInWords: 'Chi trong kỳ bằng chữ',
  way: ['draft', 'submitted', 'approved'] as const,
  waits: {
    draft: 'Phòng Kinh tế kiểm lại rồi trình khi kỳ đã hết.',
    submitted: 'Đang chờ lãnh đạo UBND xã duyệt. Người lập không tự duyệt.',
    approved: 'Đã duyệt.',
  },
};

export const done = {
  nguon: 'Đã lưu nguồn kinh phí.',
  'du-toan': 'Đã lưu. Bây giờ thêm từng dòng.',
  dong: 'Đã lưu dòng.',
  bo: 'Đã bỏ dòng.',
  buoc: 'Đã ghi bước mới.',
  chi: 'Đã gửi đề nghị chi.',
  tep: 'Đã thêm tệp chứng từ.',
  'quyet-toan': 'Đã lập quyết toán.',
};

const money = (header: string) => ({ header, width: 20, kind: 'number' as const });
const text = (header: string, width: number) => ({ header, width, kind: 'text' as const });
export const exported = {
  lines: 'Kinh phí theo dòng dự toán',
  lineColumns: [
    text('Nội dung chi', 44),
    text('Tổ', 18),
    text('Nguồn', 30),
    money('Đã duyệt (đồng)'),
    money('Đã chi (đồng)'),
    money('Còn lại (đồng)'),
  ],
  spends: 'Các khoản chi',
  spendColumns: [
    text('Việc chi', 40),
    text('Dòng dự toán', 36),
    text('Nguồn', 28),
    text('Người nhận', 28),
    text('Số chứng từ', 16),
    text('Ngày chứng từ', 14),
    text('Đang ở bước', 22),
    text('Ngày chi', 12),
    money('Số tiền (đồng)'),
  ],
  sum: 'Tổng cộng',
};
