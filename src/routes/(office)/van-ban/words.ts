import { formatDay, formatMoment, type Day } from '#shared/calendar.ts';
import { archive } from '#features/documents/document/words.ts';
import type { DocumentKind, PaperKind } from '#features/documents/model/kinds.ts';
import type { SettingPart } from '#features/documents/model/settings.ts';

/** The words of the pages of official documents. */
export { approvers, kinds, states } from '#features/documents/words.ts';
export const title = 'Văn bản';
export const lead = 'Kế hoạch, công văn, danh sách, giấy mời, biên bản: soạn, duyệt, cấp số, phát hành.';
export const add = 'Soạn văn bản';
export const settingsLink = 'Mẫu ký, nơi nhận';
export const byKind = 'Loại văn bản';
export const byState = 'Đang ở bước';
export const all = 'Tất cả';
export const filter = 'Xem';
export const clear = 'Bỏ lọc';
export const table = 'Các văn bản, mới nhất trước';
export const columns = {
  subject: 'Trích yếu',
  kind: 'Loại',
  state: 'Đang ở bước',
  number: 'Số, ký hiệu, ngày',
};
export const noSubject = '(chưa có trích yếu)';
export const numbered = (number: string, on: Day) => `${number}, ngày ${formatDay(on)}`;
export const moment = (at: Date) => formatMoment(at);
export const notNumbered = 'Chưa có số';
export const empty = 'Chưa có văn bản nào';
export const emptyText = 'Văn bản soạn trong Tổ Số hiện ở đây, cùng bước đang chờ.';
export const emptyFiltered = 'Không có văn bản nào thuộc loại và bước đã chọn.';

export const create = {
  title: 'Soạn văn bản',
  lead: 'Chọn loại văn bản. Tổ Số soạn sẵn từ số liệu đang có; anh/chị sửa lại rồi trình duyệt.',
  what: {
    plan: 'Căn cứ, mục tiêu, nơi nhận lấy từ kế hoạch năm của xã.',
    reminder: 'Gửi Trưởng các ấp còn nợ báo cáo. Chọn kỳ báo cáo rồi bấm Soạn công văn.',
    group_list: 'Thông báo kèm bảng các mô hình ấp đã đăng ký.',
    commendation_list:
      'Thông báo kèm danh sách lãnh đạo đã xác nhận. Mở phong trào đã tổng kết, mục Khen thưởng.',
    invitation: 'Mời dự lớp tập huấn hoặc cuộc họp: ai, việc gì, lúc nào, ở đâu.',
    minutes: 'Ghi diễn biến và kết luận cuộc họp; thư ký và chủ tọa cùng ký.',
  } satisfies Record<DocumentKind, string>,
  do: {
    plan: 'Soạn kế hoạch',
    reminder: 'Xem ấp nợ báo cáo',
    group_list: 'Soạn danh sách',
    commendation_list: 'Chọn phong trào',
    invitation: 'Soạn giấy mời',
    minutes: 'Soạn biên bản',
  } satisfies Record<DocumentKind, string>,
  noPlan: 'Xã chưa có kế hoạch năm. Xin lập kế hoạch trước.',
};

