import { beforeEach, describe, expect, test } from 'vitest';
import { checkOfficialDocx } from '#platform/docx/check-official-docx.server.ts';
import { newId, type Id } from '#shared/ids.ts';
import { addGroupMember } from '#features/groups/commands/keep-members.server.ts';
import { registerGroup } from '#features/groups/commands/register-group.server.ts';
import { findOne, holdOne, planOne } from '#features/inspection/inspection-world.test-support.ts';
import { findPlan } from '#features/plans/queries.server.ts';
import { inCommune } from '#tests/visit-world.ts';
import { useWorld, type CastName } from '#tests/world.ts';
import {
  approveDocument,
  discardDocument,
  issueDocument,
  numberDocument,
  returnDocument,
} from './commands/decide-document.server.ts';
import { draftDocument } from './commands/draft-document.server.ts';
import { keepSignedDocument } from './commands/keep-signed-document.server.ts';
import { exportDocument } from './commands/export-document.server.ts';
import { writeDocument } from './commands/write-document.server.ts';
import { composeDocument } from './document/compose-document.ts';
import { invitation, layGroundFor, minutes, owing, problemOf } from './documents-world.test-support.ts';
import { documentKinds, type DocumentKind } from './model/kinds.ts';
import { documentsWaiting } from './queries/documents-waiting.server.ts';
import { getDocument, listDocuments } from './queries/find-document.server.ts';
import { findSignedDocument, getSignedDocument } from './queries/signed-document.server.ts';
import { matterOf } from './queries/matter-of.server.ts';

const world = useWorld();
beforeEach(async () => {
  await layGroundFor(world());
});

const read = (documentId: Id, who: CastName = 'hanh') =>
  world().read(world().cast[who], async (ctx) => {
    const document = await getDocument(ctx, documentId);
    return { document, matter: await matterOf(ctx, document) };
  });

/** A draft of a kind that lacks nothing, by cô Hạnh. */
async function complete(kind: DocumentKind): Promise<Id> {
  const { cast, hamlets, run, read: ask } = world();
  if (kind === 'plan') {
    const plan = await ask(cast.hanh, (ctx) => findPlan(ctx));
    return run(draftDocument, cast.hanh, { kind, planId: plan?.id });
  }
  if (kind === 'reminder')
    return run(draftDocument, cast.hanh, { kind, about: '2026-10', period: 'tháng 10 năm 2026', owing });
  if (kind === 'group_list') {
    const { id: groupId } = await run(registerGroup, cast.tu, {
      hamletId: hamlets.mau1,
      name: 'Điểm hỗ trợ số',
      place: 'Văn phòng Ấp Mẫu 1',
      placeKind: 'hamlet_office',
      registeredOn: '2026-05-12',
    });
    for (const [fullName, role] of [
      ['Trần Văn An', 'member'],
      ['Nguyễn Thị Lan', 'lead'],
    ])
      await run(addGroupMember, cast.tu, { groupId, fullName, role });
  }
  if (kind === 'commendation_list') return run(draftDocument, cast.hanh, listOf(['Nguyễn Thị Lan']));
  const documentId = await run(draftDocument, cast.hanh, { kind });
  if (kind === 'invitation') await run(writeDocument, cast.hanh, { kind, documentId, ...invitation });
  if (kind === 'minutes') await run(writeDocument, cast.hanh, { kind, documentId, ...minutes });
  return documentId;
}

const movementId = newId(new Date('2026-11-01T00:00:00Z'));
/** Of a movement, with whom a leader has confirmed. */
const listOf = (names: string[]) => ({
  kind: 'commendation_list',
  movementId,
  movement: 'Bảy ngày đêm',
  commended: names.map((name) => ({
    name,
    kind: 'Thành viên Tổ',
    hamlet: 'Ấp Mẫu 1',
    figure: 'Hộ được hướng dẫn: 45 hộ, hạng 1',
    reason: 'Đến tận nhà các hộ có người cao tuổi',
  })),
});

/** Who signs this kind by the settings that a commune begins with. */
const signerOf = (kind: DocumentKind) => (kind === 'minutes' ? 'tam' : 'minh');

