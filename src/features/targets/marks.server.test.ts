import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import type { Command, WriteContext } from '#platform/commands/command.server.ts';
import { writeContext } from '#platform/commands/command.server.ts';
import { recordOutreach } from '#features/outreach/commands/record-outreach.server.ts';
import { withdrawOutreach } from '#features/outreach/commands/withdraw-outreach.server.ts';
import { insertCatalogueEntry, insertPlan } from '#features/plans/commands.server.ts';
import { defaultCatalogue } from '#features/plans/default-catalogue.ts';
import { planNhonMy2026 } from '#features/plans/plan-2026.ts';
import { changeHouseholdState } from '#features/registry/commands/change-household-state.server.ts';
import { changeResidentState } from '#features/registry/commands/change-resident-state.server.ts';
import { correctHousehold } from '#features/registry/commands/correct-household.server.ts';
import { correctResident } from '#features/registry/commands/correct-resident.server.ts';
import { mergeHouseholds } from '#features/registry/commands/merge-households.server.ts';
import { mergeResidents, unmergeResidents } from '#features/registry/commands/merge-residents.server.ts';
import { moveHousehold } from '#features/registry/commands/move-household.server.ts';
import { moveResident } from '#features/registry/commands/move-resident.server.ts';
import { registerHousehold } from '#features/registry/commands/register-household.server.ts';
import { setPolicyClass } from '#features/registry/commands/set-policy-class.server.ts';
import { splitHousehold } from '#features/registry/commands/split-household.server.ts';
import { unmergeHouseholds } from '#features/registry/commands/unmerge-households.server.ts';
import { assignHelper } from '#features/visits/commands/assign-helper.server.ts';
import { correctVisit } from '#features/visits/commands/correct-visit.server.ts';
import { endHelper } from '#features/visits/commands/end-helper.server.ts';
import { recordDigitalStatus } from '#features/visits/commands/record-digital-status.server.ts';
import { recordSkillCheck } from '#features/visits/commands/record-skill-check.server.ts';
import { recordVisit } from '#features/visits/commands/record-visit.server.ts';
import { withdrawVisit } from '#features/visits/commands/withdraw-visit.server.ts';
import { skillItems } from '#features/visits/model/skill-check.ts';
import { useWorld, type World } from '#tests/world.ts';
import { defineTarget } from './commands/define-target.server.ts';
import { seedDefaultTargets } from './commands/seed-default-targets.server.ts';
import { defaultDefinitions } from './default-definitions.ts';
import { figuresAsOf } from './queries/figures-as-of.server.ts';
import { targetBoard } from './queries/target-board.server.ts';
import { targetNotes } from './queries/target-notes.server.ts';
import { whoIsLeft } from './queries/who-is-left.server.ts';
import { recount } from './recount.server.ts';
import { markByClock } from './reactions.server.ts';

const world = useWorld();
let planId: Id;

const write = <Result>(here: World, work: (ctx: WriteContext) => Promise<Result>) =>
  here.database.transaction({ commune: here.cast.hanh.communeId }, (tx) =>
    work(writeContext(tx, { actor: here.cast.hanh, now: here.now })),
  );

beforeEach(async () => {
  const here = world();
  here.now = new Date('2026-03-02T01:00:00Z');
  planId = await write(here, async (ctx) => {
    const id = await insertPlan(ctx, planNhonMy2026);
    for (const entry of defaultCatalogue) await insertCatalogueEntry(ctx, entry);
    await seedDefaultTargets(ctx, id);
    return id;
  });
});

/** What a random day in the field does: which command, and numbers that choose of what there is. */
interface Step {
  what: number;
  a: number;
  b: number;
  c: number;
}
const steps = fc.array(fc.record({ what: fc.nat(24), a: fc.nat(997), b: fc.nat(997), c: fc.nat(997) }), {
  minLength: 25,
  maxLength: 60,
  size: 'max',
});

const pick = <Row>(list: readonly Row[], at: number): Row | undefined => list[at % Math.max(1, list.length)];

