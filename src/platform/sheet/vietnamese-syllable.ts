/** What a written Vietnamese syllable can be: an onset, then a rime, then a tone. Foreign and Khmer words are none. */

const onsets = 'ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx]';
const rimes = [
  'a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây',
  'e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|ênh|êp|êt|êu',
  'i|ia|ich|iêc|iêm|iên|iêng|iêp|iêt|iêu|im|in|inh|ip|it|iu',
  'o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oăc|oăm|oăn|oăng|oăt|oc|oe|oen|oeo|oet|oi|om|on|ong|ooc|oong|op|ot',
  'ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơp|ơt',
  'u|ua|uân|uâng|uât|uây|uc|uê|uêch|uênh|ui|um|un|ung|uơ|uôc|uôi|uôm|uôn|uông|uôt|up|ut|uy|uya|uych|uyên|uyêt|uynh|uyt|uyu',
  'ư|ưa|ưc|ưi|ưm|ưn|ưng|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu|ưt|ưu|y|yêm|yên|yêng|yêt|yêu|ynh|yt',
].join('|');

const syllable = new RegExp(`^(?:${onsets})?(?:${rimes})$`, 'u');
const tone = /[\u0300\u0301\u0303\u0309\u0323]/;

/** True for a written Vietnamese syllable with at most one tone, in any case, composed or not. */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  return syllable.test(parts.replace(tone, '').normalize('NFC'));
}

// Between words: blanks, digits and ASCII signs; the old fonts use all of the upper half as letters.
const between = /[\s!-@[-`{-~]+/;

/** How much of a text's non-English words are Vietnamese syllables, from 0 to 1; 0 when there are none to judge by. */
export function syllableShare(texts: Iterable<string>): number {
  let words = 0;
  let syllables = 0;
  for (const text of texts) {
    for (const word of text.split(between)) {
      if (!/[\u0080-\uffff]/.test(word)) continue;
      words += 1;
      if (isSyllable(word)) syllables += 1;
    }
  }
  return words === 0 ? 0 : syllables / words;
}
