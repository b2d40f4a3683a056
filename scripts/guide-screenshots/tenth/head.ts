import { setTimeout as wait } from 'node:timers/promises';
import { demoPassword } from '../../../src/features/setup/demo/cast.ts';
import * as words from '../../../src/routes/(office)/bao-cao/words.ts';
import type { Camera } from '../camera.ts';
import { follow, press } from './hand.ts';

/** The head of a hamlet that has not sent yet: from the reminder to the thanks (bao-cao-truong-ap.md). */
export async function headSends(camera: Camera): Promise<void> {
  const head = await camera.signIn('phone', 'truongap7', demoPassword);
  const open = head.getByRole('button', { name: words.reminded.open, exact: true });
  // The reminders of the day are written beside the start: they may be a moment behind it.
  for (let tries = 0; tries < 30 && (await open.count()) === 0; tries += 1) {
    await wait(500);
    await head.reload();
  }
  await camera.take(head, 'ta-1-hom-nay', { mark: open });
  await open.click();
  await head.getByRole('heading', { name: words.report.figures }).waitFor();
  await camera.take(head, 'ta-2-doc', {
    from: head.getByRole('heading', { name: words.report.texts, exact: true }),
    tall: true,
  });

  const obstacles = head.locator('#phan-obstacles');
  await obstacles.getByText(words.report.edit).click();
  const text = obstacles.locator('textarea');
  await text.fill('Hai hộ cuối ấp sóng điện thoại yếu, bà con khó vào mạng.');
  const save = obstacles.getByRole('button', { name: words.report.save });
  await camera.take(head, 'ta-3-viet', {
    from: head.getByRole('heading', { name: /^Khó khăn/ }),
    tall: true,
    mark: save,
  });
  await save.click();
  await head.getByText(words.done['luu'] ?? '').waitFor();

  const send = head.getByRole('link', { name: words.report.send, exact: true }).first();
  await camera.take(head, 'ta-4-gui', { mark: send });
  await send.click();
  const why = head.locator('textarea').first();
  await why.fill('Nhiều hộ đi làm ăn xa, tổ hẹn gặp vào cuối tuần.');
  await camera.take(head, 'ta-5-vi-sao', {
    from: head.getByRole('heading', { name: /con số cần giải trình/ }),
    tall: true,
  });
  await press(head, words.send.confirm);
  await head.getByText(words.done['gui'] ?? '').waitFor();
  await camera.take(head, 'ta-6-da-gui');
}

/** A head whose report came back with remarks: reads them, answers, sends again. */
export async function headMends(camera: Camera): Promise<void> {
  const head = await camera.signIn('phone', 'truongap4', demoPassword);
  await head.goto(`${camera.url}/bao-cao`);
  await follow(head, words.step.mend);
  const reopen = head.getByRole('button', { name: words.report.reopen });
  await camera.take(head, 'ta-7-tra-lai', { mark: reopen, tall: true });
  await reopen.click();
  await head.getByText(words.done['mo'] ?? '').waitFor();
  await head.locator('#luu-y-B4').getByRole('link').click();
  const answer = head.locator('textarea').first();
  await answer.fill('Tháng 10 ấp không họp, chỉ đi từng nhà.');
  await camera.take(head, 'ta-8-tra-loi', {
    mark: head.getByRole('button', { name: words.remark.saveAnswer }),
  });
  await press(head, words.remark.saveAnswer);
  await follow(head, words.report.send);
  await press(head, words.send.confirm);
  await head.getByText(words.done['gui'] ?? '').waitFor();
}
