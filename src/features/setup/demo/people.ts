import { addDays, lastDayOf, type Day } from '#shared/calendar.ts';
import type { SeededRandom } from './random.ts';

/** Invented people: names are put together by chance from common Vietnamese parts; nobody is meant. */
const families = [
  ['Nguyễn', 34],
  ['Trần', 12],
  ['Lê', 12],
  ['Phạm', 7],
  ['Huỳnh', 6],
  ['Phan', 5],
  ['Võ', 5],
  ['Đặng', 3],
  ['Bùi', 3],
  ['Đỗ', 2],
  ['Hồ', 3],
  ['Ngô', 2],
  ['Dương', 2],
  ['Lý', 1],
  ['Châu', 1],
  ['Lâm', 2],
] as const;
const middles = {
  male: ['Văn', 'Văn', 'Hoàng', 'Minh', 'Thanh', 'Công', 'Đình', 'Quốc', 'Tấn', 'Phước', 'Hữu', 'Ngọc'],
  female: ['Thị', 'Thị', 'Thị', 'Thị Ngọc', 'Thị Kim', 'Thị Hồng', 'Ngọc', 'Bích', 'Thúy', 'Mỹ'],
};
const givens = {
  male: [
    'Nhơn',
    'Lợi',
    'Nghĩa',
    'Trọng',
    'Tuấn',
    'Khoa',
    'Vinh',
    'Kiệt',
    'Tùng',
    'Sơn',
    'Huy',
    'Bảo',
    'Dũng',
    'Hùng',
    'Tín',
    'Quý',
    'Út',
    'Năm',
    'Đạt',
    'Phúc',
    'Hòa',
    'Tâm',
    'Hải',
    'Long',
    'Khánh',
    'Thành',
    'Toàn',
    'Ý',
  ],
  female: [
    'Huệ',
    'Lan',
    'Nga',
    'Hương',
    'Hoa',
    'Nhung',
    'Diễm',
    'Phượng',
    'Mỹ',
    'Thảo',
    'Trang',
    'Đào',
    'Bé',
    'Út',
    'Ánh',
    'Như',
    'Quyên',
    'Thủy',
    'Yến',
    'Oanh',
    'Hạnh',
    'Tuyết',
    'Ngân',
    'Loan',
    'Mai',
    'Sáu',
    'Chi',
    'Ý',
  ],
};

export type Sex = 'male' | 'female';

export interface DemoPerson {
  fullName: string;
  sex: Sex;
  birth: { date: Day; precision: 'day' | 'year' } | null;
  /** Full years, roughly; what the habits below depend on. */
  age: number;
  relation: 'head' | 'spouse' | 'child' | 'parent' | 'grandchild';
  relationText: string;
  residence: 'permanent' | 'temporary' | 'absent' | 'unknown';
  phone: string | null;
  hasSmartphone: 'yes' | 'no' | 'unknown';
  vulnerable: boolean;
}

export interface DemoHousehold {
  groupName: string;
  people: DemoPerson[];
  poverty: 'none' | 'poor' | 'near_poor';
  hasSmartphone: 'yes' | 'no' | 'unknown';
  hasInternet: 'yes' | 'no' | 'unknown';
  state: 'living' | 'away' | 'moved_out';
}

/** A name that nobody owns. */
export function demoName(random: SeededRandom, sex: Sex, family?: string): string {
  return `${family ?? random.weighted(families)} ${random.pick(middles[sex])} ${random.pick(givens[sex])}`;
}

