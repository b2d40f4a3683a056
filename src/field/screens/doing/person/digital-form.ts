import type { Id } from '#shared/ids.ts';
import { DigitalStatusInput, itemNames } from '#features/visits/model/digital-status.ts';
import { check, type Checked } from '../form/checked.ts';
import { telling, textOf, type Typed } from '../form/typed.ts';

/** The input of 'digital.record': what was chosen, and how it is known. Told by the person, unless somebody says otherwise. */
export function digitalFrom(typed: Typed, residentId: Id): Checked<Record<string, unknown>> {
  const read = check(DigitalStatusInput, {
    id: textOf(typed, 'id'),
    residentId,
    source: textOf(typed, 'source') || 'declared',
    ...Object.fromEntries(itemNames.map((item) => [item, textOf(typed, item) || null])),
  });
  return 'problems' in read ? read : { input: telling(read.input) };
}
