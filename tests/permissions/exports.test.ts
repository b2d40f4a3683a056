import { beforeEach, expect, it } from 'vitest';
import { exportRegister } from '#features/registry/commands/export-register.server.ts';
import { isHamletRole, roles } from '#features/accounts/model.ts';
import { useWorld } from '#tests/world.ts';
import { told } from './askers.ts';
import { exportPaths } from './exports.ts';
import { leaksIn } from './leaks.ts';
import { outcomeOf } from './path.ts';
import { may } from './predicate.ts';
import { settle, type Settled } from './settled-world.ts';
import { restrictedMarker } from './spot.ts';

const world = useWorld();
let settled: Settled;
beforeEach(async () => {
  settled = await settle(world());
});

it('lets out files to whom the table says, with nothing in them that those may not see', async () => {
  const { cast, hamlets } = world();
  const spots = Object.values(settled.spots);
  const { mau1, mau2, absent } = settled.spots;
  const wrong: string[] = [];
  for (const role of roles) {
    const grants = [{ role, hamletId: isHamletRole(role) ? hamlets.mau1 : null }];
    const actor = { ...cast.phuc, memberId: null, grants };
    for (const path of exportPaths)
      for (const spot of [mau1, isHamletRole(role) ? mau2 : absent]) {
        const ground = { spot, second: spot, assigned: true, settled };
        const wanted = path.expected(actor, ground);
        const outcome = await outcomeOf(path.call(world(), actor, ground));
        const is = outcome.done ? 'done' : outcome.code === 'fault' ? outcome.problem : outcome.code;
        const said = `${path.name} at ${spot.key} by ${told(actor)}`;
        const passed = wanted === 'done' && (is === 'input.invalid' || is === 'state.conflict');
        if (is !== wanted && !passed) wrong.push(`${said}: ${is}, the table says ${wanted}`);
        else if (outcome.done)
          wrong.push(...leaksIn(actor, outcome.result, spots).map((leak) => `${said}: ${leak}`));
        const text = outcome.done ? JSON.stringify(outcome.result) : '';
        if (!may(actor, 'register.restricted', spot) && /hộ cận nghèo|yếu thế/i.test(text))
          wrong.push(`${said}: restricted words`);
      }
  }
  expect(wrong).toEqual([]);
}, 60_000);

it('writes every export and every restricted reading into the audit (A20)', async () => {
  const { cast, hamlets, database, now } = world();
  const input = { what: 'residents', filter: { hamletId: hamlets.mau1 } };
  const cells = await exportRegister(database, { actor: cast.tu, now }, input, async ({ rows }) => {
    const all: unknown[] = [];
    for await (const row of rows) all.push(row);
    return JSON.stringify(all);
  });
  expect(cells).toContain(restrictedMarker('mau1'));
  const events = await world().read(cast.hanh, (ctx) =>
    ctx.tx
      .selectFrom('events')
      .select(['data', 'actor_id'])
      .where('name', '=', 'register.exported')
      .execute(),
  );
  expect(events).toMatchObject([
    { actor_id: cast.tu.accountId, data: { restricted: true, what: 'residents' } },
  ]);
});
