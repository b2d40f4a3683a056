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
  valid_to: Day | null;
}

/** What a hamlet is called from a day on; none for one that was never renamed. */
export interface HamletNameTable {
  commune_id: string;
  id: Id;
  hamlet_id: Id;
  name: string;
  valid_from: Day;
  decision: string | null;
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

declare module '#platform/db/tables.ts' {
  interface Tables {
    provinces: ProvinceUnitTable;
    communes: CommuneUnitTable;
    installed_communes: InstalledCommuneTable;
    hamlets: HamletTable;
    hamlet_names: HamletNameTable;
    teams: TeamTable;
    team_members: TeamMemberTable;
  }
}