/** Lives through the steps; a command that the rules refuse changes nothing. */
async function live(here: World, list: readonly Step[], afterEach: () => Promise<void>): Promise<void> {
  const { hanh } = here.cast;
  const visits: Id[] = [];
  const sessions: Id[] = [];
  const tried = async <Input, Loaded, Result>(
    command: Command<Input, Loaded, Result>,
    input: unknown,
  ): Promise<Result | null> => {
    try {
      return await here.run(command, hanh, input);
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  };
  for (const { what, a, b, c } of list) {
    const rows = await here.read(hanh, async ({ tx, communeId }) => ({
      households: await tx
        .selectFrom('households')
        .select('id')
        .where('commune_id', '=', communeId)
        .orderBy('id')
        .execute(),
      residents: await tx
        .selectFrom('residents')
        .select(['id', 'household_id'])
        .where('commune_id', '=', communeId)
        .orderBy('id')
        .execute(),
      helpers: await tx
        .selectFrom('helper_assignments')
        .select('id')
        .where('commune_id', '=', communeId)
        .orderBy('id')
        .execute(),
    }));
    const household = pick(rows.households, a)?.id;
    const other = pick(rows.households, b)?.id;
    const resident = pick(rows.residents, a);
    const hamlet = pick([here.hamlets.mau1, here.hamlets.mau2, here.hamlets.mau3], c);
    const today = dayOf(here.now);
    const visit = {
      met: c % 4 === 0 ? 'nobody' : 'someone',
      form: c % 2 === 0 ? 'home_visit' : 'support_point',
      guidances:
        c % 4 === 0
          ? []
          : [
              {
                residentId: resident && resident.household_id === household ? resident.id : null,
                platform: pick(['so_suc_khoe', 'vssid', 'vneid', 'mua_sam'], b),
                outcome: pick(['installed', 'activated', 'practised', 'declined'], c),
              },
            ],
    };
    if (what <= 3 || rows.households.length < 2)
      await tried(registerHousehold, {
        hamletId: hamlet,
        statedSize: b % 3 === 0 ? 4 : null,
        hasSmartphone: pick(['yes', 'no', 'unknown'], b),
        residents: Array.from({ length: 1 + (a % 3) }, (_, index) => ({
          fullName: `Nguyễn Thị Mẫu ${a} ${index}`,
          birth: pick(
            [null, addDays(today, ((b % 50) - 14 * 365.25 - 20) | 0), '1950', '1990-01-01'],
            a + index,
          ),
          residence: pick(['permanent', 'absent', 'temporary', 'unknown', 'permanent'], b + index),
          relation: index === 0 ? 'head' : 'child',
        })),
      });
    else if (what <= 6) {
      const made = await tried(recordVisit, { householdId: household, ...visit });
      if (made) visits.push(made.id);
    } else if (what === 7) {
      const made = await tried(correctVisit, { visitId: pick(visits, a), reason: 'ghi nhầm', ...visit });
      if (made) visits.push(made.id);
    } else if (what === 8) await tried(withdrawVisit, { visitId: pick(visits, a), reason: 'ghi nhầm' });
    else if (what <= 11)
      await tried(recordDigitalStatus, {
        residentId: resident?.id,
        source: 'declared',
        vneid: pick(['installed', 'activated', 'none', 'unknown', null], b),
        bank_account: pick(['yes', 'yes', 'no', null], c),
        e_payment: pick(['regular', 'regular', 'never', null], a + b),
      });
    else if (what === 12)
      await tried(recordSkillCheck, {
        residentId: resident?.id,
        ...Object.fromEntries(skillItems.map((item, index) => [item, (b + index) % 9 === 0 ? 'no' : 'yes'])),
      });
    else if (what === 13)
      await tried(assignHelper, {
        householdId: household,
        memberId: here.cast.lan.memberId,
        reason: 'neo đơn',
      });
    else if (what === 14) await tried(endHelper, { assignmentId: pick(rows.helpers, a)?.id, reason: 'xong' });
    else if (what === 15)
      await tried(changeHouseholdState, {
        householdId: household,
        state: pick(['away', 'living', 'moved_out', 'dissolved'], b),
        on: today,
      });
    else if (what === 16)
      await tried(changeResidentState, {
        residentId: resident?.id,
        state: pick(['died', 'moved_out', 'living'], b),
        on: today,
      });
    else if (what === 17) await tried(moveHousehold, { householdId: household, hamletId: hamlet, on: today });
    else if (what === 18)
      await tried(moveResident, {
        residentId: resident?.id,
        toHouseholdId: other,
        relation: 'other',
        on: today,
      });
    else if (what === 19) {
      if (c % 2 === 0) await tried(mergeHouseholds, { fromId: household, intoId: other });
      else await tried(unmergeHouseholds, { householdId: household });
    } else if (what === 20) {
      const second = pick(rows.residents, b);
      if (c % 2 === 0) await tried(mergeResidents, { fromId: resident?.id, intoId: second?.id });
      else await tried(unmergeResidents, { residentId: resident?.id });
    } else if (what === 21)
      await tried(setPolicyClass, {
        householdId: household,
        poverty: pick(['poor', 'none'], b),
        vulnerableIds: [],
      });
    else if (what === 22) {
      await tried(correctResident, { residentId: resident?.id, birth: pick(['2012', '1990-05-05', ''], b) });
      await tried(correctHousehold, { householdId: household, hasSmartphone: pick(['no', 'yes'], c) });
      await tried(splitHousehold, {
        householdId: resident?.household_id,
        residentIds: [resident?.id],
        headId: resident?.id,
      });
    } else if (what === 23) {
      const made = await tried(recordOutreach, {
        form: 'hamlet_meeting',
        hamletId: hamlet,
        reach: 'listed',
        householdIds: [...new Set([household, other])],
      });
      if (made) sessions.push(made.id);
      if (c % 3 === 0) await tried(withdrawOutreach, { sessionId: pick(sessions, a), reason: 'nhầm' });
    } else {
      here.now = new Date(here.now.getTime() + (1 + (a % 12)) * 86_400_000);
      if (b % 2 === 0) await write(here, markByClock);
      const t4 = defaultDefinitions.find((one) => one.code === 'T4');
      if (c % 4 === 0)
        await tried(defineTarget, {
          planId,
          definition: { ...t4, reached: { fact: 'forms', atLeast: 1 + (b % 3) } },
          validFrom: dayOf(here.now),
          reason: 'xã thống nhất lại',
        });
    }
    here.now = new Date(here.now.getTime() + 60_000);
    await afterEach();
  }
}

const figuresNow = async (here: World) => {
  const board = await here.read(here.cast.hanh, (ctx) => targetBoard(ctx));
  return board?.targets.map(({ definition, stored, figure, beside }) => ({
    code: definition.code,
    version: stored.version,
    figure: [figure.population, figure.reached, figure.unknown, figure.uncertain],
    beside: beside.map((one) => [one.code, one.figure.population, one.figure.reached, one.figure.unknown]),
  }));
};

describe('marks and counters (law 9)', () => {
  it('equal a recount all through any life of a commune, and the past stays what it was (P14)', async () => {
    const here = world();
    let remembered = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const past: { at: Date; figures: Awaited<ReturnType<typeof figuresNow>> }[] = [];
        let count = 0;
        await live(here, list, async () => {
          count += 1;
          if (count % 3 === 0) expect((await here.read(here.cast.hanh, recount)).differences).toEqual([]);
          if (count % 12 !== 0) return;
          // Somebody looks at the board, after the night's clock.
          await write(here, markByClock);
          past.push({ at: here.now, figures: await figuresNow(here) });
          here.now = new Date(here.now.getTime() + 1000);
        });
        for (const { at, figures } of past) {
          const then = await here.read(here.cast.hanh, (ctx) =>
            figuresAsOf(ctx, { hamletId: null, day: dayOf(at), cutoffAt: at }),
          );
          expect(
            then?.targets.map(({ definition, version, figure, beside }) => ({
              code: definition.code,
              version,
              figure: [figure.population, figure.reached, figure.unknown, figure.uncertain],
              beside: beside.map((one) => [
                one.code,
                one.figure.population,
                one.figure.reached,
                one.figure.unknown,
              ]),
            })),
          ).toEqual(figures);
          remembered += 1;
        }
      }),
      { numRuns: 6, endOnFailure: true },
    );
    expect(remembered).toBeGreaterThan(6);
  }, 240_000);
});

