import { describe, expect, test } from 'vitest';
import { defaultDefinitions } from './default-definitions.ts';
import { targetDefinition, type TargetDefinition } from './definition.ts';
import { optionsOf, withOptions } from './options.ts';

const target = (code: string): TargetDefinition => {
  const found = defaultDefinitions.find((one) => one.code === code);
  if (!found) throw new Error(code);
  return found;
};

describe('what an officer may change in a form', () => {
  test('the options are those that domain/03 §7.4 leaves open, with its defaults', () => {
    expect(optionsOf(target('T1'))).toMatchObject({ atLeast: 5, floor: null, forms: null });
    expect(optionsOf(target('T3'))).toMatchObject({
      floor: 80,
      ambition: 90,
      domains: ['health', 'education', 'social_policy'],
      outcomes: ['installed', 'activated', 'practised'],
    });
    expect(optionsOf(target('T4'))).toMatchObject({ floor: 100, forms: 2, contacts: null });
    expect(optionsOf(target('T5'))).toMatchObject({ floor: 80, vneid: 'installed' });
    expect(optionsOf(target('T6'))).toMatchObject({ forms: null, domains: null, vneid: null });
  });

  test('giving back the same options changes nothing, for every target', () => {
    for (const definition of defaultDefinitions)
      expect(withOptions(definition, optionsOf(definition))).toEqual(definition);
  });

  test('three forms instead of two: also for the households away, which are shown beside', () => {
    const made = withOptions(target('T4'), { ...optionsOf(target('T4')), forms: 3 });
    expect(made.reached).toEqual({ fact: 'forms', atLeast: 3 });
    expect(made.beside.map((part) => part.counts)).toEqual([{ fact: 'forms', atLeast: 3 }]);
  });

  test('a domain that the commune added to its catalogue counts for T3 once the office names it (R22)', () => {
    const domains = [...(optionsOf(target('T3')).domains ?? []), 'viec_lam'];
    const made = withOptions(target('T3'), { ...optionsOf(target('T3')), domains });
    expect(made.reached).toMatchObject({ fact: 'guided', domains });
    expect(targetDefinition.safeParse(made).success).toBe(true);
  });

  test('VNeID activated: people from 15 follow, the figure "có VNeID" keeps its own question', () => {
    const made = withOptions(target('T5'), { ...optionsOf(target('T5')), vneid: 'activated', floor: 85 });
    const activated = { fact: 'digital', item: 'vneid', in: ['activated'] };
    expect(made.goal).toEqual({ kind: 'rate', floor: 85 });
    expect(made.reached).toMatchObject({ all: [activated, {}, {}] });
    expect(made.beside.find((part) => part.code === 'from15')?.counts).toEqual(made.reached);
    expect(made.beside.find((part) => part.code === 'vneid')?.counts).toEqual({
      ...activated,
      in: ['installed', 'activated'],
    });
    expect(optionsOf(made).vneid).toBe('activated');
  });

  test('what comes out is still a definition', () => {
    for (const definition of defaultDefinitions)
      expect(targetDefinition.safeParse(withOptions(definition, optionsOf(definition))).success).toBe(true);
  });
});
