import type { ReadContext } from '#platform/commands/command.server.ts';
import { canSeeAllGroups, stepsFor } from '#features/groups/policy.ts';
import { listGroups } from '#features/groups/queries.server.ts';
import { canKeepUnits } from '#features/org/policy.ts';
import { listHamletsWithoutTeam } from '#features/org/queries.server.ts';
import { canImport } from '#features/registry/policy.ts';
import { listImports } from '#features/registry/queries/imports.server.ts';
import { canDecideReport, canSeeBoard } from '#features/reports/policy.ts';
import type { PeriodKey } from '#features/reports/model/span.ts';
import type { PaperStep } from '#features/documents/queries/documents-waiting.server.ts';
import { reportBoard } from '#features/reports/queries/report-board.server.ts';
import { reportCalendar } from '#features/reports/queries/report-calendar.server.ts';
import { targetArea } from '#features/targets/policy.ts';
import { targetBoard } from '#features/targets/queries/target-board.server.ts';
import { hamletsBehind } from './hamlets-behind.ts';
import { paperNeeds } from './paper-needs.server.ts';
import { phoneNeeds } from './phone-needs.server.ts';
import { shownTargets } from './shown-targets.ts';
import { need as words } from './words.ts';

/** One tile of what waits. */
export interface NeedTile {
  key:
    | 'late'
    | 'waiting'
    | 'imports'
    | 'noTeam'
    | 'groups'
    | 'reviews'
    | 'lostSlips'
    | `part ${string}`
    | `${'report' | 'document'} ${PaperStep}`;
  href: string;
  count: number;
  text: string;
  detail: string | null;
  tone: 'hot' | 'warm' | 'calm';
}

/** What waits for somebody who works for the whole commune, and how its targets stand; null for who sees no figures of it. */
export async function office(ctx: ReadContext) {
  if (targetArea(ctx.actor) !== 'commune') return null;
  const board = await targetBoard(ctx);
  const period = (await reportCalendar(ctx)).toReport('month');
  const needs = [
    ...(await paperNeeds(ctx)),
    ...(await reportNeeds(ctx, period)),
    ...(await importNeeds(ctx)),
    ...(await teamNeeds(ctx)),
    ...(await groupNeeds(ctx)),
    ...(await phoneNeeds(ctx)),
  ];
  return {
    period,
    needs,
    targets: board ? shownTargets(board, ctx.today, null) : [],
    behind: board ? hamletsBehind(board.targets, 5) : [],
  };
}

async function reportNeeds(ctx: ReadContext, period: PeriodKey): Promise<NeedTile[]> {
  if (!canSeeBoard(ctx.actor)) return [];
  const { hamlets } = await reportBoard(ctx, { most: 3 });
  const where = (test: (cell: (typeof hamlets)[number]['cells'][number]) => boolean) =>
    hamlets.filter((hamlet) => hamlet.cells.some(test)).map((hamlet) => hamlet.name);
  const late = where((cell) => cell.period === period && cell.isMissing);
  const waiting = where((cell) => cell.state === 'submitted');
  return [
    tile('late', '/bao-cao', late.length, words.late(period), words.names(late), 'hot'),
    ...(canDecideReport(ctx.actor, { submittedBy: null })
      ? [tile('waiting', '/bao-cao', waiting.length, words.waiting, words.names(waiting), 'warm')]
      : []),
  ].filter((one) => one.count > 0);
}

async function importNeeds(ctx: ReadContext): Promise<NeedTile[]> {
  if (!canImport(ctx.actor)) return [];
  const open = (await listImports(ctx)).filter((one) => one.state === 'read' || one.state === 'failed');
  const [only] = open;
  if (!only) return [];
  const href = open.length === 1 ? `/nhap-danh-sach/${only.id}` : '/nhap-danh-sach';
  return [tile('imports', href, open.length, words.imports, only.fileName, 'warm')];
}

async function teamNeeds(ctx: ReadContext): Promise<NeedTile[]> {
  if (!canKeepUnits(ctx.actor)) return [];
  const names = (await listHamletsWithoutTeam(ctx)).map((hamlet) => hamlet.name);
  return names.length === 0
    ? []
    : [tile('noTeam', '/to', names.length, words.noTeam, words.names(names), 'warm')];
}

async function groupNeeds(ctx: ReadContext): Promise<NeedTile[]> {
  if (!canSeeAllGroups(ctx.actor)) return [];
  const waiting = (await listGroups(ctx, null)).filter(
    (group) =>
      ['registered', 'checked', 'recognised'].includes(group.state) && stepsFor(ctx.actor, group).length > 0,
  );
  const names = waiting.map((group) => group.hamletName);
  return waiting.length === 0
    ? []
    : [tile('groups', '/to-tu-quan', waiting.length, words.groups, words.names(names), 'calm')];
}

const tile = (
  key: NeedTile['key'],
  href: string,
  count: number,
  text: string,
  detail: string,
  tone: NeedTile['tone'],
): NeedTile => ({ key, href, count, text, detail, tone });
