import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { ItemState } from './campaign.ts';
import type { ContentForm, ContentKind } from './content.ts';

export interface OutreachSessionTable {
  commune_id: string;
  id: Id;
  /** Null: the whole commune. */
  hamlet_id: Id | null;
  form: string;
  held_on: Day;
  place: string | null;
  topics: string[];
  /** 'listed': the households of outreach_households; 'estimated': people reached by a guess, never counted in targets. */
  reach_kind: 'listed' | 'estimated';
  estimated_people: number | null;
  note: string | null;
  recorded_at: Date;
  recorded_by: Id;
  replaces: Id | null;
  void: boolean;
}

export interface OutreachHouseholdTable {
  commune_id: string;
  session_id: Id;
  household_id: Id;
}

/** One content of the library; its words stand in its versions. */
export interface OutreachContentTable {
  commune_id: string;
  id: Id;
  kind: ContentKind;
  /** The unit that gave it (R66); null: the office's own. */
  unit_id: Id | null;
  version: number;
  retired_on: Day | null;
  created_by: Id;
  created_at: Date;
}

/** One version, never changed. */
export interface OutreachContentVersionTable extends Record<ContentForm, string | null> {
  commune_id: string;
  content_id: Id;
  version: number;
  title: string;
  topic: string | null;
  platform: string | null;
  link: string | null;
  valid_until: Day | null;
  written_by: Id;
  written_at: Date;
}

/** "Đợt tuyên truyền": a plan of channels, places and days. */
export interface OutreachCampaignTable {
  commune_id: string;
  id: Id;
  title: string;
  content_id: Id | null;
  goal: string | null;
  starts_on: Day;
  ends_on: Day;
  created_by: Id;
  created_at: Date;
}

/** One planned outing of a campaign, and the session in which it happened. */
export interface OutreachCampaignItemTable {
  commune_id: string;
  id: Id;
  campaign_id: Id;
  /** Null: the whole commune. */
  hamlet_id: Id | null;
  form: string;
  planned_on: Day;
  state: ItemState;
  session_id: Id | null;
  note: string | null;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    outreach_sessions: OutreachSessionTable;
    outreach_households: OutreachHouseholdTable;
    outreach_contents: OutreachContentTable;
    outreach_campaigns: OutreachCampaignTable;
    outreach_campaign_items: OutreachCampaignItemTable;
    outreach_content_versions: OutreachContentVersionTable;
  }
}
