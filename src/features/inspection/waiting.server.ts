import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Waiting } from '#platform/feature.server.ts';
import { fewNames } from '#shared/few-names.ts';
import type { Day } from '#shared/calendar.ts';
import { canAnswerFindings, canOpenInspections, canRecordInspection } from './policy.ts';
import { listFindings, type PlacedFinding } from './queries/findings.server.ts';
import { listInspections, type Inspection } from './queries/inspections.server.ts';
import { waiting as words } from './words.ts';

/** A finding whose task is done, and that only a word of who inspected ends. */
export const waitsForWord = (one: PlacedFinding) => one.state === 'open' && one.task?.state === 'verified';

/** The hamlet has said nothing to it yet. */
export const waitsForAnswer = (one: PlacedFinding) => one.state === 'open' && one.answers.length === 0;

/** For who inspects: today's inspections, those past their day, findings past theirs or put right; for the head: findings to answer. */
export async function inspectionWaiting(ctx: ReadContext): Promise<Waiting[]> {
  const { actor } = ctx;
  if (!canOpenInspections(actor)) return [];
  const planned = (await listInspections(ctx, { state: 'planned' })).filter((one) =>
    canRecordInspection(actor, one),
  );
  const findings = await listFindings(ctx, { open: true });
  const own = findings.filter(({ inspection }) => canRecordInspection(actor, inspection));
  const done = own.filter(waitsForWord);
  const late = own.filter((one) => one.overdue > 0 && !waitsForWord(one));
  const toAnswer = findings.filter((one) => waitsForAnswer(one) && canAnswerFindings(actor, one.inspection));
  const today = planned.filter((one) => one.plannedOn === ctx.today);
  const overdue = planned.filter((one) => one.overdue > 0);
  return [
    ofInspections('late', '/kiem-tra?loc=qua-ngay', overdue, 'hot'),
    ofInspections('today', '/kiem-tra?loc=hom-nay', today, 'warm'),
    ofFindings('findings', late, 'hot'),
    ofFindings('done', done, 'warm'),
    ofFindings('answer', toAnswer, 'warm'),
  ];
}

function ofInspections(
  key: keyof typeof words,
  href: string,
  of: readonly Inspection[],
  tone: Waiting['tone'],
): Waiting {
  const places = of.map(({ id, hamletName, plannedOn }) => ({ id, name: hamletName, day: plannedOn }));
  return tile(key, href, places, tone);
}

function ofFindings(key: keyof typeof words, of: readonly PlacedFinding[], tone: Waiting['tone']): Waiting {
  const places = of.map((one) => ({
    id: one.inspectionId,
    name: `${one.inspection.hamletName}: ${one.text}`,
    day: key === 'findings' ? one.dueOn : one.foundOn,
  }));
  return tile(key, '/kiem-tra?xem=ton-tai', places, tone);
}

function tile(
  key: keyof typeof words,
  href: string,
  of: readonly { id: string; name: string; day: Day }[],
  tone: Waiting['tone'],
): Waiting {
  const ids = new Set(of.map(({ id }) => id));
  const [only] = ids;
  return {
    key: `inspection ${key}`,
    href: ids.size === 1 && only !== undefined ? `/kiem-tra/${only}` : href,
    count: of.length,
    text: words[key],
    detail: fewNames(
      of.map(({ name }) => name),
      key === 'late' || key === 'today' ? 'ấp' : 'tồn tại',
    ),
    tone,
    since: of.map(({ day }) => day).toSorted()[0] ?? null,
  };
}
