import { expect, test } from 'vitest';
import fc from 'fast-check';
import type { Actor, Grant } from '#platform/commands/actor.ts';
import { communeRoles, hamletRoles } from '#features/accounts/model.ts';
import {
  nextState,
  reportActions,
  reportStates,
  type ReportAction,
  type ReportState,
} from './model/report-state.ts';
import {
  canDecideReport,
  canDraftReport,
  canOpenReports,
  canReadReport,
  canSeeBoard,
  canSeeCommuneSum,
  canSubmitReport,
} from './policy.ts';

// The column "Reports" of domain/03 §7.2, written down again as it stands there, letter by letter.
const column: Record<string, string> = {
  member: '—',
  hamlet_team_leader: 'draft',
  hamlet_head: 'submit',
  commune_team_leader: 'R',
  culture_social_officer: 'return/accept',
  culture_social_head: 'A',
  economic_officer: 'R budget part',
  commune_leader: 'A / sign',
  records_clerk: 'number, date, X',
  unit: 'fill own part',
  public_service_center: '—',
  province_viewer: 'R issued reports',
  commune_admin: '—',
  auditor: '—',
};

const here = 'hamlet-here';
const grants = fc.array(
  fc.oneof(
    fc.record<Grant>({
      role: fc.constantFrom(...hamletRoles),
      hamletId: fc.constantFrom(here, 'hamlet-there'),
    }),
    fc.record<Grant>({ role: fc.constantFrom(...communeRoles), hamletId: fc.constant(null) }),
  ),
  { maxLength: 4 },
);
const actors = grants.map((given): Actor => ({
  accountId: 'me',
  communeId: '30658',
  fullName: 'x',
  memberId: null,
  grants: given,
}));
const submitters = fc.constantFrom('me', 'another', null);
const states = fc.constantFrom(...reportStates);

/** True when one of the grants has, for a report of this hamlet, one of these cells. */
const has = (actor: Actor, ...cells: string[]) =>
  actor.grants.some(
    ({ role, hamletId }) => cells.includes(column[role] ?? '') && (hamletId === null || hamletId === here),
  );

test('who may do what with a hamlet’s report is the table’s column, whatever grants come together', () => {
  fc.assert(
    fc.property(actors, states, submitters, (actor, state, submittedBy) => {
      const report = { hamletId: here, state, submittedBy };
      // The head sends under his own name, so he may mend the draft too (see the policy's note).
      expect(canDraftReport(actor, report)).toBe(has(actor, 'draft', 'submit'));
      expect(canSubmitReport(actor, report)).toBe(has(actor, 'submit'));
      expect(canDecideReport(actor, report)).toBe(has(actor, 'return/accept') && submittedBy !== 'me');
      const readsAll = has(actor, 'R', 'return/accept', 'A', 'A / sign');
      expect(canSeeBoard(actor)).toBe(readsAll);
      expect(canReadReport(actor, report)).toBe(
        has(actor, 'draft', 'submit') || (readsAll && state !== 'draft'),
      );
      expect(canSeeCommuneSum(actor)).toBe(readsAll || has(actor, 'number, date, X'));
      if (canReadReport(actor, report) || canSeeCommuneSum(actor)) expect(canOpenReports(actor)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('nobody both sends and decides the same report', () => {
  fc.assert(
    fc.property(actors, (actor) => {
      if (canSubmitReport(actor, { hamletId: here }))
        expect(canDecideReport(actor, { submittedBy: actor.accountId })).toBe(false);
    }),
  );
});

// domain/03 §7.7: draft → submitted → (returned → draft) → accepted → locked; side state superseded.
const lines: [ReportState, ReportAction, ReportState][] = [
  ['draft', 'submit', 'submitted'],
  ['submitted', 'return', 'returned'],
  ['returned', 'reopen', 'draft'],
  ['submitted', 'accept', 'accepted'],
  ['accepted', 'lock', 'locked'],
  ['accepted', 'supersede', 'superseded'],
  ['locked', 'supersede', 'superseded'],
];

test('a report goes the ways of its life and no other, whatever is tried in whatever order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...reportActions), { maxLength: 40 }), (actions) => {
      let state: ReportState = 'draft';
      let received = false;
      for (const action of actions) {
        const next = nextState(state, action);
        const line = lines.find(([from, by]) => from === state && by === action);
        expect(next).toBe(line?.[2] ?? null);
        if (next === null) continue;
        // What was received is never a draft again; superseded is the end.
        if (received) expect(['accepted', 'locked', 'superseded']).toContain(next);
        expect(state).not.toBe('superseded');
        received ||= next === 'accepted';
        state = next;
      }
    }),
  );
});
