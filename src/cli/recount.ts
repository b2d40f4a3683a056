import { productActor } from '#platform/commands/actor.ts';
import { runQuery } from '#platform/commands/command.server.ts';
import { recount } from '#features/targets/recount.server.ts';
import { onConsole } from './on-console.ts';

// Counts every target of every commune anew from the rows and compares with what is kept (law 9). Exit code 1: they differ.
await onConsole(async (runtime) => {
  const communes = await runtime.database.transaction('door', (tx) =>
    tx.selectFrom('installed_communes').select('commune_id').orderBy('commune_id').execute(),
  );
  let differences = 0;
  for (const { commune_id: communeId } of communes) {
    const origin = { actor: productActor(communeId), now: runtime.now() };
    const result = await runQuery(runtime.database, origin, recount);
    console.log(
      `${communeId}: ${result.marks} dấu, ngày ${result.day ?? '—'}, ${result.differences.length} chỗ lệch`,
    );
    for (const one of result.differences.slice(0, 50)) {
      const place = `${one.kind} ${one.target} ${one.hamletId} ${one.subjectId ?? ''}`;
      console.log(`  ${place} ghi: ${one.kept ?? '—'} đếm: ${one.counted ?? '—'}`);
    }
    differences += result.differences.length;
  }
  if (differences > 0) process.exitCode = 1;
});
