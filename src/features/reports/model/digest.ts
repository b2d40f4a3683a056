import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount, formatRate } from '#shared/numbers.ts';

/** How far back a running update looks: a day, or seven days that end today. */
export const digestDays = { day: 1, week: 7 } as const;
export type DigestKind = keyof typeof digestDays;

/** What a running update tells of (R45, W17): figures of the days, of the year, and whom to thank. */
export interface Digest {
  kind: DigestKind;
  /** "Ấp Mẫu 1", "xã Nhơn Mỹ". */
  place: string;
  team: string;
  from: Day;
  to: Day;
  /** Lượt, and lượt of as many days before. */
  contacts: number;
  contactsBefore: number;
  /** Hộ met or invited in these days. */
  households: number;
  /** Người guided in these days, by what; those of nobody are left out. */
  guided: { what: string; people: number }[];
  /** Work that was given (việc), people who asked for help (yêu cầu), difficulties (việc): in these days, and at their end. */
  work: { verified: number; open: number; late: number };
  support: { received: number; helped: number; late: number };
  obstacles: { raised: number; solved: number; late: number };
  /** Of the year: hộ or người. */
  year: { what: string; reached: number; population: number; unit: string }[];
  /** Members or hamlets with their lượt, the most first. */
  thanks: { name: string; outings: number }[];
}

const among = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} và ${names.at(-1) ?? ''}`;

/** What came of work, requests and difficulties; nothing of what there was none of. */
function workLines({ work, support, obstacles }: Digest): string[] {
  const some = (value: number, text: string) => (value > 0 ? [text.replace('#', formatCount(value))] : []);
  const lines = [
    [
      ...some(work.verified, 'xong # việc được giao'),
      ...some(work.open, 'còn # việc đang làm'),
      ...some(work.late, '# việc quá hạn'),
    ],
    [
      ...some(support.received, 'nhận # yêu cầu hỗ trợ'),
      ...some(support.helped, 'giúp xong # yêu cầu'),
      ...some(support.late, '# yêu cầu quá hạn'),
    ],
    [
      ...some(obstacles.raised, 'nêu # khó khăn, kiến nghị'),
      ...some(obstacles.solved, 'giải quyết # khó khăn, kiến nghị'),
      ...some(obstacles.late, '# khó khăn, kiến nghị quá hạn'),
    ],
  ];
  return lines.flatMap((parts) => {
    const text = parts.join(', ');
    return text === '' ? [] : [`- ${text.charAt(0).toUpperCase()}${text.slice(1)}.`];
  });
}

/** A running update as plain text for a Zalo group: no markup, short lines, hộ, người and lượt apart. */
export function digestText(digest: Digest): string {
  const { kind, place, team, from, to } = digest;
  const days = kind === 'day' ? `Ngày ${formatDay(to)}` : `Từ ${formatDay(from)} đến ${formatDay(to)}`;
  const before = kind === 'day' ? 'hôm trước' : '7 ngày trước đó';
  const worked =
    digest.contacts === 0
      ? '- Chưa ghi lượt tuyên truyền nào.'
      : `- ${formatCount(digest.contacts)} lượt tuyên truyền, đến với ${formatCount(digest.households)} hộ (${before}: ${formatCount(digest.contactsBefore)} lượt).`;
  const guided = digest.guided.filter(({ people }) => people > 0);
  return [
    `${team.toUpperCase()} – ${place.toUpperCase()}`,
    days,
    '',
    worked,
    ...guided.map(({ what, people }) => `- ${formatCount(people)} người được hướng dẫn ${what}.`),
    ...workLines(digest),
    '',
    ...(digest.year.length > 0 ? ['Từ đầu năm đến nay:'] : []),
    ...digest.year.map(({ what, reached, population, unit }) => {
      const left = population - reached;
      const share = `${formatCount(reached)}/${formatCount(population)} ${unit} ${what} (${formatRate(reached, population)})`;
      return left > 0 ? `- ${share}, còn ${formatCount(left)} ${unit}.` : `- ${share}.`;
    }),
    ...(digest.thanks.length > 0
      ? [
          '',
          `Cảm ơn ${among(digest.thanks.map(({ name, outings }) => `${name} (${formatCount(outings)} lượt)`))}.`,
        ]
      : []),
  ].join('\n');
}
