import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkOfficialDocx } from '#platform/docx/check-official-docx.server.ts';
import { readParts } from '#platform/docx/check-official-docx/read-parts.server.ts';
import { program, withPdf } from '#platform/docx/office-programs.test-support.ts';
import type { Id } from '#shared/ids.ts';
import { inCommune } from '#tests/visit-world.ts';
import { useWorld, type CastName } from '#tests/world.ts';
import { keepPaperSettings } from '#features/documents/commands/keep-settings.server.ts';
import { settingsOn } from '#features/documents/queries/settings-on.server.ts';
import { acceptReport } from './commands/decide-report.server.ts';
import { openReport } from './commands/open-report.server.ts';
import { submitReport } from './commands/submit-report.server.ts';
import { writeNarrative } from './commands/write-narrative.server.ts';
import { getReport } from './queries/find-report.server.ts';
import { layGroundFor, problemOf, settleHomes, visit } from './report-world.test-support.ts';
import { communeContentNow, communeDifferences } from './queries/commune-differences.server.ts';
import { communeReportsWaiting } from './queries/commune-reports-waiting.server.ts';
import { communeContentOf } from './queries/commune-report-content.server.ts';
import { exportCommuneReport } from './commands/export-commune-report.server.ts';
import { getCommuneReport, listCommuneReports } from './queries/find-commune-report.server.ts';
import {
  approveAsLeader,
  approveForOffice,
  returnCommuneReport,
} from './commands/approve-commune-report.server.ts';
import {
  archiveCommuneReport,
  issueCommuneReport,
  numberCommuneReport,
} from './commands/register-commune-report.server.ts';
import { openCommuneReport, writeCommuneReport } from './commands/draft-commune-report.server.ts';
import { keepSignedFile } from './commands/keep-signed-file.server.ts';
import { getSignedFile, listSignedFiles } from './queries/signed-files.server.ts';

/** The 10th of the month in the commune's office (W16; R71, R74–R76, R83): two hamlets have reported, the third has not. */
const world = useWorld();
const hamletReports = new Map<'tu' | 'sau', Id>();

beforeEach(async () => {
  await layGroundFor(world());
  const { cast, run, hamlets } = world();
  for (const home of await settleHomes(world(), 'mau1', 4))
    await visit(world(), cast.lan, home, '2026-10-14', {
      guidances: [{ residentId: home.people[0], platform: 'vneid', outcome: 'installed' }],
    });
  const [one] = await settleHomes(world(), 'mau2', 2);
  if (one) await visit(world(), cast.binh, one, '2026-10-20');
  world().now = new Date('2026-11-09T02:00:00Z');
  for (const [who, hamletId] of [
    ['tu', hamlets.mau1],
    ['sau', hamlets.mau2],
  ] as const) {
    const reportId = await run(openReport, cast[who], { hamletId, period: '2026-10' });
    if (who === 'tu')
      await run(writeNarrative, cast.tu, {
        reportId,
        section: 'obstacles',
        text: '- Sóng yếu ở cuối ấp.\n- Thiếu máy.',
      });
    await run(submitReport, cast[who], { reportId });
    hamletReports.set(who, reportId);
  }
  world().now = new Date('2026-11-11T02:00:00Z');
});

const accept = (who: 'tu' | 'sau') =>
  world().run(acceptReport, world().cast.hanh, { reportId: hamletReports.get(who) });
const open = () => world().run(openCommuneReport, world().cast.hanh, { period: '2026-10' });
const read = (reportId: Id, who: CastName = 'hanh') =>
  world().read(world().cast[who], async (ctx) => {
    const report = await getCommuneReport(ctx, reportId);
    return { report, content: await communeContentOf(ctx, report) };
  });
const numbers = {
  officeNumber: '15/BC-VHXH',
  officeDatedOn: '2026-11-11',
  communeNumber: '212/BC-UBND',
  communeDatedOn: '2026-11-11',
};
const allTextOf = (parts: ReadonlyMap<string, string>) => parts.get('word/document.xml') ?? '';
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function approved(): Promise<Id> {
  const { cast, run } = world();
  await accept('tu');
  await accept('sau');
  const reportId = await open();
  await run(approveForOffice, cast.tam, { reportId });
  await run(approveAsLeader, cast.minh, { reportId });
  return reportId;
}

