import { formatDay } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of hamlets. */
export const title = 'Danh sách ấp';
export const back = 'Tổ và thành viên';
export const lead = (n: number) => `${formatCount(n)} ấp. Tên ấp ghi đúng như quyết định của địa phương.`;
export const table = 'Ấp';
export const columns = { name: 'Tên ấp', code: 'Mã', team: 'Tổ', change: 'Sửa' };
export const noTeam = 'Chưa có tổ';
export const rename = 'Sửa tên';
export const renameWho = (name: string) => `Sửa tên: ${name}`;
export const newName = 'Tên mới';
export const save = 'Lưu tên';
export const cancel = 'Thôi';
export const add = 'Thêm ấp';
export const names = 'Tên các ấp, mỗi dòng một ấp';
export const namesHelp = 'Gõ hoặc dán cả danh sách. Ví dụ: Ấp Mẫu 1. Dòng trống và dòng trùng được bỏ qua.';
export const validFrom = 'Có từ ngày';
export const addSubmit = 'Thêm vào danh sách';
export const empty = 'Xã chưa có ấp nào';
export const emptyText = 'Thêm ấp ở khung bên dưới, hoặc nhập danh sách hộ: ấp mới sẽ được hỏi thêm.';

export const renameByPaper = 'Đổi tên';
export const renameByPaperWho = (name: string) => `Đổi tên theo quyết định: ${name}`;
export const willBe = (name: string, day: string) => `Từ ${formatDay(day)}: ${name}`;

/** A new name by a decision, from a day on (W22). */
export const newNamePage = {
  title: (name: string) => `Đổi tên ${name}`,
  lead: 'Dùng khi có quyết định đổi tên. Viết sai chính tả thì dùng “Sửa tên” ở danh sách ấp.',
  what: 'Tên mới',
  name: 'Tên mới của ấp',
  validFrom: 'Có hiệu lực từ ngày',
  dayWrong: 'Ngày này không có trong lịch. Ghi ngày/tháng/năm, ví dụ 05/11/2026.',
  decision: 'Theo quyết định',
  decisionHelp: 'Số, ngày của quyết định. Ví dụ: Nghị quyết 15/NQ-HĐND ngày 20/11/2026.',
  see: 'Xem trước',
  preview: 'Sẽ thay đổi như sau',
  until: (day: string) => `Trước ngày ${formatDay(day)}`,
  from: (day: string) => `Từ ngày ${formatDay(day)}`,
  now: 'Tên mới hiện ngay ở sổ hộ, chỉ tiêu, điện thoại của tổ và báo cáo các kỳ kết thúc từ ngày đó.',
  later: (day: string) =>
    `Đến ngày ${formatDay(day)} máy tự đổi tên ở sổ hộ, chỉ tiêu, điện thoại và báo cáo. Cho đến lúc đó giữ tên cũ.`,
  stays:
    'Giữ nguyên: mã ấp, mọi hộ, số liệu các tháng trước, báo cáo đã gửi và báo cáo của các kỳ trước (mang tên lúc đó).',
  team: (name: string) => `Tên tổ “${name}” không tự đổi; có quyết định kiện toàn thì lập lại tổ.`,
  teamName: 'Tên tổ từ ngày đó',
  teamNameHelp: (name: string) => `Tổ đang có tên “${name}”. Để trống là giữ tên tổ như cũ.`,
  submit: 'Đổi tên từ ngày trên',
  history: 'Các tên của ấp',
};

/** The commune's new name by a decision, from a day on (W22). */
export const communePage = {
  open: 'Đổi tên xã',
  title: (title: string) => `Đổi tên ${title}`,
  lead: 'Dùng khi có nghị quyết đổi tên hoặc đổi loại đơn vị (xã thành phường). Mã đơn vị và mọi số liệu giữ nguyên.',
  what: 'Tên mới',
  type: 'Loại đơn vị',
  name: 'Tên mới, không ghi chữ “xã”, “phường”',
  validFrom: 'Có hiệu lực từ ngày',
  decision: 'Theo nghị quyết, quyết định',
  decisionHelp: 'Số, ngày, nơi ban hành. Ví dụ: Nghị quyết 39/2026/QH16.',
  see: 'Xem trước',
  needed: 'Xin điền mục này.',
  preview: 'Sẽ thay đổi như sau',
  now: 'Tên mới hiện ngay ở báo cáo các kỳ kết thúc từ ngày đó, văn bản soạn từ ngày đó và điện thoại của tổ.',
  later: (day: string) =>
    `Đến ngày ${formatDay(day)} tên mới tự có ở báo cáo, văn bản và điện thoại. Cho đến lúc đó giữ tên cũ.`,
  stays:
    'Giữ nguyên: văn bản và báo cáo đã gửi, báo cáo của các kỳ kết thúc trước ngày đó, mã đơn vị, ấp, hộ và số liệu.',
  check: 'Việc cần làm sau: xem lại “Mẫu ký, nơi nhận” của văn bản, vì tên cơ quan ở đó do anh/chị ghi.',
  submit: 'Đổi tên từ ngày trên',
  history: 'Các tên đã ghi',
};

