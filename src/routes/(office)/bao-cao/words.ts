/** The words of the pages of reports. */
import { inSentence } from '#shared/in-sentence.ts';
import { formatDay, formatMonth, type Day } from '#shared/calendar.ts';
import { kindOf, type PeriodKey, type SpanKind } from '#features/reports/model/span.ts';
import { beforeInText, kindInText, periodName } from '#features/reports/words.ts';
import { formatCount, formatPercent, formatRate } from '#shared/numbers.ts';
import type { AskedExplanation } from '#features/reports/model/explanations.ts';
import type { ReportWarning } from '#features/reports/model/warnings.ts';

export { states, reportOf, title, signed, difference } from '#features/reports/words.ts';

export const leadBoard = 'Ấp nào đã gửi, ấp nào còn thiếu, báo cáo nào cần xem.';
export const leadHamlet = 'Số liệu tự lên từ nhật ký. Đọc lại, thêm lời rồi gửi.';
export const leadSum = 'Số liệu các ấp đã gửi, sẵn sàng để tổng hợp.';

export const step = {
  period: (key: PeriodKey) => `Báo cáo ${periodName(key)}`,
  extended: (reason: string) => `Xã đã gia hạn: ${reason}`,
  due: (day: Day) => `Hạn gửi: hết ngày ${formatDay(day)}`,
  left: (days: number) =>
    days > 0
      ? `Còn ${formatCount(days)} ngày`
      : days === 0
        ? 'Hôm nay là hạn chót'
        : `Đã trễ ${formatCount(-days)} ngày`,
  open: 'Xem và viết báo cáo',
  goOn: 'Viết tiếp và gửi',
  mend: 'Xem ý kiến và sửa',
  see: 'Xem báo cáo đã gửi',
  draft: 'Đã có bản nháp, chưa gửi.',
  none: 'Chưa mở báo cáo kỳ này. Số liệu đã có sẵn, chỉ cần đọc lại.',
  sent: 'Đã gửi. Cán bộ xã đang xem.',
  done: 'Xã đã nhận báo cáo. Cảm ơn anh/chị.',
  returned: (note: string | null) => `Xã đề nghị sửa: ${note ?? ''}`,
  others: 'Các kỳ khác',
  running: (key: PeriodKey) => `Xem trước ${periodName(key)}`,
};

export const board = {
  title: 'Bảng gửi báo cáo',
  hamlet: 'Ấp',
  kind: 'Kỳ báo cáo',
  /** Above a narrow column. */
  column: (key: PeriodKey) => (kindOf(key) === 'month' ? formatMonth(key) : periodName(key)),
  extended: (day: Day) => `gia hạn đến ${formatDay(day).slice(0, 5)}`,
  due: (day: Day) => `hạn ${formatDay(day).slice(0, 5)}`,
  onTime: 'Đã gửi đúng hạn',
  late: (days: number) => `Trễ ${formatCount(days)} ngày`,
  missing: 'Thiếu',
  notYet: 'Chưa đến hạn',
  notAsked: 'Không đề nghị',
  ask: 'Chuyên đề, đột xuất',
  draft: 'Nháp',
  returned: 'Trả lại',
  accepted: 'Đã nhận',
  changed: 'có thể đã đổi',
  rewriting: 'đang viết bản mới',
  sum: (key: PeriodKey) => `Tổng hợp ${periodName(key)}`,
  remind: 'Nhắc và gọi',
  ofCommune: 'Báo cáo của xã',
  forms: 'Mẫu báo cáo',
  others: 'Việc khác về báo cáo',
  toRead: 'báo cáo chờ xem',
  missingCount: 'ấp thiếu báo cáo',
  readyCount: 'báo cáo đã nhận',
  noHamlets: 'Xã chưa có ấp nào',
  noHamletsText: 'Thêm các ấp trước, rồi bảng gửi báo cáo sẽ hiện ở đây.',
};

