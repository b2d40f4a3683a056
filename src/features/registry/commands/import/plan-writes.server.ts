import type { WriteContext } from '#platform/commands/command.server.ts';
import type { NewEvent } from '#platform/commands/events.server.ts';
import type { Id } from '#shared/ids.ts';
import { householdPhone, type HouseholdChange } from '../../comparison/changes.ts';
import type { HouseholdPlan, RegisteredHousehold } from '../../comparison/compare-list.ts';
import { derivedOf } from '../../model/derived.ts';
import type { RegistryChange } from '../../model/events.ts';
import type { BeforeImport } from '../../model/import.ts';
import type { ParsedResident } from '../../transfer/parsed-list.ts';
import type { HouseholdRow, ResidentRow } from '../../queries/registry-rows.server.ts';
import { changedColumns, householdEvent, residentEvent, told } from '../change-row.server.ts';
import { newHouseholdRow, newResidentRow } from '../new-rows.server.ts';
import { headOf } from '../refresh-derived.server.ts';

/** Everything that one plan writes. */
export interface PlanWrites {
  householdId: Id | null;
  newHouseholds: HouseholdRow[];
  changedHouseholds: HouseholdRow[];
  newResidents: ResidentRow[];
  changedResidents: ResidentRow[];
  events: NewEvent[];
  /** Null when nothing was changed. */
  before: BeforeImport | null;
}

const nothing: PlanWrites = {
  householdId: null,
  newHouseholds: [],
  changedHouseholds: [],
  newResidents: [],
  changedResidents: [],
  events: [],
  before: null,
};

/** The rows and events of a plan; `code` is that of a new household. */
export function writesOf(
  ctx: WriteContext,
  importId: Id,
  plan: HouseholdPlan,
  code: string,
  hamletName: (id: Id) => string,
): PlanWrites {
  if (plan.action === 'skipped') return nothing;
  if (plan.action === 'unchanged') return { ...nothing, householdId: plan.found?.row.id ?? null };
  return plan.found
    ? changesOf(ctx, importId, plan, plan.found, hamletName)
    : creation(ctx, importId, plan, code);
}

function creation(ctx: WriteContext, importId: Id, plan: HouseholdPlan, code: string): PlanWrites {
  const { listed } = plan;
  const id = ctx.id();
  const residents = listed.residents.map((one, index) => newResident(ctx, id, index, one));
  const head = residents.find((one) => one.relation === 'head') ?? residents[0];
  if (!head || plan.hamletId === null) throw new Error('a household to be created has a head and a hamlet');
  const plain = newHouseholdRow(ctx, {
    id,
    hamlet_id: plan.hamletId,
    code,
    book_number: listed.bookNumber,
    group_name: listed.group,
    address: listed.address,
    phone: householdPhone(listed),
    stated_size: listed.statedSize,
    has_smartphone: listed.hasSmartphone === null ? 'unknown' : listed.hasSmartphone ? 'yes' : 'no',
    poverty: listed.poverty ?? 'unknown',
    note: listed.note,
  });
  const household = { ...plain, ...derivedOf(plain, head, residents) };
  return {
    ...nothing,
    householdId: id,
    newHouseholds: [household],
    newResidents: residents,
    before: { household: null, residents: residents.map((one) => ({ id: one.id, before: null })) },
    events: [
      householdEvent('household.registered', household, {
        residentIds: residents.map((one) => one.id),
        code,
        headName: household.head_name,
        importId,
      }),
    ],
  };
}

function newResident(ctx: WriteContext, householdId: Id, position: number, one: ParsedResident): ResidentRow {
  return newResidentRow(ctx, householdId, position, {
    fullName: one.fullName,
    sex: one.sex,
    birth: one.birth,
    residence: one.residence ?? 'unknown',
    relation: one.relation,
    relationText: one.relationText,
    phone: one.phone,
    hasSmartphone: 'unknown',
  });
}

