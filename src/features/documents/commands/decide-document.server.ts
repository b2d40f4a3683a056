import type { UpdateObject } from 'kysely';
import { defineCommand, type ReadContext, type WriteContext } from '#platform/commands/command.server.ts';
import type { Tables } from '#platform/db/tables.ts';
import { isId, type Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { numberPlan } from '#features/plans/commands.server.ts';
import { missingIn } from '../model/content.ts';
import { nextDocumentState, type DocumentAction } from '../model/document-state.ts';
import { DocumentInput, NumberInput, ReturnInput } from '../model/inputs.ts';
import { holdNumbers, isNumberTaken, yearOf } from '../number-once.server.ts';
import { canApproveDocument, canDraftDocument, canRegisterDocument } from '../policy.ts';
import { holdDocument, type StoredDocument } from '../queries/find-document.server.ts';
import { matterOf } from '../queries/matter-of.server.ts';
import { missingNames } from '../missing-names.ts';
import * as words from '../words.ts';

const told: Record<DocumentAction, string> = {
  approve: 'document.approved',
  return: 'document.returned',
  number: 'document.numbered',
  issue: 'document.issued',
  discard: 'document.discarded',
};

async function step(
  ctx: WriteContext,
  document: StoredDocument,
  action: DocumentAction,
  change: UpdateObject<Tables, 'documents'> = {},
  data: Record<string, unknown> = {},
): Promise<void> {
  const state = nextDocumentState(document.state, action);
  if (state === null) throw new Problem('state.conflict', { message: words.cannotNow[action] });
  await ctx.tx
    .updateTable('documents')
    .set({ ...change, state, updated_at: ctx.now })
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', document.id)
    .execute();
  await ctx.emit({
    name: told[action],
    hamletId: null,
    subject: 'document',
    subjectId: document.id,
    data: { kind: document.kind, before: { state: document.state }, after: { state }, ...data },
  });
}

/** A document and what it says: who may approve is told by its settings. */
async function holdMatter(ctx: ReadContext, documentId: Id) {
  const document = await holdDocument(ctx, documentId);
  return { document, matter: await matterOf(ctx, document) };
}

/**
 * Who is competent to sign approves (NĐ 30/2020, Điều 11): text, settings, groups and names are frozen by value. Who wrote does
 * not approve. Throws `state.conflict` while something that the form needs is missing.
 */
export const approveDocument = defineCommand({
  name: 'document.approve',
  input: DocumentInput,
  load: (ctx, input) => holdMatter(ctx, input.documentId),
  allow: (actor, { matter }) => canApproveDocument(actor, matter.settings.signer),
  run: async (ctx, _input, { document, matter }) => {
    if (document.preparedBy === ctx.actor.accountId)
      throw new Problem('state.conflict', { message: words.ownWork });
    const missing = missingIn(matter.content);
    if (document.state === 'draft' && missing.length > 0)
      throw new Problem('state.conflict', { message: words.stillMissing(missingNames(missing)) });
    await step(ctx, document, 'approve', {
      snapshot: JSON.stringify(matter),
      approved_by: ctx.actor.accountId,
      approved_at: ctx.now,
      returned_by: null,
      returned_at: null,
      return_note: null,
    });
  },
});

/** Sends an approved document back with what is to be mended: it is a draft again. */
export const returnDocument = defineCommand({
  name: 'document.return',
  input: ReturnInput,
  load: (ctx, input) => holdMatter(ctx, input.documentId),
  allow: (actor, { matter }) => canApproveDocument(actor, matter.settings.signer),
  run: (ctx, { note }, { document }) =>
    step(
      ctx,
      document,
      'return',
      {
        snapshot: null,
        approved_by: null,
        approved_at: null,
        returned_by: ctx.actor.accountId,
        returned_at: ctx.now,
        return_note: note,
      },
      { note },
    ),
});

/** Puts a draft away that nobody needs; it stays on record. */
export const discardDocument = defineCommand({
  name: 'document.discard',
  input: DocumentInput,
  load: (ctx, input) => holdDocument(ctx, input.documentId),
  allow: (actor) => canDraftDocument(actor),
  run: (ctx, _input, document) => step(ctx, document, 'discard'),
});

/**
 * The records clerk gives number and date, as they stand in the register; the product never makes one (domain/04 §3.4). Throws
 * `input.invalid` for a day to come, and for a number that another document of the year has (Điều 15: once in a year).
 */
export const numberDocument = defineCommand({
  name: 'document.number',
  input: NumberInput,
  load: (ctx, input) => holdDocument(ctx, input.documentId),
  allow: (actor) => canRegisterDocument(actor),
  run: async (ctx, { number, datedOn }, document) => {
    if (datedOn > ctx.today) throw new Problem('input.invalid', { fields: { datedOn: words.datedLater } });
    await holdNumbers(ctx);
    if (await isNumberTaken(ctx, { number, datedOn }, document.id))
      throw new Problem('input.invalid', { fields: { number: words.numberTaken(number, yearOf(datedOn)) } });
    await step(
      ctx,
      document,
      'number',
      { number, dated_on: datedOn, numbered_by: ctx.actor.accountId },
      { number, datedOn, beforeNumbers: document.registered },
    );
  },
});

/** Issues a numbered document to its places; nothing of it changes after. The plan it was made of bears its number from then on. */
export const issueDocument = defineCommand({
  name: 'document.issue',
  input: DocumentInput,
  load: (ctx, input) => holdDocument(ctx, input.documentId),
  allow: (actor) => canRegisterDocument(actor),
  run: async (ctx, _input, document) => {
    await step(ctx, document, 'issue', { issued_by: ctx.actor.accountId, issued_at: ctx.now });
    const { number, datedOn } = document.registered;
    if (document.kind === 'plan' && isId(document.about ?? '') && number !== null && datedOn !== null)
      await numberPlan(ctx, document.about ?? '', { number, issuedOn: datedOn });
  },
});
