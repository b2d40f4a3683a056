import type { ColumnType, Generated } from 'kysely';
import type { Json } from '#platform/db/json.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';

/** National units (domain/06 §5): the same for all communes, effective-dated, codes are text. */
export interface ProvinceUnitTable {
  code: string;
  name: string;
  type: 'thanh_pho' | 'tinh';
  valid_from: Day;
  valid_to: Day | null;
}

export interface CommuneUnitTable {
  code: string;
  name: string;
  name_folded: string;
  type: 'xa' | 'phuong' | 'dac_khu';
  province_code: string;
  valid_from: Day;
  valid_to: Day | null;
  predecessor_codes: string[];
}

/** A commune that uses this installation. */
export interface InstalledCommuneTable {
  commune_id: string;
  province_code: string;
  is_sample: boolean;
  team_kind_name: string;
  data_protection_contact: string | null;
  installed_at: Date;
  /** Since it was merged into another commune of this installation, nobody writes in it. */
  closed_on: Generated<Day | null>;
  merged_into: Generated<string | null>;
}

/** Another commune of this installation that was merged into this one. */
export interface CommuneMergerTable {
  commune_id: string;
  id: Id;
  from_commune: string;
  /** From which day what came counts. */
  valid_from: Day;
  paper: string;
  counts: Json<Record<string, number>>;
  done_at: Date;
}

export interface HamletTable {
  commune_id: string;
  id: Id;
  code: string;
  name: string;
  name_folded: string;
  sort_key: string;
  kind: 'ap' | 'thon' | 'ban' | 'buon' | 'khom' | 'khu_pho' | 'to_dan_pho';
  valid_from: Day;
  /** The first day on which it is no more. */
  valid_to: Day | null;
  /** In which hamlet it goes on since it ended. */
  merged_into: Generated<Id | null>;
  /** With which commune it came here; null: it was always of this one. */
  joined_by: Generated<Id | null>;
}

/** What a hamlet is called from a day on; none for one that was never renamed. */
export interface HamletNameTable {
  commune_id: string;
  id: Id;
  hamlet_id: Id;
  name: string;
  valid_from: Day;
  decision: string | null;
  /** What its team is called from then; null: as before. */
  team_name: string | null;
  written_at: Date;
  written_by: Id | null;
}

/** What the commune is called from a day on, beyond the national list. */
export interface CommuneNameTable {
  commune_id: string;
  id: Id;
  name: string;
  type: 'xa' | 'phuong' | 'dac_khu';
  valid_from: Day;
  decision: string;
  written_at: Date;
  written_by: Id | null;
}

export interface TeamTable {
  commune_id: string;
  id: Id;
  level: 'commune' | 'hamlet';
  hamlet_id: Id | null;
  name: string;
  decision_number: string | null;
  decision_on: Day | null;
  started_on: Day;
  ended_on: Day | null;
  /** A second team in its hamlet, of one that was merged into it. */
  beside: Generated<boolean>;
}

export interface TeamMemberTable {
  commune_id: string;
  id: Id;
  team_id: Id;
  full_name: string;
  sort_key: string;
  sex: 'male' | 'female' | null;
  phone: string | null;
  organisation:
    | 'hamlet_board'
    | 'youth_union'
    | 'women_union'
    | 'farmers_union'
    | 'veterans_union'
    | 'fatherland_front'
    | 'school'
    | 'police'
    | 'office'
    | 'resident';
  position: 'leader' | 'deputy' | 'member';
  started_on: Day;
  ended_on: Day | null;
  end_reason: string | null;
}

/** Hamlets that become one from a day on. */
export interface HamletMergerTable {
  commune_id: string;
  id: Id;
  hamlet_ids: Id[];
  into_hamlet_id: Id | null;
  new_name: string | null;
  valid_from: Day;
  decision_number: string;
  decision_on: Day;
  teams: 'join' | 'beside';
  head_id: Id | null;
  leader_id: Id | null;
  state: 'planned' | 'done' | 'cancelled';
  counts: ColumnType<Record<string, number> | null, string | null, string | null>;
  written_at: Date;
  written_by: Id | null;
  done_at: Date | null;
}

/** What a merger brought from one hamlet to another. */
export interface HamletMoveTable {
  commune_id: string;
  subject_id: Id;
  merger_id: Id;
  subject: MovedSubject;
  from_hamlet_id: Id;
  into_hamlet_id: Id;
  from_team_id: Id | null;
  moved_on: Day;
  moved_at: Date;
}

export type MovedSubject =
  | 'household'
  | 'group'
  | 'team'
  | 'team_member'
  | 'task'
  | 'support_request'
  | 'obstacle'
  | 'business'
  | 'training_class'
  | 'inspection';

declare module '#platform/db/tables.ts' {
  interface Tables {
    provinces: ProvinceUnitTable;
    communes: CommuneUnitTable;
    installed_communes: InstalledCommuneTable;
    hamlets: HamletTable;
    commune_names: CommuneNameTable;
    commune_mergers: CommuneMergerTable;
    hamlet_names: HamletNameTable;
    hamlet_mergers: HamletMergerTable;
    hamlet_moves: HamletMoveTable;
    teams: TeamTable;
    team_members: TeamMemberTable;
  }
}
