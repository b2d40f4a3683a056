import { redirect } from '@sveltejs/kit';
import { storyOf } from '#features/accounts/queries/story.server.ts';
import { draftDocument } from '#features/documents/commands/draft-document.server.ts';
import { canDraftDocument } from '#features/documents/policy.ts';
import { closeInspection } from '#features/inspection/commands/move-inspection.server.ts';
import {
  canAnswerFindings,
  canKeepInspections,
  canOpenInspections,
  canRecordInspection,
} from '#features/inspection/policy.ts';
import { findingsOf } from '#features/inspection/queries/findings.server.ts';
import { askedQuestions, inspectionFigures } from '#features/inspection/queries/inspection-page.server.ts';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { inspectionAt } from '../at.server.ts';
import { done } from '../words.ts';

export const _access: Access = canOpenInspections;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const inspection = await inspectionAt(ctx, event.params.id);
    const mayRecord = canRecordInspection(ctx.actor, inspection);
    const mayKeep = canKeepInspections(ctx.actor);
    return {
      inspection,
      today: ctx.today,
      questions: await askedQuestions(ctx, inspection.id),
      // Of what was called off nothing is looked at.
      figures: inspection.state === 'cancelled' ? null : await inspectionFigures(ctx, inspection.id),
      findings: await findingsOf(ctx, inspection.id),
      story: await storyOf(ctx, inspection.id),
      mayRecord: mayRecord && (inspection.state === 'planned' || inspection.state === 'held'),
      mayFind: mayRecord && inspection.state === 'held',
      mayMove: mayKeep && inspection.state === 'planned',
      mayClose: mayKeep && inspection.state === 'held' && inspection.findingsOpen === 0,
      mayAnswer: canAnswerFindings(ctx.actor, inspection) && inspection.findingsOpen > 0,
      mayDraft: canDraftDocument(ctx.actor) && inspection.heldOn !== null,
      done: doneText(done, event.url),
    };
  });

export const actions: Actions = {
  'ket-thuc': async (event) => {
    const values = { ...(await formOf(event)), inspectionId: event.params.id };
    const { problem } = await act(event, closeInspection, values);
    if (problem) return problem;
    return redirect(303, `/kiem-tra/${event.params.id}?xong=ket-thuc`);
  },
  'bien-ban': async (event) => {
    const draft = { kind: 'minutes', inspectionId: event.params.id };
    const { done: id, problem } = await act(event, draftDocument, draft);
    if (problem) return problem;
    return redirect(303, `/van-ban/${id}`);
  },
};
