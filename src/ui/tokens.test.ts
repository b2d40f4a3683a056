import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

/** The custom properties of the block that follows a selector. */
function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  expect(start, selector).toBeGreaterThan(-1);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const light = tokensOf(':root');
const darkByWish = tokensOf(":root:not([data-theme='light'])");
const darkByChoice = tokensOf(":root[data-theme='dark']");

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

it('knows black from white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});

const grounds = ['--paper', '--surface', '--sunken'];
const texts: [string, string[]][] = [
  ...['--ink', '--ink-soft', '--ink-faint', '--link', '--primary-strong', '--danger'].map(
    (text): [string, string[]] => [text, grounds],
  ),
  [
    '--ink',
    ['--row-hover', '--amber-soft', '--danger-soft', '--ok-soft', '--primary-soft', '--unknown-ground'],
  ],
  ['--ink-soft', ['--row-hover', '--unknown-ground']],
  ['--on-primary', ['--primary', '--primary-strong']],
  ['--on-danger', ['--danger', '--danger-strong']],
  ['--primary-strong', ['--primary-soft']],
  ['--accent', ['--accent-soft']],
  ['--amber', ['--amber-soft', '--surface']],
  ['--danger', ['--danger-soft']],
  ['--ok', ['--ok-soft']],
  ['--unknown', ['--unknown-ground']],
  ...[0, 1, 2, 3, 4].map((step): [string, string[]] => [`--heat-${step}-ink`, [`--heat-${step}`]]),
];
const parts: [string, string[]][] = [
  ['--line-control', grounds],
  ['--focus', grounds],
  ['--primary', [...grounds, '--track']],
  ['--danger', grounds],
  ['--amber-line', ['--surface', '--sunken']],
];

describe.each([
  ['light', light],
  ['dark', { ...light, ...darkByWish }],
])('in the %s theme', (_, tokens) => {
  const of = (name: string) => tokens[name] ?? '';

  it.each(texts.flatMap(([text, on]) => on.map((ground): [string, string] => [text, ground])))(
    '%s on %s reads (AA, 4.5)',
    (text, ground) => {
      expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(parts.flatMap(([part, on]) => on.map((ground): [string, string] => [part, ground])))(
    '%s is seen on %s (AA, 3)',
    (part, ground) => {
      expect(contrast(of(part), of(ground))).toBeGreaterThanOrEqual(3);
    },
  );
});

it('is equally dark by the wish of the system and by choice', () => {
  expect(darkByChoice).toEqual(darkByWish);
  expect(Object.keys(darkByWish).length).toBeGreaterThan(30);
});

it('changes every colour in the dark', () => {
  const colours = Object.keys(light).filter((name) => light[name]?.startsWith('#'));
  expect(colours.filter((name) => darkByWish[name] === undefined)).toEqual([]);
});
