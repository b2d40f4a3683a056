import { parseArgs } from 'node:util';
import { refreshStatistics } from '#platform/db/refresh-statistics.server.ts';
import { writeDemo } from '#features/setup/demo/write-demo.server.ts';
import { isInstalled } from '#features/setup/install.server.ts';
import { demoCommune } from './first-start.ts';
import { onConsole } from './on-console.ts';

const { values } = parseArgs({
  options: {
    households: { type: 'string', default: '6000' },
    hamlets: { type: 'string', default: String(demoCommune.hamlets) },
    seed: { type: 'string', default: String(demoCommune.seed) },
    today: { type: 'string' },
  },
});

await onConsole(async (runtime) => {
  if (await isInstalled(runtime.database)) {
    throw new Error('Cơ sở dữ liệu này đã có một xã. Lệnh này chỉ điền vào cơ sở dữ liệu trống.');
  }
  const began = performance.now();
  await writeDemo(runtime.database, {
    communeId: demoCommune.communeId,
    households: Number(values.households),
    hamlets: Number(values.hamlets),
    seed: Number(values.seed),
    now: values.today ? new Date(`${values.today}T03:00:00Z`) : runtime.now(),
    analyze: () => refreshStatistics(runtime.ownerConnection),
    progress: (done, of) => process.stderr.write(`\r${done}/${of} ấp`),
  });
  process.stderr.write(`\rXong sau ${((performance.now() - began) / 1000).toFixed(1)} giây.\n`);
});
