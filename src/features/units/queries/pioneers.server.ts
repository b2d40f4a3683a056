import { sql, type RawBuilder } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import { firstDayOf, lastDayOf, type Month } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { compareUnits, type UnitKind } from '../model.ts';
import { pioneerTotals, type PioneerCounts, type PioneerMeasure, type PioneerTotal } from '../pioneers.ts';
import { canDeclarePioneers, canSeeAllUnits } from '../policy.ts';
import { getUnit, listUnits, type Unit } from './units.server.ts';

/** What a unit declared of a month, and who wrote it down. */
export interface Declaration extends PioneerCounts {
  month: Month;
  declaredAt: Date;
  declarerName: string | null;
  /** Where the office had it from, when it typed it in. */
  source: string | null;
}

export interface PioneerRow {
  unitId: Id;
  name: string;
  kind: UnitKind;
  /** Null: it has not declared; shown as "—". */
  declared: Declaration | null;
}

export interface PioneerTable {
  month: Month;
  rows: PioneerRow[];
  /** Units that were asked or have declared, and those that have. */
  units: number;
  declared: number;
  totals: Record<PioneerMeasure, PioneerTotal>;
}

/** The units that are asked for a month, with what they declared; for who reads all units, else `not_found`. */
export async function pioneerTable(ctx: ReadContext, month: Month): Promise<PioneerTable> {
  visible(ctx.actor, canSeeAllUnits);
  return pioneersAsOf(ctx, month, ctx.now);
}

/**
 * The same as it was written down by a moment: a unit is in it that was asked of this month and a unit in it, or has declared.
 * Asks no permission: who calls it has.
 */
export async function pioneersAsOf(ctx: ReadContext, month: Month, cutoffAt: Date): Promise<PioneerTable> {
  const declared = new Map(
    (await standing(ctx, sql`c.month = ${month} and c.declared_at <= ${cutoffAt}`)).map(
      ({ unitId, ...one }) => [unitId, one],
    ),
  );
  const { rows: units } = await sql<{ id: Id; name: string; kind: UnitKind }>`
    select u.id, u.name, u.kind from units as u
     where u.commune_id = ${ctx.communeId}
       and (u.id = any(${[...declared.keys()]}::uuid[])
            or (u.pioneers_from <= ${month} and u.started_on <= ${lastDayOf(month)}::date
                and (u.ended_on is null or u.ended_on >= ${firstDayOf(month)}::date)))`.execute(ctx.tx);
  const rows = units.toSorted(compareUnits).map(({ id, name, kind }) => ({
    unitId: id,
    name,
    kind,
    declared: declared.get(id) ?? null,
  }));
  return {
    month,
    rows,
    units: rows.length,
    declared: declared.size,
    totals: pioneerTotals(rows.map((row) => row.declared)),
  };
}

/** What a unit declared, the newest month first. Throws `not_found` when the actor may not see the unit. */
export async function declarationsOf(ctx: ReadContext, unitId: Id): Promise<Declaration[]> {
  const unit = await getUnit(ctx, unitId);
  const declared = await standing(ctx, sql`c.unit_id = ${unit.id}`);
  return declared
    .map(({ unitId: _unitId, ...one }) => one)
    .toSorted((one, other) => (one.month < other.month ? 1 : -1));
}

/** The living units for which the actor may declare a month, that are asked of it and have not. */
export async function unitsOwing(ctx: ReadContext, month: Month): Promise<Unit[]> {
  const units = (await listUnits(ctx)).filter(
    (unit) => unit.pioneersFrom !== null && unit.pioneersFrom <= month && canDeclarePioneers(ctx.actor, unit),
  );
  if (units.length === 0) return [];
  const declared = new Set((await standing(ctx, sql`c.month = ${month}`)).map(({ unitId }) => unitId));
  return units.filter(({ id }) => !declared.has(id));
}

interface Row {
  unit_id: Id;
  month: Month;
  staff: number;
  vneid: number | null;
  services: number | null;
  e_payment: number | null;
  source: string | null;
  declared_at: Date;
  full_name: string | null;
}

/** The newest declaration of each unit and month; the caller decides who may see them. */
async function standing(
  ctx: ReadContext,
  where: RawBuilder<unknown>,
): Promise<(Declaration & { unitId: Id })[]> {
  const { rows } = await sql<Row>`
    select distinct on (c.unit_id, c.month) c.unit_id, c.month, c.staff, c.vneid, c.services, c.e_payment, c.source,
           c.declared_at, a.full_name
      from pioneer_counts as c
      left join accounts as a on a.commune_id = ${ctx.communeId} and a.id = c.declared_by
     where c.commune_id = ${ctx.communeId} and ${where}
     order by c.unit_id, c.month, c.declared_at desc, c.id desc`.execute(ctx.tx);
  return rows.map((row) => ({
    unitId: row.unit_id,
    month: row.month,
    staff: row.staff,
    vneid: row.vneid,
    services: row.services,
    ePayment: row.e_payment,
    source: row.source,
    declaredAt: row.declared_at,
    declarerName: row.full_name,
  }));
}
