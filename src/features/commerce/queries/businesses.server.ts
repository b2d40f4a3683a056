import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import { dayOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { found, notFound } from '#shared/problem.ts';
import { hamletsOf } from '#features/accounts/model.ts';
import { findHamlet } from '#features/org/queries.server.ts';
import { catalogueNames } from '#features/plans/queries.server.ts';
import {
  pipelineOf,
  type BusinessKind,
  type Doing,
  type Pipeline,
  type SellingStep,
  type StepRow,
} from '../model.ts';
import { canOpenBusinesses, canSeeAllBusinesses, canSeeBusiness, type BusinessPlace } from '../policy.ts';

/** A row of the pipeline with who helped. */
export interface BusinessStep extends StepRow {
  memberId: Id | null;
  member: string | null;
  /** A code of the catalogue, and the name that it has there. */
  marketplace: string | null;
  marketplaceName: string | null;
  note: string | null;
  recordedBy: string | null;
}

export interface Business extends BusinessPlace, Doing {
  id: Id;
  hamlet: string;
  householdId: Id | null;
  kind: BusinessKind;
  name: string;
  products: string;
  contactName: string | null;
  note: string | null;
  closedOn: Day | null;
  registeredOn: Day;
  pipeline: Pipeline<BusinessStep>;
  /** When its newest promise of quality was signed; null: none. */
  committedOn: Day | null;
  technologies: number;
}

/** Businesses of a hamlet (null: of all that the actor sees), in the order of hamlets. Throws `not_found` where the actor sees none. */
export async function listBusinesses(ctx: ReadContext, hamletId: Id | null): Promise<Business[]> {
  const { actor } = ctx;
  if (hamletId === null ? !canOpenBusinesses(actor) : !canSeeBusiness(actor, { hamletId })) throw notFound();
  if (hamletId !== null) {
    found(await findHamlet(ctx, hamletId));
    return businesses(ctx, { hamletIds: [hamletId] });
  }
  return businesses(
    ctx,
    canSeeAllBusinesses(actor)
      ? {}
      : { hamletIds: hamletsOf(actor, 'member', 'hamlet_team_leader', 'hamlet_head') },
  );
}

/** One business; throws `not_found` when there is none that the actor may see. */
export async function getBusiness(ctx: ReadContext, id: Id): Promise<Business> {
  const [business] = await businesses(ctx, { id });
  return visible(business, (one) => canSeeBusiness(ctx.actor, one));
}

/** The same, its row held until commit: two who record a step at once take one after the other. */
export async function holdBusiness(ctx: ReadContext, id: Id): Promise<Business> {
  await ctx.tx
    .selectFrom('businesses')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return getBusiness(ctx, id);
}

/** Every row of a business's pipeline, oldest first. */
export async function listBusinessSteps(ctx: ReadContext, id: Id): Promise<BusinessStep[]> {
  return (await stepsOf(ctx, [(await getBusiness(ctx, id)).id])).get(id) ?? [];
}

async function businesses(ctx: ReadContext, which: { id?: Id; hamletIds?: Id[] }): Promise<Business[]> {
  const rows = await ctx.tx
    .selectFrom('businesses as b')
    .innerJoin('hamlets as h', (join) =>
      join.on('h.commune_id', '=', ctx.communeId).onRef('h.id', '=', 'b.hamlet_id'),
    )
    .selectAll('b')
    .select((on) => [
      'h.name as hamlet',
      on
        .selectFrom('quality_commitments as q')
        .select((inner) => inner.fn.max('q.signed_on').as('signed'))
        .where('q.commune_id', '=', ctx.communeId)
        .whereRef('q.business_id', '=', 'b.id')
        .as('committed_on'),
      on
        .selectFrom('business_technologies as t')
        .select(on.fn.countAll<number>().as('count'))
        .where('t.commune_id', '=', ctx.communeId)
        .whereRef('t.business_id', '=', 'b.id')
        .as('technologies'),
    ])
    .where('b.commune_id', '=', ctx.communeId)
    .$if(which.id !== undefined, (query) => query.where('b.id', '=', which.id ?? ''))
    .$if(which.hamletIds !== undefined, (query) => query.where('b.hamlet_id', 'in', which.hamletIds ?? []))
    .orderBy('h.code')
    .orderBy('b.name')
    .orderBy('b.id')
    .execute();
  const steps = await stepsOf(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    hamletId: row.hamlet_id,
    hamlet: row.hamlet,
    householdId: row.household_id,
    kind: row.kind,
    name: row.name,
    products: row.products,
    contactName: row.contact_name,
    note: row.note,
    closedOn: row.closed_on,
    registeredOn: row.registered_on,
    pipeline: pipelineOf(steps.get(row.id) ?? []),
    committedOn: row.committed_on,
    movedOn: movedOn(row.registered_on, steps.get(row.id) ?? []),
    technologies: row.technologies ?? 0,
  }));
}

/** When something of its pipeline was last written down, or it was registered. */
function movedOn(registeredOn: Day, steps: readonly BusinessStep[]): Day {
  const days = steps.map(({ recordedAt }) => dayOf(recordedAt));
  return [registeredOn, ...days].toSorted().at(-1) ?? registeredOn;
}

async function stepsOf(ctx: ReadContext, ids: Id[]): Promise<Map<Id, BusinessStep[]>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('business_steps as s')
    .leftJoin('team_members as m', (join) =>
      join.on('m.commune_id', '=', ctx.communeId).onRef('m.id', '=', 's.member_id'),
    )
    .leftJoin('accounts as a', (join) =>
      join.on('a.commune_id', '=', ctx.communeId).onRef('a.id', '=', 's.recorded_by'),
    )
    .selectAll('s')
    .select(['m.full_name as member', 'a.full_name as recorder'])
    .where('s.commune_id', '=', ctx.communeId)
    .where('s.business_id', 'in', ids)
    .orderBy('s.recorded_at')
    .orderBy('s.id')
    .execute();
  const names = await catalogueNames(ctx, 'platform');
  const toStep = (row: (typeof rows)[number]): BusinessStep => ({
    id: row.id,
    step: row.step satisfies SellingStep,
    takenBack: row.taken_back,
    doneOn: row.done_on,
    recordedAt: row.recorded_at,
    memberId: row.member_id,
    member: row.member,
    marketplace: row.marketplace,
    marketplaceName: row.marketplace && (names.get(row.marketplace) ?? row.marketplace),
    note: row.note,
    recordedBy: row.recorder,
  });
  return new Map([...Map.groupBy(rows, (row) => row.business_id)].map(([id, own]) => [id, own.map(toStep)]));
}
