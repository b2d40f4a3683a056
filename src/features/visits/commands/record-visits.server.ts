import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { writeTold } from '#platform/commands/events.server.ts';
import type { ToldAlike } from '#platform/commands/field-command.server.ts';
import { parseInput } from '#platform/commands/parse-input.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { canSeeHousehold } from '#features/registry/policy.ts';
import { householdPlaces, type PlacedHousehold } from '#features/registry/queries/household-place.server.ts';
import { residentsNamed, VisitInput } from '../model/visit.ts';
import { canRecordVisit } from '../policy.ts';
import { recordedVisit } from './record-visit.server.ts';
import { writeVisits } from './save-visit.server.ts';
import { livesOf, type Life } from './visit-checks.server.ts';
import { visitRows, type VisitRows } from './visit-rows.server.ts';

/** A visit that is ready to be written, with the place that it is of. */
interface Ready {
  told: ToldAlike;
  input: VisitInput & { id: Id };
  place: PlacedHousehold;
  rows: VisitRows;
}

/**
 * `recordVisit` for the visits of a phone's day: the same questions and the same rules for each, but asked and written for
 * all at once. What is refused, came before or concerns a merged household is left to be done alone.
 */
export async function recordVisits(told: readonly ToldAlike[]): Promise<boolean[]> {
  const [first] = told;
  if (!first) return [];
  const inputs = told.map(({ input }) => readInput(input));
  const all = inputs.filter((input) => input !== null);
  const known = await knownVisits(
    first.ctx,
    all.map((input) => input.id),
  );
  const places = await householdPlaces(
    first.ctx,
    all.map((input) => input.householdId),
  );
  const lives = await livesOf(
    first.ctx,
    all.flatMap((input) => residentsNamed(input)),
  );
  const ready: (Ready | null)[] = [];
  for (const [index, input] of inputs.entries()) {
    const one = told[index];
    // The same id twice: the second is told apart from the first when that is written.
    const isNew = input !== null && !known.has(input.id);
    if (input !== null) known.add(input.id);
    ready.push(one && isNew ? await prepare(one, input, places.get(input.householdId), lives) : null);
  }
  const able = ready.filter((one) => one !== null);
  if (able.length === 0) return told.map(() => false);
  const written = await writeVisits(
    first.ctx,
    able.map((one) => one.rows),
  );
  const fresh = able.filter((one) => written.has(one.input.id));
  await writeTold(
    first.ctx.tx,
    fresh.map(({ told: { ctx }, input, place, rows }) => ({
      ctx,
      event: recordedVisit(input.id, input, place, rows.saved),
    })),
  );
  return ready.map((one) => one !== null && written.has(one.input.id));
}

function readInput(raw: unknown): (VisitInput & { id: Id }) | null {
  try {
    const input = parseInput(VisitInput, raw);
    return input.id === null ? null : { ...input, id: input.id };
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** Null for what is refused. */
async function prepare(
  told: ToldAlike,
  input: VisitInput & { id: Id },
  place: PlacedHousehold | undefined,
  lives: ReadonlyMap<Id, Life>,
): Promise<Ready | null> {
  const { ctx } = told;
  if (!place || !canSeeHousehold(ctx.actor, place) || !canRecordVisit(ctx.actor, place, input.form))
    return null;
  try {
    const target = {
      householdId: input.householdId,
      survivorId: place.id,
      hamletId: place.hamletId,
      registeredOn: place.registeredOn,
      memberId: ctx.actor.memberId,
      happenedAt: ctx.happenedAt,
      replaces: null,
    };
    return { told, input, place, rows: await visitRows(ctx, input.id, input, target, lives) };
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

async function knownVisits(ctx: ReadContext, ids: readonly Id[]): Promise<Set<Id>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: Id }>`
    select id from visits where commune_id = ${ctx.communeId} and id = any(${[...ids]}::uuid[])`.execute(
    ctx.tx,
  );
  return new Set(rows.map((row) => row.id));
}