export const remind = {
  title: (key: PeriodKey) => `Nhắc báo cáo ${periodName(key)}`,
  lead: 'Ấp nào còn thiếu, gọi ai, và lời nhắc để dán vào nhóm Zalo.',
  nobody: 'Các ấp đã gửi đủ',
  nobodyText: 'Không còn ấp nào phải nhắc trong kỳ này.',
  text: 'Lời nhắc cho nhóm Zalo',
  copy: 'Chép để gửi Zalo',
  callTitle: 'Gọi cho ai',
  call: (name: string, phone: string) => `Gọi ${name}, ${phone}`,
  noPhone: (name: string) => `${name}: chưa ghi số điện thoại`,
  noHead: 'Chưa có tài khoản trưởng ấp.',
  left: (days: number) =>
    days > 0
      ? `Trễ ${formatCount(days)} ngày`
      : days === 0
        ? 'Hôm nay là hạn chót'
        : `Còn ${formatCount(-days)} ngày`,
  returned: 'Xã đã trả lại, chờ sửa',
  draft: 'Đã có bản nháp',
  extended: (due: Day, reason: string) => `Gia hạn đến ${formatDay(due)}: ${reason}`,
  extend: 'Gia hạn',
  extendFor: (hamlet: string) => `Gia hạn cho ${hamlet}`,
  extendAll: 'Gia hạn cho tất cả',
  letter: 'Soạn công văn đôn đốc',
  /** What the product did by itself. */
  told: (name: string, on: Day, seenOn: Day | null) =>
    `Đã nhắc ${name} ở trang Hôm nay ngày ${formatDay(on)}: ${seenOn === null ? 'chưa xem' : `đã xem ngày ${formatDay(seenOn)}`}.`,
  toldWhen:
    'Trang Hôm nay của trưởng ấp, tổ trưởng tự nhắc 5 ngày và 2 ngày trước hạn, đúng ngày hạn, và khi trễ 1 ngày, 3 ngày.',
  done: { 'gia-han': 'Đã gia hạn. Các ấp thấy hạn mới và lý do ở mục Báo cáo.' },
};

export const reminded = {
  open: 'Mở báo cáo',
  seen: 'Đã xem',
  /** For who hears the button without seeing beside what it stands. */
  seenFor: (title: string) => `Đã xem: ${title}`,
  titled: (hamlet: string, title: string) => `${hamlet}: ${title}`,
};

export const extension = {
  title: (key: PeriodKey) => `Gia hạn báo cáo ${periodName(key)}`,
  lead: (hamlet: string | null, due: Day) =>
    `Cho ${hamlet ?? 'tất cả các ấp'}. Hạn đang là hết ngày ${formatDay(due)}.`,
  dueOn: 'Hạn mới, hết ngày',
  reason: 'Lý do',
  reasonHelp: 'Trưởng ấp đọc được lý do này. Ví dụ: ấp bị mất điện do mưa bão.',
  save: 'Gia hạn',
};

export const digest = {
  title: 'Tin nhanh',
  lead: 'Việc đã làm, còn lại bao nhiêu và lời cảm ơn, để dán vào nhóm Zalo.',
  kind: 'Khoảng thời gian',
  kinds: { week: '7 ngày qua', day: 'Hôm nay' },
  place: 'Nơi',
  whole: (commune: string) => `Cả ${commune}`,
  show: 'Xem',
  text: 'Tin để gửi',
  copy: 'Chép để gửi Zalo',
};

