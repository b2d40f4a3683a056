import { expect, test } from 'vitest';
import { Problem } from '#shared/problem.ts';
import { defaultDefinitions } from '#features/targets/default-definitions.ts';
import { optionsOf, type TargetOptions } from '#features/targets/options.ts';
import { readOptions } from './read-options.ts';

const standing = (code: string): TargetOptions => {
  const found = defaultDefinitions.find((one) => one.code === code);
  if (!found) throw new Error(code);
  return optionsOf(found);
};
const fieldsOf = (work: () => unknown) => {
  try {
    work();
  } catch (cause) {
    if (cause instanceof Problem) return Object.keys(cause.fields);
  }
  return null;
};

test('percent is read as Vietnam writes it; an empty ambition is none', () => {
  expect(readOptions({ floor: '82,5', ambition: '', contacts: '1' }, standing('T2'))).toMatchObject({
    floor: 82.5,
    ambition: null,
  });
});

test('choices come in the order of the model, whatever the order of the ticks', () => {
  const read = readOptions(
    { floor: '80', ambition: '90', domains: ['health'], outcomes: ['practised', 'installed'] },
    standing('T3'),
  );
  expect(read).toMatchObject({ domains: ['health'], outcomes: ['installed', 'practised'] });
});

test('what cannot be read names its field', () => {
  expect(fieldsOf(() => readOptions({ floor: '0', ambition: 'x', contacts: '1' }, standing('T2')))).toEqual([
    'floor',
    'ambition',
  ]);
  expect(fieldsOf(() => readOptions({ floor: '101', contacts: '1' }, standing('T2')))).toEqual(['floor']);
  expect(fieldsOf(() => readOptions({ atLeast: '2,5' }, standing('T1')))).toEqual(['atLeast']);
  expect(fieldsOf(() => readOptions({ floor: '100', forms: '11' }, standing('T4')))).toEqual(['forms']);
  expect(fieldsOf(() => readOptions({ floor: '80', ambition: '90' }, standing('T3')))).toEqual([
    'domains',
    'outcomes',
  ]);
});

test('what the target does not ask is never taken from the form', () => {
  expect(
    readOptions({ floor: '100', contacts: '2', forms: '9', vneid: 'activated' }, standing('T2')),
  ).toMatchObject({
    forms: null,
    vneid: null,
    contacts: 2,
  });
});
