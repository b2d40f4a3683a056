import { redirect } from '@sveltejs/kit';
import { draftDocument } from '#features/documents/commands/draft-document.server.ts';
import { canDraftDocument } from '#features/documents/policy.ts';
import {
  decideCommendation,
  proposeCommendation,
  withdrawCommendation,
} from '#features/emulation/commands/commend.server.ts';
import { canDecideCommendation, canKeepMovement, canOpenMovements } from '#features/emulation/policy.ts';
import { listCalls } from '#features/emulation/queries/calls.server.ts';
import { listCommendations, type Commendation } from '#features/emulation/queries/commendations.server.ts';
import { movementResults } from '#features/emulation/queries/ranking.server.ts';
import { commended, measure as measureNames } from '#features/emulation/words.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { runCommand, type ReadContext } from '#platform/commands/command.server.ts';
import type { Movement } from '#features/emulation/queries/movements.server.ts';
import { doneText } from '#routes/done-text.ts';
import { act, attempt, formOf, originOf, read, text, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { movementAt } from '../../movement-at.server.ts';
import { commend as words, done } from '../../words.ts';

export const _access: Access = canOpenMovements;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const movement = await movementAt(ctx, event.params.id);
    const keeps = movement.state === 'closed' && canKeepMovement(ctx.actor, movement);
    const list = await listCommendations(ctx, movement);
    return {
      movement,
      list: list
        .filter((one) => one.state !== 'withdrawn')
        .map((one) => ({
          ...one,
          mayDecide: one.state === 'proposed' && canDecideCommendation(ctx.actor, one),
          mayWithdraw: one.state === 'proposed' && keeps,
        })),
      mayDraftList: canDraftDocument(ctx.actor) && list.some(({ state }) => state === 'confirmed'),
      mayPropose: keeps,
      choices: keeps ? await choicesOf(ctx, movement) : [],
      done: doneText(done, event.url),
    };
  });

/** Whoever has a place in the ranking by some figure, and units that told what they did. */
async function choicesOf(ctx: ReadContext, movement: Movement): Promise<{ value: string; label: string }[]> {
  const results = await movementResults(ctx, movement);
  const placed = (kind: 'hamlet' | 'member') => {
    const lines = results.flatMap((one) => (kind === 'hamlet' ? one.hamlets : one.members));
    const names = new Map(lines.flatMap((one) => (one.rank === null ? [] : [[one.id, one.name] as const])));
    return [...names].map(([id, name]) => ({
      value: `${kind}:${id}`,
      label: words.option(commended[kind], name),
    }));
  };
  const units = (await listCalls(ctx, movement))
    .filter(({ state }) => state === 'reported')
    .map(({ id, unitName }) => ({ value: `unit:${id}`, label: words.option(commended.unit, unitName) }));
  return [...placed('hamlet'), ...placed('member'), ...units];
}

/** A line of the notice's list. */
const printed = (one: Commendation) => ({
  name: one.name,
  kind: commended[one.kind],
  hamlet: one.kind === 'member' ? one.hamletName : null,
  figure: one.measure === null ? words.figure(one) : `${measureNames[one.measure]}: ${words.figure(one)}`,
  reason: one.reason,
});

const back = (movementId: string, code: string) =>
  redirect(303, `/thi-dua/${movementId}/khen-thuong?xong=${code}`);

export const actions: Actions = {
  'de-nghi': async (event) => {
    const values = await formOf(event);
    const measure = text(values, 'measure') || null;
    const { problem } = await act(event, proposeCommendation, {
      ...values,
      ...(measure === null ? {} : { measure }),
      movementId: event.params.id,
    });
    return problem ?? back(event.params.id, 'de-nghi');
  },
  /** Each line has its own words on the page, so that two forms never share the name of a field. */
  'quyet-dinh': async (event) => {
    const values = await formOf(event);
    const commendationId = text(values, 'commendationId');
    const own = `note-${commendationId}`;
    const input = { commendationId, to: text(values, 'to'), note: text(values, own) };
    const { problem } = await act(event, decideCommendation, input);
    if (problem) {
      const { note, ...fields } = problem.data.problem.fields;
      problem.data.problem.fields = note === undefined ? fields : { ...fields, [own]: note };
      problem.data.problem.values = values;
      return problem;
    }
    return back(event.params.id, 'quyet-dinh');
  },
  /** The notice with whom a leader has confirmed: only those stand in it. */
  'van-ban': async (event) => {
    const { id } = event.params;
    const { name, list } = await read(event, async (ctx) => {
      const movement = await movementAt(ctx, id);
      return { name: movement.name, list: await listCommendations(ctx, movement) };
    });
    const input = {
      kind: 'commendation_list',
      movementId: id,
      movement: name,
      commended: list.filter(({ state }) => state === 'confirmed').map(printed),
    };
    const { done: documentId, problem } = await attempt({}, () =>
      runCommand(sharedRuntime().database, draftDocument, originOf(event), input),
    );
    return problem ?? redirect(303, `/van-ban/${documentId}`);
  },
  rut: async (event) => {
    const { problem } = await act(event, withdrawCommendation, await formOf(event));
    return problem ?? back(event.params.id, 'rut-de-nghi');
  },
};
