import { skillItems } from '#features/visits/model/skill-check.ts';
import type { Condition, TargetDefinition } from './definition.ts';

/**
 * The six targets of the plan, and the priority order, as domain/03 §7.4 makes them computable, with its defaults where
 * it leaves a doubt. A commune's officer changes them by new versions (`defineTarget`), never here.
 */

/** H: households "đang cư trú". Moved and dissolved ones are out; "vắng dài ngày" is another state, shown apart. */
const householdsLivingHere: Condition = { fact: 'household_state', in: ['living'] };
const householdsAway: Condition = { fact: 'household_state', in: ['away'] };

/** P14 but for the age: permanent residents, alive. Who is temporarily absent, or whose household is away, stays in it. */
const permanentResident: readonly Condition[] = [
  { fact: 'household_state', in: ['living', 'away'] },
  { fact: 'resident_state', in: ['living'] },
  { fact: 'residence', in: ['permanent', 'absent'] },
];
const from14: Condition = { all: [...permanentResident, { fact: 'age', atLeast: 14 }] };
const from15: Condition = { all: [...permanentResident, { fact: 'age', atLeast: 15 }] };
const awayLong: Condition = {
  all: [from14, { any: [{ fact: 'residence', in: ['absent'] }, householdsAway] }],
};

const hasVneid: Condition = { fact: 'digital', item: 'vneid', in: ['installed', 'activated'] };
const hasBankAccount: Condition = { fact: 'digital', item: 'bank_account', in: ['yes'] };
const paysRegularly: Condition = { fact: 'digital', item: 'e_payment', in: ['regular'] };
const allThree: Condition = { all: [hasVneid, hasBankAccount, paysRegularly] };

const essential = ['health', 'education', 'social_policy'] as const;
const informed: Condition = { fact: 'contacts', atLeast: 1 };
const guided: Condition = {
  fact: 'guided',
  domains: essential,
  outcomes: ['installed', 'activated', 'practised'],
};
const installed: Condition = { fact: 'guided', domains: essential, outcomes: ['installed', 'activated'] };

const skilledMember: Condition = {
  someResident: {
    all: [
      { fact: 'resident_state', in: ['living'] },
      { fact: 'skilled', items: skillItems },
    ],
  },
};
const helper: Condition = { fact: 'helper' };
const awayBeside = { code: 'away', title: 'Hộ vắng dài ngày (ngoài mẫu số)', of: householdsAway };

