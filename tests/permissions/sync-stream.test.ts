import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { isHamletRole } from '#features/accounts/model.ts';
import type { KnownDevice } from '#features/sync/devices.server.ts';
import { fieldCommands } from '#features/sync/field-commands.server.ts';
import { homeShape, type PhoneHome } from '#features/sync/model/home.ts';
import { listedShape } from '#features/sync/model/listed-home.ts';
import type { PullLine } from '#features/sync/model/lines.ts';
import type { Outcome } from '#features/sync/model/operation.ts';
import { pullLines } from '#features/sync/pull.server.ts';
import { push } from '#features/sync/push.server.ts';
import type { Actor } from '#platform/commands/actor.ts';
import type { Database, Tx } from '#platform/db/database.server.ts';
import { runQuery } from '#platform/commands/command.server.ts';
import { fromColumns } from '#shared/columns.ts';
import { newId, type Id } from '#shared/ids.ts';
import { settlePhone } from '#tests/phone-world.ts';
import { commune, foreignCommune, useWorld } from '#tests/world.ts';
import { someActor, told } from './askers.ts';
import { commandPaths } from './every-command.ts';
import { undone } from './path.ts';
import { may } from './predicate.ts';
import { settle, type Settled } from './settled-world.ts';
import { marker, restrictedMarker, type Spot } from './spot.ts';

/** The sync stream is a door like every other (A2, A3, P8): what goes to a phone, and what comes from it, as the table says. */
const world = useWorld();
let settled: Settled;
let deviceId: Id;
beforeEach(async () => {
  settled = await settle(world());
  deviceId = (await settlePhone(world(), 'lan')).id;
});

const someone = () => {
  const { cast, hamlets } = world();
  return someActor({
    communeId: commune,
    hamlets: [hamlets.mau1, hamlets.mau2, hamlets.mau3],
    accounts: [cast.lan, cast.binh, cast.tu, cast.sau, cast.quay, cast.phuc].map((one) => one.accountId),
    members: [cast.lan.memberId, cast.binh.memberId, null],
  });
};
const deviceOf = (actor: Actor): KnownDevice => ({ id: deviceId, actor, standing: 'good', revokedAt: null });
const spotKeys = fc.constantFrom<Spot['key']>('mau1', 'mau2', 'foreign', 'absent');

/** What the wire may carry of a household and of a person: no field more (domain/05 §4.2). */
const homeFields = [
  'address',
  'code',
  'gatherings',
  'groupName',
  'hamletId',
  'hasInternet',
  'hasSmartphone',
  'headId',
  'helper',
  'id',
  'note',
  'people',
  'phone',
  'poverty',
  'responsibleId',
  'state',
  'statedSize',
  'visits',
];
const personFields = [
  'birthDate',
  'birthPrecision',
  'digital',
  'fullName',
  'hasSmartphone',
  'id',
  'phone',
  'relation',
  'relationText',
  'residence',
  'sex',
  'skills',
  'state',
  'vulnerable',
];

