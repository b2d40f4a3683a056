/** Contents of reports as they are frozen, of a commune with 24 hamlets; all people and figures invented. Used by tests only. */
import type { Id } from '#shared/ids.ts';
import { communeTemplate, hamletTemplate } from '../default-templates.ts';
import { figureKinds } from '../model/figure-codes.ts';
import type { CommuneContent } from '../model/commune-content.ts';
import type { CommuneSum } from '../model/commune-sum.ts';
import type { ReportContent } from '../model/content.ts';
import type { FigureGoal, ReportFigure } from '../model/figures.ts';
import { spanOf } from '../model/span.ts';
import { indicatorsOf, textSections, titleIn } from '../model/template.ts';

const id = (number: number): Id => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const partOf = (code: string) => code.slice(0, 1);
const goals: Partial<Record<string, FigureGoal>> = {
  B2: { kind: 'rate', floor: 80, ambition: 90 },
  C1: { kind: 'rate', floor: 70, ambition: 80 },
  D5: { kind: 'rate', floor: 60, ambition: null },
  A4: { kind: 'count', atLeast: 5 },
};

/** Where the plan's line stands at the end of October. */
const lines: Partial<Record<string, number>> = { B2: 66.66667, C1: 58.33333, D5: 50 };

/** The rows of the default form with figures that differ from hamlet to hamlet; one that is not collected stays null. */
function figuresOf(hamlet: number): ReportFigure[] {
  return indicatorsOf(hamletTemplate).map((row, index): ReportFigure => {
    const whole = row.unit === 'người' ? 640 + ((hamlet * 29) % 130) : 230 + ((hamlet * 37) % 61);
    const reached = Math.min(whole, Math.floor(whole * (0.45 + ((hamlet * 7 + index * 11) % 55) / 100)));
    return {
      code: row.code,
      part: partOf(row.code),
      title: row.title,
      unit: row.unit,
      figure: row.figure,
      kind: row.figure === null ? null : figureKinds[row.figure],
      form: null,
      period: row.figure === null || !row.period ? null : reached % 60,
      cumulative: row.figure === null ? null : reached,
      population: row.rate ? whole : null,
      unknown: row.rate ? 3 : null,
      change: row.figure === null ? null : (reached % 17) - 5,
      goal: goals[row.code] ?? null,
      planned: lines[row.code] ?? null,
      shows: { period: row.period, cumulative: row.cumulative, rate: row.rate },
    };
  });
}

const sentence =
  'Tổ công nghệ số cộng đồng đến từng nhà, hướng dẫn bà con cài đặt và sử dụng VNeID, Cổng Dịch vụ công quốc gia và ứng dụng Smart An Giang (đạt 93,6 %); ưu tiên hộ có người cao tuổi, người khuyết tật.';

const sectionsOf = (template: typeof hamletTemplate, sentences: number) =>
  textSections(template).map(({ code, title }, index) => ({
    code,
    title: titleIn(title, '2026-10'),
    text: `${`${sentence} `.repeat(1 + ((index + sentences) % (sentences + 1)))}\n- Sóng yếu ở cuối ấp\n- Thiếu máy để hướng dẫn`,
    written: index % 2 === 0,
  }));

const communeName = { name: 'Nhơn Mỹ', title: 'xã Nhơn Mỹ', isSample: true };
const team = 'Tổ công nghệ số cộng đồng';

export const hamletContent: ReportContent = {
  format: 1,
  period: '2026-10',
  startsOn: '2026-10-01',
  endsOn: '2026-10-31',
  cutoffAt: '2026-11-09T02:00:00.000Z',
  day: '2026-10-31',
  hamlet: { id: id(3), name: 'Ấp Mẫu 3', kind: 'ấp' },
  commune: communeName,
  team,
  template: { id: id(900), version: 1 },
  plan: null,
  definitions: {},
  figures: figuresOf(3),
  sections: sectionsOf(hamletTemplate, 1),
  signer: 'Lê Văn Tư',
  sentOn: '2026-11-09',
  dueOn: '2026-11-10',
  daysLate: 0,
};

/** 24 hamlets of which one has sent nothing. */
const rows = Array.from({ length: 24 }, (_, index) => ({
  hamletId: id(index + 1),
  name: `Ấp Mẫu ${index + 1}`,
  report:
    index === 6
      ? null
      : { id: id(100 + index), version: 1, daysLate: index === 11 ? 2 : 0, figures: figuresOf(index + 1) },
}));

export const communeContent: CommuneContent = {
  format: 1,
  period: '2026-10',
  closing: 'calendar',
  cutoffAt: '2026-11-11T02:00:00.000Z',
  dueOn: '2026-11-10',
  commune: communeName,
  team,
  rows,
  sections: sectionsOf(communeTemplate, 2),
  // August had no report.
  earlier: Array.from({ length: 9 }, (_, index) => ({
    period: `2026-0${index + 1}`,
    rates:
      index === 7
        ? {}
        : {
            B2: { reached: 8 * (index + 1), planned: (80 * (index + 1)) / 12 },
            C1: { reached: 5.5 * (index + 1), planned: (70 * (index + 1)) / 12 },
            D5: { reached: 6.1 * (index + 1), planned: (60 * (index + 1)) / 12 },
          },
  })),
  signer: { authority: ['KT. Chủ tịch'], title: 'Phó Chủ tịch', name: 'Hồ Văn Dũng' },
  recipients: ['Ủy ban nhân dân tỉnh', 'Sở Khoa học và Công nghệ', 'Thường trực Đảng ủy', 'Lưu: VT, VHXH'],
};

export const communeSumContent: CommuneSum = {
  span: spanOf('2026-10', 'calendar'),
  dueOn: '2026-11-10',
  asOf: '2026-11-09',
  commune: communeName,
  team,
  template: communeTemplate,
  rows: rows.map((row) => ({
    ...row,
    report: row.report && {
      ...row.report,
      isAccepted: row.hamletId !== id(2),
      figures: new Map(row.report.figures.map((figure) => [figure.code, figure])),
    },
  })),
};
