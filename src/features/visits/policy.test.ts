import { expect, test } from 'vitest';
import type { Actor } from '#platform/commands/actor.ts';
import { isHamletRole, roles, type Role } from '#features/accounts/model.ts';
import {
  canAssignHelper,
  canCheckSkills,
  canCorrectVisit,
  canRecordDigitalStatus,
  canRecordVisit,
  canSeeAllVisits,
  canSeeVisit,
  canSeeVisits,
} from './policy.ts';

/**
 * The rights as a table, written from domain/03 §7.2 (columns Visits and Register), R27, R54 and the issue ("members see
 * their hamlet, officers the commune"), apart from the code: per role, what it may do where. 'hamlet' is its own hamlet,
 * 'all' the commune, 'counter' only talks at the counter, 'own' only what it recorded.
 */
type Reach = 'no' | 'hamlet' | 'all' | 'counter' | 'own';
const table: Record<
  Role,
  { see: Reach; record: Reach; correct: Reach; digital: Reach; skills: Reach; assign: Reach }
> = {
  member: {
    see: 'hamlet',
    record: 'hamlet',
    correct: 'own',
    digital: 'hamlet',
    skills: 'hamlet',
    assign: 'no',
  },
  hamlet_team_leader: {
    see: 'hamlet',
    record: 'hamlet',
    correct: 'hamlet',
    digital: 'hamlet',
    skills: 'hamlet',
    assign: 'hamlet',
  },
  hamlet_head: {
    see: 'hamlet',
    record: 'hamlet',
    correct: 'hamlet',
    digital: 'hamlet',
    skills: 'hamlet',
    assign: 'hamlet',
  },
  commune_team_leader: {
    see: 'all',
    record: 'no',
    correct: 'no',
    digital: 'all',
    skills: 'no',
    assign: 'no',
  },
  culture_social_officer: {
    see: 'all',
    record: 'all',
    correct: 'all',
    digital: 'all',
    skills: 'all',
    assign: 'all',
  },
  culture_social_head: { see: 'all', record: 'no', correct: 'no', digital: 'no', skills: 'no', assign: 'no' },
  commune_leader: { see: 'all', record: 'no', correct: 'no', digital: 'no', skills: 'no', assign: 'no' },
  public_service_center: {
    see: 'no',
    record: 'counter',
    correct: 'own',
    digital: 'no',
    skills: 'no',
    assign: 'no',
  },
  economic_officer: { see: 'no', record: 'no', correct: 'no', digital: 'no', skills: 'no', assign: 'no' },
  records_clerk: { see: 'no', record: 'no', correct: 'no', digital: 'no', skills: 'no', assign: 'no' },
  unit: { see: 'no', record: 'no', correct: 'no', digital: 'no', skills: 'no', assign: 'no' },
  province_viewer: { see: 'no', record: 'no', correct: 'no', digital: 'no', skills: 'no', assign: 'no' },
  commune_admin: { see: 'no', record: 'no', correct: 'no', digital: 'no', skills: 'no', assign: 'no' },
  auditor: { see: 'no', record: 'no', correct: 'no', digital: 'no', skills: 'no', assign: 'no' },
};

const home = 'hamlet-home';
const away = 'hamlet-away';
const actorOf = (role: Role): Actor => ({
  accountId: 'account-me',
  communeId: '30658',
  fullName: 'Người thử',
  memberId: isHamletRole(role) ? 'member-me' : null,
  grants: [{ role, hamletId: isHamletRole(role) ? home : null }],
});

for (const role of roles) {
  for (const hamletId of [home, away]) {
    for (const own of [true, false]) {
      const there = hamletId === home;
      // 'own' for a hamlet role still ends at the hamlet's border.
      const reaches = (reach: Reach, isCounter = false) =>
        reach === 'all' ||
        (reach === 'hamlet' && there) ||
        (reach === 'counter' && isCounter) ||
        (reach === 'own' && own && (there || !isHamletRole(role)));
      test(`${role}, ${there ? 'own hamlet' : 'another hamlet'}, ${own ? 'own' : "another's"} visit`, () => {
        const actor = actorOf(role);
        const rights = table[role];
        const visit = {
          hamletId,
          householdHamletId: hamletId,
          memberId: null,
          recordedBy: own ? 'account-me' : 'account-you',
        };
        expect(canSeeVisits(actor, { hamletId })).toBe(reaches(rights.see));
        expect(canSeeAllVisits(actor)).toBe(rights.see === 'all');
        expect(canSeeVisit(actor, visit)).toBe(
          reaches(rights.see) || (role === 'public_service_center' && own),
        );
        expect(canRecordVisit(actor, { hamletId }, 'home_visit')).toBe(reaches(rights.record));
        expect(canRecordVisit(actor, { hamletId }, 'counter')).toBe(reaches(rights.record, true));
        expect(canCorrectVisit(actor, visit)).toBe(reaches(rights.correct));
        expect(canRecordDigitalStatus(actor, { hamletId })).toBe(reaches(rights.digital));
        expect(canCheckSkills(actor, { hamletId })).toBe(reaches(rights.skills));
        expect(canAssignHelper(actor, { hamletId })).toBe(reaches(rights.assign));
      });
    }
  }
}

test('a visit to a household that moved is seen from where it was made and from where it is now', () => {
  const visit = { hamletId: home, householdHamletId: away, memberId: null, recordedBy: 'account-you' };
  const moved = { ...visit, hamletId: away, householdHamletId: home };
  const third = { ...visit, hamletId: away, householdHamletId: 'hamlet-third' };
  for (const role of ['member', 'hamlet_team_leader', 'hamlet_head'] as const) {
    expect(canSeeVisit(actorOf(role), visit)).toBe(true);
    expect(canSeeVisit(actorOf(role), moved)).toBe(true);
    expect(canSeeVisit(actorOf(role), third)).toBe(false);
  }
});

test("a visit stays its member's when somebody else corrected it", () => {
  const visit = { hamletId: home, householdHamletId: home, memberId: 'member-me', recordedBy: 'account-you' };
  expect(canCorrectVisit(actorOf('member'), visit)).toBe(true);
  expect(canCorrectVisit({ ...actorOf('member'), memberId: 'member-other' }, visit)).toBe(false);
  expect(canCorrectVisit({ ...actorOf('member'), grants: [] }, visit)).toBe(false);
});
