import { declarePioneers } from '#features/units/commands/declare-pioneers.server.ts';
import { endStaff, nameStaff } from '#features/units/commands/keep-staff.server.ts';
import { endUnit, keepUnit } from '#features/units/commands/keep-unit.server.ts';
import * as units from '#features/units/policy.ts';
import { declarationsOf, pioneerTable, unitsOwing } from '#features/units/queries/pioneers.server.ts';
import { possibleStaff, staffOf } from '#features/units/queries/staff.server.ts';
import { accountsForUnits, getUnit, listUnits } from '#features/units/queries/units.server.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { command, query, verdict, type Path } from './path.ts';
import { may, mayAnywhere, mayInCommune, type Asker, type Thing } from './predicate.ts';
import type { Settled } from './settled-world.ts';

/** The unit of the commune: the public service centre is named for it, whose role acts for no unit. */
const thingOf = ({ part }: Settled): Thing => ({ hamletId: null, named: part.named });

const acts = (who: Asker, thing: Thing) => may(who, 'units.act', thing);
const reads = (who: Asker, thing: Thing) => mayInCommune(who, 'units.read') || acts(who, thing);
const speaks = (who: Asker, thing: Thing) => mayInCommune(who, 'units.speak') || acts(who, thing);

/** The unit of the commune, by who asks. */
export const readsUnit = (who: Asker, settled: Settled) => reads(who, thingOf(settled));

const keeps: Path['expected'] = (actor) => verdict(mayInCommune(actor, 'units.keep'), true);
const seen: Path['expected'] = (actor, { settled }) => verdict(reads(actor, thingOf(settled)), true);
const spoken: Path['expected'] = (actor, { settled }) =>
  verdict(reads(actor, thingOf(settled)), speaks(actor, thingOf(settled)));

export const unitCommands = [
  command(keepUnit, () => ({ name: 'Hội Phụ nữ xã', kind: 'mass_organization' }), keeps),
  command(keepUnit, ({ settled }) => ({ unitId: settled.part.unitId, name: 'Phòng Kinh tế xã' }), keeps),
  command(endUnit, ({ settled }) => ({ unitId: settled.part.unitId }), keeps),
  command(
    nameStaff,
    ({ settled, spot }) => ({ unitId: settled.part.unitId, memberIds: [spot.freeMemberId] }),
    // A member who is not there is a wrong choice in the form, of another commune or of none alike.
    spoken,
  ),
  command(
    endStaff,
    ({ settled, spot }) => ({ unitId: settled.part.unitId, memberId: spot.freeMemberId }),
    spoken,
  ),
  command(
    declarePioneers,
    ({ settled }) => ({
      unitId: settled.part.unitId,
      month: '2026-11',
      staff: 12,
      vneid: 11,
      source: 'Tin nhắn ngày 20/11/2026',
    }),
    spoken,
  ),
];

export const unitQueries = [
  query(
    'listUnits',
    (ctx) => listUnits(ctx),
    () => 'done',
  ),
  query(
    'unitsOwing',
    (ctx) => unitsOwing(ctx, '2026-11'),
    () => 'done',
  ),
  query('getUnit', (ctx, { settled }) => getUnit(ctx, settled.part.unitId), seen),
  query('staffOf', (ctx, { settled }) => staffOf(ctx, settled.part.unitId), seen),
  query('declarationsOf', (ctx, { settled }) => declarationsOf(ctx, settled.part.unitId), seen),
  query(
    'possibleStaff',
    (ctx, { settled }) => possibleStaff(ctx, settled.part.unitId),
    (actor, { settled }) => verdict(speaks(actor, thingOf(settled)), true),
  ),
  query('accountsForUnits', (ctx) => accountsForUnits(ctx), keeps),
  query(
    'pioneerTable',
    (ctx) => pioneerTable(ctx, '2026-11'),
    (actor) => verdict(mayInCommune(actor, 'units.read'), true),
  ),
];

/** The policies of units beside what the table says: [policy, is, should]. */
export function compareUnitPolicies(actor: Actor, named: readonly string[]): [string, boolean, boolean][] {
  const thing = { hamletId: null, named };
  const place = { accountIds: named };
  return [
    ['canSeeAllUnits', units.canSeeAllUnits(actor), mayInCommune(actor, 'units.read')],
    [
      'canOpenUnitList',
      units.canOpenUnitList(actor),
      mayInCommune(actor, 'units.read') || mayAnywhere(actor, 'reports.open_parts'),
    ],
    ['canSeeUnit', units.canSeeUnit(actor, place), reads(actor, thing)],
    ['canKeepUnitList', units.canKeepUnitList(actor), mayInCommune(actor, 'units.keep')],
    ['canNameStaff', units.canNameStaff(actor, place), speaks(actor, thing)],
    ['canDeclarePioneers', units.canDeclarePioneers(actor, place), speaks(actor, thing)],
  ];
}