export const report = {
  back: 'Báo cáo',
  figures: 'Số liệu',
  figuresLive: 'Số liệu mới nhất, tự cập nhật đến khi gửi.',
  figuresFrozen: (moment: string) => `Số liệu chốt lúc ${moment}.`,
  texts: 'Nội dung',
  version: (version: number) => `Bản ${formatCount(version)}`,
  versions: 'Các bản của kỳ này',
  sentBy: (name: string, moment: string) => `${name} gửi lúc ${moment}`,
  decidedBy: (name: string, moment: string) => `${name}, ${moment}`,
  inTime: 'Đúng hạn',
  late: (days: number) => `Trễ ${formatCount(days)} ngày`,
  dueOn: (day: Day) => `Hạn ${formatDay(day)}`,
  word: 'Tải bản Word',
  pdf: 'Tải bản PDF',
  send: 'Gửi báo cáo',
  sendLater: (day: Day) => `Gửi được từ ngày ${formatDay(day)}`,
  headSends: 'Trưởng ấp là người gửi báo cáo này.',
  edit: 'Viết lại phần này',
  save: 'Lưu phần này',
  restore: 'Lấy lại bản nháp',
  restoreHelp: 'Bỏ lời đã viết của phần này, dùng lại lời máy soạn từ số liệu.',
  written: 'Người viết',
  drafted: 'Máy soạn từ số liệu',
  ofUnit: (unit: string) => `Phần của ${unit}`,
  empty: 'Chưa có nội dung.',
  textHelp: 'Mỗi dòng là một đoạn. Dòng bắt đầu bằng dấu "-" là gạch đầu dòng.',
  before: 'Kỳ trước viết',
  differs: 'Đã đổi sau khi gửi',
  differsText:
    'Có việc được ghi thêm hoặc sửa sau khi gửi. Báo cáo đã gửi giữ nguyên. Số hôm nay khác số đã gửi:',
  period: 'trong kỳ',
  cumulative: 'lũy kế',
  renew: 'Lập bản mới với số hôm nay',
  renewText: 'Bản cũ vẫn có giá trị đến khi xã nhận bản mới.',
  reopen: 'Mở ra sửa',
  returnedTitle: 'Xã đề nghị sửa',
  returnedText: 'Mở ra sửa, rồi gửi lại. Gửi lại không bị tính trễ nếu lần đầu đúng hạn.',
  earlierNote: 'Ý kiến lần trước của xã',
  decide: 'Xem xét báo cáo',
  accept: 'Nhận báo cáo',
  acceptNote: 'Lời nhắn (không bắt buộc)',
  giveBack: 'Trả lại để sửa',
  giveBackNote: 'Cần sửa điều gì',
  giveBackHelp: 'Trưởng ấp đọc lời này. Ghi rõ phần nào, số nào.',
  acceptedTitle: 'Xã đã nhận báo cáo',
  lock: 'Khóa báo cáo',
  lockText: 'Khóa khi đã dùng số liệu này cho báo cáo của xã.',
  warnings: 'Nên xem lại',
  isSample: 'Dữ liệu mẫu',
};

export const warning = (given: ReportWarning): string => {
  switch (given.kind) {
    case 'no_contacts':
      return 'Kỳ này chưa ghi lượt tuyên truyền nào. Nếu có làm mà chưa ghi, xin ghi trước khi gửi.';
    case 'no_households':
      return 'Sổ hộ của ấp chưa có hộ nào, nên mọi con số về hộ đều bằng 0.';
    case 'impossible':
      return `Mục ${given.code}, ${inSentence(given.title)}: phần lớn hơn tổng. Xin xem lại danh sách sau con số.`;
    case 'same_as_before':
      return 'Mọi con số trong kỳ giống hệt kỳ trước. Xin xem có ghi lại sổ cũ không.';
    case 'jump':
      return `${given.title}: kỳ này ${formatCount(given.now)} ${given.unit}, kỳ trước ${formatCount(given.before)} ${given.unit}. Xin xem vì sao khác nhiều.`;
    case 'one_day':
      return `Cả ${formatCount(given.visits)} lần gặp trong kỳ đều ghi vào một ngày ${formatDay(given.on)}.`;
    case 'busy_hour':
      return `${given.name} ghi ${formatCount(given.visits)} lần gặp trong một giờ, ngày ${formatDay(given.on)}. Nên đến hỏi lại vài hộ.`;
    case 'many_unknown':
      return `Còn ${formatCount(given.unknown)} người chưa rõ tình trạng (${formatRate(given.unknown, given.whole)}). Tỷ lệ có thể thấp hơn thực tế.`;
    case 'unexplained':
      return `Chưa giải trình vì sao ${inSentence(given.title)} ${given.reason === 'behind' ? 'thấp hơn tiến độ' : 'giảm'}.`;
    case 'no_signer':
      return 'Ấp chưa có tài khoản trưởng ấp để ký tên và gửi báo cáo.';
    case 'nothing_written':
      return 'Mọi phần đều là lời máy soạn. Nên viết thêm khó khăn và kiến nghị của ấp.';
  }
};

export const explanation = {
  reason: ({ reason, from, to, unit }: Omit<AskedExplanation, 'code' | 'title'>) =>
    reason === 'behind'
      ? `Thấp hơn tiến độ kế hoạch: đến nay cần ${formatPercent(from)}, đạt ${formatPercent(to)}.`
      : `Giảm so với kỳ trước: từ ${formatCount(from)} còn ${formatCount(to)} ${unit}.`,
  asked: (count: number) => `Có ${formatCount(count)} con số cần giải trình`,
  askedText: 'Ghi một câu vì sao, để xã hiểu và giúp. Ví dụ: nhiều hộ đi làm xa, mưa bão, thiếu người.',
  label: (title: string) => `Vì sao: ${inSentence(title)}`,
  goWrite: 'Ghi giải trình',
};

