import { redirect } from '@sveltejs/kit';
import { visible } from '#platform/commands/command.server.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { registerHousehold } from '#features/registry/commands/register-household.server.ts';
import { canOpenRegister, canRegisterHousehold } from '#features/registry/policy.ts';
import { newId } from '#shared/ids.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access, type FormValue, type FormValues } from '#routes/door.server.ts';

export const _access: Access = canOpenRegister;

/** A household has at most fifty people (the model); the form grows one row at a time. */
const mostRows = 50;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const hamlets = (await listHamlets(ctx)).filter((hamlet) =>
      canRegisterHousehold(ctx.actor, { hamletId: hamlet.id }),
    );
    visible(hamlets[0], () => true);
    const wanted = event.url.searchParams.get('ap');
    return {
      hamlets,
      hamletId: hamlets.find((hamlet) => hamlets.length === 1 || hamlet.id === wanted)?.id ?? '',
      householdId: newId(ctx.now),
    };
  });

export const actions: Actions = {
  /** One more row for a person; nothing is written, and nothing that was typed is lost. */
  row: async (event) => {
    const values = await formOf(event);
    const rows = Math.min(peopleIn(values).length + 1, mostRows);
    return { kept: { values, rows } };
  },
  save: async (event) => {
    const values = await formOf(event);
    // A row without a name is a row that nobody needed; the first is the head.
    const residents = peopleIn(values)
      .filter((person, index) => index === 0 || isNamed(person))
      .map((person, index) =>
        typeof person === 'object' && index === 0 ? { ...person, relation: 'head' } : person,
      );
    const { done, problem } = await act(event, registerHousehold, { ...values, residents });
    if (problem) return problem;
    return redirect(303, `/so-ho/${done.id}?xong=them-ho`);
  },
};

function peopleIn(values: FormValues): FormValue[] {
  return Array.isArray(values['residents']) ? values['residents'] : [];
}

function isNamed(person: FormValue): boolean {
  return (
    typeof person === 'object' &&
    'fullName' in person &&
    typeof person.fullName === 'string' &&
    person.fullName.trim() !== ''
  );
}
