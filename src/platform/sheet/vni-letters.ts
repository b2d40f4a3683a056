/**
 * The 134 Vietnamese letters outside the English alphabet as the VNI fonts for Windows write them: a plain letter and
 * a sign after it ("aâ" is â, "aá" is ấ), or one sign alone ("ñ" is đ, "ö" is ư, "ò" is ị).
 */

const rows = [
  ['a', 'á=ù à=ø ả=û ã=õ ạ=ï â=â ấ=á ầ=à ẩ=å ẫ=ã ậ=ä ă=ê ắ=é ằ=è ẳ=ú ẵ=ü ặ=ë'],
  ['e', 'é=ù è=ø ẻ=û ẽ=õ ẹ=ï ê=â ế=á ề=à ể=å ễ=ã ệ=ä'],
  ['o', 'ó=ù ò=ø ỏ=û õ=õ ọ=ï ô=â ố=á ồ=à ổ=å ỗ=ã ộ=ä'],
  ['ô', 'ớ=ù ờ=ø ở=û ỡ=õ ợ=ï'],
  ['u', 'ú=ù ù=ø ủ=û ũ=õ ụ=ï'],
  ['ö', 'ứ=ù ừ=ø ử=û ữ=õ ự=ï'],
  ['y', 'ý=ù ỳ=ø ỷ=û ỹ=õ'],
  ['', 'í=í ì=ì ỉ=æ ĩ=ó ị=ò ỵ=î ơ=ô ư=ö đ=ñ'],
] as const;

const pairs: [vni: string, letter: string][] = rows.flatMap(([base, list]) =>
  list.split(' ').flatMap((item): [string, string][] => {
    const [letter = '', sign = ''] = item.split('=');
    return [
      [base + sign, letter],
      [(base + sign).toUpperCase(), letter.toUpperCase()],
    ];
  }),
);

/** Each letter as VNI writes it: small after small, capital after capital. */
export const vniSpelling: ReadonlyMap<string, string> = new Map(pairs.map(([vni, letter]) => [letter, vni]));

/** What a VNI spelling means; people also type a small sign after a capital ("Aâ"), never the other way round on purpose. */
export const vniLetters: ReadonlyMap<string, string> = new Map([
  ...pairs,
  ...pairs.flatMap(([vni, letter]): [string, string][] => {
    const [base = '', sign = ''] = [...vni];
    if (sign === '' || letter !== letter.toUpperCase()) return [];
    return [[base + sign.toLowerCase(), letter]];
  }),
  ...pairs.flatMap(([vni, letter]): [string, string][] => {
    const [base = '', sign = ''] = [...vni];
    if (sign === '' || letter === letter.toUpperCase()) return [];
    return [[base + sign.toUpperCase(), letter]];
  }),
]);
