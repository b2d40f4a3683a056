import { daysBetween, formatDay, type Day } from '#shared/calendar.ts';
import { daysOverdue, isOpen, type ObstacleKind } from '#features/obstacles/model.ts';
import type { ObstacleThen } from '#features/obstacles/queries/as-of.server.ts';
import { level as levels } from '#features/obstacles/words.ts';
import { amount, inOneLine, obstacles as say, sentence } from './sentences.ts';

/** What of the obstacles a report tells: those of its place, as they stood at its cut-off. */
export interface ObstacleGround {
  from: Day;
  day: Day;
  list: readonly ObstacleThen[];
  /** Several hamlets stand in one text: each line begins with its own. */
  named: boolean;
}

/**
 * The obstacles or the proposals of a period in administrative Vietnamese (R47, W10): how many were raised and solved, then each
 * by name, first those that are not solved. Nothing when there are none of this kind.
 */
export function obstacleText(kind: ObstacleKind, { from, day, list, named }: ObstacleGround): string[] {
  const these = list.filter((one) => one.kind === kind);
  if (these.length === 0) return [];
  const raised = these.filter((one) => one.raisedOn >= from).length;
  const solved = these.filter((one) => one.solvedOn !== null && one.solvedOn >= from).length;
  const open = these.filter((one) => isOpen(one.state));
  const late = open.filter((one) => daysOverdue(one, day) > 0).length;
  const words = say[kind];
  const sum = [
    raised === 0 ? words.noneNew : words.raised(raised),
    solved === 0 ? '' : words.solved(solved),
    open.length === 0 ? words.allSolved : words.open(open.length, late),
  ].filter(Boolean);
  const ordered = [...open, ...these.filter((one) => !isOpen(one.state))];
  return [sentence(sum.join('; ')), ...ordered.map((one) => `- ${lineOf(one, day, named)}`)];
}

/** "Ấp Mẫu 1: Sóng yếu (12 hộ; nêu ngày 05/11/2026): đang xử lý, cấp xã, quá hạn 3 ngày". */
function lineOf(one: ObstacleThen, day: Day, named: boolean): string {
  const place = named && one.hamletName !== null ? `${one.hamletName}: ` : '';
  const about = [
    one.households === null ? say.householdsUnknown : amount(one.households, 'hộ'),
    say.raisedOn(formatDay(one.raisedOn)),
  ].join('; ');
  return `${place}${one.title} (${about}): ${standingOf(one, day)}`;
}

function standingOf(one: ObstacleThen, day: Day): string {
  if (one.solvedOn !== null) {
    const answer = one.answer === null ? '' : `: ${inOneLine(one.answer)}`;
    const wait = one.state === 'resolved' ? say.unconfirmed : '';
    return `${say.solvedOn(formatDay(one.solvedOn))}${answer}${wait}`;
  }
  const late = daysBetween(one.dueOn, day);
  const clock = late > 0 ? say.late(late) : say.due(formatDay(one.dueOn));
  return `${say.standing(one.state, one.level, levels[one.level].toLowerCase())}, ${clock}`;
}

/** What a hamlet wrote itself, without the lines that only repeat an obstacle which is told by name. */
export function beyondObstacles(text: string, list: readonly ObstacleThen[]): string {
  return text
    .split('\n')
    .filter((line) => !list.some((one) => line.includes(one.title)))
    .join('\n')
    .trim();
}
