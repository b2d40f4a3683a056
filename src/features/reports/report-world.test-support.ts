/** A small commune with a plan, targets, forms and some households, in which reports are tested. People are invented. */
import { sql } from 'kysely';
import { writeContext } from '#platform/commands/command.server.ts';
import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { insertCatalogueEntry, insertPlan } from '#features/plans/commands.server.ts';
import { defaultCatalogue } from '#features/plans/default-catalogue.ts';
import { planNhonMy2026 } from '#features/plans/plan-2026.ts';
import { seedDefaultTargets } from '#features/targets/commands/seed-default-targets.server.ts';
import { recordVisit } from '#features/visits/commands/record-visit.server.ts';
import { settleHome, type Home } from '#tests/visit-world.ts';
import { commune, type HamletName, type World } from '#tests/world.ts';
import { seedDefaultTemplates } from './commands/seed-default-templates.server.ts';
import type { ReportContent } from './model/content.ts';
import type { ReportFigure } from './model/figures.ts';

/** The national rows of the commune: kept by the owner of the database, not by the product. */
async function settleNationalUnits(world: World): Promise<void> {
  await world.database.transaction({ commune }, async (tx) => {
    await sql`reset role`.execute(tx);
    await sql`insert into provinces (code, name, type, valid_from) values ('91', 'An Giang', 'tinh', '2025-07-01')
      on conflict do nothing`.execute(tx);
    await sql`insert into communes (code, name, name_folded, type, province_code, valid_from, predecessor_codes)
      values ('30658', 'Nhơn Mỹ', 'nhon my', 'xa', '91', '2025-07-01', '{}') on conflict do nothing`.execute(
      tx,
    );
  });
}

/** Plan, catalogue, targets and forms, as the set-up makes them on 5 January 2026. */
export async function layGroundFor(world: World): Promise<void> {
  await settleNationalUnits(world);
  await world.database.transaction({ commune }, async (tx) => {
    const ctx = writeContext(tx, { actor: world.cast.hanh, now: new Date('2026-01-05T01:00:00Z') });
    const planId = await insertPlan(ctx, planNhonMy2026);
    for (const entry of defaultCatalogue) await insertCatalogueEntry(ctx, entry);
    await seedDefaultTargets(ctx, planId);
    await seedDefaultTemplates(ctx);
  });
}

/** Households written on 10 January, so that every month of the year has them. */
export async function settleHomes(world: World, hamlet: HamletName, count: number): Promise<Home[]> {
  const now = world.now;
  world.now = new Date('2026-01-10T03:00:00Z');
  const homes: Home[] = [];
  for (let index = 0; index < count; index += 1) homes.push(await settleHome(world, { hamlet }));
  world.now = now;
  return homes;
}

/** A visit on a day, written down at noon of it in Vietnam or at another moment. */
export async function visit(
  world: World,
  actor: Actor,
  home: Home,
  day: string,
  more: Record<string, unknown> = {},
  recordedAt = new Date(`${day}T05:00:00Z`),
): Promise<Id> {
  const now = world.now;
  world.now = recordedAt;
  try {
    const done = await world.run(recordVisit, actor, {
      householdId: home.id,
      visitedOn: day,
      met: 'someone',
      ...more,
    });
    return done.id;
  } finally {
    world.now = now;
  }
}

/** One row of a report, by its code. */
export function rowOf(
  content: Pick<ReportContent, 'figures'> | { rows: ReportFigure[] },
  code: string,
): ReportFigure {
  const rows = 'rows' in content ? content.rows : content.figures;
  const row = rows.find((one) => one.code === code);
  if (!row) throw new Error(`no row ${code}`);
  return row;
}

/** The Problem that some work ends in. */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const cause: unknown = await work.then(
    () => new Error('it was done'),
    (error: unknown) => error,
  );
  if (cause instanceof Problem) return cause;
  throw cause;
}
