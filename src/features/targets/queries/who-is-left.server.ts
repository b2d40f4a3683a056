import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { isDay, type Day } from '#shared/calendar.ts';
import { isId, type Id } from '#shared/ids.ts';
import { found, notFound } from '#shared/problem.ts';
import type { PriorityReason } from '#features/registry/model.ts';
import { canSeeRestricted } from '#features/registry/policy.ts';
import { priorityReasons } from '#features/registry/model.ts';
import type { TargetDefinition } from '../definition.ts';
import { answerAbout } from '../evaluate.ts';
import type { GroupFacts, HouseholdFacts } from '../facts.ts';
import { targetsInForce } from '../in-force.server.ts';
import { loadFacts } from '../load-facts.server.ts';
import { whatIsMissing } from '../missing.ts';
import { canSeeNames } from '../policy.ts';
import { priorityConditions } from '../priority.ts';

/** One who is left: a household, a person, or a group. */
export interface LeftSubject {
  subjectId: Id;
  /** The household to visit; null for a group. */
  householdId: Id | null;
  /** The person, the head of the household, or the group. */
  name: string;
  /** The head of the person's household; null when the subject is the household itself. */
  headName: string | null;
  hamletId: Id;
  hamletName: string;
  /** Tổ within the hamlet. */
  groupName: string | null;
  address: string | null;
  isPriority: boolean;
  /** Reasons that the actor may see: 'vulnerable' only with the right to restricted fields, so it may be empty. */
  reasons: PriorityReason[];
  /** Last contact ever; null: never contacted. */
  lastContactOn: Day | null;
  /** True when it is not known whether they are reached; else it is known that they are not. */
  isUnknown: boolean;
  /** What they lack, in sentences. */
  missing: string[];
}

export interface LeftPage {
  definition: TargetDefinition;
  subjects: LeftSubject[];
  /** Of the next page; null at the end. */
  next: string | null;
}

export const leftPageSize = 50;

/**
 * Everybody in a target's population who is not known to be reached, by name: priority reason first, then never contacted,
 * then the oldest contact, then by name (domain/03 §7.4). Keyset pages; `hamletId` null is the whole commune. Throws
 * `not_found` for a target that is not in force, and for who may not see names there.
 */
export async function whoIsLeft(
  ctx: ReadContext,
  targetCode: string,
  hamletId: Id | null,
  cursor: string | null = null,
): Promise<LeftPage> {
  if (!canSeeNames(ctx.actor, hamletId)) throw notFound();
  const targets = found(await targetsInForce(ctx, ctx.today));
  const definition = found(targets.definitions.find((one) => one.code === targetCode));
  const after = readCursor(cursor);
  const beyond =
    after === null
      ? sql``
      : sql`and (m.priority_rank, coalesce(m.last_contact_on, '-infinity'::date), m.sort_key, m.subject_id)
              > (${after.rank}, ${after.lastOn ?? '-infinity'}::date, ${after.key} collate "C", ${after.id}::uuid)`;
  const { rows } = await sql<MarkedRow>`
    with page as materialized (
      select m.* from target_marks as m
       where m.commune_id = ${ctx.communeId} and m.target = ${targetCode}
         and m.belongs and m.verdict is distinct from true
         ${hamletId === null ? sql`` : sql`and m.hamlet_id = ${hamletId}`} ${beyond}
       order by m.priority_rank, coalesce(m.last_contact_on, '-infinity'::date), m.sort_key, m.subject_id
       limit ${leftPageSize + 1}
    )
    select m.subject_id, m.household_id, m.hamlet_id, m.verdict, m.priority_rank, m.last_contact_on, m.sort_key,
           a.name as hamlet_name, h.head_name, h.group_name, h.address, h.responsible_member_id, r.full_name,
           g.name as model_name, g.state as model_state
      from page as m
      join hamlets as a on a.commune_id = ${ctx.communeId} and a.id = m.hamlet_id
      left join households as h on h.commune_id = ${ctx.communeId} and h.id = m.household_id
      left join residents as r on r.commune_id = ${ctx.communeId} and r.id = m.subject_id
      left join groups as g on g.commune_id = ${ctx.communeId} and g.id = m.subject_id
     order by m.priority_rank, coalesce(m.last_contact_on, '-infinity'::date), m.sort_key, m.subject_id`.execute(
    ctx.tx,
  );
  const page = rows.slice(0, leftPageSize);
  const households = [...new Set(page.flatMap((row) => row.household_id ?? []))];
  const facts = await loadFacts(ctx, households, targets.horizon.day);
  const subjects = page.map((row): LeftSubject => {
    const household = row.household_id === null ? null : (facts.get(row.household_id) ?? null);
    const resident = household?.residents.find((one) => one.id === row.subject_id) ?? null;
    const group: GroupFacts | null =
      row.model_state === null
        ? null
        : { id: row.subject_id, hamletId: row.hamlet_id, state: row.model_state };
    const place = { hamletId: row.hamlet_id, responsibleMemberId: row.responsible_member_id };
    const reasons = household
      ? priorityReasons.filter(
          (reason) =>
            (reason !== 'vulnerable' || canSeeRestricted(ctx.actor, place)) &&
            hasReason(household, reason, targets.horizon),
        )
      : [];
    return {
      subjectId: row.subject_id,
      householdId: row.household_id,
      name: row.full_name ?? row.model_name ?? row.head_name ?? '',
      headName: row.full_name === null ? null : row.head_name,
      hamletId: row.hamlet_id,
      hamletName: row.hamlet_name,
      groupName: row.group_name,
      address: row.address,
      isPriority: row.priority_rank === 0,
      reasons,
      lastContactOn: row.last_contact_on,
      isUnknown: row.verdict === null,
      missing:
        household || group ? whatIsMissing(definition, { household, resident, group }, targets.horizon) : [],
    };
  });
  const last = page.at(-1);
  const next = rows.length > leftPageSize && last ? writeCursor(last) : null;
  return { definition, subjects, next };
}

interface MarkedRow {
  subject_id: Id;
  household_id: Id | null;
  hamlet_id: Id;
  verdict: boolean | null;
  priority_rank: number;
  last_contact_on: Day | null;
  sort_key: string;
  hamlet_name: string;
  head_name: string | null;
  group_name: string | null;
  address: string | null;
  responsible_member_id: Id | null;
  full_name: string | null;
  model_name: string | null;
  model_state: GroupFacts['state'] | null;
}

const hasReason = (
  household: HouseholdFacts,
  reason: PriorityReason,
  horizon: Parameters<typeof answerAbout>[2],
) => answerAbout(priorityConditions[reason], { household, resident: null, group: null }, horizon) === true;

function writeCursor(row: MarkedRow): string {
  return [row.priority_rank, row.last_contact_on ?? '', row.subject_id, row.sort_key].join('.');
}

/** Null when the text is no cursor: the list then begins at its beginning. */
function readCursor(text: string | null): { rank: number; lastOn: Day | null; id: Id; key: string } | null {
  const [, rank = '', lastOn = '', id = '', key = ''] =
    /^(\d)\.([^.]*)\.([^.]*)\.([^\0]*)$/.exec(text ?? '') ?? [];
  if (!isId(id) || (lastOn !== '' && !isDay(lastOn))) return null;
  return { rank: Number(rank), lastOn: lastOn || null, id, key };
}
