import { runQuery, type ReadContext } from '#platform/commands/command.server.ts';
import { hamletsOf } from '#features/accounts/model.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { listGroups } from '#features/registry/queries/list-groups.server.ts';
import { listHouseholds } from '#features/registry/queries/list-households.server.ts';
import { targetBoard } from '#features/targets/queries/target-board.server.ts';
import { whoIsLeft } from '#features/targets/queries/who-is-left.server.ts';
import { recount } from '#features/targets/recount.server.ts';
import { lastContacts } from '#features/visits/queries/last-contacts.server.ts';
import { fold } from '#shared/fold.ts';
import { enter, oneOfEachHamlet } from '../actors.ts';
import type { Outcomes } from '../bars.ts';
import { repeat, type Times } from '../measure.ts';
import { withOwner, type Store } from '../store.ts';

/** What the pages read: search, list, targets, who is left, and the recount that must find nothing. */
export async function measureReading(store: Store, small: Store, tries: number): Promise<Outcomes> {
  const { database } = store.runtime;
  const now = () => store.runtime.now();
  const { actor: officer } = await enter(store, 'hanh');
  const asOfficer = <Result>(query: (ctx: ReadContext) => Promise<Result>) =>
    runQuery(database, { actor: officer, now: now() }, query);

  const names = await asOfficer((ctx) =>
    ctx.tx
      .selectFrom('households')
      .select('head_name')
      .where('commune_id', '=', ctx.communeId)
      .orderBy('id')
      .execute(),
  );
  const texts = names
    .filter((_, index) => index % Math.ceil(names.length / 40) === 0)
    .map((row) => fold(row.head_name));
  const search = (text: string) => asOfficer((ctx) => listHouseholds(ctx, { text }));
  const trip = await withOwner(store, (owner) => repeat(tries, () => owner.query('select 1')));
  const found = await search(texts[0] ?? '');
  const family = (texts[0] ?? '').split(' ')[0] ?? '';
  const many = await search(family);

  const list = await listOfHamlet(store, tries);
  const listSmall = await listOfHamlet(small, tries);
  const board = await asOfficer((ctx) => targetBoard(ctx));
  const codes = (board?.targets ?? []).map((target) => target.definition.code);

  return {
    search: {
      ...middle(await repeat(tries, (index) => search(texts[index % texts.length] ?? ''))),
      floor: trip.median,
      note: `finds ${found.total} for “${texts[0]}”`,
    },
    searchApart: middle(await repeat(tries, (index) => search(turned(texts[index % texts.length] ?? '')))),
    searchMany: { ...middle(await repeat(tries, () => search(family))), note: `finds ${many.total}` },
    list: { ...middle(list.times), note: `${list.rows} rows on the page` },
    listGrowth: {
      value: list.times.median / listSmall.times.median,
      note: `${listSmall.times.median.toFixed(1)} ms in the small commune`,
    },
    board: middle(await repeat(tries, () => asOfficer((ctx) => targetBoard(ctx)))),
    left: {
      ...middle(
        await repeat(tries, (index) =>
          asOfficer((ctx) => whoIsLeft(ctx, codes[index % codes.length] ?? '', null)),
        ),
      ),
      note: `${codes.length} targets in turn, whole commune`,
    },
    recount: middle(await repeat(Math.max(3, Math.ceil(tries / 10)), () => asOfficer(recount), 1)),
  };
}

/** "lam ngoc huy" as "huy ngoc lam". */
const turned = (text: string) => text.split(' ').toReversed().join(' ');

/** Compares marks and counters with the rows; best after many visits. */
export async function measureDifferences(store: Store): Promise<Outcomes> {
  const { actor } = await enter(store, 'hanh');
  const result = await runQuery(store.runtime.database, { actor, now: store.runtime.now() }, recount);
  return { recountDifferences: { value: result.differences.length, note: `${result.marks} marks compared` } };
}

/** As the page of the register reads it for a member. */
async function listOfHamlet(store: Store, tries: number): Promise<{ times: Times; rows: number }> {
  const { database } = store.runtime;
  const now = () => store.runtime.now();
  const [member] = await oneOfEachHamlet(store, 'member');
  if (!member) throw new Error('the demo commune has no members');
  const hamletId = hamletsOf(member, 'member')[0] ?? null;
  let rows = 0;
  const times = await repeat(tries, async () => {
    const origin = { actor: member, now: now() };
    const list = await runQuery(database, origin, (ctx) => listHouseholds(ctx, { hamletId }));
    await runQuery(database, origin, async (ctx) => {
      await listHamlets(ctx);
      await lastContacts(ctx, list.rows);
      if (hamletId !== null) await listGroups(ctx, hamletId);
    });
    rows = list.rows.length;
  });
  return { times, rows };
}

const middle = ({ median, p95 }: Times) => ({ value: median, p95 });
