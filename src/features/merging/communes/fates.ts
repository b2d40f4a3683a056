/**
 * What becomes of each table's rows when a commune is merged into another one of the installation (decision 0021), once for each table.
 *
 * - carried: all rows live on under the other commune, with their ids; the ended one keeps its own.
 * - decided: some do, or in another shape, as `adjust.server.ts` says.
 * - stays: one of a kind in a commune, an issued paper, or counted from other rows; it is the ended commune's and nobody else's.
 */
export type Fate = 'carried' | 'decided' | 'stays';

const carried = [
  // places, teams, people with an account and their phones
  'hamlets',
  'hamlet_names',
  'hamlet_mergers',
  'hamlet_moves',
  'teams',
  'team_members',
  'accounts',
  'account_roles',
  'invitations',
  'devices',
  'sync_scopes',
  'sync_homes',
  'sync_operations',
  'sync_reviews',
  'units',
  'unit_people',
  'unit_staff',
  // the register and the work that was done in it
  'households',
  'residents',
  'household_numbers',
  'visits',
  'visit_checks',
  'guidances',
  'digital_records',
  'skill_checks',
  'helper_assignments',
  'outreach_sessions',
  'outreach_households',
  'outreach_contents',
  'outreach_content_versions',
  'outreach_campaigns',
  'outreach_campaign_items',
  'groups',
  'group_members',
  'group_assessments',
  'point_visits',
  'businesses',
  'business_steps',
  'quality_commitments',
  'business_technologies',
  // what is open, and what was
  'tasks',
  'task_checks',
  'task_comments',
  'task_evidence',
  'task_households',
  'obstacles',
  'obstacle_steps',
  'support_requests',
  'support_steps',
  'training_classes',
  'training_trainees',
  'training_attendances',
  'training_results',
  'training_confirmations',
  'inspections',
  'inspection_people',
  'inspection_results',
  'inspection_findings',
  'inspection_answers',
  'emulation_movements',
  'emulation_hamlets',
  'emulation_goals',
  'emulation_activities',
  'emulation_activity_members',
  'emulation_activity_groups',
  'emulation_calls',
  'emulation_call_hamlets',
  'emulation_commendations',
] as const;

const decided = [
  'events', // the story of what is carried; the audit of accounts, papers and of who looked at what stays
  'catalogue_entries', // codes that the other commune has not
  'training_topics', // names that it has not
  'training_class_topics', // of these, or of the other commune's of the same name
  'inspection_checklists', // versions that a carried inspection was held by
] as const;

const stays = [
  'installed_communes',
  'commune_mergers',
  'commune_names',
  'sessions', // of the office: one signs in again
  'sync_epochs', // the phones learn the other commune's
  'plans',
  'target_definitions',
  'target_marks', // counted anew
  'target_counters',
  'target_days',
  'target_baselines',
  'target_months', // the past of the one is no past of the other
  'report_templates',
  'report_template_drafts',
  'reports',
  'report_calls',
  'report_call_hamlets',
  'report_extensions',
  'report_remarks',
  'report_reminders',
  'report_requests',
  'report_samples', // what was found at the door is a row of the visit (visit_checks)
  'commune_reports',
  'commune_report_files',
  'days_off',
  'documents',
  'document_files',
  'document_settings',
  'indicators',
  'reporting_systems',
  'indicator_mappings',
  'imports', // undone by who imported, before the merger or never
  'import_rows',
  'pioneer_counts', // a figure of the ended commune's months
  'obstacle_clocks',
  'support_clocks',
  'budget_sources',
  'budget_estimates',
  'budget_lines',
  'budget_spends',
  'budget_vouchers',
  'budget_settlements',
] as const;

const all = (tables: readonly string[], fate: Fate) => tables.map((table) => [table, fate] as const);

export const fates: ReadonlyMap<string, Fate> = new Map([
  ...all(carried, 'carried'),
  ...all(decided, 'decided'),
  ...all(stays, 'stays'),
]);

/** Every name once: a table has one fate. */
export const namedTables: readonly string[] = [...carried, ...decided, ...stays];

/** Tables of which rows are taken over, in any order. */
export const takenTables: readonly string[] = [...carried, ...decided];

/** Whose events stay, though the row itself goes on: signing in, rights and phones are the ended commune's audit. */
export const withoutStory: ReadonlySet<string> = new Set([
  'accounts',
  'account_roles',
  'invitations',
  'devices',
  'sync_operations',
  'sync_reviews',
  'catalogue_entries',
  'inspection_checklists',
  'events',
]);

/** What the other commune counts anew from its rows, and the note of the merger itself. */
export const countedAnew: ReadonlySet<string> = new Set([
  'target_marks',
  'target_counters',
  'target_days',
  'target_baselines',
  'commune_mergers',
]);
