import { beforeEach, expect, it } from 'vitest';
import { registerHousehold } from '#features/registry/commands/register-household.server.ts';
import { setPolicyClass } from '#features/registry/commands/set-policy-class.server.ts';
import { recordOutreach } from '#features/outreach/commands/record-outreach.server.ts';
import { recordVisit } from '#features/visits/commands/record-visit.server.ts';
import { nameResponsible } from '#features/registry/commands/name-responsible.server.ts';
import { raiseObstacle } from '#features/obstacles/commands/raise-obstacle.server.ts';
import { openReport } from '#features/reports/commands/open-report.server.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { useWorld } from '#tests/world.ts';
import { outcomeOf } from './path.ts';
import { queryPaths } from './query-paths.ts';
import { settle, type Settled } from './settled-world.ts';
import type { Spot } from './spot.ts';

/*
 * Nothing that somebody may not see moves anything that they see: no list, no order, no count, no board. Each test asks
 * every query, changes what is hidden, and asks again; the answers must be the same, letter by letter.
 */

const world = useWorld();
let settled: Settled;
beforeEach(async () => {
  settled = await settle(world());
});

/** Every answer that the actor gets in some places, by query. */
async function everything(
  actor: Actor,
  spots: readonly Spot[],
  without: readonly string[],
  homes: readonly ('assigned' | 'other')[],
) {
  const answers: Record<string, string> = {};
  for (const [nth, path] of queryPaths.entries()) {
    if (without.includes(path.name)) continue;
    for (const spot of spots)
      for (const home of homes) {
        const ground = { spot, second: spot, assigned: home === 'assigned', settled };
        const outcome = await outcomeOf(path.call(world(), actor, ground));
        answers[`${nth} ${path.name} ${spot.key} ${home}`] = JSON.stringify(outcome, (name, value: unknown) =>
          // When a row was last touched says that it was, not what.
          name === 'updatedAt' ? undefined : typeof value === 'bigint' ? String(value) : value,
        );
      }
  }
  return answers;
}

it('hides the work of another hamlet from the people of a hamlet: counts and boards too', async () => {
  const { cast, hamlets, run } = world();
  const { mau1, mau2 } = settled.spots;
  // A ranking is told to all who compete, in sums of hamlets (R62).
  const ask = (actor: Actor) => everything(actor, [mau1, mau2], ['movementResults'], ['other']);
  const before = [await ask(cast.lan), await ask(cast.tu)];
  const { id } = await run(registerHousehold, cast.hanh, {
    hamletId: hamlets.mau2,
    hasSmartphone: 'no',
    residents: [{ fullName: 'Nguyễn Văn Daumau1x 1 Một', birth: '1950', relation: 'head' }],
  });
  await run(recordVisit, cast.binh, { householdId: id, met: 'someone', nextOn: '2026-11-30' });
  await run(recordVisit, cast.sau, { householdId: mau2.assigned.id, met: 'nobody' });
  await run(setPolicyClass, cast.hanh, { householdId: id, poverty: 'poor' });
  await run(recordOutreach, cast.sau, {
    hamletId: hamlets.mau2,
    form: 'loudspeaker',
    reach: 'estimated',
    estimatedPeople: 400,
  });
  await run(raiseObstacle, cast.sau, {
    hamletId: hamlets.mau2,
    kind: 'proposal',
    pillar: 'other',
    title: 'Xin thêm máy',
    severity: 'severe',
  });
  await run(openReport, cast.sau, { hamletId: hamlets.mau2, period: '2026-08' });
  expect([await ask(cast.lan), await ask(cast.tu)]).toEqual(before);
}, 120_000);

it('hides policy class and vulnerable people from who may not see them, in lists, histories and orders', async () => {
  const { cast, run } = world();
  const { mau1 } = settled.spots;
  await run(nameResponsible, cast.hanh, { householdIds: [mau1.assigned.id], memberId: null });
  // A figure of priority households is no restricted field; who is in it, and first in a work list, is (see the report below).
  const aggregates = [
    'targetBoard',
    'targetNotes',
    'trends',
    'figuresAsOf',
    'whoIsLeft',
    'rowsBehind',
    'movementResults',
    'listEvents',
  ];
  const readers = [cast.lan, cast.tam, cast.quay];
  const ask = (actor: Actor) => everything(actor, [mau1], aggregates, ['assigned', 'other']);
  const before = [];
  for (const reader of readers) before.push(await ask(reader));
  for (const home of [mau1.assigned, mau1.other])
    await run(setPolicyClass, cast.hanh, {
      householdId: home.id,
      poverty: 'none',
      povertyYear: null,
      povertyDecision: null,
      vulnerableIds: [],
    });
  for (const [index, reader] of readers.entries()) expect(await ask(reader)).toEqual(before[index]);
}, 120_000);
