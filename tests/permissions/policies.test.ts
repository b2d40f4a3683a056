import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roles } from '#features/accounts/model.ts';
import * as accounts from '#features/accounts/policy.ts';
import * as budget from '#features/budget/policy.ts';
import * as commerce from '#features/commerce/policy.ts';
import * as documents from '#features/documents/policy.ts';
import * as emulation from '#features/emulation/policy.ts';
import * as groups from '#features/groups/policy.ts';
import * as indicators from '#features/indicators/policy.ts';
import * as inspection from '#features/inspection/policy.ts';
import * as leaving from '#features/leaving/policy.ts';
import * as merging from '#features/merging/policy.ts';
import * as obstacles from '#features/obstacles/policy.ts';
import * as org from '#features/org/policy.ts';
import * as outreach from '#features/outreach/policy.ts';
import * as plans from '#features/plans/policy.ts';
import * as registry from '#features/registry/policy.ts';
import * as reports from '#features/reports/policy.ts';
import * as sync from '#features/sync/policy.ts';
import * as training from '#features/training/policy.ts';
import * as support from '#features/support/policy.ts';
import * as targets from '#features/targets/policy.ts';
import * as tasks from '#features/tasks/policy.ts';
import * as units from '#features/units/policy.ts';
import * as visits from '#features/visits/policy.ts';
import { told } from './askers.ts';
import { actors, compare, hamlets, spots } from './compare-policies.ts';
import { deviations } from './deviations.ts';
import { may } from './predicate.ts';
import { table } from './rights-table.ts';

it('allows exactly what the table of rights and its deviations allow, whoever asks and wherever', () => {
  fc.assert(
    fc.property(actors, spots, (actor, spot) => {
      const wrong = compare(actor, spot).filter(([, is, should]) => is !== should);
      if (wrong.length > 0) throw new Error(`${told(actor)}: ${JSON.stringify(wrong)}`);
    }),
    { numRuns: 12_000 },
  );
}, 120_000);

it('asks every policy that there is', () => {
  const asked = new Set(
    fc
      .sample(fc.tuple(actors, spots), 1)
      .flatMap(([actor, spot]) => compare(actor, spot).map(([name]) => name)),
  );
  const rooms = [
    indicators,
    accounts,
    budget,
    commerce,
    documents,
    emulation,
    groups,
    inspection,
    leaving,
    merging,
    obstacles,
    support,
    org,
    outreach,
    plans,
    registry,
    reports,
    sync,
    targets,
    tasks,
    training,
    units,
    visits,
  ];
  const forgotten = rooms
    .flatMap((room) => Object.keys(room))
    .filter((name) => /^can[A-Z]/.test(name) && !asked.has(name));
  // Everybody may; and one that asks canSeeTeam.
  expect(forgotten).toEqual(['canSeePlan', 'canSeeTeamsBehind'].filter((name) => forgotten.includes(name)));
});

it('gives nobody a right to resident data who holds only an administrator’s, the province’s or no role', () => {
  fc.assert(
    fc.property(
      actors,
      fc.array(
        fc.constantFrom(
          'commune_admin',
          'province_viewer',
          'auditor',
          'records_clerk',
          'unit',
          'economic_officer',
        ),
      ),
      fc.constantFrom(...hamlets, null),
      (someone, held, hamletId) => {
        const actor = { ...someone, grants: held.map((role) => ({ role, hamletId: null })) };
        for (const operation of [
          'register.read',
          'register.restricted',
          'visits.read',
          'register.export',
        ] as const)
          expect(may(actor, operation, { hamletId })).toBe(false);
        expect(registry.canOpenRegister(actor)).toBe(false);
        expect(targets.canSeeNames(actor, hamletId)).toBe(false);
        expect(visits.canSeeAllVisits(actor)).toBe(false);
      },
    ),
    { numRuns: 1000 },
  );
});

it('gives every deviation a reason, and knows every role', () => {
  expect(deviations.filter((one) => one.reason.length < 30)).toEqual([]);
  const named = new Set([...table, ...deviations.flatMap((one) => one.adds)].map((right) => right.role));
  expect([...named].sort()).toEqual([...roles].sort());
});
