/**
 * Everything that a row of a report can measure. A template names these codes and nothing else, so that a template that
 * somebody edits can never ask for what the product does not count.
 *
 * Three kinds, never mixed (R98):
 * - events (lượt, buổi, lớp, yêu cầu, việc): happenings; period + cumulative of the period before = cumulative;
 * - distinct (hộ, người, cơ sở, mô hình): each once, whom something happened to in the period, or since the plan's first day;
 * - state: what holds at the end of the period; "in the period" does not apply.
 */
export const figureKinds = {
  teams: 'state',
  members: 'state',
  members_women: 'state',
  members_youth_union: 'state',
  members_teachers: 'state',
  member_outings: 'events',
  groups_active: 'state',
  households: 'state',
  households_informed: 'distinct',
  households_many_forms: 'distinct',
  contacts: 'events',
  contacts_by_form: 'events',
  households_guided: 'distinct',
  households_guided_health: 'distinct',
  households_guided_education: 'distinct',
  households_guided_social_policy: 'distinct',
  households_priority: 'state',
  households_priority_served: 'distinct',
  people_guided_services: 'distinct',
  people_services_account: 'distinct',
  people_vneid: 'distinct',
  people_smart_an_giang: 'distinct',
  people_14: 'state',
  people_14_vneid: 'state',
  people_14_bank: 'state',
  people_14_e_payment: 'state',
  people_14_all_three: 'state',
  households_skilled: 'state',
  households_helped: 'state',
  households_skilled_or_helped: 'state',
  households_without_skill: 'state',
  businesses_guided: 'distinct',
  shops_opened: 'distinct',
  businesses_committed: 'distinct',
  businesses_technology: 'distinct',
  classes_held: 'events',
  class_attendances: 'events',
  class_passes: 'events',
  members_trained: 'distinct',
  requests_received: 'events',
  requests_helped: 'events',
  requests_late: 'events',
  obstacles_raised: 'events',
  obstacles_solved: 'events',
  obstacles_late: 'state',
} as const satisfies Record<string, 'events' | 'distinct' | 'state'>;

export type FigureCode = keyof typeof figureKinds;
export type FigureKind = (typeof figureKinds)[FigureCode];

/** True for a code of the list. */
export function isFigureCode(text: unknown): text is FigureCode {
  return typeof text === 'string' && Object.hasOwn(figureKinds, text);
}

export const figureCodes: readonly FigureCode[] = Object.keys(figureKinds).filter(isFigureCode);

/** What a figure counts. A row that shows it says the same unit: hộ, người and lượt are never mixed (R98). */
export function unitOfFigure(
  code: FigureCode,
): 'tổ' | 'mô hình' | 'cơ sở' | 'gian hàng' | 'lớp' | 'yêu cầu' | 'việc' | 'hộ' | 'người' | 'lượt' {
  if (code === 'classes_held') return 'lớp';
  if (code.startsWith('requests')) return 'yêu cầu';
  if (code.startsWith('obstacles')) return 'việc';
  if (figureKinds[code] === 'events') return 'lượt';
  if (code === 'teams') return 'tổ';
  if (code === 'shops_opened') return 'gian hàng';
  if (code.startsWith('businesses')) return 'cơ sở';
  if (code === 'groups_active') return 'mô hình';
  return code.startsWith('households') ? 'hộ' : 'người';
}
