import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

// What the console says of a merger of communes.

export const codeBefore = 'Mã hộ trước khi sáp nhập xã: ';
export const communeMerged = 'Sáp nhập xã';
export const wholeName = (title: string) => `${title.slice(0, 1).toUpperCase()}${title.slice(1)} (cũ)`;
export const archiveName = (title: string) => `Lưu trữ ${title}`;

export const usage = [
  'Cách dùng: npm run -s merge-communes -- --from MÃ_XÃ_CŨ --into MÃ_XÃ_CÒN_LẠI --on NGÀY --paper "QUYẾT ĐỊNH" [--choices TỆP] [--write]',
  'Ví dụ: npm run -s merge-communes -- --from 30658 --into 31552 --on 01/01/2027 --paper "Nghị quyết 12/NQ-HĐND"',
  'Không có --write thì chỉ làm thử và in ra kết quả, không đổi gì.',
].join('\n');
export const codeWrong = (text: string) => `“${text}” không phải mã xã. Mã xã có năm chữ số, ví dụ 30658.`;
export const dayWrong = (text: string) =>
  `“${text}” không phải ngày. Ghi ngày, tháng, năm, ví dụ 01/01/2027.`;
export const paperNeeded =
  'Thiếu quyết định sáp nhập. Ghi số và nơi ra quyết định sau --paper, trong dấu ngoặc kép.';
export const choicesUnreadable = (file: string) =>
  `Không đọc được tệp ${file}. Tệp phải là JSON, ví dụ {"suffix": "(Nhơn Mỹ)"}.`;
export const choicesWrong = (places: string) =>
  `Tệp lựa chọn có chỗ không đúng: ${places}. Chỉ ghi được "suffix", "hamlets" và "keepRoles".`;
export const productRuns = 'Tổ Số đang chạy. Hãy tắt Tổ Số (Ctrl + C), sao lưu, rồi chạy lại lệnh này.';

export const sameCommune = 'Hai mã xã giống nhau. Ghi xã kết thúc sau --from và xã còn lại sau --into.';
export const notInstalled = (code: string) =>
  `Xã ${code} không có trên máy chủ này. Kiểm tra lại mã xã; hai xã phải ở cùng một máy chủ.`;
export const alreadyClosed = (code: string, into: string, on: Day) =>
  `Xã ${code} đã sáp nhập vào xã ${into} từ ${formatDay(on)}. Không làm lại được.`;
export const sampleWithReal = 'Một xã là xã mẫu, một xã là thật. Không sáp nhập hai xã như vậy.';
export const dayTooLate =
  'Ngày sáp nhập chưa đến. Chạy lệnh này vào đúng ngày đó hoặc sau đó, trong cùng tháng.';
export const dayTooEarly =
  'Ngày sáp nhập thuộc tháng đã qua. Số liệu các tháng đã qua của hai xã đã chốt; chọn một ngày trong tháng này.';
export const reportSent = (what: string, on: Day) =>
  `${what} đã gửi báo cáo của kỳ kết thúc ngày ${formatDay(on)}, sau ngày sáp nhập. Chọn ngày sau ngày đó.`;
export const hamletUnknown = (name: string) =>
  `Tệp lựa chọn đổi tên “${name}”, nhưng xã kết thúc không có ấp tên này. Kiểm tra lại cách viết.`;
export const loginUnknown = (login: string) =>
  `Tệp lựa chọn giữ vai trò của “${login}”, nhưng xã kết thúc không có tên đăng nhập này.`;
export const hamletTwice = (name: string) =>
  `Hai ấp cùng tên ${name}. Ghi tên mới trong tệp lựa chọn: {"hamlets": {"${name}": "…"}}, hoặc đuôi chung: {"suffix": "(xã cũ)"}.`;

export const renamed = (before: string, after: string) => `${before} đổi thành ${after} vì trùng tên.`;
export const codesAnew = (count: number) =>
  `${formatCount(count)} hộ có mã mới theo số của ấp ở xã còn lại; mã cũ giữ trong ghi chú và vẫn tìm được.`;
export const entriesAdded = (count: number) =>
  `${formatCount(count)} mục danh mục xã còn lại chưa có được thêm vào.`;
