import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Waiting } from '#platform/feature.server.ts';
import { fewNames } from '#shared/few-names.ts';
import { canAssignSupport, canOpenSupport, canWorkSupport, isGiven } from './policy.ts';
import { listSupport, type SupportRequest } from './queries/support.server.ts';
import { waiting as words } from './words.ts';

/**
 * Who waits for the actor's help (issue 5, line 2): past its last day for who works on it, given to nobody for who gives, and
 * for the member who goes the appointments of today and those that have no day yet.
 */
export async function supportWaiting(ctx: ReadContext): Promise<Waiting[]> {
  const { actor, today } = ctx;
  if (!canOpenSupport(actor)) return [];
  const all = await listSupport(ctx, { waiting: true });
  const late = all.filter((one) => one.overdue > 0 && canWorkSupport(actor, one));
  const inTime = all.filter((one) => !late.includes(one));
  const own = inTime.filter((one) => isGiven(actor, one));
  const due = (one: SupportRequest) => one.dueOn;
  return [
    tile('late', '/ho-tro?loc=qua-han', late, 'hot', due),
    tile(
      'met',
      '/ho-tro?loc=den-hen',
      own.filter((one) => one.scheduledOn !== null && one.scheduledOn <= today),
      'warm',
      (one) => one.scheduledOn ?? today,
    ),
    tile(
      'fresh',
      '/ho-tro?loc=chua-giao',
      inTime.filter((one) => one.state === 'new' && canAssignSupport(actor, one)),
      'warm',
      (one) => one.raisedOn,
    ),
    tile(
      'given',
      '/ho-tro?loc=cua-toi',
      own.filter((one) => one.state === 'assigned'),
      'warm',
      (one) => one.stateOn,
    ),
  ];
}

function tile(
  key: keyof typeof words,
  href: string,
  of: readonly SupportRequest[],
  tone: Waiting['tone'],
  dayOf: (one: SupportRequest) => string,
): Waiting {
  const [only] = of;
  return {
    key: `support ${key}`,
    href: of.length === 1 && only ? `/ho-tro/${only.id}` : href,
    count: of.length,
    text: words[key],
    detail: fewNames(
      of.map((one) => one.personName),
      'người',
    ),
    tone,
    since: of.map(dayOf).toSorted()[0] ?? null,
  };
}
