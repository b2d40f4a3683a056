import { formatDay } from '#shared/calendar.ts';
import type { Finding } from '#features/inspection/queries/findings.server.ts';
import type { Inspection } from '#features/inspection/queries/inspections.server.ts';
import type { AskedQuestion } from '#features/inspection/queries/inspection-page.server.ts';
import { result } from '#features/inspection/words.ts';
import { headOf } from './letter-text.ts';
import type { DraftPlace } from './plan-text.ts';

const hamletInText = (name: string) => name.replace(/^Ấp(?=\s)/u, 'ấp');

const subject = ({ team }: DraftPlace, { hamletName }: Pick<Inspection, 'hamletName'>) =>
  `Kiểm tra hoạt động ${team} ${hamletInText(hamletName)}`;

/** Of the hamlet; the names are written in by hand, for who was there is not what the product knows. */
const ofHamlet = ({ hamletName }: Pick<Inspection, 'hamletName'>) => [
  `${headOf(hamletName)}: …`,
  `Thành viên Tổ công nghệ số cộng đồng ${hamletInText(hamletName)}: …`,
];

/** Question by question as it was found, then the findings with the hamlet's words. */
function course(questions: readonly AskedQuestion[], findings: readonly Finding[]): string {
  const answers = findings.flatMap((finding) =>
    finding.answers.map(({ text }) => `- ${finding.text}: ${text}`),
  );
  return [
    'Đoàn kiểm tra xem xét các nội dung sau:',
    ...questions.map((question) => {
      const found = result[question.result ?? 'not_checked'].toLowerCase();
      return `- ${question.text}: ${found}${question.remark ? ` (${oneLine(question.remark)})` : ''}`;
    }),
    ...(answers.length > 0 ? ['Ý kiến của ấp:', ...answers.map(oneLine)] : []),
  ].join('\n');
}

/** What is to be put right; the conclusion where there is one. */
function conclusions(one: Pick<Inspection, 'conclusion'>, findings: readonly Finding[]): string {
  return [
    ...(findings.length > 0 ? ['Tồn tại và việc cần khắc phục:'] : ['Không ghi nhận tồn tại.']),
    ...findings.map(
      (finding) =>
        `- ${oneLine(finding.text)}: ${finding.remedy}; thời hạn ${formatDay(finding.dueOn)}${finding.state === 'closed' ? ' (đã khắc phục)' : ''}`,
    ),
    ...(one.conclusion ? [one.conclusion] : []),
  ].join('\n');
}

/**
 * The first content of the minutes of an inspection (R56, W20): what was looked at, what was found, what the hamlet said, what is to be
 * put right by when. The hours, and who was there of the hamlet, are written in by hand.
 */
export const inspectionMinutesOf = (
  place: DraftPlace,
  one: Pick<Inspection, 'hamletName' | 'heldOn' | 'peopleNames' | 'conclusion'>,
  questions: readonly AskedQuestion[],
  findings: readonly Finding[],
) => ({
  subject: subject(place, one),
  startedOn: one.heldOn,
  place: one.hamletName,
  present: [...one.peopleNames, ...ofHamlet(one)],
  chairName: one.peopleNames[0] ?? '',
  secretaryName: one.peopleNames[1] ?? '',
  course: course(questions, findings),
  conclusions: conclusions(one, findings),
  endedOn: one.heldOn,
});

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, '; ').trim();
