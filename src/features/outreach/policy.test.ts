import { expect, test } from 'vitest';
import type { Actor } from '#platform/commands/actor.ts';
import { isHamletRole, roles, type Role } from '#features/accounts/model.ts';
import { canCorrectOutreach, canRecordOutreach, canSeeOutreach } from './policy.ts';

// Written from domain/03 §7.2 (column Visits: who creates and reads) and R31, R54, apart from the code.
const hamletPeople: Role[] = ['member', 'hamlet_team_leader', 'hamlet_head'];
const hamletChiefs: Role[] = ['hamlet_team_leader', 'hamlet_head'];
const communeReaders: Role[] = [
  'commune_team_leader',
  'culture_social_officer',
  'culture_social_head',
  'commune_leader',
];

const home = 'hamlet-home';
const actorOf = (role: Role): Actor => ({
  accountId: 'account-me',
  communeId: '30658',
  fullName: 'Người thử',
  memberId: null,
  grants: [{ role, hamletId: isHamletRole(role) ? home : null }],
});

for (const role of roles) {
  for (const hamletId of [home, 'hamlet-away', null]) {
    for (const own of [true, false]) {
      test(`${role}, ${hamletId ?? 'the commune'}, ${own ? 'own' : "another's"} session`, () => {
        const actor = actorOf(role);
        const works = hamletPeople.includes(role) && hamletId === home;
        const office = role === 'culture_social_officer';
        const session = { hamletId, recordedBy: own ? 'account-me' : 'account-you' };
        expect(canRecordOutreach(actor, session)).toBe(office || works);
        expect(canSeeOutreach(actor, session)).toBe(
          communeReaders.includes(role) || works || (hamletId === null && hamletPeople.includes(role)),
        );
        expect(canCorrectOutreach(actor, session)).toBe(
          office || (works && (own || hamletChiefs.includes(role))),
        );
      });
    }
  }
}