describe('every kind', () => {
  test.each(documentKinds)(
    '%s: drafted, approved, numbered and issued, in the layout of the decree',
    async (kind) => {
      const { cast, run } = world();
      const documentId = await complete(kind);
      const draft = await run(exportDocument, cast.hanh, { documentId });
      expect(await checkOfficialDocx(draft.bytes)).toEqual([]);
      expect(draft.name).toMatch(/ dự thảo 24-11-2026.*\.docx$/);
      await run(approveDocument, cast[signerOf(kind)], { documentId });
      const blank = composeDocument((await read(documentId, 'thu')).matter, { number: null, datedOn: null });
      expect(blank.number).toBeNull();
      await run(numberDocument, cast.thu, { documentId, number: '7/VB-UBND', datedOn: '2026-11-24' });
      await run(issueDocument, cast.thu, { documentId });
      const file = await run(exportDocument, cast.thu, { documentId });
      expect(await checkOfficialDocx(file.bytes)).toEqual([]);
      expect((await read(documentId)).document).toMatchObject({
        state: 'issued',
        registered: { number: '7/VB-UBND', datedOn: '2026-11-24' },
      });
      const names = await inCommune(world(), (tx) =>
        tx.selectFrom('events').select('name').where('subject_id', '=', documentId).execute(),
      );
      for (const name of ['drafted', 'approved', 'numbered', 'issued', 'exported'])
        expect(names.map((one) => one.name)).toContain(`document.${name}`);
    },
  );

  test('long annexes: 60 people invited are named in one, and the invitation refers to it', async () => {
    const { cast, run } = world();
    const documentId = await complete('invitation');
    const invited = Array.from(
      { length: 60 },
      (_, index) => `Bà Nguyễn Thị Mẫu ${index + 1}, thành viên Tổ Ấp Mẫu 2`,
    );
    await run(writeDocument, cast.hanh, { kind: 'invitation', documentId, ...invitation, invited });
    const { matter } = await read(documentId);
    const document = composeDocument(matter, { number: null, datedOn: null });
    expect(document.annexes).toHaveLength(1);
    expect(await checkOfficialDocx((await run(exportDocument, cast.hanh, { documentId })).bytes)).toEqual([]);
  });
});

