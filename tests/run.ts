import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ensurePages } from '../src/cli/ensure-pages.ts';

/** Programs outside npm that tests use, and the Debian packages that bring them. */
const programs = [
  {
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    packages: ['chromium'],
    for: 'kiểm thử trong trình duyệt thật',
  },
  {
    names: ['soffice'],
    packages: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui', 'fonts-croscore'],
    for: 'mở lại tệp Word, Excel đã xuất',
  },
  { names: ['pdftotext'], packages: ['poppler-utils'], for: 'đọc PDF' },
];

const onPath = (name: string) =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** Installs what is missing where that is possible (root on Debian or Ubuntu); otherwise says what to type. */
function ensurePrograms(): void {
  const missing = programs.filter((program) => !program.names.some(onPath));
  if (missing.length === 0) return;
  const packages = missing.flatMap((program) => program.packages);
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  for (const program of missing) console.error(`Thiếu ${program.names[0]}: ${program.for}.`);
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    console.error(`Xin cài trên Debian/Ubuntu bằng:\n  sudo ${command}\nrồi chạy lại npm test.`);
    process.exit(1);
  }
  console.error(`Đang cài: ${command}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
}

ensurePrograms();
await ensurePages();
const vitest = join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs');
const result = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  // The product is started some hundred times: what Node made of its files once serves the next start too.
  env: { NODE_COMPILE_CACHE: join(tmpdir(), 'to-so-compiled'), ...process.env },
});
process.exit(result.status ?? 1);
