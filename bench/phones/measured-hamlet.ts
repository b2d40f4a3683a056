import { productActor, type Actor } from '#platform/commands/actor.ts';
import { writeContext, type WriteContext } from '#platform/commands/command.server.ts';
import { insertRows } from '#platform/db/insert-rows.server.ts';
import { refreshStatistics } from '#platform/db/refresh-statistics.server.ts';
import { insertAccount } from '#features/accounts/commands/invite.server.ts';
import { hashPassword } from '#features/accounts/secrets.server.ts';
import { insertHamlet } from '#features/org/commands/hamlets.server.ts';
import { demoPassword } from '#features/setup/demo/cast.ts';
import type { DemoHamlet } from '#features/setup/demo/org-rows.server.ts';
import { demoHousehold, type DemoHousehold } from '#features/setup/demo/people.ts';
import { SeededRandom } from '#features/setup/demo/random.ts';
import { registerRows } from '#features/setup/demo/register-rows.server.ts';
import { addWorkRows, noWork } from '#features/setup/demo/work-rows.server.ts';
import { demoPace, demoWork, type DemoVisit } from '#features/setup/demo/work.ts';
import { refreshMarks } from '#features/targets/marks.server.ts';
import { nameSortKey } from '#shared/fold.ts';
import { demoCommune } from '../../src/cli/first-start.ts';
import { enter } from '../actors.ts';
import type { Store } from '../store.ts';

/** The hamlet of the bars: how many households (hộ), people (người) and visits of the plan year (lượt) it has. */
export const measuredSize = { households: 500, people: 2000, visits: 5000 };

export const measuredLogin = 'thanhviendo';

/** Adds that hamlet, of invented people, to the demo commune of a store. Gives its one member, who signs in as `measuredLogin`. */
export async function writeMeasuredHamlet(store: Store): Promise<Actor> {
  const { communeId } = demoCommune;
  const now = store.runtime.now();
  await store.runtime.database.transaction({ commune: communeId }, async (tx) => {
    const ctx = writeContext(tx, { actor: productActor(communeId), now });
    const hamlet = await writeTeam(ctx);
    await writeHouseholds(ctx, hamlet);
    await refreshMarks(ctx, 'all');
  });
  await refreshStatistics(store.runtime.ownerConnection);
  return (await enter(store, measuredLogin)).actor;
}

async function writeTeam(ctx: WriteContext): Promise<DemoHamlet> {
  const startedOn = `${ctx.today.slice(0, 4)}-01-05`;
  const [name, fullName] = ['Ấp Đo', 'Trần Thị Đo'];
  const hamletId = await insertHamlet(ctx, { name, kind: 'ap', validFrom: startedOn });
  const [teamId, memberId] = [ctx.id(), ctx.id()];
  await insertRows(ctx.tx, 'teams', [
    {
      commune_id: ctx.communeId,
      id: teamId,
      level: 'hamlet',
      hamlet_id: hamletId,
      name: `Tổ ${name}`,
      decision_number: '99/QĐ-UBND',
      decision_on: startedOn,
      started_on: startedOn,
      ended_on: null,
      beside: false,
    },
  ]);
  await insertRows(ctx.tx, 'team_members', [
    {
      commune_id: ctx.communeId,
      id: memberId,
      team_id: teamId,
      full_name: fullName,
      sort_key: nameSortKey(fullName),
      sex: null,
      phone: null,
      organisation: 'youth_union',
      position: 'member',
      started_on: startedOn,
      ended_on: null,
      end_reason: null,
    },
  ]);
  const accountId = await insertAccount(ctx, {
    login: measuredLogin,
    fullName,
    memberId,
    roles: [{ role: 'member', hamletId }],
    passwordHash: await hashPassword(demoPassword),
  });
  return {
    id: hamletId,
    name,
    code: `${ctx.communeId}-99`,
    members: [{ id: memberId, accountId, name: fullName }],
    startedOn,
  };
}

async function writeHouseholds(ctx: WriteContext, hamlet: DemoHamlet): Promise<void> {
  const random = new SeededRandom(500);
  const pace = { ...demoPace(random, 0, hamlet.startedOn), reach: 1 };
  const work = noWork();
  const all = householdsOf(random, ctx.today).map((demo, index) => {
    const rows = registerRows(ctx.communeId, random, hamlet, index + 1, demo, hamlet.startedOn);
    const visits: DemoVisit[] = [];
    let done = demoWork(random, demo, pace, ctx.today, ctx.now);
    const wanted = measuredSize.visits / measuredSize.households;
    for (; visits.length < wanted; done = demoWork(random, demo, pace, ctx.today, ctx.now))
      visits.push(...done.visits.slice(0, wanted - visits.length));
    visits.sort((one, other) => one.at.getTime() - other.at.getTime());
    addWorkRows(work, ctx.communeId, random, hamlet, rows, { ...done, visits });
    return rows;
  });
  await insertRows(
    ctx.tx,
    'households',
    all.map((rows) => rows.household),
  );
  await insertRows(
    ctx.tx,
    'residents',
    all.flatMap((rows) => rows.residents),
  );
  await insertRows(ctx.tx, 'household_numbers', [
    { commune_id: ctx.communeId, hamlet_id: hamlet.id, next_number: all.length + 1 },
  ]);
  await insertRows(ctx.tx, 'visits', work.visits);
  await insertRows(ctx.tx, 'guidances', work.guidances);
  await insertRows(ctx.tx, 'digital_records', work.digital_records);
  await insertRows(ctx.tx, 'skill_checks', work.skill_checks);
  await insertRows(ctx.tx, 'helper_assignments', work.helper_assignments);
  await insertRows(ctx.tx, 'events', work.events);
}

/** Households of the demo's kind, drawn until just so many people live in them. */
function householdsOf(random: SeededRandom, today: string): DemoHousehold[] {
  const draw = () => ({ ...demoHousehold(random, today), state: 'living' as const });
  const households = Array.from({ length: measuredSize.households }, draw);
  const size = (one: DemoHousehold) => one.people.length;
  let missing = measuredSize.people - households.reduce((sum, one) => sum + size(one), 0);
  while (missing !== 0) {
    const index = random.between(0, households.length - 1);
    const [old, other] = [households[index], draw()];
    if (!old) continue;
    const left = missing - (size(other) - size(old));
    if (Math.abs(left) >= Math.abs(missing)) continue;
    households[index] = other;
    missing = left;
  }
  return households;
}
