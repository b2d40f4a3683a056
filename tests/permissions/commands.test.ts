import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { isHamletRole, roles } from '#features/accounts/model.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { commune, useWorld, type World } from '#tests/world.ts';
import { someActor, told } from './askers.ts';
import { aboutOneself, commandPaths, namesOfCommands } from './every-command.ts';
import { outcomeOf, type Ground, type Outcome, type Path } from './path.ts';
import { settle, type Settled } from './settled-world.ts';
import type { Spot } from './spot.ts';

const world = useWorld();
let settled: Settled;
beforeEach(async () => {
  settled = await settle(world());
});

const nothingThere = '["not_found","not_found",{}]';
const refused = new Set(['not_allowed', 'not_found', 'fault']);

/** What an outcome means for rights: a conflict or a wrong field comes after the door was passed. */
const meaning = (outcome: Outcome) =>
  outcome.done || !refused.has(outcome.code)
    ? 'done'
    : outcome.code === 'fault'
      ? outcome.problem
      : outcome.code;

function actorsOf({ cast, hamlets }: World) {
  return someActor({
    communeId: commune,
    hamlets: [hamlets.mau1, hamlets.mau2, hamlets.mau3],
    accounts: [cast.lan, cast.binh, cast.tu, cast.sau, cast.quay, cast.phuc].map((one) => one.accountId),
    members: [cast.lan.memberId, cast.binh.memberId, null],
  });
}

const keys = fc.constantFrom<Spot['key']>('mau1', 'mau2', 'foreign', 'absent');
const cases = fc.record({
  path: fc.nat({ max: commandPaths.length - 1 }),
  first: keys,
  second: keys,
  assigned: fc.boolean(),
});

it('knows every command that there is', async () => {
  const known = new Set([...commandPaths.map((path) => path.name), ...aboutOneself]);
  const all = await namesOfCommands();
  expect(all.length).toBeGreaterThan(50);
  expect(all.filter((name) => !known.has(name))).toEqual([]);
});

/** Nothing when a call ends as the table says, and a refusal says nothing; else what was wrong. */
async function deviationOf(actor: Actor, path: Path, ground: Ground): Promise<string | null> {
  const wanted = path.expected(actor, ground);
  const outcome = await outcomeOf(path.call(world(), actor, ground));
  const said = `${path.name} at ${ground.spot.key}/${ground.second.key} by ${told(actor)}`;
  if (meaning(outcome) !== wanted) return `${said}: ${meaning(outcome)}, the table says ${wanted}`;
  // What is hidden reads like what is not there, word by word.
  if (!outcome.done && outcome.code === 'not_found' && outcome.problem !== nothingThere)
    return `${said}: ${outcome.problem}`;
  return null;
}

it('lets every role through every door as the table says: its own hamlet, another, another commune', async () => {
  const { cast, hamlets } = world();
  const { mau1, mau2, foreign, absent } = settled.spots;
  const wrong: string[] = [];
  for (const [place, role] of roles.entries()) {
    const hamletId = isHamletRole(role) ? hamlets.mau1 : null;
    const actor = { ...cast.phuc, memberId: null, grants: [{ role, hamletId }] };
    for (const [nth, path] of commandPaths.entries())
      for (const [spot, second] of [
        [mau1, mau1],
        // Every command meets both with half of the roles, and every role with half of the commands.
        (place + nth) % 2 === 0 ? [mau1, absent] : [foreign, foreign],
        // Offices see every hamlet alike.
        ...(isHamletRole(role) ? ([[mau2, mau1]] as const) : []),
      ] as const) {
        const deviation = await deviationOf(actor, path, { spot, second, assigned: true, settled });
        if (deviation !== null) wrong.push(deviation);
      }
  }
  expect(wrong).toEqual([]);
}, 240_000);

it('does so for any set of roles, whoever wrote or looks after what it is about', async () => {
  await fc.assert(
    fc.asyncProperty(actorsOf(world()), cases, async (actor, { path: nth, first, second, assigned }) => {
      const path = commandPaths[nth];
      if (!path) return;
      const { spots } = settled;
      const ground = { spot: spots[first], second: spots[second], assigned, settled };
      expect(await deviationOf(actor, path, ground)).toBeNull();
    }),
    { numRuns: 1200 },
  );
}, 240_000);
