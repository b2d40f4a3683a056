import { describe, expect, it } from 'vitest';
import { dayTyped, listOf, taken, telling, textOf } from './typed.ts';

describe('what a control says', () => {
  const box = (value: string, checked: boolean) => ({ name: 'met', value, type: 'checkbox', checked });

  it('a box adds and takes away, and keeps the order of choosing', () => {
    expect(taken(box('b', true), { met: ['a'] })).toEqual({ name: 'met', value: ['a', 'b'] });
    expect(taken(box('a', false), { met: ['a', 'b'] })).toEqual({ name: 'met', value: ['b'] });
    expect(taken(box('a', true), { met: ['a', 'b'] })).toEqual({ name: 'met', value: ['b', 'a'] });
  });

  it('any other control says its text; one without a name says nothing', () => {
    expect(taken({ name: 'note', value: 'vui', type: 'textarea' }, {})).toEqual({
      name: 'note',
      value: 'vui',
    });
    expect(taken({ name: '', value: 'x', type: 'text' }, {})).toBeNull();
  });
});

describe('a form', () => {
  it('has a text or a list under a name, never by mistake the other', () => {
    expect([textOf({ met: ['a'] }, 'met'), listOf({ note: 'a' }, 'note')]).toEqual(['', []]);
  });

  it('reads days as thumbs type them, and leaves what is none', () => {
    expect(dayTyped({ on: '5112026' }, 'on')).toBe('5112026');
    expect(dayTyped({ on: '05112026' }, 'on')).toBe('2026-11-05');
    expect(dayTyped({ on: '5/11/2026' }, 'on')).toBe('2026-11-05');
  });

  it('sends nothing that says nothing', () => {
    expect(telling({ a: null, b: [], c: undefined, d: '', e: false, f: 0 })).toEqual({
      d: '',
      e: false,
      f: 0,
    });
  });
});
