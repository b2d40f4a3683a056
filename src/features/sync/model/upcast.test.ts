import { describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { operationVersion, type Operation } from './operation.ts';
import { todaysVersions, upcast, versionOf, type Versions } from './upcast.ts';

const now = new Date('2026-11-24T02:12:00Z');
const operation = (version: number, input: Record<string, unknown>): Operation => ({
  opId: newId(now),
  seq: 1,
  version,
  command: 'visit.record',
  scope: newId(now),
  household: null,
  input,
  base: null,
  revision: 0,
  at: now.toISOString(),
  clock: now.toISOString(),
  after: null,
});
const rename =
  (from: string, to: string) =>
  (old: Operation): Operation => {
    const { [from]: value, ...input } = old.input;
    return { ...old, input: { ...input, [to]: value } };
  };
/** A server of two years later: `remark` became `words`, and then `note`; nothing changed from 3 to 4. */
const later: Versions = {
  current: 4,
  upcasters: { 1: rename('remark', 'words'), 2: rename('words', 'note') },
};

describe('what an older app wrote (law 9, F20)', () => {
  it('is brought up step by step', () => {
    const old = operation(1, { remark: 'Hẹn lại' });
    expect(upcast(old, later)).toEqual({ ...old, version: 4, input: { note: 'Hẹn lại' } });
    expect(upcast(operation(2, { words: 'Hẹn lại' }), later).input).toEqual({ note: 'Hẹn lại' });
    expect(old.input).toEqual({ remark: 'Hẹn lại' });
  });

  it('is left as it is when nothing changed since, and so is today’s', () => {
    const three = operation(3, { note: 'Hẹn lại' });
    expect(upcast(three, later)).toEqual({ ...three, version: 4 });
    const today = operation(operationVersion, { note: 'Hẹn lại' });
    expect(upcast(today)).toBe(today);
    expect(todaysVersions.current).toBe(operationVersion);
  });
});

it('the version is read of anything, also of what is no operation today', () => {
  expect(versionOf({ version: 7, shape: 'lạ' })).toBe(7);
  for (const other of [null, undefined, 'x', 3, {}, { version: '7' }]) expect(versionOf(other)).toBe(0);
});
