import type { BusinessStory } from '#features/commerce/queries/business-story.server.ts';
import { step } from '#features/commerce/words.ts';
import { formatDay, type Day } from '#shared/calendar.ts';
import { inSentence } from '#shared/in-sentence.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of the pages about who sells in the commune. */
export const title = 'Kinh tế số';
export const back = 'Kinh tế số';
export const lead = (open: number, shops: number) =>
  open === 0
    ? 'Ghi ai đang làm, đang bán gì; hướng dẫn từng bước đến khi tự bán được trên mạng.'
    : `${formatCount(open)} cơ sở đang được hướng dẫn, ${formatCount(shops)} cơ sở đã mở gian hàng trên sàn.`;
export const register = 'Ghi thêm cơ sở';
export const views = 'Cách xem';
export const board = 'Bảng các chặng';
export const list = 'Danh sách';
export const filters = {
  stalled: 'Lâu chưa thêm bước',
  uncommitted: 'Chưa ký cam kết',
  closed: 'Đã ngừng',
};
export const narrow = {
  show: 'Lọc thêm',
  hamlet: 'Ấp',
  kind: 'Loại',
  next: 'Bước tiếp theo',
  any: 'Tất cả',
  apply: 'Xem',
};
export const empty = 'Chưa có cơ sở nào';
export const emptyText =
  'Hộ kinh doanh, hợp tác xã, người sản xuất muốn bán hàng trên mạng thì ghi vào đây, rồi hướng dẫn từng bước.';
export const emptyFiltered = 'Không có cơ sở nào ở mục này.';
export const emptyLane = 'Không có cơ sở nào.';
export const reached = 'Bao nhiêu cơ sở đã làm được từng bước';
export const reachedText = (label: string, done: number, of: number) =>
  `${label}: ${formatCount(done)} trong ${formatCount(of)} cơ sở`;
export const ofAll = (done: number, of: number) => `${formatCount(done)} / ${formatCount(of)} cơ sở`;
export const columns = {
  name: 'Cơ sở',
  hamlet: 'Ấp',
  kind: 'Loại',
  products: 'Bán gì',
  steps: 'Đã làm',
  state: 'Tiếp theo',
};
export const stalledSince = (day: Day) => `chưa thêm bước từ ${formatDay(day)}`;
export const committed = 'đã ký cam kết';
export const uncommitted = 'chưa ký cam kết';
export const closedSince = (day: Day) => `đã ngừng từ ${formatDay(day)}`;

export const form = {
  title: 'Ghi cơ sở vào sổ',
  lead: 'Chỉ ghi tên cơ sở, bán gì và ai để hỏi. Không ghi số giấy tờ, số tài khoản.',
  changeTitle: 'Sửa thông tin cơ sở',
  hamlet: 'Ấp',
  household: (label: string) => `Cơ sở của hộ ${label}.`,
  kind: 'Là loại nào?',
  name: 'Tên cơ sở',
  nameHelp: 'Như bà con vẫn gọi. Ví dụ: Mắm cá linh bà Bảy.',
  products: 'Làm, bán những gì?',
  productsHelp: 'Ví dụ: mắm cá linh, khô cá lóc.',
  contactName: 'Gặp ai để hỏi?',
  note: 'Ghi chú',
  save: 'Ghi vào sổ',
  saveChange: 'Lưu thay đổi',
};

export const page = {
  edit: 'Sửa thông tin',
  household: 'Hộ trong sổ',
  seeHousehold: 'Xem hộ',
  contact: 'Gặp ai',
  products: 'Làm, bán',
  kind: 'Loại',
  hamlet: 'Ấp',
  registeredOn: 'Ghi vào sổ ngày',
  note: 'Ghi chú',
  way: 'Các bước bán hàng trên mạng',
  stepDone: 'đã làm',
  stepNext: 'nên làm tiếp',
  stepAhead: 'chưa làm',
  doneOn: (day: Day, member: string | null) =>
    member === null ? `ngày ${formatDay(day)}` : `ngày ${formatDay(day)}, ${member} giúp`,
  on: (marketplace: string) => `trên ${marketplace}`,
  record: 'Ghi bước vừa làm được',
  which: 'Cơ sở vừa làm được bước nào?',
  whichHelp: 'Làm bước nào trước cũng được.',
  day: 'Ngày làm được',
  member: 'Ai trong Tổ đã giúp?',
  nobody: 'Cơ sở tự làm',
  marketplace: 'Gian hàng ở sàn nào?',
  marketplaceHelp: 'Chỉ chọn khi ghi bước mở gian hàng.',
  noMarketplace: 'Chưa mở gian hàng',
  stepNote: 'Ghi thêm',
  save: 'Ghi bước này',
  allDone: 'Cơ sở đã làm đủ các bước. Thỉnh thoảng ghé hỏi xem có vướng gì không.',
  takeBack: 'Rút lại một bước ghi nhầm',
  takeBackWhich: 'Rút lại bước nào?',
  takeBackWhy: 'Vì sao?',
  takeBackButton: 'Rút lại bước này',
  story: 'Đã diễn ra',
  close: 'Cơ sở đã ngừng bán',
  closeText: 'Cơ sở không còn trong danh sách hướng dẫn; những gì đã ghi vẫn giữ.',
  closedOn: 'Ngừng từ ngày',
  closeButton: 'Ghi cơ sở đã ngừng',
  closed: (day: Day) => `Cơ sở đã ngừng từ ${formatDay(day)}.`,
};

