import { addDays, daysBetween, startOf, type Day } from '#shared/calendar.ts';
import type { DemoHousehold, DemoPerson } from './people.ts';
import type { SeededRandom } from './random.ts';

/** How a hamlet's team works: some are ahead, some late, some stopped in summer. */
export interface DemoPace {
  /** Share of households that the team has met by now. */
  reach: number;
  /** How well people stand with their phones there. */
  skill: number;
  startedOn: Day;
}

export interface DemoVisit {
  on: Day;
  at: Date;
  recordedAt: Date;
  met: number[];
  nobody: boolean;
  need: string | null;
  topics: string[];
  nextStep: string | null;
  nextOn: Day | null;
  minutes: number | null;
  guidances: {
    person: number;
    platform: string;
    outcome: 'installed' | 'activated' | 'practised' | 'declined' | 'no_device';
  }[];
  records: { person: number; source: 'shown' | 'declared'; answers: Record<string, string> }[];
}

export interface DemoWork {
  visits: DemoVisit[];
  skillCheck: { person: number; on: Day; items: boolean[] } | null;
  helperFrom: Day | null;
}

const needs = [
  'Muốn cài VNeID',
  'Muốn khám bệnh bằng điện thoại',
  'Hỏi cách chuyển tiền',
  'Sợ bị lừa qua điện thoại',
  'Cần nộp hồ sơ cho con',
  'Muốn bán xoài qua mạng',
];
const steps = [
  'Hẹn lại khi con về',
  'Giúp kích hoạt VNeID tại xã',
  'Mang theo căn cước để mở tài khoản',
  'Tập quét mã QR ở chợ',
];

export function demoPace(random: SeededRandom, index: number, firstDay: Day): DemoPace {
  const reach = [0.97, 0.91, 0.98, 0.86, 0.94, 0.72, 0.58, 0.95, 0.9, 0.83][index % 10] ?? 0.8;
  return {
    reach: Math.min(0.99, reach + (random.next() - 0.5) * 0.06),
    skill: 0.45 + random.next() * 0.4,
    startedOn: addDays(firstDay, random.between(0, index % 7 === 6 ? 110 : 25)),
  };
}

/** What the team did in one household from the hamlet's start to today. */
export function demoWork(
  random: SeededRandom,
  household: DemoHousehold,
  pace: DemoPace,
  today: Day,
  now: Date,
): DemoWork {
  const work: DemoWork = { visits: [], skillCheck: null, helperFrom: null };
  const priority = household.people.some((person) => person.age >= 60 || person.vulnerable);
  if (household.state === 'moved_out' || !random.chance(Math.min(0.995, pace.reach + (priority ? 0.03 : 0))))
    return work;
  const span = Math.max(1, daysBetween(pace.startedOn, today));
  const count = random.weighted([
    [1, 36],
    [2, 34],
    [3, 20],
    [4, 10],
  ]);
  const days = Array.from({ length: count }, () =>
    workDay(addDays(pace.startedOn, Math.floor(span * random.next() ** 0.9)), today),
  ).sort();
  const adults = household.people.flatMap((person, index) => (person.age >= 14 ? [index] : []));
  const known = new Set<number>();
  for (const [order, on] of days.entries())
    work.visits.push(visit(random, household.people, adults, known, { on, order, pace, now }));
  const met = work.visits.filter((each) => !each.nobody);
  const last = met.at(-1);
  if (!last) return work;
  const candidate = adults.filter((index) => (household.people[index]?.age ?? 0) < 65)[0];
  if (candidate !== undefined && random.chance(0.42 + pace.skill * 0.5)) {
    const passes = random.chance(0.55 + pace.skill * 0.4);
    work.skillCheck = {
      person: candidate,
      on: last.on,
      items: Array.from({ length: 7 }, () => passes || random.chance(0.6)),
    };
  } else if (random.chance(0.45)) work.helperFrom = last.on;
  return work;
}