export const document = {
  back: 'Văn bản',
  edit: 'Sửa nội dung',
  download: 'Tải bản Word',
  downloadPdf: 'Tải bản PDF',
  preview: 'Xem trước',
  previewHelp: 'Chữ và bố cục như bản Word.',
  live: 'Người ký, nơi nhận theo hôm nay; chốt lại khi duyệt.',
  missing: (names: string) => `Trước khi trình duyệt, xin điền: ${names}.`,
  returnedTitle: 'Được trả lại để sửa',
  by: (name: string, at: Date) => `${name}, ${formatMoment(at)}`,
};
export const steps = {
  title: 'Các bước',
  prepared: 'Soạn',
  approved: 'Duyệt',
  numbered: 'Cấp số',
  issued: 'Phát hành',
  waits: (approver: string) => `Chờ ${approver} duyệt`,
  ownWork: 'Anh/chị là người soạn nên không tự duyệt. Xin người khác có thẩm quyền duyệt.',
  waitsNumber: 'Chờ văn thư cấp số',
  approve: 'Duyệt văn bản',
  giveBack: 'Trả lại để sửa',
  note: 'Cần sửa điều gì',
  noteHelp: 'Người soạn đọc lời này.',
  discard: 'Bỏ bản nháp này',
  discardText: 'Bản nháp không còn trong danh sách; nhật ký vẫn giữ.',
};
export const register = {
  title: 'Cấp số và ngày',
  lead: 'Ghi đúng như sổ văn thư. Máy không tự cấp số.',
  number: 'Số, ký hiệu',
  numberHelp: (symbol: string) => `Ví dụ 15/${symbol}.`,
  datedOn: 'Ngày ban hành',
  save: 'Lưu số và ngày',
  issue: 'Phát hành',
  issueHelp: 'Sau khi người có thẩm quyền đã ký. Văn bản đã phát hành không đổi được nữa.',
};
export const signed = {
  title: 'Tệp đã ký',
  open: 'Văn bản đã ký',
  of: ({ name, uploadedAt }: { name: string; uploadedAt: Date }) =>
    `${name}, nhận lúc ${formatMoment(uploadedAt)}`,
  none: 'Chưa có tệp đã ký.',
  file: 'Tệp PDF đã ký số',
  save: 'Nhận tệp đã ký',
  needed: 'Xin chọn tệp PDF đã ký số.',
};
export const done: Record<string, string> = {
  luu: 'Đã lưu.',
  duyet: 'Đã duyệt. Văn bản sang văn thư cấp số.',
  tra: 'Đã trả lại. Người soạn sẽ thấy lời nhắn.',
  so: 'Đã lưu số và ngày. Tải bản Word đã có số để ký.',
  ky: 'Đã nhận tệp đã ký.',
  phat: 'Đã phát hành.',
  bo: 'Đã bỏ bản nháp.',
  mau: 'Đã lưu. Văn bản soạn từ ngày đó theo mẫu mới.',
};

export const form = {
  title: (kind: DocumentKind, names: Record<PaperKind, string>) => `Sửa ${names[kind].toLowerCase()}`,
  lead: 'Điền được đến đâu lưu đến đó, hôm khác viết tiếp. Trước khi duyệt, Tổ Số nhắc phần còn thiếu.',
  subject: 'Trích yếu',
  subjectHelp: {
    plan: 'Ngắn gọn, sau chữ KẾ HOẠCH.',
    reminder: 'Phần sau chữ V/v, viết thường chữ đầu.',
    group_list: 'Ngắn gọn, sau chữ THÔNG BÁO.',
    commendation_list: 'Ngắn gọn, sau chữ THÔNG BÁO.',
    invitation: 'Ngắn gọn, sau chữ GIẤY MỜI.',
    minutes: 'Tên cuộc họp, sau chữ BIÊN BẢN.',
  } satisfies Record<DocumentKind, string>,
  text: 'Nội dung',
  textHelp: 'Mỗi dòng là một đoạn; dòng bắt đầu bằng dấu - là gạch đầu dòng.',
  recipients: 'Nơi nhận riêng của văn bản này',
  recipientsHelp: (usual: string) =>
    `Mỗi dòng một nơi, dòng cuối là nơi lưu; thiếu thì văn bản tự ghi “${archive}”. Để trống thì theo mẫu: ${usual}.`,
  save: 'Lưu',
  cancel: 'Thôi, quay lại',
  plan: {
    basis: 'Căn cứ, mỗi dòng một văn bản',
    opening: 'Lời mở đầu',
    closing: 'Lời kết',
  },
  reminder: { addressees: 'Kính gửi, mỗi dòng một nơi' },
  groupList: {
    rows: (count: number) => `Bảng kèm theo có ${count} mô hình, lấy từ mục Tổ tự quản; chốt lại khi duyệt.`,
    look: 'Xem các mô hình',
  },
  commendationList: {
    rows: (count: number) =>
      `Danh sách kèm theo có ${count} tập thể, cá nhân, lấy từ mục Khen thưởng của phong trào.`,
    look: 'Xem danh sách',
  },
  invitation: {
    invited: 'Kính mời, mỗi dòng một người hoặc một đơn vị',
    invitedHelp: 'Ghi họ tên, chức vụ, đơn vị. Nhiều hơn 8 dòng thì thành danh sách ở phụ lục.',
    event: 'Tới dự',
    chair: 'Chủ trì',
    heldOn: 'Ngày',
    heldAt: 'Giờ',
    timeHelp: 'Ví dụ 7 giờ 30 hoặc 13:30.',
    place: 'Địa điểm',
    note: 'Những điều cần lưu ý',
  },
  minutes: {
    startedOn: 'Bắt đầu ngày',
    startedAt: 'Lúc',
    place: 'Địa điểm',
    present: 'Thành phần tham dự, mỗi dòng một người hoặc một đơn vị',
    chairName: 'Chủ trì (chủ tọa): họ tên',
    chairTitle: 'Chức vụ người chủ trì',
    secretaryName: 'Thư ký: họ tên',
    secretaryTitle: 'Chức vụ thư ký',
    course: 'Diễn biến cuộc họp',
    conclusions: 'Kết luận',
    endedOn: 'Kết thúc ngày',
    endedAt: 'Lúc',
  },
};

