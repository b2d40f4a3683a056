import { canKeepInspections, canOpenInspections, canSeeAllInspections } from '#features/inspection/policy.ts';
import { listFindings } from '#features/inspection/queries/findings.server.ts';
import { inspectedBoard } from '#features/inspection/queries/hamlet-board.server.ts';
import { listInspections, mostListed } from '#features/inspection/queries/inspections.server.ts';
import { doneText } from '#routes/done-text.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { chosenFindings, chosenInspections, isAmong, isAmongFindings } from './chosen.server.ts';
import { askedOf, findingChips, inspectionChips } from './filter.ts';
import { done } from './words.ts';

export const _access: Access = canOpenInspections;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const asked = askedOf(event.url.searchParams);
    const inspections = await listInspections(ctx);
    const findings = await listFindings(ctx);
    const open = findings.filter(({ state }) => state === 'open');
    const seesAll = canSeeAllInspections(ctx.actor);
    const counts: Record<string, number> = Object.fromEntries([
      ...inspectionChips.map((chip) => [chip, inspections.filter((one) => isAmong(ctx, one, chip)).length]),
      ...findingChips.map((chip) => [chip, findings.filter((one) => isAmongFindings(one, chip)).length]),
    ]);
    return {
      asked: seesAll || asked.view !== 'hamlets' ? asked : { ...asked, view: 'list' as const },
      today: ctx.today,
      seesAll,
      mayKeep: canKeepInspections(ctx.actor),
      isCut: inspections.length === mostListed,
      planned: inspections.filter(({ state }) => state === 'planned').length,
      open: open.length,
      late: open.filter(({ overdue }) => overdue > 0).length,
      counts,
      inspections: asked.view === 'list' ? await chosenInspections(ctx, asked.inspectionChip) : [],
      findings: asked.view === 'findings' ? await chosenFindings(ctx, asked.findingChip) : [],
      board: seesAll && asked.view === 'hamlets' ? await inspectedBoard(ctx) : [],
      done: doneText(done, event.url),
    };
  });
