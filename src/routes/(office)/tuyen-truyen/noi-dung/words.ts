import { formatDay, formatMoment, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of the library of what is to be said. */
export const title = 'Thư viện nội dung';
export const lead =
  'Một bài, nhiều dạng: đọc loa, in tờ rơi, gửi nhóm Zalo, nói ở buổi họp. Cả xã nói cùng một lời.';
export const back = 'Thư viện nội dung';
export const write = 'Viết nội dung mới';
export const all = 'Tất cả';
export const retiredToo = 'Cả bài đã cất';
export const empty = 'Thư viện chưa có bài nào';
export const emptyText = 'Viết bài đầu tiên: chọn loại, đặt tên, viết một hoặc nhiều dạng.';
export const emptyFiltered = 'Chưa có bài nào ở mục này.';
export const until = (day: Day) => `Nói đến ngày ${formatDay(day)}`;
export const past = (day: Day) => `Hết dùng từ ${formatDay(day)}`;
export const retired = (day: Day) => `Đã cất ngày ${formatDay(day)}`;
export const columns = {
  title: 'Nội dung',
  kind: 'Loại',
  forms: 'Có dạng',
  until: 'Nói đến ngày',
};
export const version = (n: number) => `Bản ${formatCount(n)}`;

export const formPage = {
  newTitle: 'Viết nội dung mới',
  changeTitle: 'Viết bản mới',
  changeLead: 'Bản cũ vẫn giữ nguyên trong lịch sử.',
  kind: 'Đây là',
  name: 'Tên bài',
  nameHelp: 'Ngắn, bà con nghe là hiểu. Ví dụ: Không đọc mã OTP cho ai.',
  topic: 'Thuộc nội dung',
  platform: 'Về ứng dụng',
  none: 'Không chọn',
  unit: 'Đơn vị góp bài này',
  unitHelp: 'Bài hiện ở trang của đơn vị đó. Bài do Phòng tự viết thì để trống.',
  ownContent: 'Phòng tự viết',
  link: 'Địa chỉ để quét mã QR trên tờ rơi',
  linkHelp: 'Chỉ dùng địa chỉ của cơ quan nhà nước hoặc chính ứng dụng. Để trống thì tờ rơi không có mã.',
  until: 'Nói đến ngày nào?',
  loudspeaker: 'Bài đọc loa',
  loudspeakerHelp: 'Câu ngắn. Chừng 130 tiếng đọc hết một phút.',
  leaflet: 'Lời tờ rơi (khổ A5)',
  leafletHelp: 'Mỗi dòng một ý. Chữ in to, nên viết ngắn.',
  zalo: 'Tin nhóm Zalo',
  zaloHelp: 'Vài dòng, có địa chỉ để bấm.',
  talk: 'Ý để nói ở buổi họp, tại nhà',
  talkHelp: 'Mỗi dòng một ý.',
  never: 'Không ghi mật khẩu, mã OTP, số giấy tờ, tên và số điện thoại của bà con.',
  save: 'Lưu bài này',
  saveChange: 'Lưu bản mới',
};

export const page = {
  kind: 'Loại',
  topic: 'Thuộc nội dung',
  platform: 'Về ứng dụng',
  unit: 'Đơn vị góp bài',
  link: 'Địa chỉ trên mã QR',
  until: 'Nói đến ngày',
  written: (n: number, name: string | null, at: Date) =>
    [version(n), name, formatMoment(at)].filter(Boolean).join(', '),
  change: 'Viết bản mới',
  retire: 'Cất bài này',
  retireText: 'Bài đã cất không còn trong danh sách để chọn. Viết bản mới thì dùng lại được.',
  leaflet: 'In tờ rơi A5',
  copy: 'Chép',
  history: (n: number) => `Các bản trước (${formatCount(n)})`,
};

export const leaflet = {
  title: 'Tờ rơi',
  print: 'Bấm Ctrl + P, chọn khổ giấy A5. Mã QR do máy này vẽ, không cần mạng.',
  scan: 'Quét mã để mở',
  scanName: (link: string) => `Mã QR mở ${link}`,
  never: 'Cán bộ không bao giờ hỏi mật khẩu, mã OTP của bà con.',
  team: (commune: string) => `Tổ công nghệ số cộng đồng ${commune}`,
};

export const done = { ghi: 'Đã lưu bài. Bấm để chép hoặc in từng dạng.', cat: 'Đã cất bài này.' };

export const exported = {
  title: 'Thư viện nội dung tuyên truyền',
  columns: [
    { header: 'Loại', width: 20, kind: 'text' },
    { header: 'Tên bài', width: 40, kind: 'text' },
    { header: 'Bản', width: 6, kind: 'number' },
    { header: 'Nói đến ngày', width: 12, kind: 'text' },
    { header: 'Bài đọc loa', width: 50, kind: 'text' },
    { header: 'Tờ rơi', width: 50, kind: 'text' },
    { header: 'Tin nhóm Zalo', width: 50, kind: 'text' },
    { header: 'Ý để nói', width: 50, kind: 'text' },
    { header: 'Địa chỉ', width: 30, kind: 'text' },
    { header: 'Người viết', width: 24, kind: 'text' },
  ],
} as const;
