import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Waiting } from '#platform/feature.server.ts';
import type { Day } from '#shared/calendar.ts';
import { fewNames } from '#shared/few-names.ts';
import { isStalled, owesCommitment } from './model.ts';
import { canKeepAnyBusiness } from './policy.ts';
import { listBusinesses, type Business } from './queries/businesses.server.ts';
import { waiting as words } from './words.ts';

/** What who keeps businesses has to do: those that nobody has moved on for long, and those that sell without having promised quality. */
export async function businessesWaiting(ctx: ReadContext): Promise<Waiting[]> {
  if (!canKeepAnyBusiness(ctx.actor)) return [];
  const all = await listBusinesses(ctx, null);
  const stalled = all.filter((one) => isStalled(one, ctx.today));
  const uncommitted = all.filter((one) => owesCommitment(one));
  return [
    tile('stalled', 'lau-chua-ghi', stalled, (one) => one.movedOn),
    tile(
      'uncommitted',
      'chua-cam-ket',
      uncommitted,
      (one) => one.pipeline.done.get('shop')?.doneOn ?? one.movedOn,
    ),
  ];
}

function tile(
  key: keyof typeof words,
  quick: string,
  of: readonly Business[],
  since: (one: Business) => Day,
): Waiting {
  const [only] = of;
  return {
    key: `businesses ${key}`,
    href: of.length === 1 && only ? `/kinh-te-so/${only.id}` : `/kinh-te-so?xem=danh-sach&loc=${quick}`,
    count: of.length,
    text: words[key],
    detail: fewNames(
      of.map(({ name }) => name),
      'cơ sở',
    ),
    tone: 'calm',
    since: of.map(since).toSorted()[0] ?? null,
  };
}
