import type { Id } from '#shared/ids.ts';
import type { ClassOnPhone } from '#features/training/model/phone-training.ts';
import { textOf, type Typed } from '../form/typed.ts';

/** The field of a person. */
export const fieldOf = (memberId: Id) => `co_mat_${memberId}`;

/** What the form begins with: who is ticked already. */
export function startOf(ticked: ReadonlyMap<Id, boolean | null>): Typed {
  return Object.fromEntries(
    [...ticked].flatMap(([memberId, attended]) =>
      attended === null ? [] : [[fieldOf(memberId), attended ? 'yes' : 'no']],
    ),
  );
}

/** The input of 'class.mark_attendance': everybody who has an answer. Null: nobody has one. */
export function marksFrom(typed: Typed, one: ClassOnPhone): Record<string, unknown> | null {
  const marks = one.trainees.flatMap(({ memberId }) => {
    const answer = textOf(typed, fieldOf(memberId));
    return answer === '' ? [] : [{ memberId, attended: answer === 'yes' }];
  });
  return marks.length === 0 ? null : { classId: one.id, marks };
}
