/** What was found at the door of a visit: as it was written down, otherwise, or nobody could be asked (R97). */
export const visitCheckResults = ['confirmed', 'differs', 'not_met'] as const;
export type VisitCheckResult = (typeof visitCheckResults)[number];

/** Nobody knocks at a door every two minutes for an hour: so many visits (lượt) of one person in an hour are not believed unasked. */
export const manyInAnHour = 30;

/** Why a visit is held apart where work is compared: otherwise at the door, or one of too many in an hour. */
export const visitDoubts = ['differs', 'crowded'] as const;
export type VisitDoubt = (typeof visitDoubts)[number];
