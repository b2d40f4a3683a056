import { redirect } from '@sveltejs/kit';
import type { Command } from '#platform/commands/command.server.ts';
import { closeBusiness } from '#features/commerce/commands/keep-business.server.ts';
import {
  recordStep,
  recordTechnology,
  signCommitment,
} from '#features/commerce/commands/record-business.server.ts';
import { canCloseBusiness, canKeepBusiness, canOpenBusinesses } from '#features/commerce/policy.ts';
import {
  listBusinessStory,
  listCommitments,
  listTechnologies,
} from '#features/commerce/queries/business-story.server.ts';
import { getBusiness } from '#features/commerce/queries/businesses.server.ts';
import { listMarketplaces } from '#features/commerce/queries/marketplaces.server.ts';
import { commitment } from '#features/commerce/words.ts';
import { listActiveMembersFor } from '#features/org/queries.server.ts';
import { canSeeHousehold } from '#features/registry/policy.ts';
import { isId, newId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access, type FormValues } from '#routes/door.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { done } from '../words.ts';

export const _access: Access = canOpenBusinesses;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    const business = await getBusiness(ctx, event.params.id);
    const mayKeep = business.closedOn === null && canKeepBusiness(ctx.actor, business);
    return {
      business,
      steps: [...business.pipeline.done.values()],
      commitments: await listCommitments(ctx, business.id),
      promise: commitment,
      technologies: await listTechnologies(ctx, business.id),
      story: await listBusinessStory(ctx, business.id),
      mayKeep,
      mayClose: business.closedOn === null && canCloseBusiness(ctx.actor, business),
      members: mayKeep
        ? (await listActiveMembersFor(ctx, business.hamletId)).map(({ id, fullName }) => ({ id, fullName }))
        : [],
      marketplaces: mayKeep ? await listMarketplaces(ctx) : [],
      me: ctx.actor.memberId,
      seesHousehold: business.householdId !== null && canSeeHousehold(ctx.actor, business),
      newId: newId(ctx.now),
      today: ctx.today,
      done: doneText(done, event.url),
    };
  });

/** The fields that stand twice on the page have names of their own there (`technologyNote`), and their usual ones in the commands. */
async function record<Input, Loaded, Result>(
  event: RequestEvent,
  command: Command<Input, Loaded, Result>,
  told: keyof typeof done,
  own: Record<string, string> = {},
) {
  const values = await formOf(event);
  const usual: FormValues = { ...values, businessId: event.params.id };
  for (const [onPage, name] of Object.entries(own)) usual[name] = values[onPage] ?? '';
  const { problem } = await act(event, command, usual);
  if (!problem) return redirect(303, `/kinh-te-so/${event.params.id}?xong=${told}`);
  const shown = new Map(Object.entries(own).map(([onPage, name]) => [name, onPage]));
  problem.data.problem.fields = Object.fromEntries(
    Object.entries(problem.data.problem.fields).map(([name, text]) => [shown.get(name) ?? name, text]),
  );
  problem.data.problem.values = values;
  return problem;
}

export const actions: Actions = {
  buoc: (event) => record(event, recordStep, 'buoc'),
  rut: (event) => record(event, recordStep, 'rut', { wrongStep: 'step', wrongNote: 'note' }),
  'cam-ket': (event) => record(event, signCommitment, 'cam-ket'),
  'cong-nghe': (event) =>
    record(event, recordTechnology, 'cong-nghe', { technology: 'name', technologyNote: 'note' }),
  ngung: (event) => record(event, closeBusiness, 'ngung'),
};
