import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readlink, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfYesterday, failure, query, start, visits, useLauncher } from '#tests/embedded-launcher.ts';

const { place, stateFolder, said } = useLauncher();
const isRoot = process.geteuid?.() === 0;

test.runIf(isRoot)(
  'under a closed home of root the data lives elsewhere and is found again after a move',
  async () => {
    const home = join(place, 'root');
    await mkdir(home, { mode: 0o700 });
    const server = await start({ dataFolder: join(home, 'data') });
    expect(server.folder.startsWith(stateFolder)).toBe(true);
    expect(said()).toContain(`dữ liệu nằm ở ${server.folder}`);
    expect(await readlink(join(home, 'data', 'pg'))).toBe(join(server.folder, 'pg'));
    await query(server, `create table visits as select 'chị Lan đến nhà bà Sáu' as note`);
    await server.stop();
    execFileSync('mv', [join(home, 'data'), join(home, 'moved')]);
    const again = await start({ dataFolder: join(home, 'moved') });
    expect(await query(again, 'table visits')).toEqual(visits);
    await again.stop();
    await rm(again.folder, { recursive: true });
    const lost = await failure(start({ dataFolder: join(home, 'moved') }));
    expect(lost.message).toContain('không còn dữ liệu');
  },
);

test.runIf(isRoot)('data whose folder was closed later is not taken for lost', async () => {
  const dataFolder = await copyOfYesterday('closed-later');
  await chmod(dataFolder, 0o700);
  const closed = await failure(start({ dataFolder }));
  expect(closed.message).toContain('nay đã đóng với tài khoản');
  await chmod(dataFolder, 0o750);
  expect(await query(await start({ dataFolder }), 'table visits')).toEqual(visits);
});

test.runIf(isRoot)('started by root on the data of a normal user, it stays that user’s', async () => {
  const dataFolder = await copyOfYesterday('of-a-user');
  execFileSync('chown', ['-R', '65534:65534', dataFolder]);
  const server = await start({ dataFolder });
  expect(await query(server, 'table visits')).toEqual(visits);
  expect((await stat(join(dataFolder, 'pg', 'postmaster.pid'))).uid).toBe(65534);
});
