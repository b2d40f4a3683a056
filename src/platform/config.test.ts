import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.server.ts';

const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
/** The README's one table: variable and default, "—" for none. */
const table = [...readme.matchAll(/^\| `([A-Z_]+)` +\| (?:`([^`]*)`|—) +\|/gm)].map(
  ([, name = '', value]) => [name, value] as const,
);

it('has the defaults that the README’s table tells, and knows every variable of it', () => {
  expect(table.length).toBeGreaterThanOrEqual(9);
  const told = Object.fromEntries(table.filter(([, value]) => value !== undefined));
  expect(readConfig(told)).toEqual(readConfig({}));
  const wrong = Object.fromEntries(table.map(([name]) => [name, '\u0000']));
  const known = ['HOST', 'DATA_DIR', 'TRUST_PROXY'];
  const message = messageOf(wrong);
  for (const [name] of table) if (!known.includes(name)) expect(message).toContain(name);
});

it('names every wrong variable at once, in a sentence', () => {
  const message = messageOf({
    PORT: 'ba nghìn',
    DATABASE_POOL: '1',
    FIRST_START: 'thử',
    DEMO_HOUSEHOLDS: '5',
  });
  expect(message).toMatch(/^Cấu hình chưa đúng/);
  for (const name of ['PORT', 'DATABASE_POOL', 'FIRST_START', 'DEMO_HOUSEHOLDS'])
    expect(message).toContain(name);
  expect(message).not.toContain('LOG_LEVEL');
  expect(messageOf({ DATABASE_URL: 'mysql://x' })).toContain('phải bắt đầu bằng postgres://');
});

it('takes an empty variable for none', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
});

function messageOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}
