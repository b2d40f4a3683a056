import type { Camera } from './camera.ts';
import { headMends, headSends } from './tenth/head.ts';

/** Puts the product's clock on a moment (ISO). */
export type SetClock = (moment: string) => Promise<void>;

/** When the demo begins: by now most hamlets have sent, a few owe their report. */
export const firstMorning = '2026-11-10T08:00:00+07:00';

/** The last day on which a hamlet may send, as the guide of its head tells it. */
export async function tenthOfTheMonth(camera: Camera, setClock: SetClock): Promise<void> {
  await headSends(camera);
  await setClock('2026-11-10T09:00:00+07:00');
  await headMends(camera);
}