export const remark = {
  column: 'Góp ý',
  add: 'Góp ý',
  reply: 'Trả lời',
  see: 'Xem lưu ý',
  waiting: 'Góp ý chưa gửi',
  commune: 'Xã',
  title: (code: string | null, title: string) =>
    code === null ? `Góp ý: ${title}` : `Góp ý: ${code}. ${title}`,
  titleReply: (code: string | null, title: string) => (code === null ? title : `${code}. ${title}`),
  leadAsk: 'Ghi điều cần sửa hoặc cần rõ hơn. Trưởng ấp thấy góp ý này khi anh/chị bấm Trả lại.',
  leadReply: 'Trả lời góp ý của xã, hoặc ghi vì sao con số như vậy.',
  text: 'Góp ý',
  textHelp: 'Để trống rồi lưu là bỏ góp ý này.',
  answer: (question: string) => `Trả lời: ${question}`,
  why: 'Giải trình',
  whyHelp: 'Một hai câu là đủ. Xã đọc được bên cạnh con số.',
  save: 'Lưu góp ý',
  saveAnswer: 'Lưu trả lời',
  saveWhy: 'Lưu giải trình',
  written: 'Báo cáo đang viết',
  number: (period: string, cumulative: string, unit: string) =>
    `${period === 'x' ? '' : `Trong kỳ: ${period} ${unit}. `}Lũy kế: ${cumulative} ${unit}.`,
  waitingCount: (count: number) => `${formatCount(count)} góp ý sẽ gửi kèm khi trả lại.`,
  returned: 'Xã góp ý thêm bên cạnh các con số và phần viết ở dưới.',
};

export const reading = {
  title: 'Báo cáo chờ xem',
  lead: 'Chỉ cần đọc báo cáo có điều cần xem. Các báo cáo còn lại nhận một lần.',
  flagged: 'Cần xem kỹ',
  clean: 'Không có gì lạ',
  cleanText:
    'Máy đã so từng con số với kỳ trước, với tổng và với ngày giờ ghi. Bỏ dấu chọn nếu muốn đọc trước khi nhận.',
  open: 'Đọc báo cáo',
  accept: (count: number) => `Nhận ${formatCount(count)} báo cáo không có gì lạ`,
  acceptChosen: 'Nhận các báo cáo đã chọn',
  late: (days: number) => `trễ ${formatCount(days)} ngày`,
  mayDiffer: 'Có việc ghi thêm sau khi gửi, số có thể đã khác.',
  unexplained: (count: number) => `${formatCount(count)} con số chưa giải trình`,
  explained: (count: number) => `${formatCount(count)} con số đã giải trình`,
  none: 'Không còn báo cáo nào chờ xem',
  noneText: 'Khi ấp gửi báo cáo, báo cáo sẽ hiện ở đây.',
  chooseOne: 'Xin chọn ít nhất một báo cáo để nhận.',
  done: (count: number) => `Đã nhận ${formatCount(count)} báo cáo.`,
  next: 'Xem báo cáo tiếp theo',
  toSum: 'Xem bảng tổng hợp',
};

export const comparison = {
  title: (hamlet: string, key: PeriodKey) => `${capital(periodName(key))} lúc gửi và bây giờ · ${hamlet}`,
  lead: (sentAt: string, changed: number) =>
    changed === 0
      ? `Số đã gửi lúc ${sentAt}. Đến nay chưa có gì đổi.`
      : `Số đã gửi lúc ${sentAt} giữ nguyên. ${formatCount(changed)} dòng nay đã khác.`,
  caption: 'Số đã gửi và số bây giờ',
  sent: (what: string) => `${what}, lúc gửi`,
  now: (what: string) => `${what}, bây giờ`,
  open: (title: string, changed: string) => `${title}: xem ${changed} là ai`,
  link: 'So số lúc gửi với bây giờ',
  change: 'Khác',
  changes: { added: 'thêm', gone: 'bớt' },
  rowsLead: (span: string) => `${span}: những dòng thêm hoặc bớt từ khi gửi đến nay.`,
  more: (shown: string, total: string) => `Hiện ${shown} trong ${total} dòng khác nhau.`,
  none: 'Không có dòng nào khác',
  noneText: 'Danh sách sau con số này vẫn như lúc gửi.',
};
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Of a thematic or ad-hoc report. */
export const asked = (from: Day, to: Day) => `Số liệu từ ${formatDay(from)} đến ${formatDay(to)}.`;

