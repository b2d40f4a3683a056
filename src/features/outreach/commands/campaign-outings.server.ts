import type { ReadContext, WriteContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { Problem, type FieldProblems } from '#shared/problem.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { listCatalogue } from '#features/plans/queries.server.ts';
import * as words from '../campaign-words.ts';
import { listContents } from '../queries/contents.server.ts';

/** What is chosen for a campaign: what is said, by which channels, in which hamlets (null: the whole commune). */
interface Chosen {
  contentId: Id | null;
  forms: readonly string[];
  places: readonly (Id | null)[];
}
interface Outing {
  form: string;
  hamletId: Id | null;
}

/** Throws `input.invalid` for a channel, place or content that is not there. */
export async function checkChosen(ctx: ReadContext, input: Chosen): Promise<void> {
  const fields: FieldProblems = {};
  const forms = new Set((await listCatalogue(ctx, 'outreach_form')).map((entry) => entry.code));
  if (!input.forms.every((form) => forms.has(form))) fields['forms'] = words.notInCatalogue;
  const hamlets = new Set((await listHamlets(ctx)).map((hamlet) => hamlet.id));
  if (!input.places.every((place) => place === null || hamlets.has(place)))
    fields['places'] = words.placeGone;
  const isContent =
    input.contentId === null || (await listContents(ctx)).some((one) => one.id === input.contentId);
  if (!isContent) fields['contentId'] = words.contentGone;
  if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
}

/** Each chosen channel in each chosen place, once. */
export const outingsOf = ({ forms, places }: Chosen): Outing[] =>
  [...new Set(places)].flatMap((hamletId) => [...new Set(forms)].map((form) => ({ form, hamletId })));

/** Plans outings of a campaign for a day; gives how many (buổi). */
export async function planItems(
  ctx: WriteContext,
  campaignId: Id,
  outings: readonly Outing[],
  plannedOn: Day,
): Promise<number> {
  if (outings.length === 0) return 0;
  await ctx.tx
    .insertInto('outreach_campaign_items')
    .values(
      outings.map(({ form, hamletId }) => ({
        commune_id: ctx.communeId,
        id: ctx.id(),
        campaign_id: campaignId,
        hamlet_id: hamletId,
        form,
        planned_on: plannedOn,
        state: 'planned' as const,
        session_id: null,
        note: null,
      })),
    )
    .execute();
  return outings.length;
}
