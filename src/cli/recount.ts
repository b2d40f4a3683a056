import { productActor } from '#platform/commands/actor.ts';
import { runQuery } from '#platform/commands/command.server.ts';
import { recount } from '#features/targets/recount.server.ts';
import { openForCli } from './open-for-cli.ts';

// Counts every target of every commune anew from the rows and compares with what is kept (law 9). Exit code 1: they differ.
const runtime = await openForCli();
let differences = 0;
try {
  const communes = await runtime.database.transaction('door', (tx) =>
    tx.selectFrom('installed_communes').select('commune_id').orderBy('commune_id').execute(),
  );
  for (const { commune_id: communeId } of communes) {
    const actor = productActor(communeId);
    const result = await runQuery(runtime.database, { actor, now: runtime.now() }, recount);
    const day = result.day ?? '—';
    console.log(`${communeId}: ${result.marks} dấu, ngày ${day}, ${result.differences.length} chỗ lệch`);
    for (const one of result.differences.slice(0, 50))
      console.log(
        `  ${one.kind} ${one.target} ${one.hamletId} ${one.subjectId ?? ''} ghi: ${one.kept ?? '—'} đếm: ${one.counted ?? '—'}`,
      );
    differences += result.differences.length;
  }
} finally {
  await runtime.close();
}
process.exitCode = differences === 0 ? 0 : 1;