describe('what is drafted comes from data', () => {
  test('whom to commend: those of now as long as it is a draft, whatever is typed; nobody makes no list', async () => {
    const { cast, run } = world();
    expect((await problemOf(run(draftDocument, cast.hanh, listOf([])))).code).toBe('input.invalid');
    const documentId = await complete('commendation_list');
    const typed = { kind: 'commendation_list', documentId, subject: 'Danh sách', text: 'Thông báo.' };
    await run(writeDocument, cast.hanh, { ...typed, commended: [] });
    expect(await run(draftDocument, cast.hanh, listOf(['Nguyễn Thị Lan', 'Lê Văn Tư']))).toBe(documentId);
    const { matter } = await read(documentId);
    const { annexes = [], subject } = composeDocument(matter, { number: null, datedOn: null });
    expect(subject).toBe('Danh sách');
    const [table] = annexes.flatMap(({ blocks }) => blocks);
    expect(
      table?.kind === 'table' && table.rows.map((row) => 'cells' in row && row.cells.slice(0, 2)),
    ).toEqual([
      ['1', 'Nguyễn Thị Lan'],
      ['2', 'Lê Văn Tư'],
    ]);
    await run(approveDocument, cast.minh, { documentId });
    expect(await run(draftDocument, cast.hanh, listOf(['Lê Văn Tư']))).not.toBe(documentId);
    expect((await read(documentId)).matter).toEqual(matter);
  });

  test('the plan: its basis, its targets in its own words, its signer and recipients', async () => {
    const { matter } = await read(await complete('plan'));
    const document = composeDocument(matter, { number: null, datedOn: null });
    expect(document).toMatchObject({
      issuer: ['Ủy ban nhân dân', 'xã Nhơn Mỹ'],
      symbol: 'KH-UBND',
      kind: 'Kế hoạch',
      subject: 'Hoạt động Tổ công nghệ số cộng đồng trên địa bàn xã Nhơn Mỹ',
      signature: { authority: ['KT. CHỦ TỊCH'], title: 'PHÓ CHỦ TỊCH', name: 'Hồ Hữu Hậu' },
    });
    expect(document.basis?.[0]).toMatch(/^Căn cứ Nghị quyết số 57-NQ\/TW/);
    expect(document.recipients.at(0)).toBe('UBND tỉnh');
    expect(document.recipients.at(-1)).toBe('Lưu: VT');
    expect(JSON.stringify(document.body)).toContain(
      'Phấn đấu đạt 100% các hộ dân trên địa bàn được tuyên truyền về chuyển đổi số.',
    );
  });

  test('the letter: to the heads of the hamlets that owe, with how late each is', async () => {
    const { matter } = await read(await complete('reminder'));
    const document = composeDocument(matter, { number: null, datedOn: null });
    expect(document).toMatchObject({
      kind: null,
      symbol: 'UBND-VHXH',
      regarding: 'đôn đốc báo cáo kết quả hoạt động Tổ công nghệ số cộng đồng tháng 10 năm 2026',
      addressees: ['Trưởng ấp Mẫu 1', 'Trưởng ấp Mẫu 2', 'Trưởng ấp Mẫu 3'],
    });
    const text = JSON.stringify(document.body);
    expect(text).toContain('còn 03 ấp chưa hoàn thành');
    expect(text).toContain('Ấp Mẫu 1: trễ 14 ngày');
    expect(text).toContain('Đã được trả lại, chưa gửi bản sửa: Ấp Mẫu 3');
  });

  test('one draft of one thing: pressed twice it opens the same; after it was put away, another', async () => {
    const { cast, run } = world();
    const first = await complete('reminder');
    expect(await complete('reminder')).toBe(first);
    await run(discardDocument, cast.tam, { documentId: first });
    const second = await complete('reminder');
    expect(second).not.toBe(first);
    const listed = await world().read(cast.hanh, (ctx) => listDocuments(ctx));
    expect(listed.map(({ id }) => id)).toEqual([second]);
  });

  test('the list of groups names who is on duty at each, and one approved before stays as it was printed', async () => {
    const { matter } = await read(await complete('group_list'));
    const cells = (of: typeof matter) => {
      const { annexes = [] } = composeDocument(of, { number: null, datedOn: null });
      const [table] = annexes.flatMap(({ blocks }) => blocks);
      return table?.kind === 'table' ? table.rows.map((row) => ('cells' in row ? row.cells : [])) : [];
    };
    expect(cells(matter)[0]).toContain('Nguyễn Thị Lan (phụ trách), Trần Văn An');
    if (matter.content.kind !== 'group_list') throw new Error('another kind');
    const before = structuredClone(matter.content);
    for (const row of before.rows) delete row.onDuty;
    expect(cells({ ...matter, content: before })[0]).toHaveLength(7);
  });

  test('the list of groups is live while it is a draft, and stands when it was approved', async () => {
    const { cast, hamlets, run } = world();
    const documentId = await complete('group_list');
    const more = async (name: string) =>
      run(registerGroup, cast.sau, {
        hamletId: hamlets.mau2,
        name,
        place: 'Nhà văn hóa',
        placeKind: 'culture_house',
      });
    await more('Điểm số hai');
    const rows = async () => {
      const { content } = (await read(documentId)).matter;
      return content.kind === 'group_list' ? content.rows.map(({ name }) => name) : [];
    };
    expect(await rows()).toEqual(['Điểm hỗ trợ số', 'Điểm số hai']);
    await run(approveDocument, cast.minh, { documentId });
    const before = (await run(exportDocument, cast.hanh, { documentId })).bytes;
    await more('Điểm số ba');
    expect(await rows()).toEqual(['Điểm hỗ trợ số', 'Điểm số hai']);
    expect(Buffer.compare((await run(exportDocument, cast.hanh, { documentId })).bytes, before)).toBe(0);
  });
});

