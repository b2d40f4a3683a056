import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { isHamletRole, roles } from '#features/accounts/model.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { commune, useWorld } from '#tests/world.ts';
import { someActor, told } from './askers.ts';
import { exportsOf } from './every-command.ts';
import { leaksIn } from './leaks.ts';
import { outcomeOf, type Ground, type Path } from './path.ts';
import { queryPaths } from './query-paths.ts';
import { settle, type Settled } from './settled-world.ts';
import type { Spot } from './spot.ts';
import { withoutQuestion } from './building-blocks.ts';

const world = useWorld();
let settled: Settled;
beforeEach(async () => {
  settled = await settle(world());
});

/** Nothing when a query answers as the table says and tells nobody too much; else what was wrong. */
async function deviationOf(actor: Actor, path: Path, ground: Ground): Promise<string | null> {
  const wanted = path.expected(actor, ground);
  const outcome = await outcomeOf(path.call(world(), actor, ground));
  const said = `${path.name} at ${ground.spot.key} by ${told(actor)}`;
  const is = outcome.done ? 'done' : outcome.code === 'fault' ? outcome.problem : outcome.code;
  if (is !== wanted) return `${said}: ${is}, the table says ${wanted}`;
  if (!outcome.done)
    return outcome.problem === JSON.stringify([wanted, wanted, {}]) ? null : `${said}: ${outcome.problem}`;
  const leaks = leaksIn(actor, outcome.result, Object.values(settled.spots));
  return leaks.length === 0 ? null : `${said} tells ${leaks.join(', ')}`;
}

it('knows every query that there is, and why some ask no question', async () => {
  const known = new Set(queryPaths.map((path) => path.name));
  const all = await exportsOf((file) => /\/queries(\/|\.server\.ts)/.test(`/${file}`));
  const functions = all.filter(({ value }) => typeof value === 'function');
  const name = (one: { file: string; name: string }) =>
    one.file.endsWith('list-groups.server.ts') ? 'listHomeGroups' : one.name;
  const forgotten = functions.filter((one) => !known.has(name(one)) && !(one.name in withoutQuestion));
  expect(forgotten.map((one) => `${one.file} ${one.name}`)).toEqual([]);
  const gone = Object.keys(withoutQuestion).filter((one) => !functions.some((each) => each.name === one));
  expect(gone).toEqual([]);
});

it('answers every role as the table says, and names nobody that it may not see', async () => {
  const { cast, hamlets } = world();
  const { mau1, mau2, foreign, absent } = settled.spots;
  // Offices see every hamlet alike; elsewhere is for the one that sees most, and for the random sets below.
  const places = (role: string) =>
    role === 'culture_social_officer' ? [mau1, foreign, absent] : isHamletRole(role) ? [mau1, mau2] : [mau1];
  const wrong: string[] = [];
  for (const role of roles) {
    const hamletId = isHamletRole(role) ? hamlets.mau1 : null;
    const actor = { ...cast.phuc, memberId: null, grants: [{ role, hamletId }] };
    for (const path of queryPaths)
      for (const spot of places(role)) {
        const deviation = await deviationOf(actor, path, { spot, second: spot, assigned: true, settled });
        if (deviation !== null) wrong.push(deviation);
      }
  }
  expect(wrong).toEqual([]);
}, 120_000);

it('does so for any set of roles, whoever wrote or looks after what it is about', async () => {
  const { cast, hamlets } = world();
  const actors = someActor({
    communeId: commune,
    hamlets: [hamlets.mau1, hamlets.mau2, hamlets.mau3],
    accounts: [cast.lan, cast.binh, cast.tu, cast.quay, cast.phuc].map((one) => one.accountId),
    members: [cast.lan.memberId, cast.binh.memberId, null],
  });
  const cases = fc.record({
    path: fc.nat({ max: queryPaths.length - 1 }),
    spot: fc.constantFrom<Spot['key']>('mau1', 'mau2', 'foreign', 'absent'),
    assigned: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(actors, cases, async (actor, { path: nth, spot: key, assigned }) => {
      const path = queryPaths[nth];
      const spot = settled.spots[key];
      if (path) expect(await deviationOf(actor, path, { spot, second: spot, assigned, settled })).toBeNull();
    }),
    { numRuns: 800 },
  );
}, 120_000);