function visit(
  random: SeededRandom,
  people: readonly DemoPerson[],
  adults: readonly number[],
  known: Set<number>,
  { on, order, pace, now }: { on: Day; order: number; pace: DemoPace; now: Date },
): DemoVisit {
  const at = new Date(startOf(on).getTime() + (8 * 60 + random.between(0, 9 * 60)) * 60_000);
  const recordedAt = new Date(Math.min(now.getTime(), at.getTime() + random.between(5, 26 * 60) * 60_000));
  const nobody = adults.length === 0 || random.chance(order === 0 ? 0.06 : 0.14);
  const base = { on, at: at > now ? now : at, recordedAt, nobody, guidances: [], records: [] };
  if (nobody)
    return { ...base, met: [], need: null, topics: [], nextStep: null, nextOn: null, minutes: null };
  const met = adults.filter((_, position) => position === 0 || random.chance(0.55));
  const result: DemoVisit = {
    ...base,
    met,
    need: random.chance(0.5) ? random.pick(needs) : null,
    topics: [random.pick(['chu_truong', 'chinh_quyen_so', 'xa_hoi_so', 'an_toan', 'kinh_te_so'])],
    nextStep: random.chance(0.25) ? random.pick(steps) : null,
    nextOn: null,
    minutes: random.between(10, 60),
  };
  if (result.nextStep && random.chance(0.7)) result.nextOn = addDays(on, random.between(3, 25));
  for (const index of met) {
    const person = people[index];
    if (!person) continue;
    if (person.hasSmartphone === 'no') {
      if (random.chance(0.4))
        result.guidances.push({ person: index, platform: 'vneid', outcome: 'no_device' });
      continue;
    }
    for (const platform of new Set([
      random.pick(['vneid', 'dvc', 'so_suc_khoe', 'vssid', 'thanh_toan', 'an_toan_mang']),
      random.pick(['so_suc_khoe', 'vssid', 'binh_dan_hoc_vu_so', 'vneid']),
    ])) {
      result.guidances.push({
        person: index,
        platform,
        outcome: random.weighted([
          ['installed', 40],
          ['activated', 22],
          ['practised', 30],
          ['declined', 8],
        ]),
      });
    }
  }
  // A member asks for the whole family, so that answers also come for those who were out.
  for (const index of adults) {
    const person = people[index];
    if (!person || known.has(index) || !random.chance(met.includes(index) ? 0.95 : 0.74)) continue;
    known.add(index);
    result.records.push({
      person: index,
      source: met.includes(index) && random.chance(0.6) ? 'shown' : 'declared',
      answers: answersOf(random, person, pace),
    });
  }
  return result;
}

function answersOf(random: SeededRandom, person: DemoPerson, pace: DemoPace): Record<string, string> {
  const able =
    person.hasSmartphone === 'no'
      ? 0.12
      : person.age < 15
        ? 0.35
        : person.age < 60
          ? 0.82 + pace.skill * 0.2
          : 0.5 + pace.skill * 0.4;
  const yes = (chance: number) => (random.chance(chance) ? 'yes' : 'no');
  return {
    vneid: random.chance(Math.min(0.98, able + 0.08))
      ? random.weighted([
          ['activated', 70],
          ['installed', 30],
        ])
      : 'none',
    dvc_account: yes(able * 0.75),
    bank_account: yes(person.age < 15 ? 0.05 : Math.min(0.98, able + 0.05)),
    e_payment: random.chance(able * 0.98)
      ? 'regular'
      : random.weighted([
          ['sometimes', 60],
          ['never', 40],
        ]),
    health_app: yes(able * 0.6),
    social_app: yes(able * 0.5),
  };
}

/** The nearest Tuesday, Thursday or Saturday, the days on which the teams go out; never after today. */
function workDay(day: Day, today: Day): Day {
  for (let ahead = 0; ahead < 7; ahead += 1) {
    const candidate = addDays(day, ahead);
    if (candidate > today) return today;
    if ([2, 4, 6].includes(new Date(`${candidate}T00:00:00Z`).getUTCDay())) return candidate;
  }
  return day;
}