function faultsOfLines(actor: Actor, lines: readonly PullLine[]): string[] {
  const mine = new Set(
    actor.grants.flatMap((grant) => (isHamletRole(grant.role) && grant.hamletId ? [grant.hamletId] : [])),
  );
  const faults: string[] = [];
  const look = (home: PhoneHome) => {
    const thing = { hamletId: home.hamletId, responsibleMemberId: home.responsibleId };
    const mayKnow = may(actor, 'register.restricted', thing);
    if (!mine.has(home.hamletId)) faults.push(`household of ${home.hamletId}`);
    if (!mayKnow && (home.poverty !== null || home.people.some((person) => person.vulnerable !== null)))
      faults.push(`restricted fields of ${home.code}`);
    if (mayKnow && (home.poverty === null || home.people.some((person) => person.vulnerable === null)))
      faults.push(`restricted fields held back from who may know them, of ${home.code}`);
    if (Object.keys(home).sort().join() !== homeFields.join())
      faults.push(`fields ${Object.keys(home).join()}`);
    for (const person of home.people)
      if (Object.keys(person).sort().join() !== personFields.join())
        faults.push(`fields ${Object.keys(person).join()}`);
  };
  for (const line of lines) {
    if ('scope' in line && line.line !== 'revoked' && !mine.has(line.scope))
      faults.push(`scope ${line.line}`);
    if (line.line === 'homes') fromColumns(line.homes, homeShape).forEach(look);
    if (line.line === 'book')
      for (const member of line.book.members)
        if (member.hamletId !== null && !mine.has(member.hamletId)) faults.push(`member ${member.name}`);
  }
  const { mau1, mau2, foreign } = settled.spots;
  const text = JSON.stringify(lines);
  for (const spot of [mau1, mau2, foreign]) {
    if (!mine.has(spot.hamletId) && text.includes(marker(spot.key))) faults.push(`words of ${spot.key}`);
    if (text.includes(restrictedMarker(spot.key))) faults.push(`restricted words of ${spot.key}`);
  }
  const reasons = lines.flatMap((line) =>
    line.line === 'list' ? fromColumns(line.homes, listedShape).map((row) => ({ row, line })) : [],
  );
  for (const { row, line } of reasons) {
    const responsible = [settled.spots.mau1, settled.spots.mau2].find((spot) => spot.assigned.id === row.id);
    const thing = { hamletId: line.scope, responsibleMemberId: responsible?.memberId ?? null };
    if (row.reasons.includes('vulnerable') && !may(actor, 'register.restricted', thing))
      faults.push(`reason of ${row.code}`);
  }
  return faults;
}

it('gives a phone the households of its owner’s hamlets and what they may know of them, whatever it claims to have', async () => {
  const { hamlets } = world();
  const claims = fc.record({
    epoch: fc.boolean(),
    scopes: fc.uniqueArray(fc.constantFrom(...Object.values(hamlets)), { maxLength: 4 }),
    view: fc.constantFrom('a', 'm', `m${(world().cast.lan.memberId ?? '').slice(-6)}`),
    revision: fc.constantFrom(0, 1, 2, 1000),
    filled: fc.constantFrom('', '0_00000000-0000-7000-8000-000000000000', '99_x'),
  });
  let households = 0;
  await fc.assert(
    fc.asyncProperty(someone(), claims, async (actor, claim) => {
      const ask = (epoch: Id | null, scopes: Record<Id, string>) =>
        runQuery(world().database, { actor, now: world().now }, (ctx) =>
          pullLines(ctx, deviceOf(actor), { epoch, book: null, scopes }),
        );
      const [hello] = await ask(null, {});
      const epoch = hello?.line === 'hello' ? hello.epoch : null;
      const cursor = `${epoch}.${claim.view}.${claim.revision}.${claim.filled}`;
      const lines = await ask(
        claim.epoch ? epoch : null,
        Object.fromEntries(claim.scopes.map((scope) => [scope, cursor])),
      );
      households += lines.reduce((sum, line) => sum + (line.line === 'homes' ? line.homes.count : 0), 0);
      expect([told(actor), faultsOfLines(actor, lines)]).toEqual([told(actor), []]);
    }),
    { numRuns: 400 },
  );
  expect(households).toBeGreaterThan(100);
}, 120_000);

/** Commands that change where something lies are tried one by one, so that the next case finds it where the table thinks. */
const reshapes = new Set([
  'household.move',
  'resident.move',
  'household.name_responsible',
  'obstacle.move',
  'business.record_step',
  'task.move',
]);
const phonePaths = commandPaths.filter((path) => fieldCommands.has(path.name));

/** Fields that no form has: they change neither whose it is nor where (A3, A4). */
const planted = () => ({
  commune_id: foreignCommune,
  communeId: foreignCommune,
  recordedBy: world().cast.tu.accountId,
  recorded_by: world().cast.tu.accountId,
  memberId: undefined,
  hamlet_id: settled.spots.mau2.hamletId,
  actor: { grants: [{ role: 'culture_social_officer', hamletId: null }] },
  grants: [{ role: 'culture_social_officer', hamletId: null }],
});

