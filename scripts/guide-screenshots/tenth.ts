import type { Camera } from './camera.ts';
import { headMends, headSends } from './tenth/head.ts';
import { clerkIssues, leaderApproves } from './tenth/issue.ts';
import { headAddsLate, officerReads, officerSums } from './tenth/officer.ts';

/** Puts the product's clock on a moment (ISO). */
export type SetClock = (moment: string) => Promise<void>;

/** When the demo begins: by now most hamlets have sent, a few owe their report. */
export const firstMorning = '2026-11-10T08:00:00+07:00';

/** From the last day on which a hamlet may send to the issued report, as the guides of its four people tell it. */
export async function tenthOfTheMonth(camera: Camera, setClock: SetClock): Promise<void> {
  await headSends(camera);
  await setClock('2026-11-10T09:00:00+07:00');
  await headMends(camera);
  await headAddsLate(camera);
  await setClock('2026-11-11T08:00:00+07:00');
  await officerReads(camera);
  await officerSums(camera);
  await setClock('2026-11-11T14:00:00+07:00');
  await leaderApproves(camera);
  await setClock('2026-11-11T15:30:00+07:00');
  await clerkIssues(camera);
}
