import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#platform/db/database.server.ts';
import { addDays, dayOf, startOf } from '#shared/calendar.ts';
import { ofWhole } from '#features/targets/board-words.ts';
import { commune } from '#tests/world.ts';
import { startProduct, type Product } from '../product.ts';
import { testDatabase } from '../test-database.ts';
import { FieldMember } from './airplane-day/field-member.ts';
import { useMortalBrowser } from './field-shell/mortal-browser.ts';

/**
 * Two phones in airplane mode for a day, one of them killed twice and with its clock wrong, come back, and the commune's
 * figures are exactly right (issue 3, line 11). The real app, the real product, the demo commune.
 */
const database = testDatabase();
const lanPhone = useMortalBrowser();
const tuPhone = useMortalBrowser();
const root = join(import.meta.dirname, '..', '..');
let product: Product | null = null;
afterEach(() => product?.stop());

const today = dayOf(new Date());
const yesterday = addDays(today, -1);
const hour = 60 * 60 * 1000;
/** That hour of a day in Vietnam. */
const at = (day: string, hours: number) => new Date(startOf(day).getTime() + hours * hour);

/** The product, as if it were now that moment. */
async function openProduct(now: Date, port = '0'): Promise<Product> {
  const clock = pathToFileURL(join(import.meta.dirname, 'airplane-day', 'clock-ahead.ts')).href;
  return startProduct(database.connectionString(), {
    households: 240,
    env: {
      PORT: port,
      NODE_OPTIONS: `--import ${clock}`,
      CLOCK_AHEAD: String(now.getTime() - Date.now()),
    },
  });
}

describe('a day without a line', { timeout: 600_000 }, () => {
  it('ends with every visit of chị Lan and chú Tư on its day, once, and figures that are exactly right', async () => {
    product = await openProduct(at(yesterday, 7));
    const lan = new FieldMember('chilan', product.url, lanPhone);
    const tu = new FieldMember('chutu', product.url, tuPhone);
    await lan.signIn(at(yesterday, 7));
    await tu.signIn(at(yesterday, 7));
    const [first = '', second = '', third = '', fourth = ''] = await lan.households();
    const before = await server();

    // Nobody reaches anybody from here on.
    await product.stop();
    await lan.visit(first);
    // Somebody sets her clock three hours ahead, and the phone dies in the sun.
    await lan.wake(at(yesterday, 10 + 3));
    await lan.visit(second);
    await lan.die();
    await lan.wake(at(yesterday, 15 + 3));
    await lan.visit(third);
    // It dies again, and comes back with yesterday's date.
    await lan.die();
    await lan.wake(at(addDays(today, -1), 6.5));
    await lan.visit(fourth);
    expect(await lan.standing()).toContain('Máy này còn 4 phiếu chưa gửi');

    await tu.wake(at(yesterday, 9));
    await tu.visit(first);
    await tu.wake(at(yesterday, 20));
    await tu.visit(third);
    await tu.wake(at(today, 7));
    await tu.visit(third);
    expect(await tu.standing()).toContain('Máy này còn 3 phiếu chưa gửi');

    // The next morning there is a line again. Her clock is still a day late.
    product = await openProduct(at(today, 7.5), new URL(product.url).port);
    await lan.wake(at(yesterday, 7.5));
    await lan.page.getByText('Đã gửi hết').waitFor();
    await tu.wake(at(today, 7.5));
    await tu.page.getByText('Đã gửi hết').waitFor();
    // What chú Tư told since, she hears at the next opening.
    await lan.wake(at(yesterday, 7.6));
    await lan.page.getByText('Đã gửi hết').waitFor();

    const after = await server();
    const told = after.visits.filter((visit) => !before.visits.some(({ id }) => id === visit.id));
    expect(told.map((visit) => `${visit.who} ${visit.home} ${visit.on}`).sort()).toEqual(
      [
        `chilan ${first} ${yesterday}`,
        `chilan ${second} ${yesterday}`,
        `chilan ${third} ${yesterday}`,
        `chilan ${fourth} ${today}`,
        `chutu ${first} ${yesterday}`,
        `chutu ${third} ${yesterday}`,
        `chutu ${third} ${today}`,
      ].sort(),
    );
    expect(after.outcomes).toEqual(Array.from({ length: 7 }, () => 'ok'));
    expect(recount()).toMatch(/ 0 chỗ lệch/);

    const [hers, his] = [await lan.figures(), await tu.figures()];
    expect(hers).toEqual(his);
    expect(Object.keys(hers).length).toBeGreaterThan(5);
    for (const [code, figure] of Object.entries(hers)) {
      const { reached = 0, population = 0 } = after.counters.get(code) ?? {};
      const wanted = population === 0 ? 'Chưa có' : ofWhole(reached, population, '');
      expect([code, figure]).toEqual([code, expect.stringContaining(`· ${wanted}`)]);
    }
  });
});

/** Counts everything anew beside the running product, as the office's console does. */
function recount(): string {
  const { stdout } = spawnSync(process.execPath, ['src/cli/recount.ts'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: database.connectionString() },
    encoding: 'utf8',
  });
  return stdout;
}

/** What the server has: visits of Ấp Mẫu 1 with who wrote them, what became of the phones' operations, the hamlet's counters. */
async function server() {
  const open = openDatabase({ connectionString: database.connectionString() }, 1);
  try {
    return await open.transaction({ commune }, async (tx) => {
      const visits = await tx
        .selectFrom('visits as v')
        .innerJoin('households as h', 'h.id', 'v.household_id')
        .innerJoin('hamlets as p', 'p.id', 'h.hamlet_id')
        .innerJoin('accounts as a', 'a.id', 'v.recorded_by')
        .select(['v.id', 'v.household_id as home', 'v.visited_on as on', 'a.login as who', 'p.id as hamlet'])
        .where('p.name', '=', 'Ấp Mẫu 1')
        .execute();
      const counters = await tx
        .selectFrom('target_counters')
        .select(['target', 'reached', 'population'])
        .where('hamlet_id', '=', visits[0]?.hamlet ?? '')
        .execute();
      const operations = await tx.selectFrom('sync_operations').select('status').execute();
      return {
        visits,
        counters: new Map(counters.map((row) => [row.target, row])),
        outcomes: operations.map((row) => row.status),
      };
    });
  } finally {
    await open.close();
  }
}
