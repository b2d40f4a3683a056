import type { Facts } from './model/history.ts';
import * as words from './words.ts';

const list = (facts: Facts) => (facts.imported ? ' (nhập từ danh sách)' : '');

/** What each event is called in a household's history. */
export const titles: Record<string, (facts: Facts) => string> = {
  'household.registered': (facts) =>
    facts.split ? `Lập hộ, tách từ hộ ${facts.split}` : `Ghi hộ vào sổ, mã ${facts.code}${list(facts)}`,
  'household.corrected': (facts) => `Sửa thông tin hộ${list(facts)}`,
  'household.state_changed': () => 'Đổi tình trạng hộ',
  'household.head_named': (facts) => `Chủ hộ mới: ${facts.headName}`,
  'household.responsible_named': (facts) =>
    facts.memberName ? `Giao cho ${facts.memberName} phụ trách` : 'Thôi giao người phụ trách',
  'household.policy_class_set': (facts) => `Cập nhật diện chính sách${list(facts)}`,
  'household.moved': (facts) => `Chuyển hộ đến ${facts.hamletName}${list(facts)}`,
  'household.hamlet_merged': (facts) => `Sáp nhập ấp: hộ nay thuộc ${facts.hamletName}`,
  'household.split': (facts) => `Tách ${facts.names} thành hộ ${facts.to}`,
  'household.merged': (facts) => `Gộp hộ ${facts.from} vào hộ ${facts.to}`,
  'household.unmerged': () => 'Gỡ gộp hộ',
  'household.resident_left': (facts) => `${facts.name} chuyển sang hộ ${facts.to}`,
  'resident.registered': (facts) => `Thêm người: ${facts.name}${list(facts)}`,
  'resident.corrected': (facts) => `Sửa thông tin ${facts.name}${list(facts)}`,
  'resident.state_changed': (facts) => `Đổi tình trạng ${facts.name}`,
  'resident.vulnerable_set': (facts) => `Cập nhật diện ưu tiên của ${facts.name}`,
  'resident.moved': (facts) => `${facts.name} chuyển từ hộ ${facts.from} sang hộ ${facts.to}`,
  'resident.merged': (facts) => `Gộp người trùng: ${facts.name}`,
  'resident.unmerged': (facts) => `Gỡ gộp người: ${facts.name}`,
};

/** Columns as the history names them; a column that is not here is not told. */
export const columnNames: Record<string, string> = {
  book_number: 'Số hộ trong danh sách',
  group_name: 'Tổ',
  address: 'Địa chỉ',
  phone: 'Điện thoại',
  stated_size: 'Số nhân khẩu (theo danh sách)',
  state: 'Tình trạng',
  state_on: 'Từ ngày',
  has_smartphone: 'Điện thoại thông minh',
  has_internet: 'Internet',
  poverty: 'Diện chính sách',
  poverty_year: 'Năm xét',
  poverty_decision: 'Quyết định',
  note: 'Ghi chú',
  full_name: 'Họ và tên',
  sex: 'Giới tính',
  birth_date: 'Ngày sinh',
  residence: 'Cư trú',
  relation: 'Quan hệ với chủ hộ',
  relation_text: 'Ghi trong danh sách',
  vulnerable: 'Yếu thế',
};

/** How the values of those columns are said. */
export const valueNames: Record<string, Record<string, string>> = {
  state: { ...words.residentStateNames, ...words.householdStateNames, died: words.residentStateNames.died },
  has_smartphone: words.answerNames,
  has_internet: words.answerNames,
  poverty: words.povertyNames,
  sex: words.sexNames,
  residence: words.residenceNames,
  relation: words.relationNames,
};