describe('cô Hạnh consolidates October', () => {
  test('from accepted reports only; who is missing is named, and what hamlets wrote goes up in their words', async () => {
    await accept('tu');
    const reportId = await open();
    expect(await open()).toBe(reportId);
    const { content } = await read(reportId);
    expect(content.rows.map(({ name, report }) => [name, report?.version ?? null])).toEqual([
      ['Ấp Mẫu 1', 1],
      ['Ấp Mẫu 2', null],
      ['Ấp Mẫu 3', null],
    ]);
    const text = (code: string) => content.sections.find((one) => one.code === code)?.text ?? '';
    expect(text('general')).toContain('1/3 ấp có báo cáo');
    // Bà Sáu has sent; nobody has read it yet. The province is not told that she has not.
    expect(text('general')).not.toMatch(/chưa gửi/i);
    expect(text('general')).toContain('Ấp Mẫu 2, Ấp Mẫu 3');
    expect(text('outreach')).toContain('04/04 hộ được tuyên truyền về chuyển đổi số, đạt 100,0 %');
    expect(text('obstacles')).toBe('- Ấp Mẫu 1: Sóng yếu ở cuối ấp.; Thiếu máy');
    // Live until it is approved.
    await accept('sau');
    expect((await read(reportId)).content.rows.filter(({ report }) => report).length).toBe(2);
  });

  test('approved by the head of the office, then by a leader, nobody twice; returned, it is live again', async () => {
    const { cast, run } = world();
    await accept('tu');
    const reportId = await open();
    await run(writeCommuneReport, cast.hanh, {
      reportId,
      section: 'proposals',
      text: 'Cấp thêm máy tính bảng.',
    });
    const early = run(approveAsLeader, cast.minh, { reportId });
    expect((await problemOf(early)).code).toBe('state.conflict');
    await run(approveForOffice, cast.tam, { reportId });
    const frozen = JSON.stringify((await read(reportId)).content);
    await accept('sau');
    expect(JSON.stringify((await read(reportId)).content)).toBe(frozen);
    const late = run(writeCommuneReport, cast.hanh, { reportId, section: 'proposals', text: 'Khác' });
    expect((await problemOf(late)).code).toBe('state.conflict');

    await run(returnCommuneReport, cast.minh, { reportId, note: 'Bổ sung Ấp Mẫu 2.' });
    const again = await read(reportId);
    expect(again.report).toMatchObject({ state: 'draft', returned: { note: 'Bổ sung Ấp Mẫu 2.' } });
    expect(again.content.rows.filter(({ report }) => report).length).toBe(2);
    expect(again.content.sections.find((one) => one.code === 'proposals')?.text).toBe(
      'Cấp thêm máy tính bảng.',
    );

    // With both offices one still does not approve one's own work.
    const both = {
      ...cast.hanh,
      grants: [...cast.hanh.grants, { role: 'culture_social_head', hamletId: null }],
    };
    expect((await problemOf(run(approveForOffice, both, { reportId }))).code).toBe('state.conflict');
    const twice = { ...cast.tam, grants: [...cast.tam.grants, { role: 'commune_leader', hamletId: null }] };
    await run(approveForOffice, cast.tam, { reportId });
    expect((await problemOf(run(approveAsLeader, twice, { reportId }))).code).toBe('state.conflict');
    await run(approveAsLeader, cast.minh, { reportId });
    expect((await read(reportId)).report).toMatchObject({
      state: 'leader_approved',
      leaderApprovedBy: cast.minh.accountId,
    });
  });

  test('stands as it was approved; which hamlet was accepted since is told beside it (P17)', async () => {
    const { cast, run, read: ask } = world();
    await accept('tu');
    const reportId = await open();
    const told = (who: CastName = 'hanh') =>
      ask(cast[who], async (ctx) => communeDifferences(ctx, await getCommuneReport(ctx, reportId)));
    await run(approveForOffice, cast.tam, { reportId });
    expect(await told()).toEqual([]);
    await accept('sau');
    const sau = { id: hamletReports.get('sau'), version: 1 };
    expect(await told()).toEqual([{ name: 'Ấp Mẫu 2', before: null, now: sau }]);
    expect((await read(reportId)).content.rows.map(({ report }) => report !== null)).toEqual([
      true,
      false,
      false,
    ]);
    const now = await ask(cast.hanh, async (ctx) =>
      communeContentNow(ctx, await getCommuneReport(ctx, reportId)),
    );
    expect(now.rows.map(({ report }) => report !== null)).toEqual([true, true, false]);
    // The province reads what is issued, and nothing of what is being sent.
    await run(approveAsLeader, cast.minh, { reportId });
    await run(numberCommuneReport, cast.thu, { reportId, ...numbers });
    await run(issueCommuneReport, cast.thu, { reportId });
    expect((await read(reportId, 'phuc')).report.state).toBe('issued');
    expect((await problemOf(told('phuc'))).code).toBe('not_found');
  });

  test('waits each time for the one whose step is next', async () => {
    const { cast, run, read: ask } = world();
    const all = async () => {
      const steps: string[][] = [];
      for (const who of ['hanh', 'tam', 'minh', 'thu', 'phuc'] as const)
        steps.push((await ask(cast[who], (ctx) => communeReportsWaiting(ctx))).map(({ step }) => step));
      return steps;
    };
    await accept('tu');
    // November still runs: nothing of it can be approved.
    await run(openCommuneReport, cast.hanh, { period: '2026-11' });
    expect(await all()).toEqual([[], [], [], [], []]);
    const reportId = await open();
    expect(await all()).toEqual([[], ['approve'], [], [], []]);
    await run(approveForOffice, cast.tam, { reportId });
    expect(await all()).toEqual([[], [], ['approve'], [], []]);
    await run(returnCommuneReport, cast.minh, { reportId, note: 'Bổ sung Ấp Mẫu 2.' });
    expect(await all()).toEqual([['mend'], ['approve'], [], [], []]);
    await run(approveForOffice, cast.tam, { reportId });
    await run(approveAsLeader, cast.minh, { reportId });
    expect(await all()).toEqual([[], [], [], ['number'], []]);
    await run(numberCommuneReport, cast.thu, { reportId, ...numbers });
    expect(await all()).toEqual([[], [], [], ['issue'], []]);
    await run(issueCommuneReport, cast.thu, { reportId });
    expect(await all()).toEqual([[], [], [], [], []]);
  });

  test('keeps the rates of the months before by value: November’s report knows October’s, and draws both', async () => {
    const { cast, run } = world();
    await approved();
    world().now = new Date('2026-12-11T02:00:00Z');
    const november = await run(openCommuneReport, cast.hanh, { period: '2026-11' });
    const { content } = await read(november);
    expect(content.earlier?.map(({ period }) => period)).toEqual(['2026-10']);
    // Four of four households in one hamlet, one of two in the other.
    expect(content.earlier?.[0]?.rates['B2']?.reached).toBeCloseTo((5 * 100) / 6);
    expect(content.earlier?.[0]?.rates['B2']?.planned).toBeGreaterThan(0);
    world().now = new Date('2027-02-11T02:00:00Z');
    const january = await run(openCommuneReport, cast.hanh, { period: '2027-01' });
    expect((await read(january)).content.earlier).toBeUndefined();
  });

  test('cannot have approved a month that is not over, or of which nothing was accepted', async () => {
    const { cast, run } = world();
    const reportId = await open();
    expect((await problemOf(run(approveForOffice, cast.tam, { reportId }))).message).toContain(
      'Chưa nhận báo cáo',
    );
    const november = await run(openCommuneReport, cast.hanh, { period: '2026-11' });
    expect((await problemOf(run(approveForOffice, cast.tam, { reportId: november }))).message).toContain(
      '30/11/2026',
    );
    const december = run(openCommuneReport, cast.hanh, { period: '2026-12' });
    expect((await problemOf(december)).fields['period']).toBeTruthy();
  });
});

