import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { printedGuide } from '../../scripts/print-guide/printed-guide.ts';
import { launchBrowser } from '../browser.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'docs', 'huong-dan');
const guide = readFileSync(join(folder, 'thanh-vien.md'), 'utf8');

it('the members’ guide prints on two A4 pages, and its pictures are there', async () => {
  for (const [, picture = ''] of guide.matchAll(/src="anh\/([^"]+)"/g))
    expect(readdirSync(join(folder, 'anh'))).toContain(picture);
  const place = mkdtempSync(join(tmpdir(), 'guide-'));
  const browser = await launchBrowser();
  try {
    const file = join(place, 'guide.pdf');
    writeFileSync(file, await printedGuide(browser, guide, folder));
    const about = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
    expect(about).toMatch(/Pages:\s+2\n/);
    expect(about).toMatch(/A4/);
    expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).normalize('NFC')).toContain(
      'Không bao giờ hỏi',
    );
  } finally {
    await browser.close();
    rmSync(place, { recursive: true });
  }
});

it('the members’ guide calls every button as the app does', () => {
  const source = join(root, 'src');
  const said = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('words.ts'))
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .join('\n');
  const buttons = [
    'Ghi lần gặp',
    'Lưu',
    'Hoàn tác',
    'Không gặp ai',
    'Ghi tiếp',
    'Nghe đọc',
    'Thêm hộ mới',
    'Ghi buổi họp',
    'Gửi ngay',
    'Cần xem',
    'Quên mã PIN',
    'Người khác',
    'Dữ liệu trên máy',
    'Xuất tệp bàn giao',
    'Cài vào màn hình chính',
  ];
  for (const button of buttons) {
    expect(guide).toContain(`**${button}**`);
    expect(said).toContain(button);
  }
});
