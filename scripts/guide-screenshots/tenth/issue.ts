import { demoPassword } from '../../../src/features/setup/demo/cast.ts';
import * as commune from '../../../src/routes/(office)/bao-cao/xa/words.ts';
import * as today from '../../../src/routes/(office)/hom-nay/words.ts';
import { paperSteps } from '../../../src/features/documents/words.ts';
import { communeReport } from '../../../src/features/reports/waiting-words.ts';
import type { Camera } from '../camera.ts';
import { press } from './hand.ts';

const ownReport = paperSteps(communeReport);

/** The leader, on a phone (lanh-dao.md). */
export async function leaderApproves(camera: Camera): Promise<void> {
  const leader = await camera.signIn('phone', 'minh', demoPassword);
  const waiting = leader.getByRole('link', { name: ownReport.approve }).first();
  await camera.take(leader, 'ld-1-hom-nay', { mark: waiting });
  await waiting.click();
  await camera.take(leader, 'ld-2-tom-tat', {
    from: leader.getByRole('heading', { name: commune.summary.title, exact: true }),
    tall: true,
  });
  const approve = leader.getByRole('button', { name: commune.approve.leader, exact: true });
  const giveBack = leader.locator('summary', { hasText: commune.approve.giveBack });
  await camera.take(leader, 'ld-3-duyet', {
    from: leader.getByRole('heading', { name: commune.steps.title, exact: true }),
    tall: true,
    mark: [approve, giveBack],
  });
  await approve.click();
  await leader.getByText(commune.register.waits).waitFor();
}

/** The records clerk (van-thu.md). */
export async function clerkIssues(camera: Camera): Promise<void> {
  const clerk = await camera.signIn('desk', 'thuvt', demoPassword);
  const waiting = clerk.getByRole('link', { name: ownReport.number }).first();
  await camera.take(clerk, 'vt-1-hom-nay', { mark: waiting, to: clerk.getByText(today.clerk.reportsText) });
  await waiting.click();
  const typed = { officeNumber: '15/BC-VHXH', communeNumber: '212/BC-UBND' };
  for (const [field, number] of Object.entries(typed)) {
    await clerk.locator(`input[name=${field}]`).fill(number);
    await clerk.locator(`input[name=${field.replace('Number', 'DatedOn')}]`).fill('11/11/2026');
  }
  const button = (name: string) => clerk.getByRole('button', { name, exact: true });
  await camera.take(clerk, 'vt-2-cap-so', {
    mark: button(commune.register.save),
    to: clerk.getByText(commune.documents.commune),
  });
  await press(clerk, commune.register.save);
  await clerk.getByText(commune.done['so'] ?? '').waitFor();
  await clerk.locator('input[type=file]').setInputFiles({
    name: 'bc-212-da-ky.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 đã ký'),
  });
  await press(clerk, commune.signed.save);
  await clerk.getByRole('link', { name: commune.signed.of.commune }).waitFor();
  await camera.take(clerk, 'vt-3-phat-hanh', {
    from: clerk.getByRole('heading', { name: commune.issue.to, exact: true }),
    mark: button(commune.issue.do),
    to: clerk.getByText(commune.documents.commune),
  });
  await press(clerk, commune.issue.do);
  await clerk.getByText(commune.done['phat'] ?? '').waitFor();
}