describe('chị Thu registers and issues it', () => {
  test('two documents by the decree from one snapshot; numbers are hers, never ours', async () => {
    const { cast, run } = world();
    const reportId = await approved();
    const blank = await run(exportCommuneReport, cast.thu, { reportId });
    expect(blank.name).toBe('Báo cáo tháng 10-2026 - UBND xã Nhơn Mỹ.docx');
    expect(await checkOfficialDocx(blank.bytes)).toEqual([]);
    for (const wrong of ['15', 'BC-UBND', '15/', '15/BC UBND'])
      expect(
        (await problemOf(run(numberCommuneReport, cast.thu, { reportId, ...numbers, communeNumber: wrong })))
          .fields['communeNumber'],
      ).toBeTruthy();
    await run(numberCommuneReport, cast.thu, { reportId, ...numbers, communeNumber: '21/BC-UBND' });
    await run(numberCommuneReport, cast.thu, { reportId, ...numbers });
    const texts: string[] = [];
    for (const document of ['office', 'commune'] as const) {
      const file = await run(exportCommuneReport, cast.thu, { reportId, document });
      expect(await checkOfficialDocx(file.bytes)).toEqual([]);
      expect(sha((await run(exportCommuneReport, cast.hanh, { reportId, document })).bytes)).toBe(
        sha(file.bytes),
      );
      texts.push(
        await withPdf(file.bytes, async (pdf) =>
          (await program('pdftotext', ['-layout', pdf, '-']))
            .toString()
            .normalize('NFC')
            .replace(/\s+/g, ' '),
        ),
      );
    }
    const [office = '', committee = ''] = texts;
    for (const part of [
      'PHÒNG VĂN HÓA - XÃ HỘI',
      'Số: 15/BC-VHXH',
      'Kính gửi: Ủy ban nhân dân xã Nhơn Mỹ',
      'TRƯỞNG PHÒNG',
    ])
      expect(office).toContain(part);
    for (const part of [
      'ỦY BAN NHÂN DÂN',
      'Số: 212/BC-UBND',
      'Nhơn Mỹ, ngày 11 tháng 11 năm 2026',
      'Sở Khoa học và Công nghệ',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      'Hồ Hữu Hậu',
      'Lưu: VT',
      'Ấp Mẫu 1: Sóng yếu ở cuối ấp',
    ])
      expect(committee).toContain(part);
    expect(office).not.toContain('Hồ Hữu Hậu');
  }, 60_000);

  test('signed by whom the settings of the day name, and by nobody else once it is approved', async () => {
    const { cast, run, read: ask } = world();
    const keep = async (kind: 'office_report' | 'commune_report', name: string, recipients: string[]) => {
      const standing = await ask(cast.hanh, (ctx) => settingsOn(ctx, kind, '2026-11-10'));
      const form = { kind, validFrom: '2026-11-10', ...standing.issuer, ...standing.signer };
      await run(keepPaperSettings, cast.hanh, { ...form, name, recipients });
    };
    await keep('office_report', 'Võ Minh Tâm', ['Như trên', 'Lưu: VHXH']);
    await keep('commune_report', 'Lý Quang Minh', ['Sở KH&CN', 'Lưu: VT']);
    const reportId = await approved();
    await keep('commune_report', 'Người Đến Sau', ['Lưu: VT']);
    const { content } = await read(reportId);
    expect(content.recipients).toEqual(['Sở KH&CN', 'Lưu: VT']);
    expect([content.papers?.office.signer.name, content.papers?.commune.signer.name]).toEqual([
      'Võ Minh Tâm',
      'Lý Quang Minh',
    ]);
    for (const document of ['office', 'commune'] as const) {
      const { bytes } = await run(exportCommuneReport, cast.thu, { reportId, document });
      expect(await checkOfficialDocx(bytes)).toEqual([]);
      const text = allTextOf(await readParts(bytes));
      expect(text).toContain(document === 'office' ? 'Võ Minh Tâm' : 'Lý Quang Minh');
      expect(text).not.toContain('Hồ Hữu Hậu');
    }
  });

  test('keeps the signed PDF, issues to the plan’s places, and the hamlets’ reports are locked', async () => {
    const { cast, run, read: ask } = world();
    const reportId = await approved();
    const pdf = Buffer.from('%PDF-1.7 đã ký');
    const file = { reportId, document: 'commune', name: 'bc-212.pdf', bytes: pdf };
    expect((await problemOf(run(keepSignedFile, cast.thu, file))).code).toBe('state.conflict');
    await run(numberCommuneReport, cast.thu, { reportId, ...numbers });
    expect((await problemOf(run(keepSignedFile, cast.thu, { ...file, bytes: Buffer.from('PK') }))).code).toBe(
      'file.kind_not_supported',
    );
    await run(keepSignedFile, cast.thu, file);
    expect((await problemOf(ask(cast.phuc, (ctx) => getCommuneReport(ctx, reportId)))).code).toBe(
      'not_found',
    );
    await run(issueCommuneReport, cast.thu, { reportId });
    await run(archiveCommuneReport, cast.thu, { reportId });
    expect((await read(reportId)).report).toMatchObject({ state: 'archived' });
    expect((await read(reportId)).report.distribution).toContain('Sở KH&CN');
    for (const id of hamletReports.values())
      expect((await ask(cast.hanh, (ctx) => getReport(ctx, id))).state).toBe('locked');
    // The province reads what was issued, and its signed file.
    expect((await ask(cast.phuc, (ctx) => listCommuneReports(ctx))).map(({ id }) => id)).toEqual([reportId]);
    expect(await ask(cast.phuc, (ctx) => listSignedFiles(ctx, reportId))).toMatchObject([
      { name: 'bc-212.pdf' },
    ]);
    expect((await ask(cast.phuc, (ctx) => getSignedFile(ctx, reportId, 'commune'))).bytes.equals(pdf)).toBe(
      true,
    );
    expect((await problemOf(ask(cast.tu, (ctx) => getCommuneReport(ctx, reportId)))).code).toBe('not_found');

    // A new version takes its place only when it is issued itself.
    const second = await open();
    expect((await read(second)).report.version).toBe(2);
    await run(approveForOffice, cast.tam, { reportId: second });
    await run(approveAsLeader, cast.minh, { reportId: second });
    // Neither number a second time in a year, nor one for two documents (NĐ 30/2020, Điều 15).
    const give = (given: Partial<typeof numbers>) =>
      run(numberCommuneReport, cast.thu, { reportId: second, ...numbers, ...given });
    expect(Object.keys((await problemOf(give({}))).fields)).toEqual(['officeNumber', 'communeNumber']);
    const alike = await problemOf(give({ officeNumber: '231/BC-UBND', communeNumber: '231/BC-UBND' }));
    expect(Object.keys(alike.fields)).toEqual(['communeNumber']);
    await give({ officeNumber: '18/BC-VHXH', communeNumber: '230/BC-UBND' });
    expect((await read(reportId)).report.state).toBe('archived');
    await run(issueCommuneReport, cast.thu, { reportId: second });
    expect((await read(reportId)).report.state).toBe('superseded');
    const names = await inCommune(world(), (tx) =>
      tx
        .selectFrom('events')
        .select('name')
        .where('subject_id', '=', reportId)
        .orderBy('recorded_at')
        .execute(),
    );
    expect(new Set(names.map(({ name }) => name))).toEqual(
      new Set([
        'commune_report.opened',
        'commune_report.approved_by_office',
        'commune_report.approved_by_leader',
        'commune_report.numbered',
        'commune_report.signed_file_kept',
        'commune_report.issued',
        'commune_report.archived',
        'commune_report.superseded',
      ]),
    );
  });
});
