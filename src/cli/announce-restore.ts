import { productActor } from '#platform/commands/actor.ts';
import { writeContext } from '#platform/commands/command.server.ts';
import { announceRestore } from '#features/sync/epoch.server.ts';
import { onConsole } from './on-console.ts';

// npm run restored: once after the database was restored from a copy, before the phones call again. Every phone then takes its
// lists anew and sends again what the copy lacks, as far as it still holds it (sync law 13). Once more than needed does no harm.
await onConsole(async (runtime) => {
  const communes = await runtime.database.transaction('door', (tx) =>
    tx
      .selectFrom('installed_communes')
      .select('commune_id')
      .where('closed_on', 'is', null)
      .orderBy('commune_id')
      .execute(),
  );
  for (const { commune_id: communeId } of communes) {
    const origin = { actor: productActor(communeId), now: runtime.now() };
    await runtime.database.transaction({ commune: communeId }, (tx) =>
      announceRestore(writeContext(tx, origin)),
    );
    console.log(`${communeId}: đã báo các điện thoại gửi lại những gì máy chủ thiếu.`);
  }
});
