import { beforeEach, describe, expect, test } from 'vitest';
import { checkOfficialDocx } from '#platform/docx/check-official-docx.server.ts';
import { useWorld } from '#tests/world.ts';
import {
  moveInForm,
  removeFromForm,
  writeFormColumn,
  writeFormDocument,
  writeFormPart,
  writeFormRow,
  writeFormSection,
} from './commands/edit-form.server.ts';
import { exportFormPreview } from './commands/export-form-preview.server.ts';
import { beginForm, dropForm, putFormInForce, takeMissing } from './commands/keep-forms.server.ts';
import { openCommuneReport } from './commands/draft-commune-report.server.ts';
import { openReport } from './commands/open-report.server.ts';
import { submitReport } from './commands/submit-report.server.ts';
import { writeNarrative } from './commands/write-narrative.server.ts';
import { defaultTemplates } from './default-templates.ts';
import { missingFrom, withMissing } from './model/form-defaults.ts';
import { faultsOf, neededByDraft } from './model/form-rules.ts';
import { figureCodes, unitOfFigure } from './model/figure-codes.ts';
import { removeFrom } from './model/form-edits.ts';
import { indicatorsOf, ReportTemplate, textSections } from './model/template.ts';
import { communeContentOf } from './queries/commune-report-content.server.ts';
import { getCommuneReport } from './queries/find-commune-report.server.ts';
import { getReport } from './queries/find-report.server.ts';
import { keptForm } from './queries/form-drafts.server.ts';
import { previewForm } from './queries/form-preview.server.ts';
import { contentOf } from './queries/report-content.server.ts';
import { layGroundFor, problemOf, settleHomes, visit } from './report-world.test-support.ts';

/** Cô Hạnh changes the forms of reports on 24 November (R83; issue 4, line 2). */
const world = useWorld();

beforeEach(async () => {
  await layGroundFor(world());
  for (const home of await settleHomes(world(), 'mau1', 2))
    await visit(world(), world().cast.lan, home, '2026-10-14');
});

const hanh = () => world().cast.hanh;
const begin = (kind: string) => world().run(beginForm, hanh(), { kind });
const form = (kind: 'hamlet' | 'office' | 'commune') => world().read(hanh(), (ctx) => keptForm(ctx, kind));
const inForce = (kind: string, validFrom = '01/11/2026') =>
  world().run(putFormInForce, hanh(), { kind, validFrom });
const section = (more: Record<string, unknown> = {}) => ({
  kind: 'hamlet',
  title: 'Gương người tốt, việc tốt',
  prompt: 'Ai đã giúp bà con, giúp việc gì.',
  draft: '',
  ...more,
});
const row = (more: Record<string, unknown> = {}) => ({
  kind: 'hamlet',
  part: 'B',
  was: 'B2',
  code: 'B2',
  title: 'Hộ được tuyên truyền',
  unit: 'hộ',
  figure: 'households_informed',
  shows: ['period', 'cumulative', 'rate'],
  goal: 'yes',
  ...more,
});
const content = (reportId: string) =>
  world().read(world().cast.tu, async (ctx) => contentOf(ctx, await getReport(ctx, reportId)));
const open = (period: string) =>
  world().run(openReport, world().cast.tu, { hamletId: world().hamlets.mau1, period });

