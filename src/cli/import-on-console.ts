import { productActor } from '#platform/commands/actor.ts';
import { refreshStatistics } from '#platform/db/refresh-statistics.server.ts';
import { importFile } from '#features/registry/commands/import/import-file.server.ts';
import * as words from '#features/registry/transfer/words.ts';
import { Problem } from '#shared/problem.ts';
import { onConsole } from './on-console.ts';

/**
 * Imports a list into the one commune of this installation, on behalf of the product: whoever reaches the console of
 * the server may do what the Culture–Social office may. Prints what was done.
 */
export async function importOnConsole(
  path: string,
  options: { json: boolean; createHamlets: boolean },
): Promise<void> {
  await onConsole(async (runtime) => {
    const { database } = runtime;
    const communes = await database.transaction('door', (tx) =>
      tx.selectFrom('installed_communes').select('commune_id').where('closed_on', 'is', null).execute(),
    );
    const [commune] = communes;
    if (!commune || communes.length > 1)
      throw new Problem('state.conflict', { message: words.oneCommuneNeeded });
    const grants = [{ role: 'culture_social_officer', hamletId: null }];
    const actor = { ...productActor(commune.commune_id), grants };
    const { importId, summary } = await importFile(database, { actor, now: runtime.now() }, path, {
      createHamlets: options.createHamlets,
    });
    await refreshStatistics(runtime.ownerConnection);
    const { households, residents, actions } = summary;
    const said = options.json
      ? JSON.stringify({ importId, households, residents, actions })
      : words.imported(households, actions);
    console.log(said);
  });
}