interface Case {
  nth: number;
  first: Spot['key'];
  second: Spot['key'];
  scope: Spot['key'];
  assigned: boolean;
  plant: boolean;
}
const someCase: fc.Arbitrary<Case> = fc.record({
  nth: fc.nat({ max: phonePaths.length - 1 }),
  first: spotKeys,
  second: spotKeys,
  scope: spotKeys,
  assigned: fc.boolean(),
  plant: fc.boolean(),
});

/** The roles that the accounts of the cast really hold: who held one on the day of the doing may still tell of it (P20). */
function withRolesThen(actor: Actor, scope: Id): Actor {
  if (actor.grants.some((grant) => grant.hamletId === scope && isHamletRole(grant.role))) return actor;
  const really = Object.values(world().cast).find((one) => one.accountId === actor.accountId);
  const then = (really?.grants ?? []).filter((grant) => grant.hamletId === scope);
  return { ...actor, grants: [...actor.grants, ...then] };
}

/** The database, with a look at what a transaction wrote before it ends. */
const watching = (database: Database, look: (tx: Tx) => Promise<void>): Database => ({
  ...database,
  transaction: (scope, work) =>
    database.transaction(scope, async (tx) => {
      const result = await work(tx);
      await look(tx);
      return result;
    }),
});

const meaning = (outcome: Outcome) =>
  outcome.status === 'rejected' && (outcome.code === 'not_found' || outcome.code === 'not_allowed')
    ? outcome.code
    : 'done';

it('takes from a phone what its owner may do, item by item, and notes down what it refuses: 10,000 cases', async () => {
  let cases = 0;
  let refused = 0;
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(someone(), fc.array(someCase, { minLength: 25, maxLength: 35 }), async (actor, some) => {
      const { database, now } = world();
      const alone = some.filter((one) => reshapes.has(phonePaths[one.nth]?.name ?? ''));
      const together = some.filter((one) => !alone.includes(one));
      for (const batch of [together, ...alone.map((one) => [one])]) {
        const given = batch.flatMap((one, index) => {
          const path = phonePaths[one.nth];
          if (!path) return [];
          const { spots } = settled;
          const ground = {
            spot: spots[one.first],
            second: spots[one.second],
            assigned: one.assigned,
            settled,
          };
          const scope = spots[one.scope].hamletId;
          const input = { ...(one.plant && planted()), ...path.input(ground) };
          const operation = {
            opId: newId(now),
            seq: index + 1,
            version: 1,
            command: path.name,
            scope,
            household: null,
            input: JSON.parse(JSON.stringify(input)) as Record<string, unknown>,
            base: {},
            revision: 1_000_000,
            at: now.toISOString(),
            clock: now.toISOString(),
            after: null,
          };
          return [{ operation, wanted: path.expected(withRolesThen(actor, scope), ground), path, one }];
        });
        const watched = watching(undone(database), async (tx) => {
          // Every refusal is on record with what was told (A3).
          const rows = await tx
            .selectFrom('sync_operations')
            .select('input')
            .where('device_id', '=', deviceId)
            .where('status', '=', 'rejected')
            .execute();
          kept += rows.filter((row) => row.input !== null).length;
        });
        const answer = await push(
          { database: watched, device: deviceOf(actor), now, requestId: null },
          {
            epoch: null,
            appVersion: 'thử',
            clock: now.toISOString(),
            unsent: given.length,
            oldest: null,
            operations: given.map((each) => each.operation),
          },
        );
        given.forEach(({ wanted, path, one }, index) => {
          const outcome = answer.results[index]?.outcome;
          cases += 1;
          if (outcome?.status === 'rejected') refused += 1;
          const said = `${path.name} ${JSON.stringify(one)} by ${told(actor)}`;
          expect([said, outcome && meaning(outcome)]).toEqual([said, wanted]);
        });
      }
    }),
    { numRuns: 350 },
  );
  expect(cases).toBeGreaterThanOrEqual(10_000);
  expect(refused).toBeGreaterThan(1000);
  expect(kept).toBe(refused);
}, 600_000);