export const promise = {
  title: 'Cam kết chất lượng',
  none: 'Cơ sở chưa ký cam kết. In bản cam kết, đọc cho chủ cơ sở nghe, ký rồi ghi lại ở đây.',
  signed: (name: string, day: Day) => `${name} ký ngày ${formatDay(day)}`,
  version: (version: string) => `Bản ${version}`,
  earlier: (count: number) => `Các lần ký trước (${formatCount(count)})`,
  word: 'Tải bản Word để in và ký',
  wordSigned: 'Tải bản đã ký (Word)',
  pdf: 'Tải bản PDF',
  record: 'Ghi đã ký',
  again: 'Ghi lần ký mới',
  text: 'Nội dung cam kết',
  signedOn: 'Ngày ký',
  signedBy: 'Người ký',
  signedByHelp: 'Họ tên chủ cơ sở hoặc người đại diện.',
  save: 'Ghi đã ký cam kết',
};

export const technology = {
  title: 'Công nghệ đang dùng trong sản xuất, kinh doanh',
  none: 'Chưa ghi công nghệ nào.',
  since: (day: Day) => `từ ${formatDay(day)}`,
  record: 'Ghi công nghệ mới dùng',
  name: 'Dùng công nghệ gì?',
  nameHelp: 'Ví dụ: máy sấy năng lượng mặt trời, tem QR truy xuất, sổ bán hàng trên điện thoại.',
  appliedOn: 'Dùng từ ngày',
  note: 'Ghi thêm',
  save: 'Ghi công nghệ',
};

/** One line of the story. */
export const told = (event: BusinessStory): string => {
  if (event.name === 'business.registered') return 'Ghi cơ sở vào sổ';
  if (event.name === 'business.corrected') return 'Sửa thông tin cơ sở';
  if (event.name === 'business.closed') return 'Ghi cơ sở đã ngừng';
  if (event.name === 'business.committed') return 'Ký cam kết chất lượng';
  if (event.name === 'business.technology_recorded') return 'Ghi công nghệ đang dùng';
  const name = event.step === null ? '' : step[event.step];
  return event.takenBack ? `Rút lại: ${inSentence(name)}` : name;
};

export const done = {
  ghi: 'Đã ghi vào sổ. Ghi tiếp bước mà cơ sở đã làm được.',
  sua: 'Đã lưu thay đổi.',
  buoc: 'Đã ghi bước mới.',
  rut: 'Đã rút lại bước ghi nhầm.',
  'cam-ket': 'Đã ghi lần ký cam kết.',
  'cong-nghe': 'Đã ghi công nghệ.',
  ngung: 'Đã ghi cơ sở ngừng bán.',
};

export const exported = {
  title: 'Cơ sở kinh doanh, kinh tế số',
  columns: [
    { header: 'Ấp', width: 16, kind: 'text' },
    { header: 'Cơ sở', width: 34, kind: 'text' },
    { header: 'Loại', width: 18, kind: 'text' },
    { header: 'Làm, bán', width: 34, kind: 'text' },
    { header: 'Ghi vào sổ', width: 12, kind: 'text' },
    ...Object.values(step).map((header) => ({ header, width: 14, kind: 'text' as const })),
    { header: 'Sàn', width: 16, kind: 'text' },
    { header: 'Ký cam kết', width: 12, kind: 'text' },
    { header: 'Công nghệ đang dùng (số)', width: 12, kind: 'number' },
    { header: 'Đã ngừng', width: 12, kind: 'text' },
  ],
} as const;
