import type { Selectable } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { found } from '#shared/problem.ts';
import type { PlanTable } from './tables.ts';
import {
  usualSettings,
  type CatalogueKind,
  type OutreachFormDetails,
  type PlanSettings,
  type PlatformDetails,
  type Signer,
} from './model.ts';

export interface Plan {
  id: Id;
  year: number;
  number: string | null;
  issuedOn: Day | null;
  title: string;
  startsOn: Day;
  endsOn: Day;
  legalBasis: string[];
  recipients: string[];
  signer: Signer;
  settings: PlanSettings;
  closedOn: Day | null;
}

/** The plan in force on a day (today when none is given): the newest one that has begun; undefined when the commune has none. */
export async function findPlan(ctx: ReadContext, day: Day = ctx.today): Promise<Plan | undefined> {
  const row = await ctx.tx
    .selectFrom('plans')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('starts_on', '<=', day)
    .orderBy('starts_on', 'desc')
    .executeTakeFirst();
  return row && toPlan(row);
}

export async function listPlans(ctx: ReadContext): Promise<Plan[]> {
  const rows = await ctx.tx
    .selectFrom('plans')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .orderBy('year', 'desc')
    .execute();
  return rows.map(toPlan);
}

export async function getPlan(ctx: ReadContext, id: Id): Promise<Plan> {
  const row = await ctx.tx
    .selectFrom('plans')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .executeTakeFirst();
  return toPlan(found(row));
}

function toPlan(row: Selectable<PlanTable>): Plan {
  return {
    id: row.id,
    year: row.year,
    number: row.number,
    issuedOn: row.issued_on,
    title: row.title,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    legalBasis: row.legal_basis,
    recipients: row.recipients,
    signer: row.signer,
    // A plan from before a setting was thought of has the usual one.
    settings: { ...usualSettings, ...row.settings },
    closedOn: row.closed_on,
  };
}

export interface CatalogueEntry<Details = Record<string, unknown>> {
  id: Id;
  kind: CatalogueKind;
  code: string;
  name: string;
  position: number;
  details: Details;
}

type DetailsOf = { platform: PlatformDetails; outreach_form: OutreachFormDetails } & Record<
  CatalogueKind,
  Record<string, unknown>
>;

/** Entries of one kind that are valid today, in the office's order. */
export async function listCatalogue<Kind extends CatalogueKind>(
  ctx: ReadContext,
  kind: Kind,
): Promise<CatalogueEntry<DetailsOf[Kind]>[]> {
  const rows = await ctx.tx
    .selectFrom('catalogue_entries')
    .select(['id', 'kind', 'code', 'name', 'position', 'details'])
    .where('commune_id', '=', ctx.communeId)
    .where('kind', '=', kind)
    .where('valid_to', 'is', null)
    .orderBy('position')
    .orderBy('code')
    .execute();
  // The details of an entry are written by `keepCatalogueEntry` alone, by its kind.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return rows.map((row) => ({ ...row, details: row.details as DetailsOf[Kind] }));
}

/** An entry that is valid today, or undefined. */
export async function findCatalogueEntry(ctx: ReadContext, id: Id): Promise<CatalogueEntry | undefined> {
  const row = await ctx.tx
    .selectFrom('catalogue_entries')
    .select(['id', 'kind', 'code', 'name', 'position', 'details'])
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  return row && { ...row, details: Object.fromEntries(Object.entries(row.details ?? {})) };
}

/** Names of entries by code, retired ones too: history keeps its words. */
export async function catalogueNames(ctx: ReadContext, kind: CatalogueKind): Promise<Map<string, string>> {
  const rows = await ctx.tx
    .selectFrom('catalogue_entries')
    .select(['code', 'name'])
    .where('commune_id', '=', ctx.communeId)
    .where('kind', '=', kind)
    .orderBy('valid_from')
    .execute();
  return new Map(rows.map((row) => [row.code, row.name]));
}
