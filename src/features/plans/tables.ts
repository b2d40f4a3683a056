import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { Generated } from 'kysely';
import type { Json } from '#platform/db/json.ts';
import type { PlanSettings, Signer } from './model.ts';

export interface PlanTable {
  commune_id: string;
  id: Id;
  year: number;
  /** Blank until issued (R3). */
  number: string | null;
  issued_on: Day | null;
  title: string;
  starts_on: Day;
  ends_on: Day;
  legal_basis: Json<string[]>;
  recipients: Json<string[]>;
  signer: Json<Signer>;
  settings: Json<PlanSettings>;
  created_at: Date;
  closed_on: Day | null;
}

/** Platforms, outreach forms, topics, essential domains, priority reasons: lists that the officer keeps. */
export interface CatalogueEntryTable {
  commune_id: string;
  id: Id;
  kind: 'platform' | 'outreach_form' | 'topic' | 'essential_domain' | 'priority_reason';
  code: string;
  name: string;
  details: Json;
  position: number;
  valid_from: Day;
  valid_to: Day | null;
  /** With a commune that was merged into this one: no figure of a day before asks for it. */
  joined_on: Generated<Day | null>;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    plans: PlanTable;
    catalogue_entries: CatalogueEntryTable;
  }
}