export const done = {
  'doi-ten-xa': 'Đã ghi tên mới của đơn vị.',
  'doi-ten': 'Đã ghi tên mới của ấp.',
  'sap-nhap': 'Đã sáp nhập. Bước tiếp theo: xem lại tổ và trưởng ấp, báo cho thành viên mở máy khi có mạng.',
  'cho-sap-nhap': 'Đã ghi. Đến ngày hiệu lực máy tự sáp nhập trong đêm.',
  'bo-sap-nhap': 'Đã bỏ lần sáp nhập đang chờ.',
  them: 'Đã thêm ấp. Bước tiếp theo: lập tổ cho ấp mới.',
  sua: 'Đã lưu tên mới.',
};

export const fromDay = (day: string) => `Từ ngày ${formatDay(day)}`;

/** Hamlets that become one from a day on (W22). */
export const mergePage = {
  open: 'Sáp nhập ấp',
  title: 'Sáp nhập ấp',
  lead: 'Dùng khi có nghị quyết sáp nhập. Chọn các ấp và ngày, xem trước bằng con số, rồi mới bấm. Số liệu các tháng trước giữ nguyên ở ấp cũ.',
  what: 'Các ấp nào, từ ngày nào',
  hamlets: 'Các ấp sáp nhập với nhau',
  into: 'Sau sáp nhập là ấp',
  goesOn: (name: string) => `${name} (ấp này còn lại)`,
  fresh: 'Một ấp mới',
  newName: 'Tên ấp mới',
  newNameHelp: 'Chỉ ghi khi là ấp mới. Ghi đúng như nghị quyết, ví dụ: Ấp Hòa Bình.',
  validFrom: 'Có hiệu lực từ ngày',
  decisionNumber: 'Số nghị quyết, quyết định',
  decisionNumberHelp: 'Ví dụ: 15/NQ-HĐND.',
  decisionOn: 'Ngày ký',
  see: 'Xem trước',
  two: 'Xin chọn ít nhất hai ấp để sáp nhập.',
  intoNeeded: 'Xin chọn ấp sau sáp nhập: một trong các ấp trên, hoặc một ấp mới.',
  nameNeeded: 'Xin ghi tên của ấp mới.',
  preview: 'Sẽ thay đổi như sau',
  table: 'Các ấp sáp nhập, bằng con số',
  columns: {
    name: 'Ấp',
    households: 'Hộ',
    people: 'Người',
    members: 'Thành viên Tổ',
    tasks: 'Việc đang mở',
    requests: 'Yêu cầu đang mở',
    obstacles: 'Khó khăn đang mở',
    groups: 'Tổ tự quản',
    businesses: 'Cơ sở kinh doanh',
    phones: 'Điện thoại',
  },
  after: (name: string) => `${name} sau sáp nhập`,
  ends: (names: string, into: string, day: string) =>
    `Từ ngày ${formatDay(day)}: ${names} hết hoạt động; mọi hộ của các ấp trên thuộc ${into}.`,
  reports: (names: string, day: string) =>
    `Báo cáo của các kỳ kết thúc trước ngày ${formatDay(day)} vẫn là của ${names} và vẫn phải nộp; từ kỳ có ngày đó, ấp sau sáp nhập làm một báo cáo chung.`,
  past: 'Số liệu, báo cáo và văn bản của các tháng trước giữ nguyên từng chữ, đứng tên ấp cũ.',
  goes: 'Việc, yêu cầu, khó khăn đang mở, tổ tự quản, cơ sở, người giúp hộ đi theo nguyên như đang có: giữ hạn, giữ người làm.',
  phones:
    'Điện thoại của các ấp nhận danh sách hộ mới ở lần có mạng tới. Điều đã ghi khi chưa có mạng vẫn được nhận.',
  later: (day: string) =>
    `Đến ngày ${formatDay(day)} máy tự làm trong đêm. Trước ngày đó vẫn bỏ được ở danh sách ấp.`,
  now: 'Ngày này đã đến: bấm là làm ngay, và không tự hoàn lại được.',
  people: 'Tổ và người phụ trách',
  teams: 'Thành viên tổ của ấp hết hoạt động',
  teamsHelp:
    'Vào chung: tổ của ấp cũ kết thúc, thành viên giữ nguyên nhiệm kỳ và việc. Tổ thứ hai: hai tổ cùng hoạt động.',
  teamChoices: {
    join: 'Vào chung một tổ',
    beside: 'Giữ là tổ thứ hai',
  },
  head: 'Trưởng ấp sau sáp nhập',
  headHelp: 'Trưởng ấp kia thành thành viên, và vẫn nộp được báo cáo còn nợ của ấp cũ.',
  headNone: 'Chưa cử',
  leader: 'Tổ trưởng khi vào chung một tổ',
  leaderHelp: 'Người kia thành tổ phó.',
  leaderNone: 'Chưa cử',
  of: (name: string, hamlet: string) => `${name} (${hamlet})`,
  submit: (day: string) => `Sáp nhập từ ngày ${formatDay(day)}`,
  listed: 'Các lần sáp nhập',
  merger: (ending: string, into: string) => `${ending} → ${into}`,
  waits: 'Đang chờ ngày',
  isDone: (households: number | null) =>
    households === null ? 'Đã sáp nhập' : `Đã sáp nhập, ${formatCount(households)} hộ chuyển sang`,
  byPaper: (number: string, day: string) => `${number} ngày ${formatDay(day)}`,
  cancel: 'Bỏ',
  cancelWho: (ending: string) => `Bỏ lần sáp nhập đang chờ: ${ending}`,
};
