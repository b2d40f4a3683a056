import * as z from 'zod/mini';
import { id, line, optionalDay, optionalId, optionalLine, optionalPhone, yes } from '#shared/fields.ts';
import { chooseOne } from '#shared/words.ts';
import * as words from './words.ts';

/** The kinds by which the plan speaks to them (III.1–III.5): offices, the Front and organisations, schools, the health station. */
export const unitKinds = ['office', 'mass_organization', 'school', 'health_station', 'other'] as const;
export type UnitKind = (typeof unitKinds)[number];

/**
 * A unit as the office keeps it. `startedOn` empty: today for a new one, as it was for one that there is. `pioneers`: it is asked
 * every month how many of its staff go ahead (R64), from the month in which that is first said.
 */
export const UnitInput = z.object({
  unitId: z._default(optionalId, null),
  name: line(120),
  kind: z._default(z.enum(unitKinds, chooseOne), 'other'),
  startedOn: z._default(optionalDay, null),
  contactName: z._default(optionalLine(80), null),
  contactPhone: z._default(optionalPhone, null),
  pioneers: z._default(yes, false),
  accountIds: z._default(z.array(id).check(z.maxLength(20)), []),
});

/** The last day on which it is a unit; empty: today. */
export const UnitEnd = z.object({ unitId: id, endedOn: z._default(optionalDay, null) });

/** Members of teams who are of the unit's staff. */
export const StaffInput = z.object({
  unitId: id,
  memberIds: z
    ._default(z.array(id), [])
    .check(z.minLength(1, words.chooseMember), z.maxLength(60, words.tooManyMembers)),
});
export const StaffEnd = z.object({ unitId: id, memberId: id });

/** By kind, then by name. */
export function compareUnits(
  one: { kind: UnitKind; name: string; id: string },
  other: { kind: UnitKind; name: string; id: string },
): number {
  return (
    unitKinds.indexOf(one.kind) - unitKinds.indexOf(other.kind) ||
    one.name.localeCompare(other.name, 'vi', { numeric: true }) ||
    (one.id < other.id ? -1 : 1)
  );
}
