import { isDeepStrictEqual } from 'node:util';
import { defineCommand, visible, type WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { getCommune } from '#features/org/queries.server.ts';
import { findPlan, getPlan } from '#features/plans/queries.server.ts';
import { targetsInForce } from '#features/targets/in-force.server.ts';
import { getClass } from '#features/training/queries/classes.server.ts';
import { listTrainees } from '#features/training/queries/trainees.server.ts';
import { getInspection } from '#features/inspection/queries/inspections.server.ts';
import { askedQuestions } from '#features/inspection/queries/inspection-page.server.ts';
import { findingsOf } from '#features/inspection/queries/findings.server.ts';
import { notFound, Problem } from '#shared/problem.ts';
import { inspectionMinutesOf } from '../drafts/inspection-text.ts';
import * as letter from '../drafts/letter-text.ts';
import { planClosing, planOpening, planTexts, subjectOfPlan, type DraftPlace } from '../drafts/plan-text.ts';
import { contents, type Commended } from '../model/content.ts';
import { dayInText } from '../model/fields.ts';
import { DraftInput } from '../model/inputs.ts';
import { canDraftDocument, canSeeDocuments } from '../policy.ts';
import { holdDocument } from '../queries/find-document.server.ts';
import * as words from '../words.ts';
import { writeContent } from './write-content.server.ts';

/**
 * Drafts a document from what is known and returns its id; when there is a draft of the same thing already (the plan, the
 * period's letter, the year's list, the class, the inspection), that one, as it stands; of a movement's list the people are
 * those of now. Throws `input.invalid` when nobody is to be commended, `not_found` for a plan that is not there, an inspection that was not held.
 */
export const draftDocument = defineCommand({
  name: 'document.draft',
  input: DraftInput,
  load: async (ctx) => visible(ctx.actor, canSeeDocuments),
  allow: (actor) => canDraftDocument(actor),
  run: async (ctx, input): Promise<Id> => {
    if (input.kind === 'commendation_list' && input.commended.length === 0)
      throw new Problem('input.invalid', { message: words.nobodyCommended });
    const { about, content } = await firstContent(ctx, input);
    const id = ctx.id();
    const inserted = await ctx.tx
      .insertInto('documents')
      .values({
        commune_id: ctx.communeId,
        id,
        kind: input.kind,
        state: 'draft',
        about,
        content: JSON.stringify(content),
        snapshot: null,
        prepared_by: ctx.actor.accountId,
        approved_by: null,
        approved_at: null,
        returned_by: null,
        returned_at: null,
        return_note: null,
        number: null,
        dated_on: null,
        numbered_by: null,
        issued_by: null,
        issued_at: null,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n) {
      const standing = await standingDraft(ctx, input.kind, about ?? '');
      if (input.kind === 'commendation_list') await nameAgain(ctx, standing, input.commended);
      return standing;
    }
    await ctx.emit({
      name: 'document.drafted',
      hamletId: null,
      subject: 'document',
      subjectId: id,
      data: { kind: input.kind, about },
    });
    return id;
  },
});

async function standingDraft(ctx: WriteContext, kind: DraftInput['kind'], about: string): Promise<Id> {
  const { id } = await ctx.tx
    .selectFrom('documents')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('kind', '=', kind)
    .where('about', '=', about)
    .where('state', '=', 'draft')
    .executeTakeFirstOrThrow();
  return id;
}

/** Somebody was confirmed since: the draft's text stays, its people are those of now. */
async function nameAgain(ctx: WriteContext, documentId: Id, commended: Commended[]): Promise<void> {
  const { typed } = await holdDocument(ctx, documentId);
  const after = { ...typed, commended };
  if (isDeepStrictEqual(after, typed)) return;
  await writeContent(ctx, { id: documentId, kind: 'commendation_list', typed }, after);
}

/** The first content of a kind, and what it is about. */
async function firstContent(
  ctx: WriteContext,
  input: DraftInput,
): Promise<{ about: string | null; content: unknown }> {
  const commune = await getCommune(ctx);
  const place: DraftPlace = { commune: commune.title, team: commune.teamKindName };
  const year = Number(ctx.today.slice(0, 4));
  switch (input.kind) {
    case 'plan':
      return { about: input.planId, content: await planContent(ctx, place, input.planId) };
    case 'reminder':
      return { about: input.about, content: await reminderContent(ctx, place, input) };
    case 'group_list':
      return {
        about: String(year),
        content: contents.group_list.parse({
          subject: letter.listSubject(place, year),
          text: letter.listText(place, year),
        }),
      };
    case 'commendation_list':
      return {
        about: input.movementId,
        content: contents.commendation_list.parse({
          subject: letter.commendationSubject(input.movement),
          text: letter.commendationText(place, input.movement),
          commended: input.commended,
        }),
      };
    case 'invitation':
      if (input.classId !== null)
        return { about: input.classId, content: await classInvitation(ctx, place, input.classId) };
      return {
        about: null,
        content: contents.invitation.parse({
          subject: letter.invitationSubject(place.team),
          event: letter.invitationEvent(place.team),
          note: letter.invitationNote,
        }),
      };
    case 'minutes':
      if (input.inspectionId !== null)
        return {
          about: input.inspectionId,
          content: await inspectionMinutes(ctx, place, input.inspectionId),
        };
      return { about: null, content: contents.minutes.parse({ subject: letter.minutesSubject(place) }) };
  }
}

/** Title, legal basis and targets of the plan (their sentences are the plan's own), and its first texts. */
async function planContent(ctx: WriteContext, place: DraftPlace, planId: Id): Promise<unknown> {
  const plan = await getPlan(ctx, planId);
  const isNow = plan.startsOn <= ctx.today && ctx.today <= plan.endsOn;
  const targets = await targetsInForce(ctx, isNow ? ctx.today : plan.startsOn);
  const goals = targets?.plan.id === plan.id ? targets.definitions.map(({ planText }) => planText) : [];
  return contents.plan.parse({
    subject: subjectOfPlan(plan.title),
    basis: plan.legalBasis,
    opening: planOpening(place),
    sections: { ...planTexts(place, plan.settings.reportDueDay), goals: goals.join('\n') },
    closing: planClosing(place),
  });
}

/** To a class: who is in it, what is taught, when and where; throws `not_found` for one that is not there. */
async function classInvitation(ctx: WriteContext, place: DraftPlace, classId: Id): Promise<unknown> {
  const one = await getClass(ctx, classId);
  const trainees = await listTrainees(ctx, one.id);
  return contents.invitation.parse({
    subject: letter.classSubject(one.name),
    invited: trainees.map(letter.traineeInvited),
    event: letter.classEvent(place.team, one),
    chair: one.organiser,
    heldOn: one.heldOn,
    heldAt: one.startsAt,
    place: one.place ?? letter.onlineAt(one.link),
    note: letter.invitationNote,
  });
}

/** Of an inspection that was held: who went, what was found of each question, what is to be put right; else throws `not_found`. */
async function inspectionMinutes(ctx: WriteContext, place: DraftPlace, inspectionId: Id): Promise<unknown> {
  const one = await getInspection(ctx, inspectionId);
  if (one.heldOn === null) throw notFound();
  return contents.minutes.parse(
    inspectionMinutesOf(place, one, await askedQuestions(ctx, one.id), await findingsOf(ctx, one.id)),
  );
}

async function reminderContent(
  ctx: WriteContext,
  place: DraftPlace,
  { period, owing }: Extract<DraftInput, { kind: 'reminder' }>,
): Promise<unknown> {
  const plan = await findPlan(ctx);
  const named =
    plan?.number && plan.issuedOn
      ? `Kế hoạch số ${plan.number} ${dayInText(plan.issuedOn)} của Ủy ban nhân dân ${place.commune}`
      : null;
  return contents.reminder.parse({
    subject: letter.reminderSubject(place, period),
    addressees: owing.map(({ name }) => letter.headOf(name)),
    text: letter.reminderText(place, {
      period,
      today: ctx.today,
      owing,
      plan: named,
      dueDay: plan?.settings.reportDueDay ?? 10,
    }),
  });
}
