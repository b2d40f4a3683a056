import { placeOf } from '#features/registry/household-words.ts';
import { priorityNames } from '#features/registry/words.ts';
import { visit as said, whyOf } from '#features/targets/next-visit-words.ts';
import type { NextVisit } from '#features/targets/next-visits.ts';
import type { Register } from '../../register/register.ts';
import { agreedChip, type HomeRow, type RowChip } from './row.ts';
import { headOf, spokenOf } from './tell-home.ts';

/** A household that should be visited today, with why; null when it left the phone in this moment. */
export function todayRow(register: Register, visit: NextVisit): HomeRow | null {
  const home = register.home(visit.householdId);
  const row = register.listedHome(visit.householdId);
  const head = home && headOf(home);
  if (!home || !row || !head) return null;
  const { polite, age } = spokenOf(head, register.today);
  const chips = visit.reasons.flatMap((reason): RowChip[] => {
    if (reason.kind === 'appointment') return [agreedChip(reason.on, register.today)];
    return reason.kind === 'help' ? [{ kind: 'wait', label: said.helpDue }] : [];
  });
  const lacks = visit.reasons.find((reason) => reason.kind === 'left')?.missing ?? null;
  const [first] = visit.reasons;
  // What the chip says already is not said again; only what was agreed on.
  const why = first?.kind === 'appointment' ? said.appointment(first.what) : whyOf(visit, register.today);
  return {
    id: home.id,
    name: said.atStart(said.who(polite, head.fullName, age)),
    about: placeOf(home.groupName, home.address) ?? '',
    met: [why, why === said.never ? null : lacks].filter(Boolean).join(' · '),
    chips: [
      ...chips,
      ...row.reasons.map((reason) => ({ kind: 'why' as const, label: priorityNames[reason] })),
    ],
  };
}
