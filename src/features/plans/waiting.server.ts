import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Waiting } from '#platform/feature.server.ts';
import { addDays } from '#shared/calendar.ts';
import { canKeepPlan } from './policy.ts';
import { findPlan, listPlans } from './queries.server.ts';
import { waiting as words } from './words.ts';

/** So many days before a plan ends the next one should be thought of, and so many after it, when reports are in, it is closed. */
const thinkAhead = 30;
const closeAfter = 20;

/** For who keeps the plan: the next year while none is there, and a year that is over and still open (W22). */
export async function plansWaiting(ctx: ReadContext): Promise<Waiting[]> {
  if (!canKeepPlan(ctx.actor)) return [];
  const plans = await listPlans(ctx);
  const running = await findPlan(ctx);
  const lacksNext =
    running !== undefined &&
    addDays(running.endsOn, -thinkAhead) <= ctx.today &&
    !plans.some((plan) => plan.startsOn > running.startsOn);
  const open = plans.find((plan) => plan.closedOn === null && addDays(plan.endsOn, closeAfter) < ctx.today);
  const year = (running?.year ?? 0) + 1;
  return [
    {
      key: 'plan next',
      href: `/ke-hoach/moi?nam=${year}`,
      count: lacksNext ? 1 : 0,
      text: words.next(year),
      detail: null,
      tone: 'warm',
      since: running?.endsOn ?? null,
    },
    {
      key: 'plan close',
      href: `/ke-hoach?ban=${open?.id ?? ''}`,
      count: open ? 1 : 0,
      text: words.close(open?.year ?? 0),
      detail: null,
      tone: 'calm',
      since: open?.endsOn ?? null,
    },
  ];
}
