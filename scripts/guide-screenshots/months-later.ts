import { demoPassword } from '../../src/features/setup/demo/cast.ts';
import type { Camera } from './camera.ts';

/** What months of work look like, in the demo commune: the day of a member, targets, who is left, reports. */
export async function monthsLater(camera: Camera): Promise<void> {
  const member = await camera.signIn('phone', 'chilan', demoPassword);
  await camera.take(member, 'hom-nay-thanh-vien');

  const officer = await camera.signIn('desk', 'hanh', demoPassword);
  await officer.goto(`${camera.url}/chi-tieu`);
  await camera.take(officer, 'chi-tieu-1');
  await officer.goto(`${camera.url}/chi-tieu/T2/con-lai`);
  await camera.take(officer, 'chi-tieu-2-con-lai');
  await officer.goto(`${camera.url}/bao-cao`);
  await camera.take(officer, 'bao-cao-1-bang');

  const head = await camera.signIn('desk', 'truongap7', demoPassword);
  await head.goto(`${camera.url}/bao-cao`);
  const open = head.getByRole('button', { name: 'Xem và viết báo cáo' });
  await open.click();
  await head.waitForURL(/bao-cao\/[0-9a-f]/);
  const word = head.getByRole('link', { name: 'Tải bản Word' });
  const send = head.getByRole('link', { name: 'Gửi báo cáo' }).first();
  await camera.take(head, 'bao-cao-2-viet', { mark: [word, send] });
}
