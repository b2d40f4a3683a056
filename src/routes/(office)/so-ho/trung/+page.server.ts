import { redirect } from '@sveltejs/kit';
import { hamletsOf } from '#features/accounts/model.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { mergeHouseholds } from '#features/registry/commands/merge-households.server.ts';
import { canOpenRegister, canReshapeHouseholds, canSeeWholeRegister } from '#features/registry/policy.ts';
import { findDuplicates, mostPairs } from '#features/registry/queries/find-duplicates.server.ts';
import { notFound } from '#shared/problem.ts';
import type { Actions, PageServerLoad } from './$types';
import {
  act,
  formOf,
  read,
  text,
  type Access,
  type FormValue,
  type FormValues,
} from '#routes/door.server.ts';
import { withContacts } from './with-contacts.server.ts';

export const _access: Access = canOpenRegister;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const own = hamletsOf(ctx.actor, 'hamlet_team_leader', 'hamlet_head');
    const whole = canSeeWholeRegister(ctx.actor);
    const wanted = event.url.searchParams.get('ap');
    const hamlets = (await listHamlets(ctx)).filter((hamlet) => whole || own.includes(hamlet.id));
    const hamletId = hamlets.find((hamlet) => hamlet.id === wanted)?.id ?? (whole ? null : own[0]);
    if (hamletId === undefined) throw notFound();
    if (!canReshapeHouseholds(ctx.actor, hamletId === null ? [] : [{ hamletId }])) throw notFound();
    const pairs = await findDuplicates(ctx, { hamletId });
    return {
      hamlets,
      hamletId,
      whole,
      pairs: await withContacts(ctx, pairs),
      maybeMore: pairs.length === mostPairs,
    };
  });

export const actions: Actions = {
  merge: async (event) => {
    const { pair } = await formOf(event);
    const sent = Array.isArray(pair) && typeof pair[0] === 'object' ? formIn(pair[0]) : {};
    const keep = text(sent, 'keep');
    const sides = [text(sent, 'firstId'), text(sent, 'secondId')];
    const same = Array.isArray(sent['same']) ? sent['same'] : [];
    const { problem } = await act(event, mergeHouseholds, {
      intoId: keep,
      fromId: sides.find((side) => side !== keep) ?? '',
      samePeople: same.flatMap((one) => samePerson(one, keep === sides[0])),
    });
    if (problem) return problem;
    return redirect(303, `/so-ho/${keep}?xong=gop`);
  },
};

function formIn(value: FormValue): FormValues {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof File) ? value : {};
}

/** "first:second" as the command takes it: from the double to the one that goes on. */
function samePerson(pair: FormValue, firstStays: boolean): { fromId: string; intoId: string }[] {
  const [first = '', second = ''] = typeof pair === 'string' ? pair.split(':') : [];
  return [firstStays ? { fromId: second, intoId: first } : { fromId: first, intoId: second }];
}
