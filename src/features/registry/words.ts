import { formatCount } from '#shared/numbers.ts';
import type {
  Answer,
  HouseholdState,
  PovertyClass,
  PriorityReason,
  Relation,
  Residence,
  ResidentState,
  Sex,
} from './model.ts';

export const title = 'Sổ hộ';
export const missing = '—';
export const chooseOne = 'Xin chọn một mục trong danh sách.';

export const householdStateNames: Record<HouseholdState, string> = {
  living: 'Đang cư trú',
  away: 'Vắng dài ngày',
  moved_out: 'Đã chuyển đi',
  dissolved: 'Giải thể',
};
export const residentStateNames: Record<ResidentState, string> = {
  living: 'Đang sinh sống',
  died: 'Đã mất',
  moved_out: 'Đã chuyển đi',
};
export const residenceNames: Record<Residence, string> = {
  permanent: 'Thường trú',
  temporary: 'Tạm trú',
  lodging: 'Lưu trú',
  absent: 'Tạm vắng',
  unknown: 'Chưa rõ',
};
export const relationNames: Record<Relation, string> = {
  head: 'Chủ hộ',
  spouse: 'Vợ/chồng',
  child: 'Con',
  parent: 'Cha/mẹ',
  grandparent: 'Ông/bà',
  grandchild: 'Cháu',
  sibling: 'Anh/chị/em',
  other: 'Khác',
};
export const sexNames: Record<Sex, string> = { male: 'Nam', female: 'Nữ' };
export const answerNames: Record<Answer, string> = { yes: 'Có', no: 'Không', unknown: 'Chưa rõ' };
export const povertyNames: Record<PovertyClass, string> = {
  none: 'Không thuộc diện',
  poor: 'Hộ nghèo',
  near_poor: 'Hộ cận nghèo',
  escaped_poverty: 'Hộ mới thoát nghèo',
  unknown: 'Chưa rõ',
};
export const priorityNames: Record<PriorityReason, string> = {
  elderly: 'Người cao tuổi',
  no_smartphone: 'Không có điện thoại thông minh',
  vulnerable: 'Đối tượng yếu thế',
};
export const addressElder = { male: 'ông', female: 'bà', unknown: 'ông/bà' } as const;
export const addressAdult = { male: 'anh', female: 'chị', unknown: 'anh/chị' } as const;
export const addressYoung = 'em';

export const birthWrong = 'Ngày sinh chưa đúng. Xin viết như 15/08/1966, hoặc chỉ năm 1966.';
export const birthInFuture = 'Ngày sinh ở sau ngày hôm nay. Xin xem lại.';
export const dayInFuture = 'Ngày này ở sau ngày hôm nay. Xin xem lại.';
export const headNeeded = 'Xin ghi ít nhất một người: chủ hộ.';
export const tooManyResidents = 'Một hộ ghi tối đa 50 người.';
export const oneHeadOnly = 'Mỗi hộ chỉ có một chủ hộ. Xin chọn lại quan hệ của người này.';
export const headByNaming = 'Chủ hộ được đổi bằng “Chọn chủ hộ”. Xin giữ nguyên quan hệ này.';
export const hamletEnded = 'Ấp này không còn hoạt động. Xin chọn ấp khác.';
export const alreadyMerged = 'Hộ hoặc người này đã được gộp trước đó. Xin tải lại trang để xem mới nhất.';
export const notMerged = 'Mục này chưa được gộp, hoặc nơi nhận đã được gộp tiếp. Xin gỡ lần gộp sau trước.';
export const stateNotPossible = (from: string, to: string) =>
  `Đang ghi “${from}”, không đổi thẳng sang “${to}” được.`;
export const notOfHousehold = 'Người này không thuộc hộ đang mở. Xin tải lại trang.';
export const headMustLive = 'Chủ hộ phải là người đang sinh sống trong hộ.';
export const headStays = 'Người này đang là chủ hộ. Xin chọn chủ hộ mới trước, hoặc gộp hai hộ.';
export const someoneStays = 'Hộ cũ phải còn ít nhất một người. Nếu cả hộ đi, xin dùng “Chuyển hộ”.';
export const newHeadNeeded = 'Chủ hộ cũng rời đi. Xin chọn chủ hộ mới cho những người ở lại.';
export const sameHousehold = 'Hai bên là cùng một hộ.';
export const sameHamlet = 'Hộ đang ở ấp này rồi.';
export const samePerson = 'Hai bên là cùng một người.';
export const memberNotHere = 'Người phụ trách phải là thành viên đang hoạt động của tổ ấp này hoặc tổ xã.';
export const headCannotMerge =
  'Người này đang là chủ hộ nên phải được giữ lại. Nếu hai bên đều là chủ hộ, xin gộp hai hộ.';
export const peopleCount = (n: number | null) => `${formatCount(n)} người`;
export const householdCount = (n: number | null) => `${formatCount(n)} hộ`;

export const waiting = {
  imports: 'danh sách nhập dở, chưa ghi vào sổ',
  importsLead: 'Việc tiếp theo: ghi nốt danh sách đang nhập dở vào sổ.',
};