export const entryDiffers = (name: string, here: string) =>
  `Danh mục: “${name}” từ nay mang tên “${here}” của xã còn lại (cùng mã).`;
export const rolesEnd = (people: string) =>
  `Vai trò cấp xã kết thúc: ${people}. Vẫn đăng nhập được. Muốn giữ vai trò của ai, ghi tên đăng nhập vào "keepRoles".`;
export const rolesKept = (people: string) => `Giữ vai trò cấp xã: ${people}.`;
export const teamEnds = (name: string) =>
  `${name} kết thúc. Ai tiếp tục ở Tổ của xã còn lại thì thêm vào Tổ đó sau khi sáp nhập.`;
export const loginsFree =
  'Tên đăng nhập: không trùng (mỗi tên chỉ có một trên cả máy chủ). Mọi người đăng nhập như cũ.';
export const phonesUnsent = (phones: number, items: number) =>
  `${formatCount(phones)} điện thoại còn ${formatCount(items)} phiếu chưa gửi. Gửi trước hay sau sáp nhập đều được.`;
export const phonesGoOn = (count: number) =>
  `${formatCount(count)} điện thoại dùng tiếp, không phải đăng nhập lại.`;
export const reportsOwed = (names: string) =>
  `Chưa gửi báo cáo tháng trước ngày sáp nhập: ${names}. Sau khi sáp nhập không gửi được nữa.`;
export const moneyOpen = (count: number) =>
  `${formatCount(count)} khoản chi đang chờ. Sau khi sáp nhập không làm tiếp được ở xã kết thúc.`;
export const handOver = (count: number) =>
  `${formatCount(count)} việc, phân công người giúp đang do Tổ xã kết thúc giữ: giao lại cho người khác sau khi sáp nhập.`;

interface Titled {
  title: string;
  code: string;
}
// Two communes may have one name, in two provinces.
export const heading = (from: Titled, into: Titled, on: Day) =>
  `Sáp nhập ${from.title} (${from.code}) vào ${into.title} (${into.code}), từ ngày ${formatDay(on)}`;
export const parts = {
  refusals: 'Chưa làm được:',
  undecided: 'Phải chọn trước:',
  decided: 'Sẽ như sau:',
  toFinish: 'Nên xem trước:',
  rows: 'Số dòng chép sang, theo bảng:',
} as const;
export const rowsLine = (table: string, count: number) => `${table.padEnd(30)} ${formatCount(count)}`;
export const checked =
  'Đã kiểm tra: số dòng từng bảng, từng ấp; số liệu các kỳ đã qua của hai xã không đổi; đếm lại chỉ tiêu không lệch.';
export const dryDone = 'Đã làm thử trọn vẹn rồi bỏ đi: chưa đổi gì. Thêm --write để làm thật.';
export const done = (from: string, login: string, code: string) =>
  `Đã sáp nhập. ${from} đóng sổ, chỉ còn để xem. Tài khoản xem lưu trữ: ${login}, mã mời ${code} (mở trang /moi, trong bảy ngày).`;

export const failed = {
  rowsOfOld: (table: string, before: number, after: number) =>
    `Kiểm tra không đạt: bảng ${table} của xã kết thúc có ${formatCount(before)} dòng, sau khi chép còn ${formatCount(after)}. Đã trả lại như cũ.`,
  rowsOfNew: (table: string, wanted: number, found: number) =>
    `Kiểm tra không đạt: bảng ${table} phải thêm ${formatCount(wanted)} dòng, nhưng thêm ${formatCount(found)}. Đã trả lại như cũ.`,
  hamlet: (name: string) =>
    `Kiểm tra không đạt: số hộ hoặc số người của ${name} ở hai xã khác nhau. Đã trả lại như cũ.`,
  past: (title: string) => `Kiểm tra không đạt: số liệu kỳ đã qua của ${title} bị đổi. Đã trả lại như cũ.`,
  recount: (count: number) =>
    `Kiểm tra không đạt: đếm lại chỉ tiêu có ${formatCount(count)} chỗ lệch. Đã trả lại như cũ.`,
  accounts: (count: number) =>
    `Kiểm tra không đạt: ${formatCount(count)} tài khoản không còn đăng nhập được như cũ. Đã trả lại như cũ.`,
} as const;
