import * as z from 'zod/mini';
import { day, id, optionalId } from '#shared/fields.ts';
import { safeLine } from '#features/visits/model/fields.ts';
import { count } from '#shared/fields.ts';
import * as words from '../words.ts';

/** People of one unit at a joint activity, in numbers only: pupils are children, and nobody's name is asked (domain/05, Article 24). */
export interface ActivityGroup {
  unitName: string;
  teachers: number;
  pupils: number;
  others: number;
}

/** An empty field of a number is nobody. */
const people = z.pipe(
  z.pipe(
    z.nullish(z.union([z.number(), z.string()])),
    z.transform((value) => (value === undefined || value === null || value === '' ? 0 : value)),
  ),
  count(0, 10_000),
);
const line = z.object({
  unitName: z._default(
    z.pipe(
      z.nullish(z.string()),
      z.transform((text) => text?.trim() ?? ''),
    ),
    '',
  ),
  teachers: z._default(people, 0),
  pupils: z._default(people, 0),
  others: z._default(people, 0),
});
const groups = z.pipe(
  z.pipe(
    z._default(z.array(line).check(z.maxLength(40)), []),
    z.transform((lines) => lines.filter((one) => one.unitName !== '' || peopleIn(one) > 0)),
  ),
  z.array(
    z
      .object({ unitName: safeLine(140), teachers: z.number(), pupils: z.number(), others: z.number() })
      .check(z.refine((one) => peopleIn(one) > 0, { message: words.groupNeedsPeople, path: ['others'] })),
  ),
);

const fields = {
  hamletId: z._default(optionalId, null),
  heldOn: day,
  place: safeLine(140),
  work: safeLine(500),
  memberIds: z._default(z.array(id).check(z.maxLength(400)), []),
  groups,
};
const somebody = <T extends { memberIds: readonly string[]; groups: readonly unknown[] }>() =>
  z.refine<T>((one) => one.memberIds.length + one.groups.length > 0, {
    message: words.somebody,
    path: ['memberIds'],
  });

/** A joint activity ("ra quân", R61): where, when, what was done, who took part. */
export const ActivityInput = z
  .object({ id: z._default(optionalId, null), movementId: id, ...fields })
  .check(somebody());
export const ActivityCorrection = z
  .object({ id: z._default(optionalId, null), activityId: id, ...fields, reason: safeLine(300) })
  .check(somebody());
export const ActivityCancellation = z.object({
  id: z._default(optionalId, null),
  activityId: id,
  reason: safeLine(300),
});

/** People of a unit (người of that day). */
export const peopleIn = ({ teachers, pupils, others }: Omit<ActivityGroup, 'unitName'>): number =>
  teachers + pupils + others;
