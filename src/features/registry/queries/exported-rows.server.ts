import type { ReadContext } from '#platform/commands/command.server.ts';
import type { ExportValue } from '#platform/sheet/write-sheet.server.ts';
import type { Id } from '#shared/ids.ts';
import { formatBirth } from '../model/birth.ts';
import { householdReasonsOf } from '../model/priority.ts';
import * as words from '../words.ts';
import { householdSize } from './listed-households.server.ts';
import { residentsOf } from './registry-rows.server.ts';

/** Rows of the export of households, in the order of the ids and of `columnsOf('households')`. */
export async function exportedHouseholds(
  ctx: ReadContext,
  ids: readonly Id[],
  restricted: boolean,
): Promise<ExportValue[][]> {
  const { households, people } = await read(ctx, ids);
  return ids.flatMap((id) => {
    const row = households.get(id);
    if (!row) return [];
    const residents = people.get(id) ?? [];
    const head = residents.find((resident) => resident.id === row.head_id);
    const poverty = restricted ? row.poverty : 'none';
    const facts = residents.map((resident) => ({
      ...resident,
      vulnerable: restricted && resident.vulnerable,
    }));
    const reasons = householdReasonsOf(facts, { has_smartphone: row.has_smartphone, poverty }, ctx.today);
    return [
      [
        row.code,
        row.book_number,
        row.hamlet_name,
        row.group_name,
        row.address,
        row.head_name,
        head?.birth_date?.slice(0, 4) ?? null,
        row.phone ?? head?.phone ?? null,
        householdSize(residents, row.stated_size),
        words.householdStateNames[row.state],
        row.state_on,
        words.answerNames[row.has_smartphone],
        words.answerNames[row.has_internet],
        row.responsible_name,
        reasons.map((reason) => words.priorityNames[reason]).join('; '),
        row.note,
        ...(restricted ? policyCells(row) : []),
      ],
    ];
  });
}

/** Rows of the export of people, household by household, in the order of `columnsOf('residents')`. */
export async function exportedResidents(
  ctx: ReadContext,
  ids: readonly Id[],
  restricted: boolean,
): Promise<ExportValue[][]> {
  const { households, people } = await read(ctx, ids);
  return ids.flatMap((id) => {
    const row = households.get(id);
    if (!row) return [];
    return (people.get(id) ?? []).map((resident) => [
      row.code,
      row.book_number,
      row.hamlet_name,
      row.group_name,
      row.address,
      resident.full_name,
      resident.relation_text ?? words.relationNames[resident.relation],
      resident.sex === null ? null : words.sexNames[resident.sex],
      resident.birth_precision === 'day' ? resident.birth_date : resident.birth_date && formatBirth(resident),
      words.residenceNames[resident.residence],
      resident.phone,
      words.answerNames[resident.has_smartphone],
      words.residentStateNames[resident.state],
      resident.state_on,
      ...(restricted ? [...policyCells(row), words.answerNames[resident.vulnerable ? 'yes' : 'no']] : []),
    ]);
  });
}

function policyCells(row: {
  poverty: keyof typeof words.povertyNames;
  poverty_year: number | null;
  poverty_decision: string | null;
}) {
  return [
    words.povertyNames[row.poverty],
    row.poverty_year === null ? null : String(row.poverty_year),
    row.poverty_decision,
  ];
}

async function read(ctx: ReadContext, ids: readonly Id[]) {
  const rows = await ctx.tx
    .selectFrom('households as h')
    .innerJoin('hamlets as a', (join) =>
      join.onRef('a.id', '=', 'h.hamlet_id').on('a.commune_id', '=', ctx.communeId),
    )
    .leftJoin('team_members as m', (join) =>
      join.onRef('m.id', '=', 'h.responsible_member_id').on('m.commune_id', '=', ctx.communeId),
    )
    .selectAll('h')
    .select(['a.name as hamlet_name', 'm.full_name as responsible_name'])
    .where('h.commune_id', '=', ctx.communeId)
    .where('h.id', 'in', ids)
    .execute();
  const people = Map.groupBy(await residentsOf(ctx, ids), (resident) => resident.household_id);
  return { households: new Map(rows.map((row) => [row.id, row])), people };
}