describe('a form is edited as a draft and put in force from a day', () => {
  test('October, which was sent, and November, which was open, keep their form; December has the new section', async () => {
    const { cast, run } = world();
    const october = await open('2026-10');
    await run(writeNarrative, cast.tu, { reportId: october, section: 'proposals', text: 'Cấp thêm máy.' });
    await run(submitReport, cast.tu, { reportId: october });
    const sent = JSON.stringify(await content(october));
    const november = await open('2026-11');

    await begin('hamlet');
    await run(writeFormSection, hanh(), section());
    // Nobody sees a draft: what is opened meanwhile has the form in force.
    expect((await content(november)).sections.map(({ code }) => code)).not.toContain(
      'guong_nguoi_tot_viec_tot',
    );
    await inForce('hamlet');
    const { versions, draft } = await form('hamlet');
    expect(versions.map(({ version, validFrom }) => [version, validFrom])).toEqual([
      [2, '2026-11-01'],
      [1, '2026-01-01'],
    ]);
    expect(draft).toBeNull();

    world().now = new Date('2026-12-05T02:00:00Z');
    const december = await open('2026-12');
    const codes = async (id: string) => (await content(id)).sections.map(({ code }) => code);
    expect(await codes(december)).toContain('guong_nguoi_tot_viec_tot');
    expect(await codes(november)).not.toContain('guong_nguoi_tot_viec_tot');
    expect(JSON.stringify(await content(october))).toBe(sent);
    await run(writeNarrative, cast.tu, {
      reportId: december,
      section: 'guong_nguoi_tot_viec_tot',
      text: 'Chị Lan dạy bà con.',
    });
    expect((await content(december)).sections.at(-1)).toMatchObject({
      text: 'Chị Lan dạy bà con.',
      written: true,
    });
    // A period that is over never gets a form of later.
    const september = await open('2026-09');
    expect(await codes(september)).not.toContain('guong_nguoi_tot_viec_tot');
  });

  test('not from a day of a month that is over, not without a change, and dropped it leaves nothing', async () => {
    const { run } = world();
    await begin('hamlet');
    expect((await problemOf(inForce('hamlet'))).message).toContain('chưa khác');
    await run(writeFormSection, hanh(), section());
    const early = await problemOf(inForce('hamlet', '31/10/2026'));
    expect(early.fields['validFrom']).toContain('01/11/2026');
    await run(dropForm, hanh(), { kind: 'hamlet' });
    const { versions, draft } = await form('hamlet');
    expect([versions.length, draft]).toEqual([1, null]);
    expect((await problemOf(run(writeFormSection, hanh(), section()))).message).toContain('Sửa mẫu');
  });

  test('two who begin at once edit one draft, and everything that was changed is in the log', async () => {
    const { cast, run } = world();
    await begin('office');
    await run(beginForm, cast.tam, { kind: 'office' });
    await run(writeFormSection, cast.tam, section({ kind: 'office', parent: 'results', draft: 'training' }));
    const events = await world().read(hanh(), (ctx) =>
      ctx.tx
        .selectFrom('events')
        .select(['name', 'actor_id'])
        .where('subject', '=', 'report_template')
        .where('name', 'like', '%draft%')
        .execute(),
    );
    expect(events.map(({ name }) => name).sort()).toEqual([
      'report_template.draft_begun',
      'report_template.draft_changed',
    ]);
  });
});

describe('a form cannot say what the product does not count (R98)', () => {
  beforeEach(() => begin('hamlet'));
  const wrong = async (more: Record<string, unknown>) =>
    (await problemOf(world().run(writeFormRow, hanh(), row(more)))).fields;

  test('hộ, người and lượt are never mixed: the unit of a row is that of its figure', async () => {
    expect((await wrong({ unit: 'người' }))['unit']).toContain('đếm bằng hộ');
    expect((await wrong({ figure: 'contacts', goal: 'no', shows: ['period'] }))['figure']).toContain('đã có');
    for (const code of figureCodes) {
      const unit = unitOfFigure(code);
      // By their names: what is counted of households is hộ, of people người, and what happens lượt.
      if (code.startsWith('households')) expect(unit).toBe('hộ');
      if (code.startsWith('people') || code === 'members') expect(unit).toBe('người');
      if (code.startsWith('contacts') || code === 'member_outings') expect(unit).toBe('lượt');
    }
  });

  test('a state has nothing in the period, what has no whole no rate, what the plan sets no goal for no goal', async () => {
    const state = { was: 'D2', code: 'D2', part: 'D', figure: 'people_14_vneid', unit: 'người' };
    expect((await wrong({ ...state, goal: 'no' }))['shows']).toContain('cuối kỳ');
    expect((await wrong({ ...state, shows: ['cumulative'] }))['goal']).toContain('không đặt chỉ tiêu');
    const contacts = { was: 'B4', code: 'B4', figure: 'contacts', unit: 'lượt', goal: 'no' };
    expect((await wrong({ ...contacts, shows: ['period', 'rate'] }))['shows']).toContain('Tỷ lệ');
    expect((await wrong({ was: null, code: 'F9', figure: '', goal: 'no', shows: [] }))['code']).toContain(
      'chữ B',
    );
    expect((await wrong({ was: null, code: 'B4', figure: '', goal: 'no', shows: [] }))['code']).toContain(
      'đã có',
    );
    expect((await wrong({ was: null, code: 'b4!', figure: '', goal: 'no' }))['code']).toContain(
      'Ví dụ'.toLowerCase(),
    );
    expect((await wrong({ figure: '', goal: 'yes', shows: [] }))['shows']).toBeTruthy();
  });

  test('a new row of the product’s figures is counted at once, one without a figure is "—"', async () => {
    const { run } = world();
    await run(writeFormPart, hanh(), { kind: 'hamlet', title: 'Phong trào' });
    const empty = await problemOf(inForce('hamlet'));
    expect(empty.message).toContain('chưa có dòng nào');
    const extra = { part: 'L', was: '', goal: 'no' };
    await run(
      writeFormRow,
      hanh(),
      row({ ...extra, code: 'L1', title: 'Buổi ra quân', unit: 'lớp', figure: '', shows: ['period'] }),
    );
    await run(removeFromForm, hanh(), { kind: 'hamlet', place: 'row', code: 'A2.nu' });
    await run(
      writeFormRow,
      hanh(),
      row({
        ...extra,
        code: 'L2',
        title: 'Nữ thành viên',
        unit: 'người',
        figure: 'members_women',
        shows: ['cumulative'],
      }),
    );
    await run(moveInForm, hanh(), { kind: 'hamlet', place: 'row', code: 'L2', step: 'up' });
    await inForce('hamlet');
    const { figures } = await content(await open('2026-11'));
    expect(
      figures
        .filter(({ part }) => part === 'L')
        .map(({ code, period, cumulative }) => [code, period, cumulative]),
    ).toEqual([
      ['L2', null, null],
      ['L1', null, null],
    ]);
  });

  test('a place that nobody can fill in is refused with those that there are', async () => {
    const { definition } = (await form('hamlet')).draft ?? { definition: defaultTemplates.hamlet };
    const { signature, ...texts } = definition.document;
    const input = {
      name: definition.name,
      ...texts,
      kind: 'hamlet',
      superior: '',
      issuer: texts.issuer.join('\n'),
      addressees: 'Ủy ban nhân dân {commune}\n\n  Phòng Văn hóa - Xã hội ',
      recipients: 'Như trên\nLưu',
      authority: signature.authority.join('\n'),
      signerTitle: signature.title,
    };
    const { fields } = await problemOf(
      world().run(writeFormDocument, hanh(), { ...input, subject: 'Kết quả {thang}' }),
    );
    expect(fields['subject']).toContain('{thang}');
    expect(fields['subject']).toContain('{month}');
    const bare = { ...input, issuer: ' ', signerTitle: '', recipients: '' };
    const missing = await problemOf(world().run(writeFormDocument, hanh(), bare));
    expect(Object.keys(missing.fields).sort()).toEqual(['issuer', 'recipients', 'signerTitle']);
    await world().run(writeFormDocument, hanh(), { ...input, subject: 'Kết quả {month}' });
    expect((await form('hamlet')).draft?.definition.document).toMatchObject({
      subject: 'Kết quả {month}',
      addressees: ['Ủy ban nhân dân {commune}', 'Phòng Văn hóa - Xã hội'],
    });
  });
});

