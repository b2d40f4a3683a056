import { cancelMerger, mergeHamlets } from '#features/merging/commands/merge-hamlets.server.ts';
import { mergerPreview } from '#features/merging/queries/merger-preview.server.ts';
import { listMergers } from '#features/merging/queries/mergers.server.ts';
import { command, query, verdict, type Path } from './path.ts';
import { mayInCommune } from './predicate.ts';

const keepsUnits =
  (seen: boolean): Path['expected'] =>
  (actor) =>
    verdict(seen, mayInCommune(actor, 'teams.keep_units'));

export const mergingCommands = [
  command(
    mergeHamlets,
    ({ spot, settled }) => ({
      hamletIds: [spot.hamletId, settled.merger.thirdHamletId],
      intoHamletId: null,
      newName: 'Ấp Chung',
      validFrom: '2027-01-01',
      decisionNumber: '15/NQ-HĐND',
      decisionOn: '2026-11-20',
      teams: 'join',
    }),
    (actor, { spot }) => verdict(spot.here, mayInCommune(actor, 'teams.keep_units')),
  ),
  command(cancelMerger, ({ settled }) => ({ mergerId: settled.merger.id }), keepsUnits(true)),
];

/** In numbers, for who keeps the units; for others there is nothing. */
const unitsOnly: Path['expected'] = (actor) => verdict(mayInCommune(actor, 'teams.keep_units'), true);

export const mergingQueries = [
  query('mergerPreview', (ctx, { spot }) => mergerPreview(ctx, [spot.hamletId]), unitsOnly),
  query('listMergers', (ctx) => listMergers(ctx), unitsOnly),
];
