import { formatCount } from '#shared/numbers.ts';

/** The words of the pages about tasks. */
export const title = 'Giao việc';
export const back = 'Giao việc';
export const give = 'Giao việc mới';
export const tabs = { mine: 'Việc của tôi', given: 'Tôi đã giao', all: 'Tất cả' };
export const tabsLabel = 'Xem việc nào';
export const filters = { overdue: 'Chỉ việc quá hạn', over: 'Đã xong hoặc đã hủy' };
export const lead = (open: number, late: number) =>
  late > 0
    ? `Còn ${formatCount(open)} việc đang mở, ${formatCount(late)} việc quá hạn.`
    : `Còn ${formatCount(open)} việc đang mở, không việc nào quá hạn.`;
export const hamlet = 'Ấp';
export const allHamlets = 'Cả xã';
export const choose = 'Xem';
export const columns = {
  title: 'Việc',
  doer: 'Ai làm',
  hamlet: 'Ấp',
  due: 'Hạn',
  progress: 'Đã làm',
  state: 'Đang ở bước',
};
export const empty = {
  mine: 'Không có việc nào đang chờ anh/chị',
  given: 'Anh/chị chưa giao việc nào đang mở',
  all: 'Không có việc nào đang mở',
};
export const emptyText =
  'Việc được giao sẽ hiện ở đây và trên điện thoại của người nhận, có hạn và các bước cần làm.';
export const stepsOf = (done: number, all: number) => `${formatCount(done)}/${formatCount(all)} bước`;
export const householdsOf = (met: number, all: number) => `gặp ${formatCount(met)}/${formatCount(all)} hộ`;

export const form = {
  title: 'Giao việc mới',
  lead: 'Mỗi người hoặc tổ nhận một việc riêng, có hạn riêng để theo dõi.',
  gapLead: (hamlet: string) =>
    `Danh sách lấy từ các hộ còn lại của chỉ tiêu ở ${hamlet}. Tổ gặp hộ nào, việc này tự tính hộ đó.`,
  name: 'Việc gì',
  nameHelp: 'Một câu, bắt đầu bằng việc cần làm. Ví dụ: Phát tờ rơi phòng chống lừa đảo ở chợ.',
  text: 'Nói rõ hơn',
  textHelp: 'Làm ở đâu, mang theo gì, gặp ai.',
  checklist: 'Các bước',
  checklistHelp: 'Mỗi dòng một bước, người làm đánh dấu từng bước.',
  due: 'Hạn làm xong',
  priority: 'Mức độ',
  repeats: 'Lặp lại',
  planItem: 'Theo mục nào của kế hoạch',
  planItemHelp: 'Ví dụ: Mục II.1, chỉ tiêu 3.',
  doers: 'Giao cho ai',
  ofHamlet: (name: string) => `Giao cho ai ở ${name}`,
  members: 'Giao cho từng thành viên của một ấp?',
  membersHelp: 'Chọn ấp để hiện tên thành viên.',
  showMembers: 'Hiện thành viên',
  households: (count: number) => `Các hộ cần gặp (${formatCount(count)} hộ)`,
  householdsHelp: 'Bỏ đánh dấu hộ nào chưa cần gặp lần này.',
  save: 'Giao việc',
};