describe('minutes of an inspection', () => {
  test('who went, what was found, what is to be put right; one draft of each inspection, and none before it was held', async () => {
    const { cast, hamlets, run } = world();
    const inspectionId = await planOne(world(), hamlets.mau1, {
      plannedOn: '2026-11-24',
      people: [cast.hanh.accountId, cast.dung.accountId],
    });
    const draft = () => run(draftDocument, cast.hanh, { kind: 'minutes', inspectionId });
    expect((await problemOf(draft())).code).toBe('not_found');
    await holdOne(world(), inspectionId, '2026-11-24');
    await findOne(world(), inspectionId, '2026-12-10', 'Sổ thiếu hộ tổ 3');
    const documentId = await draft();
    expect(await draft()).toBe(documentId);
    const { content } = (await read(documentId)).matter;
    if (content.kind !== 'minutes') throw new Error('no minutes');
    expect(content).toMatchObject({
      subject: 'Kiểm tra hoạt động Tổ công nghệ số cộng đồng ấp Mẫu 1',
      startedOn: '2026-11-24',
      place: 'Ấp Mẫu 1',
    });
    expect(content.present).toEqual(expect.arrayContaining(['Đặng Thị Hạnh', 'Hồ Văn Dũng']));
    expect(content.course).toContain('chưa đạt (Thiếu hộ mới chuyển đến ở tổ 3)');
    expect(content.course).toContain(': không kiểm tra');
    expect(content.conclusions).toContain('- Sổ thiếu hộ tổ 3: Rà lại sổ hộ tổ 3; thời hạn 10/12/2026');
  });
});

