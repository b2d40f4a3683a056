import { productActor } from '#platform/commands/actor.ts';
import { writeContext, type WriteContext } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { insertRows } from '#platform/db/insert-rows.server.ts';
import { refreshMarks } from '#features/targets/marks.server.ts';
import { addDays, dayOf, startOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { layGround } from '../install.server.ts';
import type { DemoPlace } from './demo-actors.ts';
import { writeDemoBudget } from './demo-budget.server.ts';
import { writeDemoBusinesses } from './demo-businesses.server.ts';
import { writeDemoCampaign } from './demo-campaign.server.ts';
import { writeDemoContents } from './demo-contents.server.ts';
import { writeDemoDocuments } from './demo-documents.server.ts';
import { writeDemoInspections } from './demo-inspections.server.ts';
import { writeDemoEmulation } from './demo-emulation.server.ts';
import { writeDemoObstacles } from './demo-obstacles.server.ts';
import { writeDemoReports } from './demo-reports.server.ts';
import { writeDemoSamples } from './demo-samples.server.ts';
import { writeDemoSupport } from './demo-support.server.ts';
import { writeDemoTasks } from './demo-tasks.server.ts';
import { writeDemoUnits } from './demo-units.server.ts';
import { writeDemoGatherings } from './gathering-rows.server.ts';
import { writeDemoGroup } from './group-rows.server.ts';
import { writeDemoOrg, type DemoHamlet } from './org-rows.server.ts';
import { demoHousehold } from './people.ts';
import { SeededRandom } from './random.ts';
import { registerRows, type HouseholdRows } from './register-rows.server.ts';
import { writeDemoTraining } from './demo-training.server.ts';
import { addWorkRows, noWork } from './work-rows.server.ts';
import { demoPace, demoWork } from './work.ts';

export interface DemoOptions {
  communeId: string;
  /** How many households (hộ); people come to about 3.7 times as many. */
  households: number;
  hamlets: number;
  seed: number;
  now: Date;
  /** Lets the planner know the new rows before the reports are made (`refreshStatistics`). */
  analyze?: () => Promise<void>;
  /** Told after each hamlet. */
  progress?: (done: number, of: number) => void;
}

/**
 * Writes the demo commune: invented people, teams, ten months of visits. The same options give the same commune. It
 * writes rows in bulk past the commands (twenty thousand visits one by one would take minutes); `recount` and the tests
 * check what the commands would have seen to.
 */
export async function writeDemo(database: Database, options: DemoOptions): Promise<void> {
  const { communeId, now } = options;
  const today = dayOf(now);
  const yearStart = `${today.slice(0, 4)}-01-05`;
  const tenMonthsAgo = addDays(today, -304);
  const firstDay =
    today < addDays(yearStart, 30) ? tenMonthsAgo : tenMonthsAgo > yearStart ? tenMonthsAgo : yearStart;
  const founded = today < yearStart || firstDay < yearStart ? firstDay : yearStart;
  const random = new SeededRandom(options.seed);
  const org = await database.transaction({ commune: communeId }, async (tx) => {
    const then = writeContext(tx, {
      actor: productActor(communeId),
      now: new Date(startOf(founded).getTime() + 8 * 60 * 60 * 1000),
    });
    // Ids too are the same each time.
    Object.assign(then, { id: () => random.id(then.now) });
    await layGround(then, { isSample: true });
    const written = await writeDemoOrg(then, random, options.hamlets, founded);
    const { hamlets } = written;
    const officerId = written.officerIds.get('hanh') ?? '';
    const ctx = writeContext(tx, { actor: productActor(communeId), now });
    for (const [index, hamlet] of hamlets.entries()) {
      const share =
        Math.floor(options.households / hamlets.length) +
        (index < options.households % hamlets.length ? 1 : 0);
      await writeHamlet(ctx, random, hamlet, index, share, { founded, firstDay, today, now, officerId });
      options.progress?.(index + 1, hamlets.length);
    }
    await refreshMarks(ctx, 'all');
    return written;
  });
  const place: DemoPlace = { communeId, officerIds: org.officerIds, hamlets: org.hamlets, now };
  await writeDemoTraining(database, place);
  await options.analyze?.();
  await writeDemoObstacles(database, place);
  await writeDemoBusinesses(database, place);
  await writeDemoSupport(database, place);
  await writeDemoContents(database, place);
  await writeDemoCampaign(database, place);
  await writeDemoUnits(database, place);
  await writeDemoEmulation(database, place);
  // Three months of reports make a board; small communes are for tests, which need no more than two.
  const months = options.households >= 1000 ? 3 : 2;
  await writeDemoReports(database, place, months);
  await writeDemoDocuments(database, place);
  await writeDemoTasks(database, place);
  await writeDemoInspections(database, place);
  await writeDemoSamples(database, place);
  await writeDemoBudget(database, place);
}

interface Calendar {
  founded: Day;
  firstDay: Day;
  today: Day;
  now: Date;
  /** The officer who checks and opens groups. */
  officerId: Id;
}

async function writeHamlet(
  ctx: WriteContext,
  random: SeededRandom,
  hamlet: DemoHamlet,
  index: number,
  count: number,
  days: Calendar,
): Promise<void> {
  const pace = demoPace(random, index, days.firstDay);
  const all: HouseholdRows[] = [];
  const work = noWork();
  for (let number = 1; number <= count; number += 1) {
    const demo = demoHousehold(random, days.today);
    const rows = registerRows(ctx.communeId, random, hamlet, number, demo, days.founded);
    all.push(rows);
    addWorkRows(
      work,
      ctx.communeId,
      random,
      hamlet,
      rows,
      demoWork(random, demo, pace, days.today, days.now),
    );
  }
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
    { commune_id: ctx.communeId, hamlet_id: hamlet.id, next_number: count + 1 },
  ]);
  await insertRows(ctx.tx, 'visits', work.visits);
  await insertRows(ctx.tx, 'guidances', work.guidances);
  await insertRows(ctx.tx, 'digital_records', work.digital_records);
  await insertRows(ctx.tx, 'skill_checks', work.skill_checks);
  await insertRows(ctx.tx, 'helper_assignments', work.helper_assignments);
  await insertRows(ctx.tx, 'events', work.events);
  await writeDemoGatherings(
    ctx,
    random,
    hamlet,
    index,
    all.map((rows) => rows.household.id),
    days,
  );
  await writeDemoGroup(ctx, random, hamlet, index, days.officerId, days);
}
