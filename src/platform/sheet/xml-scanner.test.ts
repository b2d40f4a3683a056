import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '#shared/problem.ts';
import { attribute, XmlScanner, xmlText } from './xml-scanner.ts';

function events(pieces: string[]): string[] {
  const seen: string[] = [];
  const scanner = new XmlScanner({
    open: (name, tag) => seen.push(`<${name} ${attribute(tag, 'r') ?? ''}`),
    close: (name) => seen.push(`>${name}`),
    text: (text) => seen.push(xmlText(text)),
  });
  for (const piece of pieces) scanner.feed(piece);
  scanner.end();
  return seen;
}

const xml =
  '<?xml version="1.0"?><!-- a > b --><x:row r="1" s=\'2>3\'><c r="A1" t="s"/><t>Nguy&#7877;n &amp; <![CDATA[<b>&]]></t></x:row>';

describe('XML in pieces', () => {
  it('reads tags, entities, CDATA and prefixes, and skips comments', () => {
    expect(events([xml])).toEqual(['<row 1', '<c A1', '>c', '<t ', 'Nguyễn & ', '<b>&', '>t', '>row']);
  });

  it('reads the same however it is cut', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(xml.length), { maxLength: 12 }), (cuts) => {
        const ends = [...cuts.sort((a, b) => a - b), xml.length];
        const pieces = ends.map((end, index) => xml.slice(index === 0 ? 0 : ends[index - 1], end));
        // A text may come in one piece or, at a cut, not at all differently: only whole texts are handed on.
        expect(events(pieces)).toEqual(events([xml]));
      }),
    );
  });

  it('refuses a DOCTYPE, entities of its own, and what no XML may hold', () => {
    for (const bad of [
      '<!DOCTYPE a [<!ENTITY b "c">]><a/>',
      '<a>&b;</a>',
      '<a>&#0;</a>',
      '<a>&#xD800;</a>',
      '<a><b',
    ]) {
      expect(() => events([bad]), bad).toThrow(Problem);
    }
  });

  it('finds an attribute by its whole name', () => {
    expect(attribute('sheet name="r=1" sheetId="2" r:id="r3"', 'id')).toBe('r3');
    expect(attribute('c s="1" r="B2"', 'r')).toBe('B2');
    expect(attribute('c', 'r')).toBeUndefined();
  });
});
