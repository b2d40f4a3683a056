import { changeLines } from '../../model/history.ts';
import type { HouseholdPlan } from '../../comparison/compare-list.ts';
import type { ParsedList } from '../../transfer/parsed-list.ts';
import { skipReasons } from '../../transfer/words.ts';
import * as words from '../../import-words.ts';

/** What a plan does to its household, in one Vietnamese line; the list's own warnings about its rows follow. */
export function planDescriber(
  list: ParsedList,
  hamletName: (id: string) => string,
): (plan: HouseholdPlan, plans: readonly HouseholdPlan[]) => string {
  const warnings = Map.groupBy(list.warnings, (warning) => `${warning.sheet}|${warning.row}`);
  return (plan, plans) => {
    const { listed } = plan;
    const rows = new Set([listed.row, ...listed.residents.map((one) => one.row)]);
    const said = [...rows].flatMap((row) => warnings.get(`${listed.sheet}|${row}`) ?? []);
    return [...does(plan, plans, hamletName), ...said.map((warning) => warning.text)].join(' ');
  };
}

function does(
  plan: HouseholdPlan,
  plans: readonly HouseholdPlan[],
  hamletName: (id: string) => string,
): string[] {
  const { found } = plan;
  if (plan.action === 'skipped') {
    const kept = plan.doubleOf === null ? undefined : plans[plan.doubleOf]?.listed;
    return [words.doubleOf(kept?.sheet ?? '', kept?.row ?? 0)];
  }
  if (!found) return [words.created(plan.listed.residents.length)];
  const lines = [
    ...(plan.change.hamlet_id
      ? [words.moved(hamletName(found.row.hamlet_id), hamletName(plan.change.hamlet_id))]
      : []),
    ...changeLines(found.row, plan.change, true).map((line) => words.sentence(line)),
    ...(plan.newHead ? [words.newHead(plan.newHead.full_name)] : []),
    ...plan.newResidents.map((one) => words.newResident(one.fullName)),
    ...plan.changedResidents.flatMap(({ row, change }) =>
      changeLines(row, change, true).map((line) => words.residentChanged(row.full_name, line)),
    ),
    ...(plan.notListed.length > 0 ? [words.notListed(plan.notListed.map((row) => row.full_name))] : []),
  ];
  return lines.length > 0 ? lines : [words.unchanged];
}

/** The rows of the file that are no household, for the report. */
export function describeSkipped(list: ParsedList): { sheet: string; row: number; message: string }[] {
  return list.skipped.map((one) => ({
    sheet: one.sheet,
    row: one.row,
    message: words.leftOut(skipReasons[one.why], one.text),
  }));
}
