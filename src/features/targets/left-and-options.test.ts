import { beforeEach, expect, test } from 'vitest';
import { productActor } from '#platform/commands/actor.ts';
import { writeContext } from '#platform/commands/command.server.ts';
import type { ExportTable } from '#platform/sheet/write-sheet.server.ts';
import { inCommune, problemOf, settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { commune, useWorld } from '#tests/world.ts';
import { recordOutreach } from '#features/outreach/commands/record-outreach.server.ts';
import { attendanceChoices } from '#features/outreach/queries/attendance-choices.server.ts';
import { insertPlan } from '#features/plans/commands.server.ts';
import { planNhonMy2026 } from '#features/plans/plan-2026.ts';
import { exportLeft } from './commands/export-left.server.ts';
import { defineTarget } from './commands/define-target.server.ts';
import { seedDefaultTargets } from './commands/seed-default-targets.server.ts';
import { optionsOf, withOptions } from './options.ts';
import { previewDefinition } from './queries/preview-definition.server.ts';
import { targetBoard } from './queries/target-board.server.ts';
import { targetVersions } from './queries/target-versions.server.ts';

const world = useWorld();
let homes: Home[];
let planId: string;
beforeEach(async () => {
  const here = world();
  await settleCatalogue(here);
  homes = [await settleHome(here), await settleHome(here), await settleHome(here, { hamlet: 'mau2' })];
  planId = await inCommune(here, async (tx) => {
    const ctx = writeContext(tx, { actor: productActor(commune), now: here.now });
    const id = await insertPlan(ctx, planNhonMy2026);
    await seedDefaultTargets(ctx, id);
    return id;
  });
});

const meeting = (householdId: string) => ({
  hamletId: world().hamlets.mau1,
  form: 'hamlet_meeting',
  heldOn: '20/11/2026',
  reach: 'listed',
  householdIds: [householdId],
});
const take = async (actor: Parameters<typeof exportLeft>[1]['actor'], hamletId: string | null) => {
  const rows: unknown[][] = [];
  const write = async (table: ExportTable) => {
    for await (const row of table.rows) rows.push([...row]);
  };
  await exportLeft(world().database, { actor, now: world().now }, { target: 'T2', hamletId }, write);
  return rows;
};
const exports = () =>
  inCommune(world(), (tx) =>
    tx.selectFrom('events').selectAll().where('name', '=', 'target.left_exported').execute(),
  );

test('chú Tư takes away who is left in his hamlet, and the audit says so; what is met is not in it', async () => {
  const { cast, run, hamlets } = world();
  expect(await take(cast.tu, hamlets.mau1)).toHaveLength(2);
  await run(recordOutreach, cast.lan, meeting(homes[0]?.id ?? ''));
  const rows = await take(cast.tu, hamlets.mau1);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toContain('Chưa: được gặp trong năm nay');
  const told = await exports();
  expect(told).toHaveLength(2);
  expect(told[1]).toMatchObject({ hamlet_id: hamlets.mau1, data: { target: 'T2', hamletId: hamlets.mau1 } });
});

test('who may look at the names may not always take them away; a foreign hamlet is not there; nothing is told then', async () => {
  const { cast, hamlets } = world();
  expect((await problemOf(take(cast.lan, hamlets.mau1))).code).toBe('not_allowed');
  expect((await problemOf(take(cast.tu, hamlets.mau2))).code).toBe('not_found');
  expect((await problemOf(take(cast.tu, null))).code).toBe('not_found');
  expect((await problemOf(take(cast.phuc, hamlets.mau1))).code).toBe('not_found');
  expect(await exports()).toEqual([]);
  expect(await take(cast.hanh, null)).toHaveLength(3);
});

test('a preview counts what saving then counts, and writes nothing', async () => {
  const { cast, run, read } = world();
  await run(recordOutreach, cast.lan, meeting(homes[0]?.id ?? ''));
  const t4 = async () => {
    const board = await read(cast.hanh, (ctx) => targetBoard(ctx));
    const found = board?.targets.find((one) => one.definition.code === 'T4');
    if (!found) throw new Error('T4');
    return found;
  };
  const before = await t4();
  expect(before.figure.reached).toBe(0);
  const definition = withOptions(before.definition, { ...optionsOf(before.definition), forms: 1 });
  const preview = await read(cast.hanh, (ctx) => previewDefinition(ctx, definition));
  expect(preview.figure).toMatchObject({ reached: 1, population: 3 });
  expect((await t4()).figure).toEqual(before.figure);
  expect((await problemOf(read(cast.tu, (ctx) => previewDefinition(ctx, definition)))).code).toBe(
    'not_found',
  );

  await run(defineTarget, cast.hanh, {
    planId,
    definition,
    validFrom: '24/11/2026',
    reason: 'Thống nhất lại',
  });
  const after = await t4();
  expect(after.figure).toEqual(preview.figure);
  expect(after.sentence).toBe(preview.sentence);
  const versions = await read(cast.lan, (ctx) => targetVersions(ctx, 'T4'));
  expect(versions.map((one) => [one.version, one.createdByName, one.reason])).toEqual([
    [2, 'Đặng Thị Hạnh', 'Thống nhất lại'],
    [1, null, null],
  ]);
});

test('households to tick are those of a hamlet that one may see', async () => {
  const { cast, read, hamlets } = world();
  const choices = await read(cast.lan, (ctx) => attendanceChoices(ctx, hamlets.mau1));
  expect(new Set(choices.map((one) => one.id))).toEqual(new Set([homes[0]?.id, homes[1]?.id]));
  expect((await problemOf(read(cast.lan, (ctx) => attendanceChoices(ctx, hamlets.mau2)))).code).toBe(
    'not_found',
  );
});
