import * as z from 'zod/mini';
import { defineCommand, type WriteContext } from '#platform/commands/command.server.ts';
import { id } from '#shared/fields.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { found, Problem } from '#shared/problem.ts';
import { CatalogueInput, PlanChange, PlanInput, type PlanSettings } from './model.ts';
import { canKeepPlan } from './policy.ts';
import { getPlan } from './queries.server.ts';
import * as words from './words.ts';

/** Opens the plan of a year (R1, R2); one plan a year, else `duplicate`. Returns its id. */
export const createPlan = defineCommand({
  name: 'plan.create',
  input: PlanInput,
  load: async () => null,
  allow: (actor) => canKeepPlan(actor),
  run: (ctx, input) => insertPlan(ctx, input),
});

/** The insertion itself, for the set-up. */
export async function insertPlan(ctx: WriteContext, input: PlanInput): Promise<Id> {
  refuseBackwards(input);
  const twin = await ctx.tx
    .selectFrom('plans')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('year', '=', input.year)
    .executeTakeFirst();
  if (twin)
    throw new Problem('duplicate', {
      message: words.planOfYearExists(input.year),
      fields: { year: words.planOfYearExists(input.year) },
    });
  const planId = ctx.id();
  await ctx.tx
    .insertInto('plans')
    .values({
      commune_id: ctx.communeId,
      id: planId,
      ...columnsOf(input),
      created_at: ctx.now,
      closed_on: null,
    })
    .execute();
  await ctx.emit({
    name: 'plan.created',
    hamletId: null,
    subject: 'plan',
    subjectId: planId,
    data: { after: input },
  });
  return planId;
}

/** Changes number, date, texts and settings of a plan; what stood before is in the event. */
export const changePlan = defineCommand({
  name: 'plan.change',
  input: PlanChange,
  load: (ctx, input) => getPlan(ctx, input.planId),
  allow: (actor) => canKeepPlan(actor),
  run: async (ctx, input, plan) => {
    refuseClosed(plan);
    refuseBackwards(input);
    await ctx.tx
      .updateTable('plans')
      .set(columnsOf(input))
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', plan.id)
      .execute();
    await ctx.emit({
      name: 'plan.changed',
      hamletId: null,
      subject: 'plan',
      subjectId: plan.id,
      data: { before: plan, after: input },
    });
  },
});

/**
 * Writes on the plan the number and date under which its document was issued (R1), for the room of documents; asks no permission.
 * Other papers name the plan by them from then on.
 */
export async function numberPlan(
  ctx: WriteContext,
  planId: Id,
  issued: { number: string; issuedOn: Day },
): Promise<void> {
  const plan = await getPlan(ctx, planId);
  if (plan.number === issued.number && plan.issuedOn === issued.issuedOn) return;
  await ctx.tx
    .updateTable('plans')
    .set({ number: issued.number, issued_on: issued.issuedOn })
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', plan.id)
    .execute();
  await ctx.emit({
    name: 'plan.changed',
    hamletId: null,
    subject: 'plan',
    subjectId: plan.id,
    data: { before: { number: plan.number, issuedOn: plan.issuedOn }, after: issued },
  });
}

/**
 * Closes the plan of a year that is over (W22): its days, targets and settings stay as they are from then on, so that nothing said
 * of that year changes any more. Reports that are still owed are sent all the same. Closed twice is closed once. Tells
 * 'plan.closed'. Throws `state.conflict` before its last day has passed.
 */
export const closePlan = defineCommand({
  name: 'plan.close',
  input: z.object({ planId: id }),
  load: (ctx, input) => getPlan(ctx, input.planId),
  allow: (actor) => canKeepPlan(actor),
  run: async (ctx, _input, plan) => {
    if (plan.closedOn !== null) return;
    if (ctx.today <= plan.endsOn)
      throw new Problem('state.conflict', { message: words.stillRunning(plan.endsOn) });
    await ctx.tx
      .updateTable('plans')
      .set({ closed_on: ctx.today })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', plan.id)
      .execute();
    await ctx.emit({
      name: 'plan.closed',
      hamletId: null,
      subject: 'plan',
      subjectId: plan.id,
      data: { before: { closedOn: null }, after: { closedOn: ctx.today } },
    });
  },
});

/** Throws `state.conflict` for a plan whose year was closed: what was said of it stays. */
export function refuseClosed(plan: { closedOn: Day | null; year: number }): void {
  if (plan.closedOn !== null)
    throw new Problem('state.conflict', { message: words.isClosed(plan.year, plan.closedOn) });
}