describe('what others need is not taken out', () => {
  test('a row that the commune’s table sums, a figure that a text is drafted from, a section that goes up', async () => {
    const { run } = world();
    await begin('hamlet');
    const remove = (place: string, code: string) =>
      run(removeFromForm, hanh(), { kind: 'hamlet', place, code });
    const column = await problemOf(remove('row', 'B1'));
    expect(column.message).toMatch(/cột “Tổng số hộ”.*mục B1.*trước/);
    const draft = await problemOf(remove('row', 'C6'));
    expect(draft.message).toMatch(/Phần “Chính quyền số”.*Người viết/);
    const up = await problemOf(remove('section', 'obstacles'));
    expect(up.message).toContain('Giữ phần đó trong mẫu của ấp');
    expect((await problemOf(remove('section', 'results'))).message).toContain('phần con');
    expect((await problemOf(remove('row', 'Z9'))).message).toContain('tải lại');
    // With what stood against it out of the way, it goes.
    for (const kind of ['hamlet', 'office', 'commune']) {
      await begin(kind);
      await run(writeFormSection, hanh(), {
        ...section({ kind, code: 'government', title: 'Chính quyền số' }),
      });
    }
    await remove('row', 'C6');
    // The others' drafts may never come: beside their forms in force it may not be put in force yet.
    expect((await problemOf(inForce('hamlet'))).message).toContain('mẫu báo cáo của Phòng');
    await inForce('office');
    await inForce('commune');
    await inForce('hamlet');
    expect(
      indicatorsOf((await form('hamlet')).versions[0]?.definition ?? defaultTemplates.hamlet).map(
        ({ code }) => code,
      ),
    ).not.toContain('C6');
  });

  test('every draft is refused each figure that it cannot do without', () => {
    for (const [code, figures] of Object.entries(neededByDraft))
      for (const figure of figures) {
        const row = indicatorsOf(defaultTemplates.hamlet).find((one) => one.figure === figure);
        const without = removeFrom(defaultTemplates.hamlet, 'row', row?.code ?? '');
        const faults = faultsOf({ ...defaultTemplates, hamlet: without });
        expect(faults.map(({ key }) => key)).toContain(
          `${code === 'hamlets' ? 'office' : 'hamlet'} draft ${code} ${figure}`,
        );
      }
    expect(faultsOf(defaultTemplates)).toEqual([]);
  });

  test('a column takes only what every hamlet’s report has', async () => {
    const { run } = world();
    await begin('office');
    const column = { kind: 'office', position: '', header: 'Nữ', group: 'Thành viên' };
    const wrong = async (source: string) =>
      (await problemOf(run(writeFormColumn, hanh(), { ...column, source }))).fields['source'];
    expect(await wrong('Z1 period')).toContain('mục Z1');
    expect(await wrong('B1 rate')).toContain('mục B1');
    expect(await wrong('nonsense')).toBeTruthy();
    await run(writeFormColumn, hanh(), { ...column, source: 'A2.nu cumulative' });
    expect((await form('office')).draft?.definition.sumColumns.at(-1)).toEqual({
      indicator: 'A2.nu',
      value: 'cumulative',
      header: 'Nữ',
      group: 'Thành viên',
    });
  });
});

