import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Waiting } from '#platform/feature.server.ts';
import { fewNames } from '#shared/few-names.ts';
import { monthAsked, pioneersDueOn } from './pioneers.ts';
import { actsForUnit, canOpenUnitList } from './policy.ts';
import { unitsOwing } from './queries/pioneers.server.ts';
import { waiting as words } from './words.ts';

/** What a unit has not declared of the month that ended: for its own people, and for the officer who asks them or types it in. */
export async function unitsWaiting(ctx: ReadContext): Promise<Waiting[]> {
  if (!canOpenUnitList(ctx.actor)) return [];
  const month = monthAsked(ctx.today);
  const owing = await unitsOwing(ctx, month);
  const own = owing.filter((unit) => actsForUnit(ctx.actor, unit));
  const others = owing.filter((unit) => !own.includes(unit));
  const dueOn = pioneersDueOn(month);
  const [only] = own;
  const tone = ctx.today > dueOn ? 'hot' : 'warm';
  const names = (units: typeof owing) =>
    fewNames(
      units.map(({ name }) => name),
      'đơn vị',
    );
  return [
    {
      key: 'pioneers own',
      href: only && own.length === 1 ? `/don-vi/${only.id}/tien-phong?thang=${month}` : '/don-vi',
      count: own.length,
      text: words.own(month),
      detail: names(own),
      tone,
      since: dueOn,
      ...(only && own.length === 1 && { lead: words.ownLead(only.name, month) }),
    },
    {
      key: 'pioneers missing',
      href: `/don-vi/tien-phong?thang=${month}`,
      count: others.length,
      text: words.missing(month),
      detail: names(others),
      // Asked for as a favour (R64): to the office it is never more than soon.
      tone: 'warm',
      since: dueOn,
    },
  ];
}
