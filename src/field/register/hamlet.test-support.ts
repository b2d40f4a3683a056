import { addDays } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { Book } from '#features/sync/model/book.ts';
import type { PhoneHome, PhonePerson, PhoneVisit } from '#features/sync/model/home.ts';
import type { Operation } from '#features/sync/model/operation.ts';
import { defaultDefinitions } from '#features/targets/default-definitions.ts';
import { noAnswers } from '#features/visits/model/digital-status.ts';

/** A hamlet of invented people in memory, the same for the same numbers: for tests of the register, and for its bench. */
export const today = '2026-11-24';
export const hamlet: Id = '00000000-0000-7000-8000-0000000000aa';
export const me: Id = '00000000-0000-7000-8000-0000000000bb';
const member: Id = '00000000-0000-7000-8000-0000000000cc';

const id = (kind: number, number: number): Id =>
  `00000000-0000-7000-8000-${kind.toString(16).padStart(4, '0')}${number.toString(16).padStart(8, '0')}`;
export const homeId = (index: number) => id(1, index);
export const personId = (index: number, who: number) => id(2, index * 16 + who);
const visitId = (index: number, which: number) => id(3, index * 64 + which);

const families = ['Nguyễn', 'Trần', 'Lê', 'Đặng', 'Phạm', 'Huỳnh', 'Võ', 'Ngô'];
const middles = ['Văn', 'Thị', 'Hoàng', 'Bích', 'Đình', 'Ngọc', 'Quốc'];
const givens = ['Dũng', 'Huệ', 'Tư', 'Lan', 'Nhơn', 'Tám', 'Khoa', 'Thủy', 'Ánh', 'Út', 'Bảy'];
const platforms = ['vneid', 'so_suc_khoe', 'vssid', 'dvcqg'];

/** Numbers that look like chance and are not. */
function chance(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 12345;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0;
    return state % below;
  };
}

const pick = <Value>(values: readonly Value[], at: number): Value => {
  const value = values[at];
  if (value === undefined) throw new Error('nothing to pick');
  return value;
};

export const book: Book = {
  communeName: 'xã Nhơn Mỹ',
  me: { accountId: me, memberId: member, fullName: 'Nguyễn Thị Lan' },
  hamlets: [{ id: hamlet, name: 'Ấp Mẫu 3', roles: ['member'] }],
  allHamlets: [{ id: hamlet, name: 'Ấp Mẫu 3' }],
  members: [{ id: member, name: 'Nguyễn Thị Lan', hamletId: hamlet, ended: false }],
  plan: { title: 'Kế hoạch', year: 2026, startsOn: '2026-01-01', endsOn: '2026-12-31', reportDueDay: 10 },
  targets: defaultDefinitions.filter((target) => target.subject !== 'group'),
  platforms: { health: ['so_suc_khoe', 'vssid'], education: ['vneid'], social_policy: ['dvcqg'] },
  catalogue: platforms.map((code) => ({
    kind: 'platform',
    code,
    name: code,
    retired: false,
    details: code === 'vneid' ? { tracks: 'vneid' } : {},
  })),
};

/** A household of `people` (người) with `visits` (lượt); another `edition` is the same household as somebody else changed it. */
export function makeHome(index: number, { people = 4, visits = 10, edition = 0 } = {}): PhoneHome {
  const draw = chance(index * 31 + edition * 7919 + 1);
  const crowd = Array.from({ length: people }, (_, who) => makePerson(index, who, draw));
  return {
    id: homeId(index),
    hamletId: hamlet,
    code: `NM-${String(index).padStart(4, '0')}`,
    groupName: String(1 + (index % 12)),
    address: `${1 + draw(300)} đường kênh ${1 + draw(9)}`,
    phone: `09${String(10000000 + draw(89999999))}`,
    headId: personId(index, 0),
    statedSize: people,
    state: pick(['living', 'living', 'living', 'living', 'away', 'moved_out'] as const, draw(6)),
    hasSmartphone: pick(['yes', 'yes', 'no', 'unknown'] as const, draw(4)),
    hasInternet: 'unknown',
    note: null,
    poverty: null,
    responsibleId: draw(5) === 0 ? member : null,
    people: crowd,
    visits: Array.from({ length: visits }, (_, which) => makeVisit(index, which, draw)).sort((one, other) =>
      one.on < other.on ? 1 : -1,
    ),
    gatherings: draw(3) === 0 ? [{ sessionId: id(4, draw(40)), on: '2026-05-06', form: 'meeting' }] : [],
    helper:
      draw(6) === 0 ? { id: id(5, index), memberId: member, everyDays: 14, startedOn: '2026-08-01' } : null,
  };
}

function makePerson(index: number, who: number, draw: (below: number) => number): PhonePerson {
  const name = `${pick(families, draw(8))} ${pick(middles, draw(7))} ${pick(givens, draw(11))}`;
  return {
    id: personId(index, who),
    fullName: name,
    sex: draw(2) === 0 ? 'male' : 'female',
    birthDate: draw(12) === 0 ? null : addDays('1936-01-01', draw(31000)),
    birthPrecision: 'day',
    residence: pick(['permanent', 'permanent', 'temporary', 'absent', 'unknown'] as const, draw(5)),
    relation: who === 0 ? 'head' : 'child',
    relationText: null,
    phone: null,
    hasSmartphone: pick(['yes', 'no', 'unknown'] as const, draw(3)),
    vulnerable: null,
    state: draw(20) === 0 ? 'died' : 'living',
    digital: {
      ...noAnswers,
      vneid: pick([null, 'none', 'installed', 'activated'] as const, draw(4)),
      bank_account: pick([null, 'yes', 'no'] as const, draw(3)),
      e_payment: pick([null, 'regular', 'sometimes', 'never'] as const, draw(4)),
    },
    skills: null,
  };
}

function makeVisit(index: number, which: number, draw: (below: number) => number): PhoneVisit {
  const met = draw(4) === 0 ? ('nobody' as const) : ('someone' as const);
  return {
    id: visitId(index, which),
    on: addDays('2025-10-01', draw(415)),
    byId: me,
    memberId: member,
    form: pick(['home_visit', 'phone', 'office'], draw(3)),
    met,
    metIds: met === 'someone' ? [personId(index, 0)] : [],
    need: null,
    topics: [],
    guidances:
      met === 'someone' && draw(2) === 0
        ? [{ residentId: personId(index, 0), platform: pick(platforms, draw(4)), outcome: 'installed' }]
        : [],
    nextStep: null,
    nextOn: draw(8) === 0 ? addDays('2026-11-01', draw(40)) : null,
    note: null,
    minutes: null,
  };
}

/** An operation as the phone keeps it; `seq` orders it. */
export function makeOperation(
  seq: number,
  command: string,
  household: Id | null,
  input: Record<string, unknown>,
): Operation {
  const at = new Date(Date.parse('2026-11-24T01:00:00Z') + seq * 1000).toISOString();
  return {
    opId: id(6, seq),
    seq,
    version: 1,
    command,
    scope: hamlet,
    household,
    input: { id: id(7, seq), ...input },
    base: null,
    revision: 0,
    at,
    clock: at,
    after: null,
  };
}

/** Somebody was met at home today and shown VNeID. */
export const makeVisitOperation = (seq: number, index: number): Operation =>
  makeOperation(seq, 'visit.record', homeId(index), {
    householdId: homeId(index),
    met: 'someone',
    metResidents: [personId(index, 0)],
    guidances: [{ residentId: personId(index, 0), platform: 'vneid', outcome: 'activated' }],
  });
