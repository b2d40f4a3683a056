import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { compareList, type HouseholdPlan, type RegisteredHousehold } from '../../comparison/compare-list.ts';
import type { ImportSummary } from '../../model/import.ts';
import type { ParsedList } from '../../transfer/parsed-list.ts';
import { hamletFinder, type HamletChoice } from './import-choices.ts';

export interface PreparedImport {
  plans: HouseholdPlan[];
  summary: ImportSummary;
}

/** Compares a list with the register as it is now. Reads only. */
export async function prepareImport(
  ctx: ReadContext,
  list: ParsedList,
  choices: readonly HamletChoice[],
): Promise<PreparedImport> {
  const hamletOf = hamletFinder(await listHamlets(ctx), choices);
  const plans = compareList(list.households, await wholeRegister(ctx), hamletOf);
  const sizeOf = (household: ParsedList['households'][number]) =>
    list.kind === 'households'
      ? (household.statedSize ?? household.residents.length)
      : household.residents.length;
  const actions = { created: 0, updated: 0, moved: 0, unchanged: 0, skipped: 0 };
  for (const plan of plans) actions[plan.action] += 1;
  const taken = plans.filter((plan) => plan.action !== 'skipped');
  const hamlets = [...Map.groupBy(list.households, (one) => one.hamlet ?? '')].map(([name, households]) => ({
    name,
    households: households.length,
    residents: sum(households.map(sizeOf)),
    hamletId: hamletOf(name || null),
  }));
  return {
    plans,
    summary: {
      encoding: list.encoding,
      kind: list.kind,
      households: list.households.length,
      residents: sum(list.households.map(sizeOf)),
      poor: list.households.filter((one) => one.poverty === 'poor').length,
      nearPoor: list.households.filter((one) => one.poverty === 'near_poor').length,
      hamlets,
      actions,
      newResidents: sum(taken.map((plan) => plan.newResidents.length)),
      changedResidents: sum(taken.map((plan) => plan.changedResidents.length)),
      notListed: sum(taken.map((plan) => plan.notListed.length)),
      warnings: list.warnings.slice(0, 1000),
      warningCount: list.warnings.length,
      skippedRows: list.skipped.length,
      mapping: list.mapping,
    },
  };
}

/** One import writes, or is undone, at a time in a commune; also tells whether one is being written now. */
export async function lockImports(ctx: ReadContext): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${ctx.communeId}`}, 0))`.execute(ctx.tx);
}
export async function nobodyImports(ctx: ReadContext): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`import ${ctx.communeId}`}, 0)) as free`.execute(
    ctx.tx,
  );
  return rows[0]?.free === true;
}

async function wholeRegister(ctx: ReadContext): Promise<RegisteredHousehold[]> {
  const rows = await ctx.tx
    .selectFrom('households')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('merged_into', 'is', null)
    .orderBy('id')
    .execute();
  const residents = await ctx.tx
    .selectFrom('residents')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('merged_into', 'is', null)
    .orderBy('household_id')
    .orderBy('position')
    .execute();
  const people = Map.groupBy(residents, (resident) => resident.household_id);
  return rows.map((row) => ({ row, residents: people.get(row.id) ?? [] }));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