function changesOf(
  ctx: WriteContext,
  importId: Id,
  plan: HouseholdPlan,
  found: RegisteredHousehold,
  hamletName: (id: Id) => string,
): PlanWrites {
  const changed = new Map<Id, { row: ResidentRow; change: Partial<ResidentRow> }>();
  const change = (row: ResidentRow, columns: Partial<ResidentRow>) =>
    changed.set(row.id, { row, change: { ...changed.get(row.id)?.change, ...columns } });
  for (const one of plan.changedResidents) change(one.row, one.change);
  if (plan.newHead) {
    for (const row of found.residents)
      if (row.relation === 'head' && row !== plan.newHead)
        change(row, { relation: 'other', relation_text: null });
    change(plan.newHead, { relation: 'head', relation_text: null });
  }
  const last = Math.max(-1, ...found.residents.map((row) => row.position));
  // A household has one head: the register's, or the one that `newHead` names.
  const added = plan.newResidents.map((one, index) =>
    newResident(
      ctx,
      found.row.id,
      last + 1 + index,
      one.relation === 'head' ? { ...one, relation: 'other' } : one,
    ),
  );
  const residents = [...found.residents.map((row) => ({ ...row, ...changed.get(row.id)?.change })), ...added];
  const head = headOf(plan.newHead?.id ?? found.row.head_id, residents);
  const plain = { ...found.row, ...plan.change };
  const household = { ...plain, ...(head && derivedOf(plain, head, residents)), updated_at: ctx.now };
  const changedRows = [...changed.values()].map(({ row, change: columns }) => ({
    ...row,
    ...columns,
    updated_at: ctx.now,
  }));
  const hamletId = household.hamlet_id;
  return {
    householdId: household.id,
    newHouseholds: [],
    changedHouseholds: [household],
    newResidents: added,
    changedResidents: changedRows,
    before: {
      household: { ...changedColumns<HouseholdRow>(found.row, household)?.before },
      residents: [
        ...changedRows.map((row) => ({
          id: row.id,
          before: { ...changedColumns<ResidentRow>(changed.get(row.id)?.row ?? row, row)?.before },
        })),
        ...added.map((row) => ({ id: row.id, before: null })),
      ],
    },
    events: [
      ...householdEvents(importId, found.row, plan.change, hamletName),
      ...changedRows.map((row) => {
        const columns = changedColumns<ResidentRow>(changed.get(row.id)?.row ?? row, row);
        return residentEvent('resident.corrected', row, hamletId, {
          importId,
          before: withoutMoment(told(columns?.before ?? {})),
          after: withoutMoment(told(columns?.after ?? {})),
        });
      }),
      ...added.map((row) => residentEvent('resident.registered', row, hamletId, { importId })),
      ...(plan.newHead
        ? [
            householdEvent('household.head_named', household, {
              importId,
              headName: plan.newHead.full_name,
              before: { head_id: found.row.head_id, head_name: found.row.head_name },
              after: { head_id: plan.newHead.id, head_name: plan.newHead.full_name },
            }),
          ]
        : []),
    ],
  };
}

const moving = new Set(['hamlet_id', 'responsible_member_id']);

/** One event for the move, one for the restricted class, one for everything else: as the commands tell them. */
function householdEvents(
  importId: Id,
  row: HouseholdRow,
  change: HouseholdChange,
  hamletName: (id: Id) => string,
): NewEvent[] {
  const columns = Object.keys(change);
  const to = change.hamlet_id ?? row.hamlet_id;
  const groups: [RegistryChange, string[], Record<string, unknown>][] = [
    [
      'household.moved',
      columns.filter((column) => moving.has(column)),
      { hamletIds: [row.hamlet_id, to], hamletName: hamletName(to) },
    ],
    ['household.policy_class_set', columns.filter((column) => column === 'poverty'), {}],
    ['household.corrected', columns.filter((column) => !moving.has(column) && column !== 'poverty'), {}],
  ];
  const after = { ...row, ...change };
  return groups.flatMap(([name, group, more]) =>
    group.length === 0
      ? []
      : [
          householdEvent(name, after, {
            ...more,
            importId,
            before: pick(row, group),
            after: pick(after, group),
          }),
        ],
  );
}

function pick(row: object, columns: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([column]) => columns.includes(column)));
}

function withoutMoment(columns: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).filter(([column]) => column !== 'updated_at'));
}