describe('the steps', () => {
  test('what is still missing is said, and nothing is approved', async () => {
    const { cast, run } = world();
    const documentId = await run(draftDocument, cast.hanh, { kind: 'invitation' });
    const problem = await problemOf(run(approveDocument, cast.minh, { documentId }));
    expect(problem.message).toBe('Chưa duyệt được, còn thiếu: người được mời, ngày, giờ, địa điểm.');
    expect((await read(documentId)).document.state).toBe('draft');
  });

  test('who wrote does not approve, whatever else they are', async () => {
    const { cast, run } = world();
    const documentId = await complete('invitation');
    const both = { ...cast.hanh, grants: [...cast.hanh.grants, { role: 'commune_leader', hamletId: null }] };
    expect((await problemOf(run(approveDocument, both, { documentId }))).code).toBe('state.conflict');
    // A leader signs it; the head of the office, who signs minutes, does not approve it.
    expect((await problemOf(run(approveDocument, cast.tam, { documentId }))).code).toBe('not_allowed');
    await run(approveDocument, cast.minh, { documentId });
    expect((await read(documentId)).document.approved?.by).toBe(cast.minh.accountId);
  });

  test('keeps the signed file of what has a number; the newest stands, and who may not see the paper gets none', async () => {
    const { cast, run, read: ask } = world();
    const documentId = await complete('invitation');
    const keep = (bytes: Buffer, name = 'gm-9.pdf') =>
      run(keepSignedDocument, cast.thu, { documentId, name, bytes });
    const pdf = (text: string) => Buffer.from(`%PDF-1.7 ${text}`);
    await run(approveDocument, cast.minh, { documentId });
    expect((await problemOf(keep(pdf('sớm')))).code).toBe('state.conflict');
    await run(numberDocument, cast.thu, { documentId, number: '9/GM-UBND', datedOn: '2026-11-24' });
    expect((await problemOf(keep(Buffer.from('PK')))).message).toContain('PDF đã ký');
    expect(await ask(cast.minh, (ctx) => findSignedDocument(ctx, documentId))).toBeNull();
    await keep(pdf('một'));
    await run(issueDocument, cast.thu, { documentId });
    world().now = new Date(world().now.getTime() + 60_000);
    await keep(pdf('hai'), 'gm-9-ban-sua.pdf');
    expect(await ask(cast.hanh, (ctx) => getSignedDocument(ctx, documentId))).toEqual({
      name: 'gm-9-ban-sua.pdf',
      bytes: pdf('hai'),
    });
    expect((await problemOf(ask(cast.lan, (ctx) => getSignedDocument(ctx, documentId)))).code).toBe(
      'not_found',
    );
    const older = await inCommune(world(), (tx) => tx.selectFrom('document_files').select('name').execute());
    expect(older).toHaveLength(2);
  });

  test('the plan bears the number of its document once that is issued, and not before (R1)', async () => {
    const { cast, run, read: ask } = world();
    const documentId = await complete('plan');
    const plan = async () => {
      const found = await ask(cast.hanh, (ctx) => findPlan(ctx));
      return [found?.number, found?.issuedOn];
    };
    const before = await plan();
    await run(approveDocument, cast.minh, { documentId });
    await run(numberDocument, cast.thu, { documentId, number: '41/KH-UBND', datedOn: '2026-11-23' });
    expect(await plan()).toEqual(before);
    await run(issueDocument, cast.thu, { documentId });
    expect(await plan()).toEqual(['41/KH-UBND', '2026-11-23']);
  });

  test('whose step is next is shown it, and nobody else', async () => {
    const { cast, run, read: ask } = world();
    const steps = async (who: CastName) =>
      (await ask(cast[who], (ctx) => documentsWaiting(ctx))).map(({ step }) => step);
    const all = async () => [
      await steps('hanh'),
      await steps('tam'),
      await steps('minh'),
      await steps('thu'),
    ];
    const empty = await run(draftDocument, cast.hanh, { kind: 'invitation' });
    // Nobody is asked to approve what is not yet written.
    expect(await all()).toEqual([[], [], [], []]);
    await run(discardDocument, cast.hanh, { documentId: empty });
    const documentId = await complete('invitation');
    expect(await all()).toEqual([[], [], ['approve'], []]);
    await run(approveDocument, cast.minh, { documentId });
    expect(await all()).toEqual([[], [], [], ['number']]);
    await run(returnDocument, cast.minh, { documentId, note: 'Sửa giờ.' });
    expect(await all()).toEqual([['mend'], ['mend'], [], []]);
    world().now = new Date(world().now.getTime() + 60_000);
    await run(writeDocument, cast.hanh, { kind: 'invitation', documentId, ...invitation, heldAt: '8h00' });
    expect(await all()).toEqual([[], [], ['approve'], []]);
    await run(approveDocument, cast.minh, { documentId });
    await run(numberDocument, cast.thu, { documentId, number: '9/GM-UBND', datedOn: '2026-11-24' });
    expect(await all()).toEqual([[], [], [], ['issue']]);
    await run(issueDocument, cast.thu, { documentId });
    expect(await all()).toEqual([[], [], [], []]);
    expect(await steps('lan')).toEqual([]);
  });

  test('returned with a note it is written again; with a number it stays as it is', async () => {
    const { cast, run } = world();
    const documentId = await complete('minutes');
    const write = () =>
      run(writeDocument, cast.hanh, { kind: 'minutes', documentId, ...minutes, place: 'Hội trường B' });
    await run(approveDocument, cast.tam, { documentId });
    expect((await problemOf(write())).code).toBe('state.conflict');
    await run(returnDocument, cast.tam, { documentId, note: 'Sửa địa điểm.' });
    expect((await read(documentId)).document.returned?.note).toBe('Sửa địa điểm.');
    await write();
    await run(approveDocument, cast.tam, { documentId });
    await run(numberDocument, cast.thu, { documentId, number: '3/BB-UBND', datedOn: '2026-11-24' });
    for (const late of [run(returnDocument, cast.tam, { documentId, note: 'Khoan.' }), write()])
      expect((await problemOf(late)).code).toBe('state.conflict');
    const { matter, document } = await read(documentId);
    expect(composeDocument(matter, document.registered)).toMatchObject({ number: '3', symbol: 'BB-UBND' });
  });

  test('a number is the clerk’s: with its symbol, not of a day to come, once in a year', async () => {
    const { cast, run } = world();
    const [one, other] = [await complete('invitation'), await complete('minutes')];
    await run(approveDocument, cast.minh, { documentId: one });
    await run(approveDocument, cast.tam, { documentId: other });
    const give = (documentId: Id, number: string, datedOn: string) =>
      run(numberDocument, cast.thu, { documentId, number, datedOn });
    for (const wrong of ['15', 'GM-UBND', '15/', '15/GM UBND'])
      expect((await problemOf(give(one, wrong, '2026-11-24'))).fields['number']).toBeTruthy();
    expect((await problemOf(give(one, '15/GM-UBND', '2026-11-25'))).fields['datedOn']).toBeTruthy();
    await give(one, '15/GM-UBND', '2026-11-24');
    expect((await problemOf(give(other, '15/GM-UBND', '2026-11-24'))).fields['number']).toContain(
      '15/GM-UBND',
    );
    await give(other, '15/BB-UBND', '2026-11-24');
    // The clerk reads no drafts.
    const draft = await complete('reminder');
    expect((await problemOf(read(draft, 'thu'))).code).toBe('not_found');
    expect((await world().read(cast.thu, (ctx) => listDocuments(ctx))).map(({ id }) => id).sort()).toEqual(
      [one, other].sort(),
    );
  });
});
