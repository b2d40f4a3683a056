import type { Id } from '#shared/ids.ts';

/**
 * What the register tells the features above. Every event is about one row (subject 'household' or 'resident' and its id) and its
 * data has one shape: which households it touches, and of the subject's own row the changed columns as they were and as they are
 * (snake_case; derived columns and updated_at are not told). So a row at a past moment is: today's row with the `before` of every
 * later event laid over it, newest first. A row did not exist before its registered event (created_at).
 */
export interface RegistryEventData {
  /** Every household whose people, place or state may look different now. */
  householdIds: Id[];
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  /** The hamlets concerned when there are two (moves): the event's own hamlet is the one after. */
  hamletIds?: Id[];
  /** The import that did it. */
  importId?: Id;
  [more: string]: unknown;
}

/** Events that change what a target or a report may look at. */
export const registryChanges = [
  'household.registered',
  'household.corrected',
  'household.state_changed',
  'household.head_named',
  'household.responsible_named',
  'household.policy_class_set',
  'household.moved',
  'household.hamlet_merged',
  // subject: the household that was split; its people go by resident.moved
  'household.split',
  // subject: the double, that now is merged_into another; its people go by resident.moved
  'household.merged',
  'household.unmerged',
  // rows of an import that was undone: they are gone
  'household.withdrawn',
  'resident.registered',
  'resident.corrected',
  'resident.state_changed',
  'resident.vulnerable_set',
  'resident.moved',
  'resident.merged',
  'resident.unmerged',
  'resident.withdrawn',
] as const;
export type RegistryChange = (typeof registryChanges)[number];

/** Events that only tell: somebody left (subject: the household left), a restricted reading, exports, imports. */
export const registryNotes = [
  'household.resident_left',
  'household.restricted_seen',
  'register.restricted_listed',
  'register.exported',
  'import.read',
  'import.committed',
  'import.undone',
  'import.dropped',
] as const;
