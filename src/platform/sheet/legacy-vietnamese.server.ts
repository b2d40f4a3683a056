import iconv from 'iconv-lite';
import { syllableShare } from './vietnamese-syllable.ts';
import { vniLetters } from './vni-letters.ts';

/** 'unicode', or one of the two encodings of the old fonts: TCVN3 (.VnTime) and VNI (VNI-Times). */
export type Lettering = 'unicode' | 'tcvn3' | 'vni';

/**
 * Tells in which lettering a workbook was typed, by the share of its words that are Vietnamese syllables when read
 * each way: "NguyÔn V¨n A" is none as Unicode and all as TCVN3 (B8). Unicode unless another reading is clearly better.
 */
export function detectLettering(texts: Iterable<string>): Lettering {
  const sample: string[] = [];
  for (const text of texts) {
    if (/[\u0080-\uffff]/.test(text)) sample.push(text.slice(0, 200));
    if (sample.length >= 3000) break;
  }
  let best: Lettering = 'unicode';
  let bestShare = syllableShare(sample) + 0.2;
  for (const lettering of ['tcvn3', 'vni'] as const) {
    const share = syllableShare(sample.map((text) => decodeLegacy(text, lettering)));
    if (share > bestShare && share >= 0.6) {
      best = lettering;
      bestShare = share;
    }
  }
  return best;
}

// A letter that only Unicode has: in such a text the signs of the upper half are letters already.
const unicodeLetter = /[\u0100-\u024f\u1e00-\u1eff]|\p{M}/u;

/** Text of an old font as Unicode in NFC. Text that already holds Unicode letters is left as it is, and so are signs above U+00FF (– … “ ”). */
export function decodeLegacy(text: string, lettering: Lettering): string {
  if (lettering === 'unicode' || !/[\u00a1-\u00ff]/.test(text) || unicodeLetter.test(text))
    return text.normalize('NFC');
  return (lettering === 'tcvn3' ? decodeTcvn3(text) : decodeVni(text)).normalize('NFC');
}

const tcvn3Letters = Array.from({ length: 256 }, (_, byte) => iconv.decode(Buffer.from([byte]), 'tcvn'));

/** Capitals with a tone do not exist in TCVN3: people typed small letters in a capital font, so their case is lost by nature. */
function decodeTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00ff]/g, (letter) => tcvn3Letters[letter.charCodeAt(0)] ?? letter);
}

// Two characters before one: "öõ" is ữ, not ư and õ.
const vniSpellings = new RegExp([...vniLetters.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');

function decodeVni(text: string): string {
  return text.replace(vniSpellings, (spelling) => vniLetters.get(spelling) ?? spelling);
}