/** A household of about 3.7 people, as in the delta: head, spouse, children, sometimes a parent or a grandchild. */
export function demoHousehold(random: SeededRandom, today: Day): DemoHousehold {
  const headSex: Sex = random.chance(0.74) ? 'male' : 'female';
  const family = random.weighted(families);
  const headAge = random.weighted([
    [random.between(26, 44), 40],
    [random.between(45, 59), 38],
    [random.between(60, 86), 22],
  ]);
  const people = [
    person(random, today, { sex: headSex, age: headAge, relation: 'head', relationText: 'Chủ hộ', family }),
  ];
  if (random.chance(0.8)) {
    const sex: Sex = headSex === 'male' ? 'female' : 'male';
    people.push(
      person(random, today, {
        sex,
        age: headAge + random.between(-5, 3),
        relation: 'spouse',
        relationText: sex === 'female' ? 'Vợ' : 'Chồng',
      }),
    );
  }
  const children = random.weighted([
    [0, 12],
    [1, 26],
    [2, 40],
    [3, 16],
    [4, 4],
  ]);
  const childFamily = headSex === 'male' ? family : random.weighted(families);
  for (let count = 0; count < children; count += 1) {
    const age = headAge - random.between(21, 36);
    if (age >= 0)
      people.push(
        person(random, today, {
          sex: random.pick(['male', 'female']),
          age,
          relation: 'child',
          relationText: 'Con',
          family: childFamily,
        }),
      );
  }
  if (headAge < 62 && random.chance(0.16)) {
    const sex: Sex = random.chance(0.7) ? 'female' : 'male';
    people.push(
      person(random, today, {
        sex,
        age: headAge + random.between(20, 30),
        relation: 'parent',
        relationText: sex === 'female' ? 'Mẹ' : 'Cha',
      }),
    );
  }
  if (headAge > 55 && random.chance(0.4)) {
    people.push(
      person(random, today, {
        sex: random.pick(['male', 'female']),
        age: random.between(0, 16),
        relation: 'grandchild',
        relationText: 'Cháu',
        family: childFamily,
      }),
    );
  }
  return {
    groupName: `Tổ ${random.between(1, 12)}`,
    people,
    poverty: random.weighted([
      ['none', 93],
      ['poor', 3],
      ['near_poor', 4],
    ]),
    hasSmartphone: random.weighted([
      ['yes', 80],
      ['no', 8],
      ['unknown', 12],
    ]),
    hasInternet: random.weighted([
      ['yes', 70],
      ['no', 12],
      ['unknown', 18],
    ]),
    state: random.weighted([
      ['living', 965],
      ['away', 20],
      ['moved_out', 15],
    ]),
  };
}

interface Known {
  sex: Sex;
  age: number;
  relation: DemoPerson['relation'];
  relationText: string;
  family?: string;
}

function person(random: SeededRandom, today: Day, known: Known): DemoPerson {
  const year = Number(today.slice(0, 4)) - known.age;
  const onlyYear = random.chance(known.age >= 60 ? 0.5 : 0.06);
  const anyDay = addDays(`${year}-01-01`, random.between(0, 364));
  const date = anyDay > today ? addDays(today, -random.between(1, 200)) : anyDay;
  const smart = known.age < 12 ? 0.02 : known.age < 60 ? 0.96 : known.age < 75 ? 0.6 : 0.25;
  return {
    fullName: demoName(random, known.sex, known.family),
    sex: known.sex,
    birth: random.chance(0.01)
      ? null
      : onlyYear
        ? { date: lastDayOf(`${year}-12`), precision: 'year' }
        : { date, precision: 'day' },
    age: known.age,
    relation: known.relation,
    relationText: known.relationText,
    residence: random.weighted([
      ['permanent', 91],
      ['temporary', 3],
      ['absent', 5],
      ['unknown', 1],
    ]),
    phone: known.age >= 16 && random.chance(known.age < 70 ? 0.7 : 0.3) ? demoPhone(random) : null,
    hasSmartphone: random.chance(0.1) ? 'unknown' : random.chance(smart) ? 'yes' : 'no',
    vulnerable: random.chance(known.age >= 80 ? 0.06 : 0.015),
  };
}

/** Ten digits with a mobile prefix that is in use; put together by chance. */
export function demoPhone(random: SeededRandom): string {
  return `${random.pick(['032', '035', '038', '070', '077', '081', '085', '090', '091', '097'])}${String(random.between(0, 9_999_999)).padStart(7, '0')}`;
}