function refuseBackwards(input: PlanInput): void {
  if (input.endsOn < input.startsOn)
    throw new Problem('input.invalid', { fields: { endsOn: words.endsBeforeStart } });
}

const columnsOf = (input: PlanInput) => ({
  year: input.year,
  number: input.number,
  issued_on: input.issuedOn,
  title: input.title,
  starts_on: input.startsOn,
  ends_on: input.endsOn,
  legal_basis: JSON.stringify(input.legalBasis),
  recipients: JSON.stringify(input.recipients),
  signer: JSON.stringify({
    authority: input.signerAuthority,
    title: input.signerTitle,
    name: input.signerName,
  }),
  settings: JSON.stringify({
    reportDueDay: input.reportDueDay,
    reportClosing: input.reportClosing,
    reportPutOff: input.reportPutOff,
    reportPeriods: input.reportPeriods,
    helperEveryDays: input.helperEveryDays,
  } satisfies PlanSettings),
});

/** Adds an entry to the catalogue or changes one (R12, R22, R24, R33). The code of an entry never changes. */
export const keepCatalogueEntry = defineCommand({
  name: 'catalogue.keep',
  input: CatalogueInput,
  load: async (ctx, input) =>
    input.entryId === null
      ? null
      : found(
          await ctx.tx
            .selectFrom('catalogue_entries')
            .selectAll()
            .where('commune_id', '=', ctx.communeId)
            .where('id', '=', input.entryId)
            .where('kind', '=', input.kind)
            .executeTakeFirst(),
        ),
  allow: (actor) => canKeepPlan(actor),
  run: async (ctx, input, entry) => {
    const changed = { name: input.name, position: input.position, details: JSON.stringify(detailsOf(input)) };
    if (entry) {
      await ctx.tx
        .updateTable('catalogue_entries')
        .set(changed)
        .where('commune_id', '=', ctx.communeId)
        .where('id', '=', entry.id)
        .execute();
      await ctx.emit({
        name: 'catalogue.changed',
        hamletId: null,
        subject: 'catalogue_entry',
        subjectId: entry.id,
        data: { before: entry, after: input },
      });
      return entry.id;
    }
    return insertCatalogueEntry(ctx, input);
  },
});

/** The insertion itself, for the set-up. Throws `duplicate` when the code is in use. */
export async function insertCatalogueEntry(ctx: WriteContext, input: CatalogueInput): Promise<Id> {
  const twin = await ctx.tx
    .selectFrom('catalogue_entries')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('kind', '=', input.kind)
    .where('code', '=', input.code)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  if (twin) throw new Problem('duplicate', { message: words.codeTaken, fields: { code: words.codeTaken } });
  const entryId = ctx.id();
  await ctx.tx
    .insertInto('catalogue_entries')
    .values({
      commune_id: ctx.communeId,
      id: entryId,
      kind: input.kind,
      code: input.code,
      name: input.name,
      details: JSON.stringify(detailsOf(input)),
      position: input.position,
      valid_from: ctx.today,
      valid_to: null,
    })
    .execute();
  await ctx.emit({
    name: 'catalogue.added',
    hamletId: null,
    subject: 'catalogue_entry',
    subjectId: entryId,
    data: { after: input },
  });
  return entryId;
}

function detailsOf(input: CatalogueInput): Record<string, unknown> {
  if (input.kind === 'platform') {
    const { pillar, domains, purpose, link, checkedOn, tracks, marketplace } = input;
    return {
      pillar: pillar ?? 'digital_society',
      domains,
      purpose: purpose ?? '',
      link,
      checkedOn,
      tracks,
      marketplace,
    };
  }
  return input.kind === 'outreach_form' ? { mass: input.mass } : {};
}

/** Takes an entry out of use from today on; what was recorded with it stays. */
export const retireCatalogueEntry = defineCommand({
  name: 'catalogue.retire',
  input: z.object({ entryId: id }),
  load: async (ctx, input) =>
    found(
      await ctx.tx
        .selectFrom('catalogue_entries')
        .select(['id', 'code', 'kind'])
        .where('commune_id', '=', ctx.communeId)
        .where('id', '=', input.entryId)
        .where('valid_to', 'is', null)
        .executeTakeFirst(),
    ),
  allow: (actor) => canKeepPlan(actor),
  run: async (ctx, _input, entry) => {
    await ctx.tx
      .updateTable('catalogue_entries')
      .set({ valid_to: ctx.today })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', entry.id)
      .execute();
    await ctx.emit({
      name: 'catalogue.retired',
      hamletId: null,
      subject: 'catalogue_entry',
      subjectId: entry.id,
      data: { code: entry.code },
    });
  },
});
