import type { Selectable } from 'kysely';
import type { EventTable } from '#platform/db/tables.ts';
import type { Id } from '#shared/ids.ts';
import { skillItems } from '#features/visits/model/skill-check.ts';
import type {
  DigitalRecordTable,
  GuidanceTable,
  HelperAssignmentTable,
  SkillCheckTable,
  VisitTable,
} from '#features/visits/tables.ts';
import type { DemoHamlet } from './org-rows.server.ts';
import type { SeededRandom } from './random.ts';
import type { HouseholdRows } from './register-rows.server.ts';
import type { DemoWork } from './work.ts';

export interface WorkRows {
  visits: Selectable<VisitTable>[];
  guidances: Selectable<GuidanceTable>[];
  digital_records: Selectable<DigitalRecordTable>[];
  skill_checks: Selectable<SkillCheckTable>[];
  helper_assignments: Selectable<HelperAssignmentTable>[];
  events: Selectable<EventTable>[];
}

export const noWork = (): WorkRows => ({
  visits: [],
  guidances: [],
  digital_records: [],
  skill_checks: [],
  helper_assignments: [],
  events: [],
});

/** Adds the rows of what the team did in one household. A hamlet without a team has done nothing. */
export function addWorkRows(
  rows: WorkRows,
  communeId: string,
  random: SeededRandom,
  hamlet: DemoHamlet,
  { household, residents }: HouseholdRows,
  work: DemoWork,
): void {
  if (hamlet.members.length === 0) return;
  const person = (index: number): Id => residents[index]?.id ?? '';
  const event = (name: string, subject: string, subjectId: Id, at: Date, recordedAt: Date, actorId: Id) =>
    rows.events.push({
      commune_id: communeId,
      id: random.id(recordedAt),
      name,
      hamlet_id: hamlet.id,
      subject,
      subject_id: subjectId,
      actor_id: actorId,
      happened_at: at,
      recorded_at: recordedAt,
      device_id: null,
      request_id: null,
      data: { householdIds: [household.id] },
    });
  for (const visit of work.visits) {
    const by = random.pick(hamlet.members);
    const id = random.id(visit.recordedAt);
    const written = {
      commune_id: communeId,
      household_id: household.id,
      recorded_at: visit.recordedAt,
      recorded_by: by.accountId,
    };
    rows.visits.push({
      ...written,
      id,
      hamlet_id: hamlet.id,
      visited_on: visit.on,
      visited_at: visit.at,
      member_id: by.id,
      form: 'home_visit',
      met: visit.nobody ? 'nobody' : 'someone',
      met_residents: visit.met.map(person),
      need: visit.need,
      topics: visit.topics,
      next_step: visit.nextStep,
      next_on: visit.nextOn,
      note: null,
      minutes: visit.minutes,
      replaces: null,
      void: false,
    });
    for (const guidance of visit.guidances) {
      rows.guidances.push({
        commune_id: communeId,
        id: random.id(visit.recordedAt),
        visit_id: id,
        household_id: household.id,
        resident_id: person(guidance.person),
        platform: guidance.platform,
        outcome: guidance.outcome,
      });
    }
    for (const record of visit.records) {
      const answers = record.answers as Partial<
        Pick<
          DigitalRecordTable,
          | 'vneid'
          | 'dvc_account'
          | 'bank_account'
          | 'e_payment'
          | 'health_app'
          | 'education_app'
          | 'social_app'
        >
      >;
      rows.digital_records.push({
        ...written,
        id: random.id(visit.recordedAt),
        resident_id: person(record.person),
        visit_id: id,
        observed_on: visit.on,
        source: record.source,
        vneid: answers.vneid ?? null,
        dvc_account: answers.dvc_account ?? null,
        bank_account: answers.bank_account ?? null,
        e_payment: answers.e_payment ?? null,
        health_app: answers.health_app ?? null,
        education_app: answers.education_app ?? null,
        social_app: answers.social_app ?? null,
      });
    }
    event('visit.recorded', 'visit', id, visit.at, visit.recordedAt, by.accountId);
  }
  const last = work.visits.at(-1);
  if (!last) return;
  const by = random.pick(hamlet.members);
  const written = {
    commune_id: communeId,
    household_id: household.id,
    recorded_at: last.recordedAt,
    recorded_by: by.accountId,
  };
  if (work.skillCheck) {
    const { items } = work.skillCheck;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for every item
    const passed = Object.fromEntries(
      skillItems.map((item, index) => [item, items[index] ?? false]),
    ) as Record<(typeof skillItems)[number], boolean>;
    rows.skill_checks.push({
      ...written,
      ...passed,
      id: random.id(last.recordedAt),
      resident_id: person(work.skillCheck.person),
      checked_on: work.skillCheck.on,
      confirmed_on_vneid: 'unknown',
    });
  }
  if (work.helperFrom) {
    rows.helper_assignments.push({
      ...written,
      id: random.id(last.recordedAt),
      member_id: by.id,
      reason: 'Trong hộ chưa có ai tự dùng được',
      every_days: 30,
      started_on: work.helperFrom,
      ended_on: null,
      end_reason: null,
      end_recorded_at: null,
      end_recorded_by: null,
    });
  }
}
