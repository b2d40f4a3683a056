import { beforeEach, expect, it } from 'vitest';
import { useWorld } from '#tests/world.ts';
import { commandPaths } from './every-command.ts';
import { exportPaths } from './exports.ts';
import { outcomeOf, type Outcome, type Path } from './path.ts';
import { queryPaths } from './query-paths.ts';
import { settle, type Settled } from './settled-world.ts';

/*
 * Every command, query and export is done for somebody, so that no refusal in the files beside this one is a wrong form; and
 * each is asked once of whatever database the tests run on.
 */

const world = useWorld();
let settled: Settled;
beforeEach(async () => {
  settled = await settle(world());
});

it.each<[string, readonly Path[]]>([
  ['command', commandPaths],
  ['query', queryPaths],
  ['export', exportPaths],
])('every %s is done for somebody', async (_, paths) => {
  const { cast } = world();
  const ground = { spot: settled.spots.mau1, second: settled.spots.mau1, assigned: true, settled };
  const stuck: string[] = [];
  for (const path of paths) {
    const outcomes: Outcome[] = [];
    for (const actor of [cast.hanh, cast.tu, cast.quan, cast.tam, cast.minh, cast.thu, cast.loan]) {
      outcomes.push(await outcomeOf(path.call(world(), actor, ground)));
      if (outcomes.at(-1)?.done) break;
    }
    if (!outcomes.some((one) => one.done || one.code === 'state.conflict'))
      stuck.push(`${path.name}: ${JSON.stringify(outcomes)}`);
  }
  expect(stuck).toEqual([]);
});
