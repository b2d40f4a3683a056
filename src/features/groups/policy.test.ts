import { expect, test } from 'vitest';
import type { Actor } from '#platform/commands/actor.ts';
import { isHamletRole, roles, type Role } from '#features/accounts/model.ts';
import { groupStates } from './model.ts';
import { canCorrectGroup, canMoveGroup, canRegisterGroup, canSeeGroups, stepsFor } from './policy.ts';

// Written from domain/03 §7.2 (columns Reports "register model" and Targets), III.6 of the plan, and the separation of duties.
const blind: Role[] = ['records_clerk', 'province_viewer', 'commune_admin', 'auditor'];
const home = 'hamlet-home';
const actorOf = (role: Role): Actor => ({
  accountId: 'account-me',
  communeId: '30658',
  fullName: 'Người thử',
  memberId: null,
  grants: [{ role, hamletId: isHamletRole(role) ? home : null }],
});

for (const role of roles) {
  for (const hamletId of [home, 'hamlet-away']) {
    test(`${role} in ${hamletId}`, () => {
      const actor = actorOf(role);
      const there = !isHamletRole(role) || hamletId === home;
      const isHead = role === 'hamlet_head' && there;
      const isOffice = role === 'culture_social_officer';
      expect(canSeeGroups(actor, { hamletId })).toBe(!blind.includes(role) && there);
      expect(canRegisterGroup(actor, { hamletId })).toBe(isHead);
      for (const state of groupStates) {
        for (const registeredBy of ['account-me', 'account-you', null]) {
          const group = { hamletId, state, registeredBy };
          const mayApprove = isOffice && registeredBy !== 'account-me';
          expect(canCorrectGroup(actor, group)).toBe((isHead || isOffice) && state !== 'closed');
          for (const to of groupStates) {
            const takesBack = isHead && state === 'registered' && to === 'closed';
            expect(canMoveGroup(actor, group, to)).toBe((mayApprove && to !== 'registered') || takesBack);
          }
          for (const to of stepsFor(actor, group)) expect(canMoveGroup(actor, group, to)).toBe(true);
        }
      }
    });
  }
}

test('a page offers the office the next step and closing, the head only taking back', () => {
  const group = { hamletId: home, state: 'registered' as const, registeredBy: 'account-you' };
  expect(stepsFor(actorOf('culture_social_officer'), group)).toEqual(['checked', 'closed']);
  expect(stepsFor(actorOf('hamlet_head'), group)).toEqual(['closed']);
  expect(stepsFor(actorOf('hamlet_head'), { ...group, state: 'checked' })).toEqual([]);
});