export const one = {
  doer: 'Ai làm',
  giver: 'Người giao',
  due: 'Hạn',
  priority: 'Mức độ',
  source: 'Từ đâu',
  planItem: 'Mục kế hoạch',
  repeats: 'Lặp lại',
  text: 'Nội dung',
  checks: 'Các bước',
  tick: 'Đánh dấu đã làm',
  untick: 'Bỏ đánh dấu',
  ticked: (who: string, when: string) => `${who}, ${when}`,
  households: 'Các hộ cần gặp',
  met: 'Đã gặp',
  notMet: 'Chưa gặp',
  steps: 'Bước tiếp theo',
  note: 'Ghi thêm vài chữ',
  noteRequired: 'Còn thiếu gì, hoặc vì sao',
  others: 'Trả lại hoặc hủy',
  instead: 'Ghi thay người nhận',
  change: 'Đổi hạn hoặc mức độ',
  changeNote: 'Vì sao đổi',
  saveChange: 'Lưu thay đổi',
  talk: 'Trao đổi',
  say: 'Viết cho người làm và người giao',
  send: 'Gửi lời này',
  story: 'Đã diễn ra',
  waits: {
    new: 'Chờ người nhận bấm “Nhận việc”.',
    accepted: 'Người nhận sắp làm.',
    in_progress: 'Người nhận đang làm.',
    returned: 'Chờ người nhận làm thêm.',
    done: 'Chờ người giao việc, hoặc người phụ trách ấp và xã, kiểm tra lại.',
  },
};

export const evidence = {
  title: 'Minh chứng',
  none: 'Chưa có tệp nào.',
  file: 'Ảnh hoặc tệp PDF cho thấy việc đã làm',
  fileHelp:
    'Tối đa 10 MB. Đừng chụp giấy tờ tùy thân hay mặt trẻ em. Nơi chụp, giờ chụp ghi trong ảnh được tự bỏ đi.',
  add: 'Đính kèm',
  fileOf: (by: string | null, at: string) => [by, at].filter(Boolean).join(', '),
  look: 'Xem ảnh',
  pictureOf: (name: string) => `Ảnh minh chứng: ${name}`,
  remove: 'Bỏ tệp này',
  removeText: 'Tệp bị xóa hẳn, trong “Đã diễn ra” còn ghi là từng có.',
  removeIt: 'Xóa tệp',
  missing: 'Việc này chưa có tệp minh chứng nào.',
  count: (files: number) => `Có ${formatCount(files)} tệp minh chứng, xem ở dưới.`,
};

export const events = {
  'task.given': 'Giao việc',
  'task.repeated': 'Việc lặp đến kỳ mới',
  'task.commented': 'Trao đổi',
  'task.handed_over': 'Bàn giao cho người khác',
  'task.evidence_kept': 'Đính kèm minh chứng',
  'task.evidence_removed': 'Bỏ tệp minh chứng',
};
export const eventChanged = (day: string) => `Đổi hạn: ${day}`;

export const done: Record<string, string> = {
  giao: 'Đã giao việc. Người nhận thấy việc này trong “Hôm nay” và trên điện thoại.',
  buoc: 'Đã lưu.',
  loi: 'Đã gửi lời.',
  doi: 'Đã đổi.',
  tep: 'Đã đính kèm tệp.',
  botep: 'Đã bỏ tệp.',
};
export const givenTo = (count: number) => `Đã giao cho ${formatCount(count)} nơi.`;

export const exported = {
  title: 'Việc đã giao',
  columns: [
    { header: 'Việc', width: 40, kind: 'text' },
    { header: 'Ai làm', width: 24, kind: 'text' },
    { header: 'Ấp', width: 14, kind: 'text' },
    { header: 'Người giao', width: 22, kind: 'text' },
    { header: 'Từ đâu', width: 24, kind: 'text' },
    { header: 'Mức độ', width: 12, kind: 'text' },
    { header: 'Ngày giao', width: 12, kind: 'text' },
    { header: 'Hạn', width: 12, kind: 'text' },
    { header: 'Quá hạn (ngày)', width: 10, kind: 'number' },
    { header: 'Tình trạng', width: 24, kind: 'text' },
    { header: 'Ngày của tình trạng', width: 12, kind: 'text' },
    { header: 'Bước đã làm', width: 10, kind: 'number' },
    { header: 'Số bước', width: 10, kind: 'number' },
    { header: 'Hộ đã gặp (hộ)', width: 10, kind: 'number' },
    { header: 'Hộ cần gặp (hộ)', width: 10, kind: 'number' },
    { header: 'Tệp minh chứng (tệp)', width: 10, kind: 'number' },
  ],
} as const;