export const sample = {
  all: 'Xem kết quả hỏi lại cả năm',
  title: 'Đến hỏi lại vài hộ',
  lead: 'Máy rút ngẫu nhiên vài lần gặp trong kỳ. Đến hỏi lại rồi ghi kết quả; trưởng ấp không thấy danh sách này.',
  draw: 'Rút 5 lần gặp',
  drawMore: 'Rút thêm',
  who: (head: string, on: Day, by: string | null) =>
    `Hộ ${head}, gặp ngày ${formatDay(on)}${by === null ? '' : `, ${by} ghi`}`,
  result: 'Kết quả hỏi lại',
  resultFor: (head: string) => `Kết quả hỏi lại hộ ${head}`,
  results: { confirmed: 'Đúng như đã ghi', differs: 'Khác', not_met: 'Chưa hỏi được' },
  note: 'Ghi chú',
  save: 'Lưu kết quả',
  found: (asked: number, confirmed: number) =>
    `Đã hỏi ${formatCount(asked)} lần gặp, ${formatCount(confirmed)} đúng như đã ghi.`,
};

export const files = {
  other: 'Số liệu cho phần mềm khác:',
  kinds: { xlsx: 'Excel', csv: 'CSV', json: 'JSON' },
};

export const done: Record<string, string> = {
  'gop-y': 'Đã lưu góp ý. Trưởng ấp thấy khi anh/chị bấm Trả lại.',
  'tra-loi': 'Đã lưu trả lời.',
  'giai-trinh': 'Đã lưu giải trình.',
  luu: 'Đã lưu.',
  nhap: 'Đã lấy lại bản nháp.',
  gui: 'Đã gửi báo cáo cho xã. Cảm ơn anh/chị.',
  nhan: 'Đã nhận báo cáo.',
  tra: 'Đã trả lại. Trưởng ấp sẽ thấy lời nhắn.',
  khoa: 'Đã khóa báo cáo.',
  rut: 'Đã rút mẫu. Đến hỏi lại rồi ghi kết quả ở đây.',
  hoi: 'Đã lưu kết quả hỏi lại.',
  mo: 'Đã mở ra sửa. Số liệu lại tự cập nhật đến khi gửi.',
  moi: 'Đã lập bản mới từ số hôm nay.',
};

export const table = {
  caption: 'Số liệu báo cáo',
  code: 'Mã',
  title: 'Nội dung',
  unit: 'Đơn vị tính',
  period: (kind: SpanKind) => `Trong ${kindInText[kind]}`,
  cumulative: 'Lũy kế',
  goal: 'Chỉ tiêu',
  rate: 'Tỷ lệ',
  unknown: 'Chưa rõ',
  change: (kind: SpanKind) => `So ${beforeInText(kind)}`,
  notCollected: (codes: string) => `Chưa có số liệu: ${codes}. In ra là dấu “—”, không phải số 0.`,
  signs: 'Dấu “—”: chưa có số liệu. Dấu “x”: không áp dụng. Bấm vào con số để xem danh sách.',
};

export const send = {
  title: 'Gửi báo cáo cho xã',
  lead: (key: PeriodKey, hamlet: string) => `Báo cáo ${periodName(key)} của ${hamlet}.`,
  frozen:
    'Gửi rồi thì số liệu và lời viết được giữ nguyên. Nếu cần sửa, xã trả lại hoặc anh/chị lập bản mới.',
  inTime: (day: Day) => `Gửi bây giờ là đúng hạn (hạn ${formatDay(day)}).`,
  late: (days: number) => `Gửi bây giờ là trễ ${formatCount(days)} ngày.`,
  main: 'Con số chính',
  confirm: 'Gửi báo cáo',
  back: 'Xem lại đã',
};