export const settings = {
  title: 'Mẫu ký, nơi nhận',
  lead: 'Cơ quan ban hành, người ký, nơi nhận của từng loại văn bản. Mỗi thay đổi có ngày bắt đầu; văn bản đã duyệt giữ nguyên.',
  edit: (name: string) => `Sửa mẫu: ${name}`,
  change: 'Sửa',
  signer: 'Người ký',
  symbol: 'Ký hiệu',
  recipients: 'Nơi nhận',
  approver: 'Người duyệt',
  coming: (days: string) => `Sắp đổi từ ${days}`,
  noName: '(để trống họ tên)',
  validFrom: 'Áp dụng từ ngày',
  validFromHelp: 'Văn bản duyệt từ ngày này theo mẫu mới. Có thể ghi ngày sắp tới.',
  issuerTitle: 'Cơ quan ban hành',
  superior: 'Cơ quan chủ quản',
  superiorHelp: 'Dòng trên tên cơ quan ban hành. Ủy ban nhân dân xã thì để trống.',
  lines: 'Tên cơ quan ban hành, mỗi dòng như sẽ in',
  inText: 'Tên cơ quan trong câu',
  inTextHelp: 'Ví dụ Ủy ban nhân dân xã Nhơn Mỹ.',
  symbolHelp: 'Phần sau dấu gạch chéo, ví dụ BC-UBND. Số do văn thư cấp.',
  place: 'Địa danh',
  signerTitle: 'Người ký',
  authority: 'Thẩm quyền ký',
  authorityHelp: 'TM., KT., TL. … mỗi dòng một ý. Ký đúng chức vụ thì để trống.',
  signTitle: 'Chức vụ',
  name: 'Họ và tên',
  nameHelp: 'Không ghi học hàm, học vị. Để trống thì chừa chỗ.',
  approverHelp: 'Người có thẩm quyền ký duyệt bản thảo (Nghị định 30/2020, Điều 11).',
  alsoFor: 'Dùng người ký này cho cả',
  recipientsTitle: 'Nơi nhận',
  recipientsHelp: 'Mỗi dòng một nơi; dòng cuối là nơi lưu, ví dụ Lưu: VT, VHXH.',
  look: 'Xem thử',
  save: 'Lưu mẫu',
  preview: 'Xem thử trên giấy',
  history: 'Các lần đã đổi',
  none: 'Chưa đổi lần nào: theo kế hoạch năm và mẫu chung.',
  parts: { issuer: 'Cơ quan ban hành', signer: 'Người ký', recipients: 'Nơi nhận' } satisfies Record<
    SettingPart,
    string
  >,
  from: (day: Day) => `từ ngày ${formatDay(day)}`,
};
