/**
 * Who may do what where, as data, written from the table of actors and rights (domain/03 §7.2) and the restricted fields
 * (domain/05 §4.2), apart from every policy of the product. What the table does not say, or says otherwise, is in
 * `deviations.ts`, one by one with its reason.
 */

/** A right stands for the holder's own hamlet ('hamlet') or wherever the commune is ('commune'). */
export type Reach = 'hamlet' | 'commune';

/** What narrows a right. */
export type Only =
  /** A part of a report, of a unit for which the person is named. */
  | 'named'
  /** The household is looked after by this very person. */
  | 'assigned'
  /** Given to this very member. */
  | 'given'
  /** The person wrote it, or it is the person's own visit. */
  | 'own'
  /** The person wrote it, at the counter. */
  | 'own_counter'
  /** A talk at the counter of the public service centre. */
  | 'counter'
  /** A report that has been sent, and is no draft. */
  | 'sent'
  /** Sent by somebody else: who submits does not approve. */
  | 'sent_by_another'
  /** Registered by somebody else. */
  | 'registered_by_another'
  /** Entered by this very person, or by somebody else. */
  | 'entered'
  | 'entered_by_another'
  /** A class that is only proposed; by this very person. */
  | 'proposal'
  | 'own_proposal'
  /** Registered, and checked by nobody yet. */
  | 'unchecked'
  /** Money that somebody else has prepared, and somebody else appraised: who proposes does not approve. */
  | 'prepared_by_another'
  /** Not closed for good. */
  | 'open'
  /** An obstacle that stands at its hamlet. */
  | 'at_hamlet'
  /** An obstacle that is not closed. */
  | 'not_closed'
  /** An obstacle that the commune has put to the province. */
  | 'put_to_province'
  /** An obstacle that does not wait for the decision of the commune's leader. */
  | 'not_with_leader'
  /** An inspection of which the hamlet knows: announced, or held. */
  | 'told'
  /** An official document that was approved: no draft, and not put away. */
  | 'approved';

export type Operation =
  | 'register.read'
  | 'register.restricted'
  | 'register.create'
  | 'register.update'
  | 'register.reshape'
  | 'register.name_responsible'
  | 'register.import'
  | 'register.export'
  | 'visits.read'
  | 'visits.record'
  | 'visits.correct'
  | 'visits.check_skills'
  | 'visits.assign_helper'
  | 'outreach.record'
  | 'outreach.correct'
  | 'outreach.read_commune_wide'
  | 'outreach.write_library'
  | 'outreach.plan_campaign'
  | 'outreach.move_item'
  | 'emulation.read'
  | 'emulation.start'
  | 'emulation.keep'
  | 'emulation.record'
  | 'emulation.answer'
  | 'emulation.see_proposals'
  | 'emulation.decide'
  | 'reports.read'
  | 'reports.draft'
  | 'reports.submit'
  | 'reports.decide'
  | 'reports.sum'
  | 'reports.issued'
  | 'reports.consolidate'
  | 'reports.approve_office'
  | 'reports.approve_leader'
  | 'reports.register'
  | 'documents.read'
  | 'documents.draft'
  | 'documents.approve_office'
  | 'documents.approve_leader'
  | 'documents.register'
  | 'documents.keep_settings'
  | 'reports.keep_forms'
  | 'reports.ask'
  | 'reports.open_parts'
  | 'reports.fill_part'
  | 'targets.read'
  | 'targets.define'
  | 'plan.keep'
  | 'indicators.keep'
  | 'commerce.read'
  | 'commerce.keep'
  | 'commerce.close'
  | 'budget.read'
  | 'budget.read_team'
  | 'budget.propose'
  | 'budget.keep'
  | 'budget.appraise'
  | 'budget.approve'
  | 'budget.vouchers'
  | 'groups.read'
  | 'groups.register'
  | 'groups.correct'
  | 'groups.move'
  | 'groups.close'
  | 'groups.assess'
  | 'inspections.open'
  | 'inspections.read'
  | 'inspections.keep'
  | 'inspections.record'
  | 'inspections.answer'
  | 'tasks.read'
  | 'tasks.give'
  | 'tasks.update'
  | 'obstacles.raise'
  | 'obstacles.raise_commune_wide'
  | 'obstacles.read'
  | 'obstacles.handle'
  | 'obstacles.direct'
  | 'obstacles.keep_clock'
  | 'classes.read'
  | 'classes.people'
  | 'classes.plan'
  | 'classes.propose'
  | 'classes.keep'
  | 'classes.correct_proposal'
  | 'classes.approve'
  | 'classes.drop_proposal'
  | 'classes.tick'
  | 'classes.keep_topics'
  | 'classes.confirm'
  | 'units.read'
  | 'units.keep'
  | 'units.act'
  | 'units.speak'
  | 'support.ask'
  | 'support.read'
  | 'support.assign'
  | 'support.work'
  | 'support.keep_clock'
  | 'teams.read'
  | 'teams.keep_units'
  | 'teams.keep_members'
  | 'members.hand_over'
  | 'accounts.give_member'
  | 'accounts.give_hamlet_role'
  | 'accounts.give_commune_role'
  | 'audit.read'
  | 'phones.use'
  | 'phones.read'
  | 'phones.revoke'
  | 'phones.review';

