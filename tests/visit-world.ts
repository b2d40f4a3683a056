import type { World } from '#tests/world.ts';
import { commune } from '#tests/world.ts';
import { fold, nameSortKey, sortKey } from '#shared/fold.ts';
import { newId, type Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import type { Tx } from '#platform/db/database.server.ts';

/** A household of the tests with its people, written straight into the register's tables: rules of visits, not of the register, are tested here. */
export interface Home {
  id: Id;
  people: Id[];
}

/** The household of ông Nguyễn Văn Ba (invented) with as many people as asked for. */
export async function settleHome(
  world: World,
  options: { hamlet?: 'mau1' | 'mau2' | 'mau3'; people?: number; registeredOn?: string } = {},
): Promise<Home> {
  const home = { id: newId(world.now), people: [] as Id[] };
  for (let index = 0; index < (options.people ?? 2); index += 1) home.people.push(newId(world.now));
  await inCommune(world, async (tx) => {
    await tx
      .insertInto('households')
      .values({
        commune_id: commune,
        id: home.id,
        hamlet_id: world.hamlets[options.hamlet ?? 'mau1'],
        code: `H-${home.id}`,
        book_number: null,
        group_name: null,
        address: null,
        phone: null,
        head_id: home.people[0] ?? null,
        head_name: 'Nguyễn Văn Ba',
        head_sort_key: nameSortKey('Nguyễn Văn Ba'),
        address_sort_key: sortKey(''),
        search_text: 'nguyen van ba',
        stated_size: null,
        state: 'living',
        state_on: '2026-01-10',
        has_smartphone: 'unknown',
        has_internet: 'unknown',
        poverty: 'unknown',
        poverty_year: null,
        poverty_decision: null,
        responsible_member_id: null,
        note: null,
        merged_into: null,
        registered_on: options.registeredOn ?? '2026-01-10',
        created_at: world.now,
        updated_at: world.now,
      })
      .execute();
    for (const [index, id] of home.people.entries()) {
      const name = index === 0 ? 'Nguyễn Văn Ba' : `Nguyễn Thị Tám ${index}`;
      await tx
        .insertInto('residents')
        .values({
          commune_id: commune,
          id,
          household_id: home.id,
          position: index,
          full_name: name,
          name_folded: fold(name),
          sort_key: nameSortKey(name),
          sex: null,
          birth_date: '1960-12-31',
          birth_precision: 'year',
          residence: 'permanent',
          relation: index === 0 ? 'head' : 'child',
          relation_text: null,
          phone: null,
          has_smartphone: 'unknown',
          vulnerable: false,
          state: 'living',
          state_on: '2026-01-10',
          merged_into: null,
          created_at: world.now,
          updated_at: world.now,
        })
        .execute();
    }
  });
  return home;
}

const catalogue = [
  ['outreach_form', 'home_visit', {}],
  ['outreach_form', 'hamlet_meeting', { mass: false }],
  ['outreach_form', 'counter', {}],
  ['outreach_form', 'support_point', {}],
  ['outreach_form', 'loudspeaker', { mass: true }],
  ['topic', 'an_toan', {}],
  ['platform', 'vneid', { tracks: 'vneid' }],
  ['platform', 'dvc', { tracks: 'dvc_account' }],
  ['platform', 'so_suc_khoe', { tracks: 'health_app' }],
  ['platform', 'smart_an_giang', { tracks: null }],
] as const;

/** The part of the catalogue that these tests speak of. */
export async function settleCatalogue(world: World): Promise<void> {
  await inCommune(world, async (tx) => {
    await tx
      .insertInto('catalogue_entries')
      .values(
        catalogue.map(([kind, code, details], position) => ({
          commune_id: commune,
          id: newId(world.now),
          kind,
          code,
          name: code,
          details: JSON.stringify(details),
          position,
          valid_from: '2026-01-01',
          valid_to: null,
        })),
      )
      .execute();
  });
}

/** Looks at rows, or changes rows of a lower room, behind the commands' back. */
export function inCommune<T>(world: World, work: (tx: Tx) => Promise<T>): Promise<T> {
  return world.database.transaction({ commune }, work);
}

/** The Problem that the work ends in; anything else fails the test. */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('nothing went wrong');
}
