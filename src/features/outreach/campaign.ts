import * as z from 'zod/mini';
import type { Day } from '#shared/calendar.ts';
import { day, id, optionalId } from '#shared/fields.ts';
import { code, safeLine, safeText } from '#features/visits/model/fields.ts';
import { OutreachInput } from './model.ts';
import * as words from './campaign-words.ts';

/** What becomes of one planned outing of a campaign. What was held or dropped stays so; what is planned may get another day. */
export const itemStates = ['planned', 'held', 'dropped'] as const;
export type ItemState = (typeof itemStates)[number];

const steps: Record<ItemState, readonly ItemState[]> = {
  planned: ['held', 'dropped'],
  held: [],
  dropped: [],
};

export const canFollow = (from: ItemState, to: ItemState): boolean => steps[from].includes(to);

/** The place "the whole commune" in a form that ticks hamlets. */
export const wholeCommune = 'ca-xa';
const place = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text) => (text === wholeCommune ? null : text)),
  ),
  z.nullable(id),
);

const dates = { startsOn: day, endsOn: day };
const endsAfterStart = <Dates extends { startsOn: Day; endsOn: Day }>() =>
  z.refine<Dates>((one) => one.endsOn >= one.startsOn, { message: words.endsBefore, path: ['endsOn'] });

/** A campaign with its first outings: each chosen channel in each chosen place, on one day to begin with. */
export const CampaignInput = z
  .object({
    /** Made by whoever plans, so that sending twice plans once. */
    id: z._default(optionalId, null),
    title: safeLine(140),
    contentId: z._default(optionalId, null),
    goal: safeText(500),
    ...dates,
    forms: z._default(z.array(code), []).check(z.minLength(1, words.someForm), z.maxLength(20)),
    places: z._default(z.array(place), []).check(z.minLength(1, words.somePlace), z.maxLength(100)),
  })
  .check(endsAfterStart());
export type CampaignInput = z.infer<typeof CampaignInput>;

/** A campaign as it shall be from now on; channels and places that are chosen come to those that were planned before. */
export const CampaignChange = z
  .object({
    campaignId: id,
    title: safeLine(140),
    contentId: z._default(optionalId, null),
    goal: safeText(500),
    ...dates,
    forms: z._default(z.array(code), []).check(z.maxLength(20)),
    places: z._default(z.array(place), []).check(z.maxLength(100)),
  })
  .check(
    endsAfterStart(),
    z.refine((one) => one.forms.length === 0 || one.places.length > 0, {
      message: words.somePlace,
      path: ['places'],
    }),
    z.refine((one) => one.places.length === 0 || one.forms.length > 0, {
      message: words.someForm,
      path: ['forms'],
    }),
  );
export type CampaignChange = z.infer<typeof CampaignChange>;

/** Another day for an outing that has not been. */
export const ItemDay = z.object({ itemId: id, plannedOn: day });

export const ItemDrop = z.object({ itemId: id, note: safeLine(300) });

/** What happened: the session as it is recorded everywhere; its form and place are those that were planned. */
export const ItemHeld = z.object({ itemId: id, session: OutreachInput });
