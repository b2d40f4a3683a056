import { beforeEach, describe, expect, test } from 'vitest';
import type { Day } from '#shared/calendar.ts';
import { useWorld } from '#tests/world.ts';
import { approveDocument, returnDocument } from './commands/decide-document.server.ts';
import { draftDocument } from './commands/draft-document.server.ts';
import { keepPaperSettings } from './commands/keep-settings.server.ts';
import { writeDocument } from './commands/write-document.server.ts';
import { invitation, layGroundFor, problemOf } from './documents-world.test-support.ts';
import type { PaperKind } from './model/kinds.ts';
import { getDocument } from './queries/find-document.server.ts';
import { matterOf } from './queries/matter-of.server.ts';
import { keptSettings, settingsOn } from './queries/settings-on.server.ts';

/** Issuer, signer and recipients change on a day, and papers of a day have those of that day (domain/04 §3.4). */
const world = useWorld();
beforeEach(async () => {
  await layGroundFor(world());
});

const on = (day: Day, kind: PaperKind = 'invitation') =>
  world().read(world().cast.hanh, (ctx) => settingsOn(ctx, kind, day));

/** The form as it stands on a day, with some of it changed. */
async function keep(validFrom: Day, change: Record<string, unknown>, kind: PaperKind = 'invitation') {
  const { issuer, signer, recipients } = await on(validFrom, kind);
  const { cast, run } = world();
  return run(keepPaperSettings, cast.hanh, {
    kind,
    validFrom,
    ...issuer,
    ...signer,
    recipients: recipients.join('\n'),
    ...change,
  });
}
const signers = async (...days: Day[]) => {
  const found: (string | null)[] = [];
  for (const day of days) found.push((await on(day)).signer.name);
  return found;
};

describe('each valid from a day', () => {
  test('before the first, the plan and the product say', async () => {
    expect(await on('2026-11-24')).toEqual({
      issuer: {
        superior: [],
        lines: ['Ủy ban nhân dân', 'xã Nhơn Mỹ'],
        inText: 'Ủy ban nhân dân xã Nhơn Mỹ',
        symbol: 'GM-UBND',
        place: 'Nhơn Mỹ',
      },
      signer: { authority: ['KT. CHỦ TỊCH'], title: 'PHÓ CHỦ TỊCH', name: 'Hồ Hữu Hậu', approver: 'leader' },
      recipients: ['Như trên', 'Lưu: VT, VHXH'],
    });
    expect((await on('2026-11-24', 'commune_report')).recipients).toContain('Sở KH&CN');
    // A day before there was any plan.
    expect((await on('2025-12-31')).signer).toEqual({
      authority: ['TM. Ủy ban nhân dân'],
      title: 'Chủ tịch',
      name: null,
      approver: 'leader',
    });
  });

  test('the newest that has begun counts, whatever order they were kept in; the same day is kept anew', async () => {
    await keep('2026-12-15', { name: 'Lý Quang Minh' });
    await keep('2026-11-20', { name: 'Trần Thị Mẫu' });
    expect(await signers('2026-11-19', '2026-11-20', '2026-12-14', '2026-12-15', '2027-06-01')).toEqual([
      'Hồ Hữu Hậu',
      'Trần Thị Mẫu',
      'Trần Thị Mẫu',
      'Lý Quang Minh',
      'Lý Quang Minh',
    ]);
    await keep('2026-12-15', { name: 'Lý Quang Minh Hai' });
    expect(await signers('2026-12-15')).toEqual(['Lý Quang Minh Hai']);
  });

  test('only what changed is kept, and the signer for other kinds where that is asked', async () => {
    await keep('2026-11-24', { name: 'Lý Quang Minh', alsoFor: ['plan', 'commune_report'] });
    const { read, cast } = world();
    const parts = (kind: PaperKind) =>
      read(cast.hanh, async (ctx) => (await keptSettings(ctx, kind)).map(({ part }) => part));
    expect(await parts('invitation')).toEqual(['signer']);
    expect(await parts('plan')).toEqual(['signer']);
    expect(await parts('reminder')).toEqual([]);
    const report = await on('2026-11-24', 'commune_report');
    expect([report.signer.name, report.issuer.symbol]).toEqual(['Lý Quang Minh', 'BC-UBND']);
  });

  test('says what is wrong at its field: no academic title, where it is kept, a symbol in one word', async () => {
    const wrong = {
      name: 'ThS. Lý Quang Minh',
      symbol: 'GM UBND',
      lines: '',
      recipients: '- Như trên\n- Ban các ấp',
    };
    for (const [field, value] of Object.entries(wrong))
      expect((await problemOf(keep('2026-11-24', { [field]: value }))).fields[field]).toBeTruthy();
  });
});

test('a draft follows the settings of today; what was approved keeps those of its day', async () => {
  const { cast, run, read } = world();
  const documentId = await run(draftDocument, cast.hanh, { kind: 'invitation' });
  await run(writeDocument, cast.hanh, { kind: 'invitation', documentId, ...invitation });
  const signer = () =>
    read(
      cast.hanh,
      async (ctx) => (await matterOf(ctx, await getDocument(ctx, documentId))).settings.signer.name,
    );
  await keep('2026-11-24', { name: 'Trần Thị Mẫu' });
  await keep('2026-12-01', { name: 'Lý Quang Minh' });
  expect(await signer()).toBe('Trần Thị Mẫu');
  await run(approveDocument, cast.minh, { documentId });
  world().now = new Date('2026-12-02T02:00:00Z');
  expect(await signer()).toBe('Trần Thị Mẫu');
  await run(returnDocument, cast.minh, { documentId, note: 'Người ký mới.' });
  expect(await signer()).toBe('Lý Quang Minh');
});
