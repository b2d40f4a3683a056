import { sql } from 'kysely';
import { nameSortKey } from '#shared/fold.ts';
import { newId, type Id } from '#shared/ids.ts';
import { addDays, startOf } from '#shared/calendar.ts';
import type { Tx } from '#platform/db/database.server.ts';
import type { World } from '#tests/world.ts';
import { isDouble } from './oracle.ts';
import type { CommuneSpec, VisitContentSpec } from './random-commune.ts';

/** Where the rows of a spec went. */
export interface InsertedCommune {
  households: Id[];
  /** By 'household.resident'. */
  residents: Map<string, Id>;
}

const base = startOf('2026-01-02').getTime();

/** Writes the spec as rows, past the commands: it holds what no command would let in on one day. */
export async function insertCommune(tx: Tx, world: World, commune: CommuneSpec): Promise<InsertedCommune> {
  const { communeId, accountId } = world.cast.hanh;
  const at = new Date(base);
  let moment = 0;
  const later = (order = 0) => new Date(base + order * 1000 + (moment += 1) / 1000);
  const households = commune.households.map(() => newId(at));
  const residents = new Map<string, Id>();
  const rows = {
    households: [] as object[],
    residents: [] as object[],
    members: [] as object[],
    visits: [] as object[],
    guidances: [] as object[],
    records: [] as object[],
    checks: [] as object[],
    helpers: [] as object[],
    sessions: [] as object[],
    listed: [] as object[],
  };
  commune.households.forEach((household, place) => {
    const householdId = households[place] ?? '';
    const target =
      household.doubleOf !== null && household.doubleOf < place ? households[household.doubleOf] : null;
    const name = `Nguyễn Văn Hộ ${place}`;
    rows.households.push({
      commune_id: communeId,
      id: householdId,
      hamlet_id: world.hamlets[household.hamlet],
      code: `T-${place}`,
      head_name: name,
      head_sort_key: nameSortKey(name),
      address_sort_key: '',
      search_text: '',
      stated_size: household.statedSize,
      state: household.state,
      state_on: '2026-01-01',
      has_smartphone: household.smartphone,
      has_internet: 'unknown',
      poverty: household.poverty,
      merged_into: target,
      registered_on: '2025-12-01',
      created_at: at,
      updated_at: at,
    });
    const own = household.residents.map((_, index) => {
      const id = newId(at);
      residents.set(`${place}.${index}`, id);
      return id;
    });
    const write = (content: VisitContentSpec, replaces: Id | null, isVoid: boolean): Id => {
      const id = newId(at);
      rows.visits.push({
        commune_id: communeId,
        id,
        household_id: householdId,
        hamlet_id: world.hamlets[household.hamlet],
        visited_on: content.on,
        visited_at: startOf(content.on),
        recorded_at: later(),
        recorded_by: accountId,
        form: content.form,
        met: content.met,
        met_residents: [],
        topics: [],
        replaces,
        void: isVoid,
      });
      if (isVoid) return id;
      for (const { platform, outcome } of content.guidances)
        rows.guidances.push({
          commune_id: communeId,
          id: newId(at),
          visit_id: id,
          household_id: householdId,
          resident_id: own[0] ?? null,
          platform,
          outcome,
        });
      return id;
    };
    const visits = household.visits.map((visit) => {
      const first = write(visit, null, false);
      if (visit.fate === 'withdrawn') write(visit, first, true);
      if (visit.fate === 'corrected') write(visit.correction, first, false);
      if (visit.fate === 'corrected_then_withdrawn')
        write(visit, write(visit.correction, first, false), true);
      return first;
    });
    household.residents.forEach((resident, index) => {
      const residentId = own[index] ?? '';
      rows.residents.push({
        commune_id: communeId,
        id: residentId,
        household_id: householdId,
        position: index,
        full_name: `Người ${place}.${index}`,
        name_folded: `nguoi ${place}.${index}`,
        sort_key: `${place}.${index}`,
        birth_date: resident.birth,
        birth_precision: resident.birth === null ? null : 'day',
        residence: resident.residence,
        relation: index === 0 ? 'head' : 'other',
        has_smartphone: resident.smartphone,
        vulnerable: resident.vulnerable,
        state: resident.state,
        state_on: '2026-01-01',
        merged_into: isDouble(household, index) ? own[0] : null,
        created_at: at,
        updated_at: at,
      });
      for (const record of resident.records)
        rows.records.push({
          commune_id: communeId,
          id: newId(at),
          household_id: householdId,
          resident_id: residentId,
          visit_id: record.visit === null ? null : (visits[record.visit] ?? null),
          observed_on: record.on,
          recorded_at: later(record.order),
          recorded_by: accountId,
          source: 'declared',
          vneid: record.vneid,
          bank_account: record.bank,
          e_payment: record.payment,
        });
      for (const check of resident.checks)
        rows.checks.push({
          commune_id: communeId,
          id: newId(at),
          household_id: householdId,
          resident_id: residentId,
          checked_on: check.on,
          recorded_at: later(check.order),
          recorded_by: accountId,
          ...check.items,
          confirmed_on_vneid: 'unknown',
        });
    });
    for (const helper of household.helpers) {
      const memberId = newId(at);
      rows.members.push({
        commune_id: communeId,
        id: memberId,
        team_id: world.teams.mau1,
        full_name: 'Lê Thị Giúp',
        sort_key: 'giup',
        organisation: 'resident',
        position: 'member',
        started_on: '2025-07-01',
        ended_on: helper.memberLeft ? addDays(commune.cutoff, -1) : null,
      });
      rows.helpers.push({
        commune_id: communeId,
        id: newId(at),
        household_id: householdId,
        member_id: memberId,
        reason: 'thử',
        every_days: 14,
        started_on: helper.start,
        ended_on: helper.end,
        end_recorded_at: helper.end === null ? null : at,
        recorded_at: later(),
        recorded_by: accountId,
      });
    }
  });
  for (const session of commune.sessions) {
    const id = newId(at);
    const row = {
      commune_id: communeId,
      form: session.form,
      held_on: session.on,
      topics: [],
      reach_kind: session.kind,
      recorded_by: accountId,
    };
    rows.sessions.push({ ...row, id, recorded_at: later(), replaces: null, void: false });
    if (session.fate === 'withdrawn')
      rows.sessions.push({ ...row, id: newId(at), recorded_at: later(), replaces: id, void: true });
    for (const place of session.households)
      if (households[place])
        rows.listed.push({ commune_id: communeId, session_id: id, household_id: households[place] });
  }
  const tables = [
    ['households', rows.households],
    ['residents', rows.residents],
    ['team_members', rows.members],
    ['visits', rows.visits],
    ['guidances', rows.guidances],
    ['digital_records', rows.records],
    ['skill_checks', rows.checks],
    ['helper_assignments', rows.helpers],
    ['outreach_sessions', rows.sessions],
    ['outreach_households', rows.listed],
  ] as const;
  for (const [table, list] of tables) {
    if (list.length === 0) continue;
    await sql`
      insert into ${sql.table(table)} select (row).* from (
        select jsonb_populate_record(null::${sql.table(table)}, r) as row from jsonb_array_elements(${JSON.stringify(list)}::jsonb) as r) as rows`.execute(
      tx,
    );
  }
  return { households, residents };
}
