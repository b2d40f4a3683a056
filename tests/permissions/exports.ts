import { exportRegister } from '#features/registry/commands/export-register.server.ts';
import { commitImport } from '#features/registry/commands/import/commit-import.server.ts';
import { readImport, rereadImport } from '#features/registry/commands/import/read-import.server.ts';
import { streamImportReport } from '#features/registry/queries/imports.server.ts';
import { importHandover } from '#features/sync/commands/import-handover.server.ts';
import { sealHandover } from '#features/sync/model/handover.ts';
import { exportLeft } from '#features/targets/commands/export-left.server.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { phoneRecoveryKey } from '#tests/phone-world.ts';
import type { World } from '#tests/world.ts';
import type { Spot } from './spot.ts';
import { undone, verdict, type Ground, type Path } from './path.ts';
import { may, mayAnywhere, mayInCommune } from './predicate.ts';

/** What a table holds, in memory. */
async function rowsOf(table: { columns: unknown; rows: AsyncIterable<unknown> | Iterable<unknown> }) {
  const rows: unknown[] = [];
  for await (const row of table.rows) rows.push(row);
  return { columns: table.columns, rows };
}

const origin = (world: World, actor: Actor) => ({ actor, now: world.now });

/** Of a hamlet, or (null) of the commune: names first, then the right to take them away. */
const exported =
  (area: (ground: Ground) => string | null): Path['expected'] =>
  (actor, ground) => {
    const thing = { hamletId: area(ground) };
    return verdict(
      thing.hamletId === null || (ground.spot.here && may(actor, 'register.read', thing)),
      may(actor, 'register.export', thing),
    );
  };

const register = (what: string, area: (ground: Ground) => string | null): Path => ({
  name: `exportRegister ${what}`,
  expected: exported(area),
  call: (world, actor, ground) =>
    exportRegister(
      undone(world.database),
      origin(world, actor),
      { what, filter: { hamletId: area(ground) } },
      rowsOf,
    ),
});

const left = (target: string, area: (ground: Ground) => string | null): Path => ({
  name: `exportLeft ${target}`,
  expected: (actor, ground) => {
    const thing = { hamletId: area(ground) };
    return verdict(may(actor, 'register.read', thing), may(actor, 'register.export', thing));
  },
  call: (world, actor, ground) =>
    exportLeft(undone(world.database), origin(world, actor), { target, hamletId: area(ground) }, rowsOf),
});

/** A hand-over file of the place's phone, sealed with the key that phones of tests have. */
async function handoverOf(world: World, spot: Spot): Promise<Uint8Array> {
  const madeAt = world.now.toISOString();
  const about = { deviceId: spot.phone.id, accountId: spot.account.id, madeAt };
  const content = { operations: [], clock: madeAt };
  return Buffer.from(JSON.stringify(await sealHandover(about, content, phoneRecoveryKey)));
}

const here = ({ spot }: Ground) => spot.hamletId;
const everywhere = () => null;
const importing: Path['expected'] = (actor) => verdict(true, mayInCommune(actor, 'register.import'));

/** Whatever leaves the house in a file, and imports, which are no commands. */
export const exportPaths: readonly Path[] = [
  register('households', here),
  register('residents', here),
  register('households', everywhere),
  register('residents', everywhere),
  left('T2', here),
  left('T3p', here),
  left('T5', everywhere),
  {
    name: 'streamImportReport',
    expected: (actor) => verdict(mayInCommune(actor, 'register.import'), true),
    call: (world, actor, { settled }) =>
      streamImportReport(world.database, origin(world, actor), settled.importId, rowsOf),
  },
  {
    name: 'importHandover',
    expected: (actor, { spot }) =>
      !mayAnywhere(actor, 'phones.review')
        ? 'not_allowed'
        : verdict(spot.here && may(actor, 'phones.review', spot), true),
    call: async (world, actor, { spot }) =>
      importHandover(undone(world.database), origin(world, actor), await handoverOf(world, spot)),
  },
  {
    name: 'readImport',
    expected: importing,
    call: (world, actor) =>
      readImport(undone(world.database), origin(world, actor), {
        source: Buffer.from('Ấp;Họ và tên chủ hộ\nẤp Mẫu 1;Trần Văn Nhập\n'),
        name: 'ho.csv',
      }),
  },
  {
    name: 'rereadImport',
    expected: importing,
    call: (world, actor, { settled }) =>
      rereadImport(undone(world.database), origin(world, actor), settled.importId, {}),
  },
  {
    name: 'commitImport',
    expected: importing,
    call: (world, actor, { settled }) =>
      commitImport(undone(world.database), origin(world, actor), { importId: settled.importId }),
  },
];
