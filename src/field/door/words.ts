import { dayOf, formatDay } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import { Problem } from '#shared/problem.ts';

/** Words of the door: who it is, the PIN, and what became of the data on this phone. */
export const keypad = 'Bàn phím số';
export const digitsEntered = (n: number) => `Đã nhập ${n} trong 6 số`;
export const erase = 'Xóa số';
export const opening = 'Đang mở sổ…';
export const back = 'Quay lại';

export const signIn = {
  title: 'Vào sổ lần đầu',
  lead: 'Cần có mạng một lần này. Sau đó mất mạng vẫn dùng được.',
  again: (name: string) => `Đăng nhập lại để mở sổ của ${name}`,
  byCode: 'Nhập mã mời',
  byAccount: 'Đăng nhập bằng tài khoản',
  how: 'Cách vào sổ',
  code: 'Mã mời',
  codeHelp: 'Trưởng ấp đưa cho anh/chị. Có 8 chữ và số, ví dụ ABCD-EFGH; viết hoa hay thường đều được.',
  login: 'Số điện thoại hoặc tên đăng nhập',
  password: 'Mật khẩu',
  showPassword: 'Hiện mật khẩu',
  go: 'Tiếp tục',
  going: 'Đang hỏi máy chủ của xã…',
  codeNeeded: 'Xin nhập mã mời. Chưa có mã thì gọi trưởng ấp.',
  accountNeeded: 'Xin nhập cả tên đăng nhập và mật khẩu.',
  unfinished: 'Còn bước đặt mã PIN',
  unfinishedText:
    'Xã đã nhận mã mời của anh/chị, nhưng máy này chưa đặt xong mã PIN. Xin nhập lại đúng mã đó để làm tiếp. Trong nửa giờ, mã vẫn dùng được trên máy này.',
  noCode: 'Không có mã, quên mật khẩu? Gọi trưởng ấp hoặc cán bộ Văn hóa – Xã hội của xã để nhận mã mới.',
};

export const offline =
  'Máy đang không có mạng. Bật Wi-Fi hoặc dữ liệu di động (4G) rồi bấm lại. Chưa có gì bị mất.';
export const noAnswer = 'Máy chủ của xã chưa trả lời. Chờ một lát rồi bấm lại. Chưa có gì bị mất.';
const notOpened = 'Máy chưa mở được sổ. Đóng ứng dụng rồi mở lại; nếu vẫn vậy, báo cán bộ xã.';

/** What went wrong, for the person at the door. */
export function sentence(error: unknown, online: boolean): string {
  if (!(error instanceof Problem)) return notOpened;
  if (error.fields['pin'] !== undefined) return error.fields['pin'];
  if (error.code === 'service.unavailable') return online ? noAnswer : offline;
  return error.hasMessage ? error.message : notOpened;
}

export const choosePin = {
  title: 'Đặt mã PIN 6 số',
  titleAgain: 'Đặt mã PIN mới',
  why: 'Mã PIN giữ kín sổ của bà con khi máy bị mất hay người khác cầm.',
  first: 'Chọn 6 số dễ nhớ với anh/chị',
  second: 'Nhập lại 6 số đó một lần nữa',
  step: (n: number) => `Bước ${n} trong 2`,
  differ: 'Hai lần nhập chưa giống nhau. Xin chọn lại từ đầu.',
  hello: (name: string) => `Chào ${name}`,
};

export const enterPin = {
  label: 'Nhập mã PIN 6 số',
  wrong: (left: number) => `Mã PIN chưa đúng. Còn ${formatCount(left)} lần thử.`,
  lastTries: (left: number) =>
    `Mã PIN chưa đúng. Chỉ còn ${formatCount(left)} lần thử, sau đó phải đăng nhập lại.`,
  wait: (clock: string) => `Xin chờ ${clock} rồi nhập lại.`,
  waitALittle: 'Mã PIN đã sai nhiều lần. Xin chờ ít phút rồi thử lại.',
  forgot: 'Quên mã PIN',
  others: 'Người khác',
};

export const locked = {
  title: 'Sổ đang khóa',
  tries: 'Mã PIN đã nhập sai 10 lần, hoặc máy đã lâu không liên lạc với xã.',
  open: 'Đăng nhập lại để mở',
};

