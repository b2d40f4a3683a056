import { redirect } from '@sveltejs/kit';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import { mergeResidents } from '#features/registry/commands/merge-residents.server.ts';
import { canOpenRegister, canReshapeHouseholds } from '#features/registry/policy.ts';
import { getHouseholdPage, type HouseholdPage } from '#features/registry/queries/household-page.server.ts';
import { householdOfPerson } from '#features/registry/queries/household-of-person.server.ts';
import { isId } from '#shared/ids.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, text, type Access } from '#routes/door.server.ts';
import { twinsOf } from '../../../twins.ts';
import { personAt } from '../../person-at.server.ts';

export const _access: Access = canOpenRegister;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { household, person } = await personAt(ctx, event.params);
    visible(household, ({ place }) => canReshapeHouseholds(ctx.actor, [place]));
    const likely = twinsOf(household.residents, person.id);
    const others = household.residents
      .filter((one) => one.id !== person.id)
      .sort((one, other) => Number(likely.has(other.id)) - Number(likely.has(one.id)));
    const named = event.url.searchParams.get('voi') ?? [...likely][0] ?? null;
    return {
      household: { id: household.id, headName: household.headName },
      person: sideOf(household, person.id),
      others: others.map(({ id, fullName, birthText }) => ({ id, fullName, birthText })),
      other: named === null ? null : await otherSide(ctx, household, named),
    };
  });

/** The second of the two: of this household, or of another that the actor may reshape, too (a double of two households). */
async function otherSide(ctx: ReadContext, household: HouseholdPage, id: string) {
  const ours = household.residents.some((one) => one.id === id);
  const theirs = ours
    ? household
    : visible(
        isId(id) ? await getHouseholdPage(ctx, await householdOfPerson(ctx, id)) : null,
        ({ place, mergedInto }) => mergedInto === null && canReshapeHouseholds(ctx.actor, [place]),
      );
  return sideOf(theirs, id);
}

function sideOf(household: HouseholdPage, id: string) {
  const person = visible(
    household.residents.find((one) => one.id === id),
    () => true,
  );
  return {
    ...person,
    isHead: household.headId === person.id,
    householdId: household.id,
    householdHead: household.headName,
    householdCode: household.code,
  };
}

export const actions: Actions = {
  default: async (event) => {
    const values = await formOf(event);
    const into = text(values, 'keep');
    const sides = [event.params.nguoi, text(values, 'otherId')];
    const { problem } = await act(event, mergeResidents, {
      ...values,
      intoId: into,
      fromId: sides.find((side) => side !== into) ?? '',
    });
    if (problem) return problem;
    const home = into === event.params.nguoi ? event.params.id : text(values, 'otherHouseholdId');
    return redirect(303, `/so-ho/${home}?xong=gop-nguoi`);
  },
};
