import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { Problem, type FieldProblems } from '#shared/problem.ts';
import type { CatalogueKind } from '#features/plans/model.ts';
import { canSeeHousehold } from '#features/registry/policy.ts';
import { residentsNamed, type VisitContent } from '../model/visit.ts';
import * as words from '../words.ts';
import { codeKey, knownCodes } from './catalogue-codes.server.ts';
import type { VisitTarget } from './visit-rows.server.ts';

/** Form, topics and platforms must stand in the catalogue; answers with the details of the platforms. */
export async function checkCodes(ctx: ReadContext, visit: VisitContent, on: Day) {
  const wanted: { field: string; kind: CatalogueKind; code: string }[] = [
    { field: 'form', kind: 'outreach_form', code: visit.form },
    ...visit.topics.map((code, index) => ({ field: `topics.${index}`, kind: 'topic' as const, code })),
    ...visit.guidances.map(({ platform }, index) => ({
      field: `guidances.${index}.platform`,
      kind: 'platform' as const,
      code: platform,
    })),
  ];
  const known = await knownCodes(ctx, wanted, on);
  const fields: FieldProblems = {};
  for (const { field, kind, code } of wanted)
    if (!known.has(codeKey(kind, code))) fields[field] = words.notInCatalogue;
  if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
  return known;
}

/** Where a person lives now. */
export interface Life {
  householdId: Id;
  hamletId: Id;
}

/** Where people live now, by id; of a household that was merged into another, the one that goes on. */
export async function livesOf(ctx: ReadContext, residentIds: readonly Id[]): Promise<Map<Id, Life>> {
  if (residentIds.length === 0) return new Map();
  const { rows } = await sql<Life & { id: Id }>`
    with recursive life (id, at) as (
      select r.id, r.household_id from residents as r
       where r.commune_id = ${ctx.communeId} and r.id = any(${[...new Set(residentIds)]}::uuid[])
      union all
      select life.id, h.merged_into from life
        join households as h on h.commune_id = ${ctx.communeId} and h.id = life.at
       where h.merged_into is not null
    )
    select life.id, h.id as "householdId", h.hamlet_id as "hamletId" from life
      join households as h on h.commune_id = ${ctx.communeId} and h.id = life.at
     where h.merged_into is null`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The people of a visit and the households in which they live now. They belong to the household, or to one that the actor
 * sees: while a phone was offline the register may have moved them. Anybody else looks like nobody (law 6).
 */
export function checkResidents(
  ctx: ReadContext,
  visit: VisitContent,
  target: VisitTarget,
  lives: ReadonlyMap<Id, Life>,
): Map<Id, Id> {
  const homes = new Map(
    residentsNamed(visit).flatMap((id): [Id, Id][] => {
      const life = lives.get(id);
      const mayBeNamed =
        life !== undefined &&
        (life.householdId === target.householdId ||
          life.householdId === target.survivorId ||
          canSeeHousehold(ctx.actor, { hamletId: life.hamletId }));
      return mayBeNamed ? [[id, life.householdId]] : [];
    }),
  );
  const fields: FieldProblems = {};
  const refuse = (field: string, residentId: Id | null) => {
    if (residentId !== null && !homes.has(residentId)) fields[field] = words.notOfHousehold;
  };
  visit.metResidents.forEach((residentId, index) => refuse(`metResidents.${index}`, residentId));
  visit.guidances.forEach(({ residentId }, index) => refuse(`guidances.${index}.residentId`, residentId));
  visit.records.forEach(({ residentId }, index) => refuse(`records.${index}.residentId`, residentId));
  if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
  return homes;
}