export interface Right {
  role: string;
  reach: Reach;
  operations: readonly Operation[];
  only?: Only;
}

/** Row by row, in the order and by the cells of the table; columns whose rooms are not built yet are left out. */
export const table: readonly Right[] = [
  // Member | C R U (assigned households; hamlet search R*) | C R own | … | — | R hamlet | own profile
  { role: 'member', reach: 'hamlet', operations: ['register.read', 'targets.read'] },
  {
    role: 'member',
    reach: 'hamlet',
    operations: ['register.update', 'register.restricted'],
    only: 'assigned',
  },
  { role: 'member', reach: 'hamlet', operations: ['visits.record', 'obstacles.raise'] },
  { role: 'member', reach: 'hamlet', operations: ['visits.correct'], only: 'own' },
  { role: 'member', reach: 'hamlet', operations: ['support.ask'] },
  { role: 'member', reach: 'hamlet', operations: ['support.read', 'support.work'], only: 'given' },
  // … Classes: R, attend
  { role: 'member', reach: 'hamlet', operations: ['classes.read'] },

  // Hamlet team leader | C R U (hamlet) | C R hamlet | … | draft | R hamlet | R own team | —
  {
    role: 'hamlet_team_leader',
    reach: 'hamlet',
    operations: [
      'tasks.read',
      'tasks.give',
      'tasks.update',
      'register.create',
      'register.read',
      'register.update',
      'register.restricted',
      'visits.record',
      'visits.read',
      'reports.draft',
      'reports.read',
      'targets.read',
      'obstacles.raise',
      'obstacles.read',
      'classes.propose',
      'budget.read_team',
    ],
  },
  {
    role: 'hamlet_team_leader',
    reach: 'hamlet',
    operations: ['support.read', 'support.assign', 'support.work'],
  },
  { role: 'hamlet_team_leader', reach: 'hamlet', operations: ['obstacles.handle'], only: 'at_hamlet' },

  // Hamlet head | same | R hamlet | … | submit hamlet report, register model | R hamlet | R own team | —
  {
    role: 'hamlet_head',
    reach: 'hamlet',
    operations: [
      'tasks.read',
      'tasks.give',
      'tasks.update',
      'register.create',
      'register.read',
      'register.update',
      'register.restricted',
      'visits.read',
      'reports.read',
      'reports.submit',
      'groups.register',
      'targets.read',
      'obstacles.raise',
      'obstacles.read',
      'classes.propose',
      'budget.read_team',
    ],
  },
  {
    role: 'hamlet_head',
    reach: 'hamlet',
    operations: ['support.read', 'support.assign', 'support.work'],
  },
  { role: 'hamlet_head', reach: 'hamlet', operations: ['obstacles.handle'], only: 'at_hamlet' },

  // Commune team leader | R U commune | R commune | … | R | R commune | R | —
  {
    role: 'commune_team_leader',
    reach: 'commune',
    operations: [
      'tasks.read',
      'tasks.give',
      'tasks.update',
      'register.read',
      'register.update',
      'register.restricted',
      'visits.read',
      'targets.read',
      'obstacles.read',
      'budget.read',
    ],
  },
  {
    role: 'commune_team_leader',
    reach: 'commune',
    operations: ['obstacles.handle'],
    only: 'not_with_leader',
  },
  { role: 'commune_team_leader', reach: 'commune', operations: ['reports.read'], only: 'sent' },
  {
    role: 'commune_team_leader',
    reach: 'commune',
    operations: ['classes.read', 'classes.plan', 'classes.keep'],
  },
  {
    role: 'commune_team_leader',
    reach: 'commune',
    operations: ['support.read', 'support.assign', 'support.work'],
  },

  // VH-XH officer | R U, import, merge | R | … | return/accept, consolidate, … | R, set definitions | propose | R audit
  {
    role: 'culture_social_officer',
    reach: 'commune',
    operations: [
      'tasks.read',
      'tasks.give',
      'tasks.update',
      'register.read',
      'register.update',
      'register.restricted',
      'register.import',
      'register.reshape',
      'visits.read',
      'reports.sum',
      'reports.consolidate',
      'targets.read',
      'targets.define',
      'audit.read',
      'obstacles.read',
      'budget.propose',
    ],
  },
  {
    role: 'culture_social_officer',
    reach: 'commune',
    operations: ['obstacles.handle'],
    only: 'not_with_leader',
  },
  { role: 'culture_social_officer', reach: 'commune', operations: ['reports.read'], only: 'sent' },
  {
    role: 'culture_social_officer',
    reach: 'commune',
    operations: ['classes.read', 'classes.plan', 'classes.keep'],
  },
  {
    role: 'culture_social_officer',
    reach: 'commune',
    operations: ['reports.decide'],
    only: 'sent_by_another',
  },
  {
    role: 'culture_social_officer',
    reach: 'commune',
    operations: ['support.read', 'support.assign', 'support.work'],
  },

  // VH-XH head | R* | R | … | A before leader | U targets | R | R audit
  {
    role: 'culture_social_head',
    reach: 'commune',
    operations: [
      'tasks.read',
      'tasks.give',
      'register.read',
      'visits.read',
      'targets.read',
      'targets.define',
      'audit.read',
      'reports.approve_office',
      'obstacles.read',
      'budget.read',
    ],
  },
  {
    role: 'culture_social_head',
    reach: 'commune',
    operations: ['obstacles.handle'],
    only: 'not_with_leader',
  },
  { role: 'culture_social_head', reach: 'commune', operations: ['reports.read'], only: 'sent' },
  {
    role: 'culture_social_head',
    reach: 'commune',
    operations: ['classes.approve'],
    only: 'entered_by_another',
  },
  { role: 'culture_social_head', reach: 'commune', operations: ['support.read'] },

  // Economic office | — (aggregates) | — | … | R budget part | R | C R U A | —
  {
    role: 'economic_officer',
    reach: 'commune',
    operations: ['targets.read', 'budget.read', 'budget.keep', 'budget.vouchers'],
  },
  {
    role: 'economic_officer',
    reach: 'commune',
    operations: ['budget.appraise'],
    only: 'prepared_by_another',
  },

  // Commune leader | R* | R | … | A / sign | R | R A | R audit
  {
    role: 'commune_leader',
    reach: 'commune',
    operations: [
      'tasks.give',
      'register.read',
      'visits.read',
      'targets.read',
      'audit.read',
      'reports.approve_leader',
      'obstacles.read',
      'budget.read',
      'budget.vouchers',
    ],
  },
  { role: 'commune_leader', reach: 'commune', operations: ['obstacles.direct'], only: 'not_closed' },
  { role: 'commune_leader', reach: 'commune', operations: ['reports.read'], only: 'sent' },
  { role: 'commune_leader', reach: 'commune', operations: ['classes.read'] },
  { role: 'commune_leader', reach: 'commune', operations: ['budget.approve'], only: 'prepared_by_another' },
  { role: 'commune_leader', reach: 'commune', operations: ['support.read'] },

  // Records clerk | — | — | … | number, date, upload signed file, X | — | —
  { role: 'records_clerk', reach: 'commune', operations: ['reports.sum', 'reports.register'] },

  // Youth Union / mass org / school / other unit | — | R own people's | … | fill own part | R | —
  { role: 'unit', reach: 'commune', operations: ['targets.read', 'reports.open_parts', 'obstacles.raise'] },
  { role: 'unit', reach: 'commune', operations: ['reports.fill_part'], only: 'named' },
  // … Tasks: R U assigned
  { role: 'unit', reach: 'commune', operations: ['units.act'], only: 'named' },
  { role: 'unit', reach: 'commune', operations: ['classes.plan'] },
  {
    role: 'unit',
    reach: 'commune',
    operations: ['classes.read', 'classes.people', 'classes.keep', 'classes.tick'],
    only: 'entered',
  },
  { role: 'unit', reach: 'commune', operations: ['support.ask'] },

  // Public service centre | R* by request | C (at counter) | … | — | R | —
  { role: 'public_service_center', reach: 'commune', operations: ['targets.read', 'obstacles.raise'] },
  { role: 'public_service_center', reach: 'commune', operations: ['visits.record'], only: 'counter' },
  {
    role: 'public_service_center',
    reach: 'commune',
    operations: ['support.ask', 'support.read', 'support.assign', 'support.work'],
  },

  // Sở KH&CN / province | aggregates only | — | … | R issued reports | R province | R own
  { role: 'province_viewer', reach: 'commune', operations: ['targets.read', 'reports.issued'] },
  { role: 'province_viewer', reach: 'commune', operations: ['obstacles.read'], only: 'put_to_province' },

  // Commune admin | accounts, units | — | … | C R U, no content
  {
    role: 'commune_admin',
    reach: 'commune',
    operations: [
      'teams.keep_units',
      'teams.keep_members',
      'teams.read',
      'accounts.give_member',
      'accounts.give_hamlet_role',
      'accounts.give_commune_role',
    ],
  },

  // DPO / auditor | log of access | — | … | R audit, handle data requests
  { role: 'auditor', reach: 'commune', operations: ['audit.read'] },
];
