import type { AttendanceChoice } from '#features/outreach/queries/attendance-choices.server.ts';
import { fold } from '#shared/fold.ts';

/** The households that a search shows: the ticked ones first, then those whose head's name holds every word, with or without accents. */
export function searchedHouseholds(
  households: readonly AttendanceChoice[],
  ticked: readonly string[],
  text: string,
): AttendanceChoice[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const isTicked = (one: AttendanceChoice) => ticked.includes(one.id);
  const fits = (one: AttendanceChoice) => words.every((word) => fold(one.headName).includes(word));
  return [...households.filter(isTicked), ...households.filter((one) => !isTicked(one) && fits(one))];
}

/** The form as the command wants it: what belongs to the other way of counting, and is not seen, does not count. */
export function sessionInput<Value>(
  values: Readonly<Record<string, Value>>,
): Record<string, Value | string | never[]> {
  const { tim: _search, ...rest } = values;
  if (rest['reach'] === 'estimated') return { ...rest, householdIds: [] };
  return rest['reach'] === 'listed' ? { ...rest, estimatedPeople: '' } : rest;
}
