import type { Right } from './rights-table.ts';

/** Something that the project decided beyond the table of rights, or narrower than it, with its reason. */
export interface Deviation {
  reason: string;
  adds: readonly Right[];
}

const hamletOfficials = ['hamlet_team_leader', 'hamlet_head'] as const;
const hamletPeople = ['member', ...hamletOfficials] as const;
const communePeople = [
  'commune_team_leader',
  'culture_social_officer',
  'culture_social_head',
  'economic_officer',
  'commune_leader',
  'records_clerk',
  'unit',
  'public_service_center',
  'province_viewer',
  'commune_admin',
  'auditor',
] as const;
const boardReaders = ['commune_team_leader', 'culture_social_head', 'commune_leader'] as const;

export const deviations: readonly Deviation[] = [
  {
    reason:
      'A member registers and corrects in the whole hamlet, not only in assigned households: at the start nobody is assigned, and "members see their hamlet" (issue 1). Restricted fields stay with the assigned ones.',
    adds: [{ role: 'member', reach: 'hamlet', operations: ['register.create', 'register.update'] }],
  },
  {
    reason:
      'A member reads the visits of the whole hamlet, not only the own ones: who calls next must know what was agreed ("members see their hamlet", issue 1).',
    adds: [{ role: 'member', reach: 'hamlet', operations: ['visits.read'] }],
  },
  {
    reason:
      'The head of a hamlet records visits and drafts the report: the head belongs to the team by Công văn 793, and mends what is sent under the own name.',
    adds: [{ role: 'hamlet_head', reach: 'hamlet', operations: ['visits.record', 'reports.draft'] }],
  },
  {
    reason:
      'Leader and head of a hamlet correct every visit there: a member who has left cannot, and the report of the hamlet rests on it. Corrections are new versions.',
    adds: hamletOfficials.map((role) => ({ role, reach: 'hamlet', operations: ['visits.correct'] })),
  },
  {
    reason:
      'The Culture–Social office works in the field itself (R54): it registers, visits, checks, corrects, meets.',
    adds: [
      {
        role: 'culture_social_officer',
        reach: 'commune',
        operations: [
          'register.create',
          'visits.record',
          'visits.correct',
          'visits.check_skills',
          'outreach.record',
          'outreach.correct',
          'outreach.read_commune_wide',
        ],
      },
    ],
  },
  {
    reason: 'Checks of skills (W6) go with visits in the hamlet.',
    adds: hamletPeople.map((role) => ({ role, reach: 'hamlet', operations: ['visits.check_skills'] })),
  },
  {
    reason: 'The public service centre corrects its own talks at the counter, as members do theirs.',
    adds: [
      {
        role: 'public_service_center',
        reach: 'commune',
        operations: ['visits.correct'],
        only: 'own_counter',
      },
    ],
  },
  {
    reason:
      '"R* by request": requests come with a later issue; until then the centre reads the register without restricted fields.',
    adds: [{ role: 'public_service_center', reach: 'commune', operations: ['register.read'] }],
  },
  {
    reason:
      'Splitting, moving and merging inside the own hamlet is daily work of its leader and head; across hamlets it stays with the office.',
    adds: hamletOfficials.map((role) => ({ role, reach: 'hamlet', operations: ['register.reshape'] })),
  },
  {
    reason:
      'Leader, head and office say who looks after and who helps a household (R27, "assign in hamlet").',
    adds: [
      ...hamletOfficials.map((role): Right => ({
        role,
        reach: 'hamlet',
        operations: ['register.name_responsible', 'visits.assign_helper'],
      })),
      {
        role: 'culture_social_officer',
        reach: 'commune',
        operations: ['register.name_responsible', 'visits.assign_helper'],
      },
    ],
  },
  {
    reason:
      'The table has no X for the register; lists on paper are needed in the hamlet and in the office. Each export is in the audit (A20).',
    adds: [
      ...hamletOfficials.map((role): Right => ({ role, reach: 'hamlet', operations: ['register.export'] })),
      { role: 'culture_social_officer', reach: 'commune', operations: ['register.export'] },
    ],
  },
  {
    reason: 'The table has no column for outreach to groups: it is recorded and read as visits are.',
    adds: [
      { role: 'member', reach: 'hamlet', operations: ['outreach.record'] },
      { role: 'member', reach: 'hamlet', operations: ['outreach.correct'], only: 'own' },
      ...hamletOfficials.map((role): Right => ({
        role,
        reach: 'hamlet',
        operations: ['outreach.record', 'outreach.correct'],
      })),
      ...[...hamletPeople, ...boardReaders].map((role): Right => ({
        role,
        reach: 'commune',
        operations: ['outreach.read_commune_wide'],
      })),
      ...['culture_social_officer', 'culture_social_head', 'commune_team_leader'].map((role): Right => ({
        role,
        reach: 'commune',
        operations: ['outreach.write_library'],
      })),
      ...['culture_social_officer', 'commune_team_leader'].map((role): Right => ({
        role,
        reach: 'commune',
        operations: ['outreach.plan_campaign', 'outreach.move_item'],
      })),
      ...hamletOfficials.map((role): Right => ({
        role,
        reach: 'hamlet',
        operations: ['outreach.move_item'],
      })),
    ],
  },
  {
    reason:
      'The table has no column for emulation (R62, R61, R68, W13). A competition is told to all who take part, in sums and never in names of people; the Youth Union, other organisations and the Culture–Social office start one (plan III.3), who wrote it and the officer keep it; in a hamlet its leader and head write down outings; a unit answers for itself; who leads the commune confirms, and never what he proposed.',
    adds: [
      ...hamletPeople.map((role): Right => ({ role, reach: 'hamlet', operations: ['emulation.read'] })),
      ...[...boardReaders, 'culture_social_officer', 'unit', 'economic_officer', 'public_service_center'].map(
        (role): Right => ({ role, reach: 'commune', operations: ['emulation.read'] }),
      ),
      ...['unit', 'culture_social_officer', 'culture_social_head'].map((role): Right => ({
        role,
        reach: 'commune',
        operations: ['emulation.start'],
      })),
      ...['unit', 'culture_social_head'].map((role): Right => ({
        role,
        reach: 'commune',
        operations: ['emulation.keep'],
        only: 'entered',
      })),
      { role: 'culture_social_officer', reach: 'commune', operations: ['emulation.keep'] },
      ...hamletOfficials.map((role): Right => ({
        role,
        reach: 'hamlet',
        operations: ['emulation.record'],
      })),
      ...['unit', 'economic_officer', 'public_service_center'].map((role): Right => ({
        role,
        reach: 'commune',
        operations: ['emulation.answer'],
        only: 'named',
      })),
      ...['commune_leader', 'culture_social_head'].map((role): Right => ({
        role,
        reach: 'commune',
        operations: ['emulation.see_proposals'],
      })),
      {
        role: 'commune_leader',
        reach: 'commune',
        operations: ['emulation.decide'],
        only: 'entered_by_another',
      },
    ],
  },
  {
    reason:
      'The Economic office fills its own part of the report as other units do: F (e-commerce) and K (budget) are its work (issue 4, "parts filled by others").',
    adds: [
      { role: 'economic_officer', reach: 'commune', operations: ['reports.open_parts'] },
      { role: 'economic_officer', reach: 'commune', operations: ['reports.fill_part'], only: 'named' },
    ],
  },
  {
    reason:
      'The table has no column for the units of the commune: the Culture–Social office, which leads the plan (R53), keeps their list, as it kept the units that write parts of the report; who reads what the whole commune does reads them. Its officer types in what a unit without an account sent.',
    adds: [
      ...['culture_social_officer', ...boardReaders].map((role): Right => ({
        role,
        reach: 'commune',
        operations: ['units.read'],
      })),
      { role: 'culture_social_officer', reach: 'commune', operations: ['units.keep', 'units.speak'] },
      { role: 'culture_social_head', reach: 'commune', operations: ['units.keep'] },
    ],
  },
  {
    reason: 'The Economic office acts for its own unit as other units do ("R own" tasks, R57, R63).',
    adds: [{ role: 'economic_officer', reach: 'commune', operations: ['units.act'], only: 'named' }],
  },
  {
    reason: 'Who reads all reports reads their sum.',
    adds: boardReaders.map((role) => ({ role, reach: 'commune', operations: ['reports.sum'] })),
  },
  {
    reason:
      'Plan, catalogue and the forms of reports are kept, and thematic reports asked for, by the Culture–Social office (R53, R71); everybody who signs in reads plan and catalogue.',
    adds: ['culture_social_officer', 'culture_social_head'].map((role) => ({
      role,
      reach: 'commune',
      operations: ['plan.keep', 'reports.keep_forms', 'reports.ask'],
    })),
  },
  {
    reason:
      'Codes under which others ask for the figures of reports are kept by the Culture–Social office, as plan and catalogue (R4, R53).',
    adds: ['culture_social_officer', 'culture_social_head'].map((role) => ({
      role,
      reach: 'commune',
      operations: ['indicators.keep'],
    })),
  },
  {
    reason:
      'Self-managed groups are no personal data: hamlets read their own, all who read targets read all but the province; the office takes them through their states, not its own registrations (separation of duties).',
    adds: [
      ...hamletPeople.map((role): Right => ({ role, reach: 'hamlet', operations: ['groups.read'] })),
      ...[...boardReaders, 'culture_social_officer', 'economic_officer', 'unit', 'public_service_center'].map(
        (role): Right => ({ role, reach: 'commune', operations: ['groups.read'] }),
      ),
      { role: 'hamlet_head', reach: 'hamlet', operations: ['groups.correct'], only: 'open' },
      { role: 'hamlet_head', reach: 'hamlet', operations: ['groups.close'], only: 'unchecked' },
      { role: 'culture_social_officer', reach: 'commune', operations: ['groups.correct'], only: 'open' },
      {
        role: 'culture_social_officer',
        reach: 'commune',
        operations: ['groups.move', 'groups.close', 'groups.assess'],
        only: 'registered_by_another',
      },
    ],
  },
  {
    reason:
      'The leader gives directives (C) and must read what became of them and of the other work of the commune (R47); whoever is given a task takes the steps of its doer, the Economic office too (the table says R own).',
    adds: [{ role: 'commune_leader', reach: 'commune', operations: ['tasks.read'] }],
  },
  {
    reason:
      'Whoever has an account raises an obstacle (R73, "anyone may raise"), for the commune or where they work; who works for the commune, in any hamlet.',
    adds: [
      ...[...hamletPeople, ...communePeople].map((role): Right => ({
        role,
        reach: 'commune',
        operations: ['obstacles.raise_commune_wide'],
      })),
      ...communePeople.map((role): Right => ({ role, reach: 'commune', operations: ['obstacles.raise'] })),
    ],
  },
  {
    reason:
      'A member reads the obstacles of the whole hamlet with their answers, not only the own ones: neighbours ask every member (issue 5, line 3).',
    adds: [{ role: 'member', reach: 'hamlet', operations: ['obstacles.read'] }],
  },
  {
    reason:
      'People call the hamlet’s leader or head, the commune’s team and the office too: whoever answers writes the request down (W9, channel "phone").',
    adds: [
      ...hamletOfficials.map((role): Right => ({ role, reach: 'hamlet', operations: ['support.ask'] })),
      ...['culture_social_officer', 'commune_team_leader'].map((role): Right => ({
        role,
        reach: 'commune',
        operations: ['support.ask'],
      })),
    ],
  },
  {
    reason:
      'The leader and head of a hamlet go themselves where they are the member who is nearest: a request that one was given is one’s own.',
    adds: hamletOfficials.map((role) => ({
      role,
      reach: 'hamlet',
      operations: ['support.read', 'support.work'],
      only: 'given',
    })),
  },
  {
    reason:
      'How many days an obstacle, or a request for help, may take is kept by the Culture–Social office, as plan and catalogue are (R53, R73, W9).',
    adds: ['culture_social_officer', 'culture_social_head'].map((role) => ({
      role,
      reach: 'commune',
      operations: ['obstacles.keep_clock', 'support.keep_clock'],
    })),
  },
  {
    reason:
      'Classes: who proposes or approves one reads them; a class of the whole commune is read by everybody who works in a hamlet. A proposal is taken into the plan by who plans or by the head of the office, never by who made it; what the office plans itself is not held up, its invitation is signed. Leaders and heads propose, mend their proposal, and tick the list for their own hamlet (issue 5, line 4).',
    adds: [
      ...hamletOfficials.flatMap((role): Right[] => [
        {
          role,
          reach: 'hamlet',
          operations: ['classes.read', 'classes.people', 'classes.tick', 'classes.confirm'],
        },
        {
          role,
          reach: 'hamlet',
          operations: ['classes.correct_proposal', 'classes.drop_proposal'],
          only: 'own_proposal',
        },
      ]),
      ...[...boardReaders, 'culture_social_officer'].map((role): Right => ({
        role,
        reach: 'commune',
        operations: ['classes.read', 'classes.people'],
      })),
      ...['commune_team_leader', 'culture_social_officer'].flatMap((role): Right[] => [
        { role, reach: 'commune', operations: ['classes.tick', 'classes.keep_topics', 'classes.confirm'] },
        { role, reach: 'commune', operations: ['classes.approve'], only: 'entered_by_another' },
      ]),
      {
        role: 'culture_social_head',
        reach: 'commune',
        operations: ['classes.drop_proposal'],
        only: 'proposal',
      },
    ],
  },
  {
    reason:
      'Teams are named by a public decision: hamlets read their own, offices all; the commune team is known to everybody. The office founds them (issue 1 line 4), the head keeps the members of the own team.',
    adds: [
      ...hamletPeople.map((role): Right => ({ role, reach: 'hamlet', operations: ['teams.read'] })),
      ...[...boardReaders, 'culture_social_officer', 'economic_officer', 'unit', 'auditor'].map(
        (role): Right => ({ role, reach: 'commune', operations: ['teams.read'] }),
      ),
      {
        role: 'culture_social_officer',
        reach: 'commune',
        operations: ['teams.keep_units', 'teams.keep_members'],
      },
      { role: 'hamlet_head', reach: 'hamlet', operations: ['teams.keep_members'] },
    ],
  },
  {
    reason:
      'Hamlet teams get their accounts without the administrator: the office gives every role of a hamlet, the head makes members of the own hamlet, and nothing more (A5).',
    adds: [
      {
        role: 'culture_social_officer',
        reach: 'commune',
        operations: ['accounts.give_member', 'accounts.give_hamlet_role'],
      },
      { role: 'hamlet_head', reach: 'hamlet', operations: ['accounts.give_member'] },
    ],
  },
  {
    reason:
      'The table has no column for official documents that are no reports (issue 4, line 8): they go the way of the commune’s report. The office drafts and keeps signers and recipients as it keeps the plan; who is competent to sign approves (NĐ 30/2020, Điều 11); the records clerk numbers and issues, and reads what was approved.',
    adds: [
      ...['culture_social_officer', 'culture_social_head'].map((role): Right => ({
        role,
        reach: 'commune',
        operations: ['documents.read', 'documents.draft', 'documents.keep_settings'],
      })),
      { role: 'culture_social_head', reach: 'commune', operations: ['documents.approve_office'] },
      {
        role: 'commune_leader',
        reach: 'commune',
        operations: ['documents.read', 'documents.approve_leader'],
      },
      { role: 'records_clerk', reach: 'commune', operations: ['documents.register'] },
      { role: 'records_clerk', reach: 'commune', operations: ['documents.read'], only: 'approved' },
    ],
  },
  {
    reason:
      'The table has no column for the digital economy (R34–R42): members guide step by step and keep the businesses of their hamlet, the two offices that answer for it those of the commune; who reads the commune’s figures reads all. No personal data but a name to ask for.',
    adds: [
      ...hamletPeople.map((role): Right => ({
        role,
        reach: 'hamlet',
        operations: ['commerce.read', 'commerce.keep'],
      })),
      ...hamletOfficials.map((role): Right => ({ role, reach: 'hamlet', operations: ['commerce.close'] })),
      ...boardReaders.map((role): Right => ({ role, reach: 'commune', operations: ['commerce.read'] })),
      ...['culture_social_officer', 'economic_officer'].map((role): Right => ({
        role,
        reach: 'commune',
        operations: ['commerce.read', 'commerce.keep', 'commerce.close'],
      })),
    ],
  },
  {
    reason:
      'Money (issue 5, line 11): who proposes reads what is approved; the Economic office’s C is also an estimate of its own, which another of it appraises (its A), and the leader approves. R of the others is sums: vouchers are seen by who keeps and who approves them only.',
    adds: [
      { role: 'culture_social_officer', reach: 'commune', operations: ['budget.read'] },
      { role: 'economic_officer', reach: 'commune', operations: ['budget.propose'] },
    ],
  },
  {
    reason:
      'The table has no column for phones (issue 3): who works in a hamlet has one; its leader and head, the office and the administrator of accounts see and revoke those of others, the head of the office sees them. What phones told beside the register is decided by who keeps the hamlet’s register.',
    adds: [
      ...hamletPeople.map((role): Right => ({ role, reach: 'hamlet', operations: ['phones.use'] })),
      ...hamletOfficials.map((role): Right => ({
        role,
        reach: 'hamlet',
        operations: ['phones.read', 'phones.revoke', 'phones.review'],
      })),
      {
        role: 'culture_social_officer',
        reach: 'commune',
        operations: ['phones.read', 'phones.revoke', 'phones.review'],
      },
      { role: 'commune_admin', reach: 'commune', operations: ['phones.read', 'phones.revoke'] },
      { role: 'culture_social_head', reach: 'commune', operations: ['phones.read'] },
    ],
  },
  {
    reason:
      'Handing over the work of a member who leaves (R104) is of those who keep the team and may also read what is handed over: the hamlet’s head and the Culture–Social office, not the administrator of accounts.',
    adds: [
      { role: 'hamlet_head', reach: 'hamlet', operations: ['members.hand_over'] },
      { role: 'culture_social_officer', reach: 'commune', operations: ['members.hand_over'] },
    ],
  },
  {
    reason:
      'Inspections have no column in the table: by the plan (III.1) the Culture–Social office inspects hamlets and reports to the Committee, so it keeps and records them, and the leader and the commune team’s leader read them (R56, W20).',
    adds: [
      ...['culture_social_officer', 'culture_social_head'].map((role): Right => ({
        role,
        reach: 'commune',
        operations: ['inspections.open', 'inspections.read', 'inspections.keep', 'inspections.record'],
      })),
      ...['commune_leader', 'commune_team_leader'].map((role): Right => ({
        role,
        reach: 'commune',
        operations: ['inspections.open', 'inspections.read'],
      })),
    ],
  },
  {
    reason:
      'Other offices and units may be named to go on an inspection (W20); who is named reads it, writes down what was found and says when it is put right.',
    adds: [
      'commune_leader',
      'commune_team_leader',
      'economic_officer',
      'unit',
      'public_service_center',
    ].flatMap((role): Right[] => [
      { role, reach: 'commune', operations: ['inspections.open'] },
      { role, reach: 'commune', operations: ['inspections.read', 'inspections.record'], only: 'named' },
    ]),
  },
  {
    reason:
      'The hamlet’s leader and head read the inspection of their hamlet once it is announced or, without notice, once it was held; its head answers what was found (W20). Members and other hamlets do not.',
    adds: [
      ...hamletOfficials.flatMap((role): Right[] => [
        { role, reach: 'hamlet', operations: ['inspections.open'] },
        { role, reach: 'hamlet', operations: ['inspections.read'], only: 'told' },
      ]),
      { role: 'hamlet_head', reach: 'hamlet', operations: ['inspections.answer'], only: 'told' },
    ],
  },
];

/** Rights of the table that nobody can use yet, because what they are about comes with a later issue. */
export const notYet: readonly string[] = [
  'Youth Union and other units: "R own people’s" visits, "fill own part" of reports',
  'Economic office: "R budget part" of reports',
  'Culture–Social head "A before leader", commune leader "A / sign": the commune’s own report',
  'Records clerk: "number, date, upload signed file"',
  'Province: "R issued reports"',
  'Auditor: "handle data requests"; citizen: "own data on request"',
];
