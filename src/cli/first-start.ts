import { randomInt } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { refreshStatistics } from '#platform/db/refresh-statistics.server.ts';
import { demoPassword, guests } from '#features/setup/demo/cast.ts';
import { writeDemo } from '#features/setup/demo/write-demo.server.ts';
import { isInstalled } from '#features/setup/install.server.ts';
import type { Runtime } from '#features/runtime.server.ts';

/** The demo commune of every installation: Nhơn Mỹ, An Giang, with invented hamlets and people. */
export const demoCommune = { communeId: '30658', hamlets: 24, seed: 2026 };

/** Fills an empty database as FIRST_START says: the demo commune, or a code for the set-up of a real one. */
export async function firstStart(runtime: Runtime): Promise<void> {
  if (await isInstalled(runtime.database)) return;
  if (runtime.config.firstStart === 'empty') {
    runtime.setupCode = Array.from(
      { length: 8 },
      () => 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'[randomInt(32)],
    ).join('');
    return;
  }
  const households = runtime.config.demoHouseholds;
  console.log(`Lần chạy đầu: đang tạo xã mẫu với ${households} hộ (người và số liệu đều do máy đặt ra)…`);
  const analyze = () => refreshStatistics(runtime.ownerConnection);
  await writeDemo(runtime.database, { ...demoCommune, households, now: runtime.now(), analyze });
}

/** Says where the product is and how to get in. */
export async function welcome(
  runtime: Runtime,
  host: string,
  addresses: readonly (AddressInfo | string)[],
): Promise<void> {
  const port = addresses.flatMap((address) => (typeof address === 'string' ? [] : [address.port]))[0];
  const site = `http://${['127.0.0.1', '::1', '::', '0.0.0.0'].includes(host) ? 'localhost' : host}:${port}`;
  const lines = [`Tổ Số đang chạy: ${site}`];
  if (runtime.setupCode !== null) {
    lines.push('', `Chưa có xã nào. Mở ${site}/cai-dat để cài đặt.`, `Mã cài đặt: ${runtime.setupCode}`);
  } else if (await isSample(runtime)) {
    lines.push('', 'Xã mẫu, mọi người đều do máy đặt ra. Đăng nhập thử (mật khẩu chung):');
    for (const guest of guests) lines.push(`  ${guest.login.padEnd(8)} ${demoPassword}   ${guest.who}`);
  }
  lines.push('', 'Dừng: bấm Ctrl+C.');
  console.log(`\n${lines.join('\n')}\n`);
}

async function isSample(runtime: Runtime): Promise<boolean> {
  const row = await runtime.database.transaction('door', (tx) =>
    tx.selectFrom('installed_communes').select('is_sample').limit(1).executeTakeFirst(),
  );
  return row?.is_sample === true;
}
