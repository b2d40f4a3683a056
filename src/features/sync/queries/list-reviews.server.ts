import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { found, notFound } from '#shared/problem.ts';
import { findHamlet } from '#features/org/queries.server.ts';
import { fieldNames, valueInWords } from '../attention-words.ts';
import type { Outcome } from '../model/operation.ts';
import { canReview, canReviewAll, hamletsKept } from '../policy.ts';

/** Two words about who somebody is, side by side, in words. */
export interface OpenReview {
  id: Id;
  /** Where the person lives now. */
  hamletId: Id;
  hamletName: string | null;
  householdId: Id;
  /** The person as the register has them; null when they are no longer in it. */
  personName: string | null;
  /** "Họ và tên" */
  field: string;
  told: string;
  toldByName: string;
  toldAt: Date;
  /** What the register says now. */
  stands: string;
  /** Who wrote what stood when the phone told otherwise, and when (ISO 8601); null when nobody knows. */
  stoodBy: string | null;
  stoodAt: string | null;
  /** The person was merged or withdrawn: what the phone told cannot be written any more. */
  isGone: boolean;
}

interface Row {
  id: Id;
  hamlet_id: Id;
  hamlet_name: string | null;
  household_id: Id;
  subject_name: string | null;
  field: string;
  told: unknown;
  told_by_name: string;
  told_at: Date;
  stood: unknown;
  full_name: string | null;
  birth: unknown;
  outcome: Outcome | null;
  is_gone: boolean;
}

/** No queue is longer than a person works through at once. */
const mostReviews = 200;

/**
 * Open questions of the hamlets that the actor keeps (or of one), oldest first; a person who moved is asked about where they
 * live now. Throws `not_found` for a hamlet that the actor does not keep.
 */
export async function listReviews(ctx: ReadContext, hamletId: Id | null): Promise<OpenReview[]> {
  if (hamletId !== null) {
    if (!canReview(ctx.actor, hamletId)) throw notFound();
    found(await findHamlet(ctx, hamletId));
  }
  const hamlets = hamletId === null ? hamletsKept(ctx.actor) : [hamletId];
  const everywhere = hamletId === null && canReviewAll(ctx.actor);
  const { rows } = await sql<Row>`
    select v.id, place.hamlet_id, hm.name as hamlet_name, coalesce(h.id, v.household_id) as household_id,
           coalesce(r.full_name, h.head_name) as subject_name, v.field, v.told, a.full_name as told_by_name, v.told_at, v.stood,
           r.full_name, json_build_object('date', r.birth_date, 'precision', r.birth_precision) as birth, o.outcome,
           h.id is null or h.merged_into is not null
             or (v.subject = 'resident' and (r.id is null or r.merged_into is not null)) as is_gone
      from sync_reviews as v
      join accounts as a on a.commune_id = ${ctx.communeId} and a.id = v.told_by
      left join residents as r on r.commune_id = ${ctx.communeId} and r.id = v.subject_id and v.subject = 'resident'
      left join households as h on h.commune_id = ${ctx.communeId} and h.id = coalesce(r.household_id, v.household_id)
      left join sync_operations as o on o.commune_id = ${ctx.communeId} and o.op_id = v.op_id
     cross join lateral (select coalesce(h.hamlet_id, v.hamlet_id) as hamlet_id) as place
      left join hamlets as hm on hm.commune_id = ${ctx.communeId} and hm.id = place.hamlet_id
     where v.commune_id = ${ctx.communeId} and v.decided_at is null
       and (${everywhere} or place.hamlet_id = any(${hamlets}::uuid[]))
     order by v.created_at, v.id
     limit ${mostReviews}`.execute(ctx.tx);
  return rows.map(toReview);
}

function toReview(row: Row): OpenReview {
  const last = row.outcome && 'overruled' in row.outcome ? row.outcome.overruled : [];
  const written = last.find((one) => one.field === row.field);
  return {
    id: row.id,
    hamletId: row.hamlet_id,
    hamletName: row.hamlet_name,
    householdId: row.household_id,
    personName: row.is_gone ? null : row.subject_name,
    field: fieldNames[row.field] ?? row.field,
    told: valueInWords(row.field, row.told),
    toldByName: row.told_by_name,
    toldAt: row.told_at,
    stands: valueInWords(row.field, standsNow(row)),
    stoodBy: written?.by ?? null,
    stoodAt: written?.at ?? null,
    isGone: row.is_gone,
  };
}

function standsNow(row: Row): unknown {
  if (row.full_name === null) return row.stood;
  if (row.field === 'fullName') return row.full_name;
  return row.field === 'birth' ? row.birth : row.stood;
}
