import { sql } from 'kysely';
import type { WriteContext } from '#platform/commands/command.server.ts';
import { Problem, type FieldProblems } from '#shared/problem.ts';
import { dayOf, firstDayOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { findPlan, listCatalogue } from '#features/plans/queries.server.ts';
import { canSeeHousehold } from '#features/registry/policy.ts';
import { goesOn } from '#features/visits/facts.server.ts';
import { wrongDay, type OutreachInput } from '../model.ts';
import * as words from '../words.ts';

/**
 * Writes a session with its households. Answers with its day and the households that may look different now; null when
 * this id was written meanwhile by a second sending of the same (P3). Throws `input.invalid` for a day, a code or a
 * household that cannot be.
 */
export async function saveSession(
  ctx: WriteContext,
  id: Id,
  session: Omit<OutreachInput, 'id'>,
  before: { id: Id; heldOn: Day } | null,
): Promise<{ on: Day; householdIds: Id[] } | null> {
  const on = session.heldOn ?? before?.heldOn ?? dayOf(ctx.happenedAt);
  const plan = await findPlan(ctx);
  const wrong = wrongDay(on, ctx.today, plan?.startsOn ?? firstDayOf(`${ctx.today.slice(0, 4)}-01`));
  if (wrong) throw new Problem('input.invalid', { fields: { heldOn: wrong } });
  await checkCodes(ctx, session);
  const households = await survivorsOf(ctx, session.householdIds);

  const written = await ctx.tx
    .insertInto('outreach_sessions')
    .values({
      commune_id: ctx.communeId,
      id,
      hamlet_id: session.hamletId,
      form: session.form,
      held_on: on,
      place: session.place,
      topics: [...new Set(session.topics)],
      reach_kind: session.reach,
      estimated_people: session.estimatedPeople,
      note: session.note,
      recorded_at: ctx.now,
      recorded_by: ctx.actor.accountId,
      replaces: before?.id ?? null,
      void: false,
    })
    .onConflict((conflict) => conflict.columns(['commune_id', 'id']).doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) return null;
  if (households.size > 0) {
    await ctx.tx
      .insertInto('outreach_households')
      .values(
        [...households.keys()].map((householdId) => ({
          commune_id: ctx.communeId,
          session_id: id,
          household_id: householdId,
        })),
      )
      .execute();
  }
  return { on, householdIds: [...new Set(households.values())] };
}

async function checkCodes(ctx: WriteContext, session: Omit<OutreachInput, 'id'>): Promise<void> {
  const forms = await listCatalogue(ctx, 'outreach_form');
  const topics = new Set((await listCatalogue(ctx, 'topic')).map((entry) => entry.code));
  const form = forms.find((entry) => entry.code === session.form);
  const fields: FieldProblems = {};
  if (!form) fields['form'] = words.notInCatalogue;
  // A broadcast or a banner names nobody (T2).
  if (form?.details.mass === true && session.reach === 'listed') fields['reach'] = words.massForm;
  session.topics.forEach((topic, index) => {
    if (!topics.has(topic)) fields[`topics.${index}`] = words.notInCatalogue;
  });
  if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
}

/** The listed households, each with the one that goes on for it. One that the actor may not see looks like none (law 6). */
async function survivorsOf(ctx: WriteContext, householdIds: readonly Id[]): Promise<Map<Id, Id>> {
  const wanted = [...new Set(householdIds)];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ id: Id; survivor: Id; hamlet_id: Id }>`
    select h.id, last.id as survivor, last.hamlet_id
      from households as h
      left join ${goesOn('households', { communeId: ctx.communeId })} as m on m.id = h.id
      join households as last on last.commune_id = ${ctx.communeId} and last.id = coalesce(m.goes_on, h.id)
     where h.commune_id = ${ctx.communeId} and h.id = any(${wanted}::uuid[])`.execute(ctx.tx);
  const seen = rows.filter((row) => canSeeHousehold(ctx.actor, { hamletId: row.hamlet_id }));
  if (seen.length < wanted.length)
    throw new Problem('input.invalid', { fields: { householdIds: words.householdUnknown } });
  return new Map(seen.map((row) => [row.id, row.survivor]));
}
