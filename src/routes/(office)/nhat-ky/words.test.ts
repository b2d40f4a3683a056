import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { registryChanges, registryNotes } from '#features/registry/model/events.ts';
import { events } from './words.ts';

/** The names of events as the commands write them: `name: 'visit.recorded', hamletId: …`. */
function writtenEvents(): string[] {
  const folder = fileURLToPath(new URL('../../../features', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.server.ts') && !file.includes('.test.'),
  );
  return files.flatMap((file) => {
    const source = readFileSync(`${folder}/${file}`, 'utf8');
    return [...source.matchAll(/name: '([a-z_]+\.[a-z_]+)',\s*hamletId/g)].map((match) => match[1] ?? '');
  });
}

it('has words for every event that is written', () => {
  const written = new Set([...writtenEvents(), ...registryChanges, ...registryNotes]);
  expect(written.size).toBeGreaterThan(40);
  expect([...written].filter((name) => events[name] === undefined).sort()).toEqual([]);
});