export const defaultDefinitions: readonly TargetDefinition[] = [
  {
    code: 'T1',
    title: 'Tổ tự quản công nghệ',
    planText: 'Thành lập ít nhất 05 mô hình "Tổ tự quản công nghệ".',
    subject: 'group',
    unit: 'mô hình',
    population: { not: { fact: 'group_state', in: ['closed'] } },
    reached: { fact: 'group_state', in: ['active'] },
    goal: { kind: 'count', atLeast: 5 },
    planLine: { kind: 'even' },
    beside: [
      {
        code: 'recognised',
        title: 'Đã được công nhận',
        counts: { fact: 'group_state', in: ['recognised', 'active'] },
      },
    ],
    doubt:
      'Cần thống nhất: cơ quan nào công nhận mô hình. Mô hình đã đăng ký được nêu bên cạnh, chỉ mô hình đang hoạt động được tính.',
  },
  {
    code: 'T2',
    title: 'Hộ được tuyên truyền về chuyển đổi số',
    planText: 'Phấn đấu đạt 100% các hộ dân trên địa bàn được tuyên truyền về chuyển đổi số.',
    subject: 'household',
    unit: 'hộ',
    population: householdsLivingHere,
    reached: informed,
    goal: { kind: 'rate', floor: 100 },
    planLine: { kind: 'even' },
    beside: [{ ...awayBeside, counts: informed }],
    showMassChannels: true,
    doubt:
      'Cần thống nhất: loa truyền thanh và các kênh đại chúng có tính không. Mặc định nêu riêng, không tính. Lần đến nhà không gặp ai không tính là đã tuyên truyền. Hộ vắng dài ngày nêu riêng.',
  },
  {
    code: 'T3',
    title: 'Hộ được hướng dẫn ứng dụng thiết yếu',
    planText:
      'Phấn đấu đạt từ 80% đến 90% hộ dân trên địa bàn được tuyên truyền, hướng dẫn cài đặt ứng dụng phục vụ cho các nhu cầu thiết yếu như: Y tế, Giáo dục, chính sách xã hội,... thông qua các nền tảng số.',
    subject: 'household',
    unit: 'hộ',
    population: householdsLivingHere,
    reached: guided,
    goal: { kind: 'rate', floor: 80, ambition: 90 },
    planLine: { kind: 'even' },
    beside: [
      { code: 'installed', title: 'Đã cài hoặc đã kích hoạt', counts: installed },
      { ...awayBeside, counts: guided },
    ],
    doubt:
      'Cần thống nhất: tính hộ "được hướng dẫn" hay hộ "đã cài đặt". Mặc định tính được hướng dẫn, nêu đã cài bên cạnh. Kết quả từ chối, vắng, không có thiết bị không tính là đã hướng dẫn; danh sách kết quả và lĩnh vực sửa được.',
  },
  {
    code: 'T3p',
    title: 'Hộ ưu tiên được hỗ trợ trước',
    planText: 'Ưu tiên hỗ trợ đối tượng yếu thế, Người cao tuổi, người không có điện thoại thông minh.',
    subject: 'household',
    unit: 'hộ',
    population: {
      all: [householdsLivingHere, { fact: 'priority', reasons: ['vulnerable', 'elderly', 'no_smartphone'] }],
    },
    reached: informed,
    goal: { kind: 'rate', floor: 100 },
    planLine: { kind: 'even' },
    beside: [{ code: 'guided', title: 'Đã được hướng dẫn ứng dụng thiết yếu', counts: guided }],
    showVisitShare: true,
    doubt:
      'Kế hoạch không nêu tỷ lệ; 100 % là mức đề xuất. "Được hỗ trợ" mặc định là có ít nhất một lần tiếp xúc có ghi tên hộ, vì hộ không có điện thoại thông minh không thể cài ứng dụng. Hộ nghèo, cận nghèo mặc định được coi là yếu thế; cần thống nhất.',
  },
  {
    code: 'T4',
    title: 'Hộ được thông tin bằng nhiều hình thức',
    planText:
      'Phấn đấu đạt 100% hộ dân trên địa bàn được thông tin, tuyên truyền các chương trình, nội dung về chuyển đổi số (bằng nhiều hình thức).',
    subject: 'household',
    unit: 'hộ',
    population: householdsLivingHere,
    reached: { fact: 'forms', atLeast: 2 },
    goal: { kind: 'rate', floor: 100 },
    planLine: { kind: 'even' },
    beside: [{ ...awayBeside, counts: { fact: 'forms', atLeast: 2 } }],
    doubt: 'Kế hoạch không nêu số hình thức; mặc định từ 2. Chỉ tiêu này và T2 trùng nhau một phần.',
  },
  {
    code: 'T5',
    title: 'Người dân có VNeID, tài khoản ngân hàng, thanh toán điện tử',
    planText:
      'Tối thiểu 80% người dân thường trú trên địa bàn từ đủ 14 tuổi trở lên cài đặt ứng dụng VneID, có tài khoản ngân hàng và thường xuyên giao dịch thanh toán điện tử.',
    subject: 'resident',
    unit: 'người',
    population: from14,
    reached: allThree,
    goal: { kind: 'rate', floor: 80 },
    planLine: { kind: 'even' },
    beside: [
      { code: 'from15', title: 'Từ đủ 15 tuổi', of: from15, counts: allThree },
      { code: 'away', title: 'Vắng dài ngày (trong mẫu số)', of: awayLong, counts: allThree },
      {
        code: 'activated',
        title: 'Nếu tính VNeID đã kích hoạt',
        counts: {
          all: [{ fact: 'digital', item: 'vneid', in: ['activated'] }, hasBankAccount, paysRegularly],
        },
      },
      { code: 'vneid', title: 'Có VNeID', counts: hasVneid },
      { code: 'bank', title: 'Có tài khoản ngân hàng', counts: hasBankAccount },
      { code: 'payment', title: 'Thanh toán điện tử thường xuyên', counts: paysRegularly },
    ],
    doubt:
      'Cần thống nhất: VNeID "đã cài" (chữ của kế hoạch) hay "đã kích hoạt"; mặc định tính cả hai. "Thường xuyên" là ít nhất mỗi tháng một lần trong 3 tháng gần nhất, theo lời người dân. Người vắng dài ngày vẫn trong mẫu số, nêu riêng. Người từ 14 đến dưới 15 tuổi khó tự mở tài khoản (Thông tư 17/2024/TT-NHNN) nên có số từ đủ 15 tuổi bên cạnh. Năm sinh không rõ ngày tính theo 31/12.',
  },
  {
    code: 'T6',
    title: 'Hộ có người biết kỹ năng số hoặc có người giúp',
    planText:
      'Phấn đấu mỗi hộ gia đình có ít nhất 01 thành viên biết cách sử dụng các kỹ năng số cơ bản như: sử dụng dịch vụ công trực tuyến, mua sắm trực tuyến, thanh toán trực tuyến, tự bảo vệ mình trên không gian mạng, sử dụng nền tảng số khác, có tài khoản VNeID và tài khoản sử dụng dịch vụ công trực tuyến (nếu các thành viên trong hộ gia đình không có khả năng thì cử thành viên Tổ công nghệ số cộng đồng phụ trách giúp đỡ).',
    subject: 'household',
    unit: 'hộ',
    population: householdsLivingHere,
    reached: { any: [skilledMember, helper] },
    goal: { kind: 'rate', floor: 100 },
    planLine: { kind: 'even' },
    beside: [
      { code: 'skilled', title: 'Có thành viên đạt đủ kỹ năng', counts: skilledMember },
      { code: 'helper', title: 'Có thành viên Tổ giúp đỡ', counts: helper },
      { ...awayBeside, counts: { any: [skilledMember, helper] } },
    ],
    doubt:
      'Kỹ năng cơ bản gồm đủ 7 mục của kế hoạch, theo lần kiểm tra mới nhất. Hai phần (có người biết, có người giúp) được nêu riêng.',
  },
];
