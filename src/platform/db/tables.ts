import type { Json } from './json.ts';

/**
 * Every table's row type. A feature declares its own tables by merging into this interface from its `tables.ts`:
 *
 *   declare module '#platform/db/tables.ts' { interface Tables { visits: VisitTable } }
 */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type
export interface Tables {
  events: EventTable;
}

/** One row is audit, history and trigger in one (law 3): written in the transaction of the change, never changed. */
export interface EventTable {
  commune_id: string;
  id: string;
  /** Past tense: 'visit.recorded'. */
  name: string;
  /** The hamlet whose people it is about; null for the whole commune. */
  hamlet_id: string | null;
  /** What it is about: 'household', 'report', 'account', … and its id. */
  subject: string;
  subject_id: string;
  /** Who did it; null is the product itself (clock, seed). */
  actor_id: string | null;
  /** When the person did it (a phone's corrected clock), and when the server wrote it down. */
  happened_at: Date;
  recorded_at: Date;
  device_id: string | null;
  request_id: string | null;
  /** { before?, after?, … }: enough to tell the story and to go back. */
  data: Json;
}