export const again = {
  title: 'Máy cần đăng nhập lại',
  why: 'Xã đã cấp lại quyền vào sổ, nên máy này phải đăng nhập lại một lần.',
  open: 'Đăng nhập lại',
};

export const forgot = {
  title: 'Quên mã PIN',
  text: 'Không sao. Anh/chị đăng nhập lại bằng mã mời hoặc tài khoản, rồi đặt mã PIN mới.',
};

/** "2 phiếu chưa gửi vẫn còn nguyên trên máy này." */
export const kept = (unsent: number) =>
  unsent > 0
    ? `${formatCount(unsent)} phiếu chưa gửi vẫn còn nguyên trên máy này.`
    : 'Những gì đã ghi trên máy này vẫn còn nguyên.';

export const members = {
  title: 'Ai đang dùng máy?',
  lead: 'Bấm vào tên của anh/chị.',
  noHamlet: 'Chưa tải sổ lần nào',
  waiting: (n: number) => `${formatCount(n)} phiếu chưa gửi`,
  lockedOut: 'Cần đăng nhập lại',
  add: 'Thêm người dùng máy này',
};

export const vanished = {
  title: 'Dữ liệu trên máy đã bị xóa',
  why: 'Điện thoại hết chỗ trống hoặc ai đó đã xóa dữ liệu của trình duyệt, nên sổ lưu trên máy không còn.',
  lost: (n: number | null, oldest: string | null) => {
    if (n === 0) return 'Trước đó mọi phiếu đã gửi về xã, nên không mất phiếu nào.';
    const since = oldest === null ? '' : `, phiếu cũ nhất ghi ngày ${formatDay(dayOf(new Date(oldest)))}`;
    return n === null
      ? 'Có thể mất những phiếu ghi trên máy mà chưa gửi.'
      : `Có thể mất ${formatCount(n)} phiếu chưa gửi${since}.`;
  },
  kept: 'Phiếu đã gửi vẫn còn ở xã.',
  what: 'Cần làm gì',
  steps: (mayHaveLost: boolean) => [
    'Đăng nhập lại; sổ của ấp sẽ tải về máy.',
    ...(mayHaveLost ? ['Xem lại các hộ mới đến gần đây, ghi lại phiếu nào còn thiếu.'] : []),
    'Giải phóng chỗ trống trên điện thoại để không bị xóa lần nữa.',
  ],
  told: 'Xã sẽ được báo việc này khi anh/chị đăng nhập.',
  go: 'Đăng nhập lại',
};

export const removed = {
  byCommune: 'Xã đã gỡ máy này khỏi sổ',
  byCommuneText:
    'Mọi phiếu trên máy đã gửi về xã trước khi gỡ, không mất phiếu nào. Muốn dùng lại, xin mã mời mới của trưởng ấp.',
  shut: 'Tài khoản của anh/chị đã ngừng',
  shutText:
    'Xã đã khóa tài khoản này, nên sổ trên máy đã được xóa. Mọi phiếu đã gửi về xã trước đó, không mất phiếu nào. Nếu anh/chị vẫn làm trong Tổ, xin báo trưởng ấp hoặc cán bộ Văn hóa – Xã hội của xã.',
  byOwner: 'Đã xóa sổ khỏi máy này',
  byOwnerText: 'Muốn dùng lại trên máy này, đăng nhập bằng mã mời hoặc tài khoản.',
};

export const stranded = {
  title: 'Sổ cũ trên máy không mở lại được',
  why: 'Xã đã gỡ máy này khỏi sổ, nên đăng nhập lại không mở được sổ cũ. Còn nhớ mã PIN cũ thì mở bằng mã đó: phiếu chưa gửi sẽ gửi về xã.',
  byPin: 'Mở bằng mã PIN cũ',
  drop: 'Xóa sổ cũ, bắt đầu lại',
  lose: (n: number) =>
    n > 0
      ? `${formatCount(n)} phiếu chưa gửi trong sổ cũ sẽ mất, không lấy lại được.`
      : 'Sổ cũ không còn phiếu nào chưa gửi.',
};
