import type { ReadContext } from '#platform/commands/command.server.ts';
import { listFindings, type PlacedFinding } from '#features/inspection/queries/findings.server.ts';
import { listInspections, type Inspection } from '#features/inspection/queries/inspections.server.ts';
import { waitsForAnswer, waitsForWord } from '#features/inspection/waiting.server.ts';
import type { FindingChip, InspectionChip } from './filter.ts';

export function isAmong(ctx: ReadContext, one: Inspection, chip: InspectionChip): boolean {
  if (chip === 'qua-ngay') return one.overdue > 0;
  if (chip === 'hom-nay') return one.state === 'planned' && one.plannedOn === ctx.today;
  if (chip === 'sap-toi') return one.state === 'planned' && one.plannedOn >= ctx.today;
  return one.state === (chip === 'dang-theo-doi' ? 'held' : 'closed');
}

export function isAmongFindings(one: PlacedFinding, chip: FindingChip): boolean {
  if (chip === 'qua-han') return one.overdue > 0;
  if (chip === 'cho-y-kien') return waitsForAnswer(one);
  if (chip === 'cho-xac-nhan') return waitsForWord(one);
  return one.state === 'closed';
}

/** What the chip asks for; without one all that may be seen, and of findings those that are open. */
export async function chosenInspections(
  ctx: ReadContext,
  chip: InspectionChip | null,
): Promise<Inspection[]> {
  const all = await listInspections(ctx);
  return chip === null ? all : all.filter((one) => isAmong(ctx, one, chip));
}

export async function chosenFindings(ctx: ReadContext, chip: FindingChip | null): Promise<PlacedFinding[]> {
  const all = await listFindings(ctx);
  return all.filter((one) => (chip === null ? one.state === 'open' : isAmongFindings(one, chip)));
}