describe('so với mẫu gốc', () => {
  test('a commune that was set up earlier takes over what it lacks, and keeps what it changed', async () => {
    const { run } = world();
    const early = {
      ...defaultTemplates.hamlet,
      sections: defaultTemplates.hamlet.sections
        .filter(({ code }) => code !== 'proposals')
        .map((top) => ({
          ...top,
          title: top.code === 'general' ? 'Đặc điểm tình hình' : top.title,
          sections: top.sections.filter(({ code }) => code !== 'groups'),
        })),
      parts: defaultTemplates.hamlet.parts
        .filter(({ code }) => code !== 'K')
        .map((part) => ({ ...part, indicators: part.indicators.filter(({ code }) => code !== 'C6') })),
    };
    expect(missingFrom(early, defaultTemplates.hamlet)).toEqual({
      sections: ['Mô hình “Tổ tự quản công nghệ”', 'Kiến nghị, đề xuất'],
      parts: ['K. Kinh phí'],
      rows: [
        'C6. Người được hướng dẫn cài đặt Smart An Giang',
        'K1. Dự toán',
        'K2. Đã chi',
        'K3. Đã quyết toán',
      ],
      columns: [],
    });
    const whole = withMissing(early, defaultTemplates.hamlet);
    expect(textSections(whole).map(({ code }) => code)).toEqual(
      textSections(defaultTemplates.hamlet).map(({ code }) => code),
    );
    expect(indicatorsOf(whole)).toEqual(indicatorsOf(defaultTemplates.hamlet));
    expect(whole.sections[0]?.title).toBe('Đặc điểm tình hình');
    expect((await problemOf(run(takeMissing, hanh(), { kind: 'hamlet' }))).message).toContain('đã có đủ');
  });

  test('with one press, into the draft: what was taken out is back where it stood', async () => {
    const { cast, run } = world();
    await begin('hamlet');
    for (const [place, code] of [
      ['section', 'training'],
      ['row', 'A2.gv'],
      ['part', 'K'],
    ])
      await run(removeFromForm, hanh(), { kind: 'hamlet', place, code });
    await inForce('hamlet');
    // Nobody is editing now: the press begins a draft.
    await run(takeMissing, cast.tam, { kind: 'hamlet' });
    const { draft, versions } = await form('hamlet');
    expect(draft?.definition).toEqual(versions.at(-1)?.definition);
    expect(versions[0]?.definition.parts.some(({ code }) => code === 'K')).toBe(false);
  });

  test('the forms that the product begins with are forms by their own schema', () => {
    for (const one of Object.values(defaultTemplates)) expect(ReportTemplate.parse(one)).toEqual(one);
  });
});

describe('the preview', () => {
  test('has the newest figures in the form as it is being edited, and its document keeps to the decree', async () => {
    const { cast, run, hamlets, read } = world();
    await begin('hamlet');
    await run(writeFormSection, hanh(), section());
    const preview = await read(hanh(), (ctx) => previewForm(ctx, { kind: 'hamlet', hamletId: hamlets.mau1 }));
    if (preview.kind !== 'hamlet') throw new Error('of a hamlet');
    expect(preview.content.figures.find(({ code }) => code === 'B2')?.cumulative).toBe(2);
    expect(preview.content.sections.at(-1)?.title).toBe('Gương người tốt, việc tốt');
    for (const kind of ['hamlet', 'office', 'commune'])
      expect(await checkOfficialDocx((await run(exportFormPreview, cast.tam, { kind })).bytes)).toEqual([]);
    // Nothing was opened by looking.
    const { reports } = await read(hanh(), async (ctx) => ({
      reports: await ctx.tx.selectFrom('reports').select('id').execute(),
    }));
    expect(reports).toEqual([]);
  });

  test('a section that only the form of the Committee has is written and read in the commune’s report', async () => {
    const { run, read } = world();
    await begin('commune');
    await run(writeFormSection, hanh(), section({ kind: 'commune', draft: 'training' }));
    await inForce('commune');
    const reportId = await run(openCommuneReport, hanh(), { period: '2026-11' });
    const texts = await read(hanh(), async (ctx) =>
      (await communeContentOf(ctx, await getCommuneReport(ctx, reportId))).sections.map(({ code }) => code),
    );
    expect(texts).toContain('guong_nguoi_tot_viec_tot');
  });
});
