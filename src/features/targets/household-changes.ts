import { registryChanges } from '#features/registry/model/events.ts';

/** Events after which what is known of a household may be different; each tells `householdIds` (or is about a household itself). */
export const householdChanges = [
  ...registryChanges,
  'visit.recorded',
  'visit.corrected',
  'visit.withdrawn',
  'digital.recorded',
  'skill.checked',
  'helper.assigned',
  'helper.ended',
  'outreach.recorded',
  'outreach.corrected',
  'outreach.withdrawn',
] as const;