describe('who is left (R28)', () => {
  it('is everybody of the population who is not reached, in the order of the work', async () => {
    const here = world();
    const list = fc.sample(steps, { numRuns: 4, seed: 24 }).flat();
    await live(here, list, async () => {});
    const board = await here.read(here.cast.hanh, (ctx) => targetBoard(ctx));
    for (const { definition, figure } of board?.targets ?? []) {
      const page = await here.read(here.cast.hanh, (ctx) => whoIsLeft(ctx, definition.code, null));
      expect(page.subjects.length, definition.code).toBe(Math.min(50, figure.left));
      const order = page.subjects.map((one) => `${one.isPriority ? 0 : 1} ${one.lastContactOn ?? '0000'}`);
      expect(order).toEqual([...order].sort((left, right) => (left < right ? -1 : 1)));
      expect(page.subjects.filter((one) => one.isUnknown).length <= figure.unknown).toBe(true);
      for (const one of page.subjects) expect(one.missing.length, definition.code).toBeGreaterThan(0);
    }
    const notes = await here.read(here.cast.hanh, (ctx) => targetNotes(ctx, null));
    expect(notes?.contacts.newestOn).not.toBeNull();
    expect(notes?.priorityVisits.all).toBeGreaterThan(notes?.priorityVisits.toPriority ?? 0);
    expect(board?.targets.find((one) => one.definition.code === 'T2')?.figure.left).toBeGreaterThan(3);
  }, 60_000);
});
