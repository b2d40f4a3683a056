/** A name written in capitals or without any, as names are written: "NGÔ THỊ ÚT" → "Ngô Thị Út", "H'HEN NIÊ" → "H'Hen Niê". */
export function titleCase(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(
      /(^|[^\p{L}\p{M}\p{N}])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'),
    );
}

/**
 * A person's name as we store it. Names in capitals only, or in small letters only, get Title Case; others are left as
 * people write them: one word, Khmer, Chăm. Text of TCVN3 has lost its capitals with a tone ("¸nh" for "Ánh"), so the
 * first letter of each word gets its capital back.
 */
export function tidyName(text: string, fromTcvn3 = false): string {
  if (fromTcvn3)
    return /[A-Z].*[A-Z]/.test(text) && !/[a-z]/.test(text) ? titleCase(text) : capitalWords(text);
  const small = /\p{Ll}/u.test(text);
  if (small) return /\p{Lu}/u.test(text) ? text : titleCase(text);
  return /\p{Lu}.*\p{Lu}/u.test(text) ? titleCase(text) : text;
}

function capitalWords(text: string): string {
  return text.replace(
    /(^|\s)(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'),
  );
}