export const rows = {
  title: (code: string, title: string) => `${code}. ${title}`,
  period: 'Trong kỳ',
  cumulative: 'Lũy kế từ đầu năm',
  ofState: 'Cuối kỳ',
  printed: (value: string, unit: string) => `Báo cáo ghi: ${value} ${unit}`,
  shown: (from: number, total: number) => `${formatCount(from)} trong ${formatCount(total)} dòng`,
  none: 'Không có dòng nào',
  noneText: 'Con số này bằng 0 trong kỳ.',
  differsNow: 'Số trong báo cáo được chốt khi gửi. Danh sách này lập theo đúng lúc chốt.',
  name: 'Tên',
  address: 'Địa chỉ',
  on: 'Ngày',
  detail: 'Hình thức, nền tảng',
  visits: (count: number) => `${formatCount(count)} lần đến hộ`,
  session: 'Buổi tuyên truyền',
  span: 'Kỳ tính',
  exported: {
    title: 'Danh sách sau con số',
    columns: [
      { header: 'Tên', width: 28, kind: 'text' as const },
      { header: 'Nơi ở', width: 28, kind: 'text' as const },
      { header: 'Ngày', width: 12, kind: 'text' as const },
      { header: 'Chi tiết', width: 36, kind: 'text' as const },
    ],
  },
};

export const sum = {
  title: (key: PeriodKey) => `Tổng hợp ${periodName(key)}`,
  lead: 'Lấy từ báo cáo các ấp đã gửi. Ấp chưa gửi được nêu tên, không ước tính.',
  word: 'Tải bản Word',
  pdf: 'Tải bản PDF',
  hamlet: 'Ấp',
  note: 'Ghi chú',
  choose: 'Chọn kỳ',
  seeReport: 'Xem',
};

export { notSent } from '#features/reports/document/words.ts';

export const parts = {
  title: 'Phần báo cáo của đơn vị',
  lead: 'Phần mà Phòng Văn hóa – Xã hội đề nghị đơn vị viết cho báo cáo của xã.',
  none: 'Chưa có phần nào cần gửi',
  noneText: 'Khi Phòng Văn hóa – Xã hội mở báo cáo của xã, phần của đơn vị hiện ở đây.',
  of: (unit: string, key: PeriodKey) => `${unit}, ${periodName(key)}`,
  due: (day: Day) => `Hạn gửi: hết ngày ${formatDay(day)}`,
  states: { asked: 'Chưa gửi', sent: 'Đã gửi' },
  closed: 'Báo cáo đã duyệt',
  asked: (sections: number, rows: number) =>
    [
      sections > 0 ? `${formatCount(sections)} phần lời` : '',
      rows > 0 ? `${formatCount(rows)} dòng số liệu` : '',
    ]
      .filter(Boolean)
      .join(', '),
  texts: 'Lời',
  figures: 'Số liệu',
  moneyOffered: 'Số liệu kinh phí lấy sẵn từ mục Kinh phí, ở ô chưa ai ghi. Xin xem lại trước khi gửi.',
  figuresHelp: 'Chưa có số thì để trống; để trống in ra dấu “—”, không phải số 0.',
  period: 'Trong kỳ',
  cumulative: 'Lũy kế từ đầu năm',
  field: (title: string, column: string) => `${title}: ${inSentence(column)}`,
  source: 'Lấy từ đâu',
  sourceHelp: 'Ghi khi nhập thay đơn vị. Ví dụ: Công văn 12/PKT ngày 05/12/2026.',
  onBehalf: (unit: string) => `Nhập thay ${unit}. Phần này ghi tên ${unit}; nguồn được lưu lại.`,
  save: 'Lưu, chưa gửi',
  send: 'Gửi phần này',
  sentBy: (name: string, moment: string) => `${name} gửi lúc ${moment}`,
  from: (source: string) => `Nguồn: ${source}`,
  returned: 'Phòng Văn hóa – Xã hội đề nghị sửa',
  giveBack: 'Trả lại để sửa',
  note: 'Cần sửa điều gì',
  card: 'Phần của các đơn vị',
  cardLead: 'Phần đã gửi tự vào báo cáo, có ghi tên đơn vị. Phần chưa gửi được nêu tên, không ước tính.',
  open: 'Xem',
  openFor: (unit: string) => `Xem phần của ${unit}`,
  done: {
    luu: 'Đã lưu. Phần này chưa gửi.',
    gui: 'Đã gửi. Cảm ơn anh/chị.',
    tra: 'Đã trả lại. Đơn vị thấy lời nhắn.',
  },
};
