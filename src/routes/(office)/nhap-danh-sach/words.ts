import { formatCount } from '#shared/numbers.ts';

export const title = 'Nhập danh sách';
export const lead =
  'Từ tệp Excel hoặc CSV mà xã đang có. Xem trước rồi mới ghi; chưa bấm “Ghi vào sổ” thì sổ chưa đổi gì.';
export const file = 'Tệp danh sách (.xlsx hoặc .csv, tối đa 10 MB)';
export const fileHelp =
  'Danh sách hộ hoặc danh sách nhân khẩu. Không cần sửa tệp: cột được nhận theo tên, số căn cước không đọc.';
export const fileNeeded = 'Xin chọn tệp danh sách.';
export const upload = 'Xem trước';
export const earlier = 'Các lần nhập';
export const none = 'Chưa nhập danh sách nào';
export const noneHelp =
  'Chọn tệp ở trên để bắt đầu. Có thể hoàn tác cả lần nhập khi chưa ai ghi việc trên các hộ đó.';
export const by = (name: string | null, at: string) => `${name ?? '—'}, ${at}`;
export const columnsOf = { file: 'Tệp', when: 'Người nhập, lúc', households: 'Hộ', state: 'Tình trạng' };
export const back = { href: '/nhap-danh-sach', label: title };

export const wait = {
  title: 'Đang ghi vào sổ',
  progress: (done: number, of: number) => `${formatCount(done)} trong ${formatCount(of)} hộ`,
  help: 'Có thể rời trang này và quay lại sau. Trang tự làm mới.',
};

export const counts = {
  found: 'Trong danh sách',
  households: (n: number) => `${formatCount(n)} hộ`,
  residents: (n: number) => `${formatCount(n)} người`,
  created: 'Hộ mới',
  updated: 'Hộ được cập nhật',
  moved: 'Hộ chuyển ấp',
  unchanged: 'Hộ không đổi',
  skipped: 'Nhập trùng, bỏ qua',
  unit: 'hộ',
  people: 'Người',
  poor: (poor: number, near: number) => `${formatCount(poor)} hộ nghèo, ${formatCount(near)} hộ cận nghèo`,
  newResidents: (n: number) => `${formatCount(n)} người mới`,
  changedResidents: (n: number) => `${formatCount(n)} người có thông tin được sửa`,
  notListed: (n: number) => `${formatCount(n)} người trong sổ không có trong danh sách này; vẫn giữ trong sổ`,
};

export const lettering = {
  title: (name: string) => `Tệp dùng chữ ${name} (phông cũ), đã đổi sang Unicode`,
  help: 'Xin đọc vài tên dưới đây. Nếu sai dấu, chọn cách đọc khác.',
  names: { unicode: 'Unicode', tcvn3: 'TCVN3 (.VnTime)', vni: 'VNI' } as Record<string, string>,
  choose: 'Cách đọc chữ',
  again: 'Đọc lại',
};

export const hamlets = {
  title: 'Theo ấp',
  name: 'Ấp trong danh sách',
  is: 'Là ấp',
  none: '(không ghi ấp)',
  create: (name: string) => `Tạo mới “${name}”`,
  choose: (name: string) => `“${name || '(không ghi ấp)'}” là ấp nào?`,
  unknown: (n: number) =>
    `${formatCount(n)} ấp trong danh sách chưa có ở xã. Xin chọn cho từng ấp trước khi ghi.`,
};

export const warnings = {
  title: (n: number) => `${formatCount(n)} điều cần xem`,
  where: (sheet: string, row: number | null) =>
    row === null ? `Trang “${sheet}”` : `Trang “${sheet}”, dòng ${formatCount(row)}`,
  more: (n: number) => `Và ${formatCount(n)} điều nữa trong tệp kết quả.`,
  skippedRows: (n: number) => `${formatCount(n)} dòng không phải hộ dân (dòng cộng, ký tên…) được bỏ qua.`,
};

export const rows = {
  title: 'Từng hộ',
  all: 'Tất cả',
  row: 'Dòng',
  head: 'Chủ hộ',
  hamlet: 'Ấp',
  action: 'Sẽ làm gì',
  done: 'Đã làm gì',
  detail: 'Chi tiết',
  none: 'Không có hộ nào trong nhóm này',
};

export const commit = 'Ghi vào sổ';
export const drop = 'Bỏ lần nhập này';
export const dropHelp = 'Tệp và phần xem trước sẽ bị xóa. Sổ không đổi gì.';
export const fixColumns = 'Sửa cột';
export const download = 'Tải kết quả (Excel)';
export const undo = 'Hoàn tác cả lần nhập';
export const undoHelp =
  'Các hộ mới sẽ được gỡ khỏi sổ, các hộ đã cập nhật trở lại như trước. Chỉ làm được khi chưa ai ghi việc trên các hộ này.';
export const doneNote = 'Đã ghi vào sổ.';
export const undoneNote = 'Đã hoàn tác: sổ trở lại như trước lần nhập này.';
export const toRegister = 'Mở sổ hộ';

export const columns = {
  title: 'Sửa cột',
  lead: 'Chọn cho mỗi mục cột tương ứng trong tệp. Xem trước sẽ được làm lại.',
  sheet: (name: string) => `Trang “${name}”`,
  read: 'Đọc trang này',
  readYes: 'Có',
  readNo: 'Không, bỏ trang này',
  firstRow: 'Dòng dữ liệu đầu tiên',
  hamlet: 'Ấp của cả trang (nếu không có cột ấp)',
  nothing: '— Không có —',
  column: (letter: string, label: string) => `Cột ${letter}${label ? `: ${label}` : ''}`,
  submit: 'Xem trước lại',
};

export const resultFileName = (file: string) => `Kết quả nhập – ${file.replace(/\.[^.]+$/, '')}.xlsx`;
