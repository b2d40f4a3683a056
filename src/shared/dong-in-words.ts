import type { Dong } from './dong.ts';

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const billion = 1_000_000_000n;

/**
 * An amount in words, as it stands under the sum of an official paper ("Bằng chữ: …"): 'Một triệu hai trăm ba mươi tư nghìn
 * đồng'. A paper of money has an amount from nothing upwards; below zero it says "Âm".
 */
export function dongInWords(amount: Dong): string {
  const text = `${amount < 0n ? `âm ${inWords(-amount)}` : inWords(amount)} đồng`;
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

function inWords(amount: bigint): string {
  if (amount === 0n) return digits[0] ?? '';
  return spoken(amount, false).join(' ');
}

/** `follows`: something greater was said before, so that missing hundreds are said ("không trăm"). */
function spoken(amount: bigint, follows: boolean): string[] {
  if (amount >= billion) {
    const rest = amount % billion;
    return [...spoken(amount / billion, follows), 'tỷ', ...(rest > 0n ? spoken(rest, true) : [])];
  }
  const parts: string[] = [];
  for (const [size, name] of [
    [1_000_000n, 'triệu'],
    [1_000n, 'nghìn'],
    [1n, ''],
  ] as const) {
    const group = Number((amount / size) % 1000n);
    if (group === 0) continue;
    parts.push(...hundreds(group, follows || parts.length > 0), ...(name === '' ? [] : [name]));
  }
  return parts;
}

/** 1 to 999; `full`: with "không trăm" where there are no hundreds. */
function hundreds(group: number, full: boolean): string[] {
  const [hundred, ten, one] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10];
  const parts: string[] = [];
  if (hundred > 0 || full) parts.push(digits[hundred] ?? '', 'trăm');
  if (ten === 0) {
    if (one > 0) parts.push(...(parts.length > 0 ? ['lẻ'] : []), digits[one] ?? '');
    return parts;
  }
  parts.push(...(ten === 1 ? ['mười'] : [digits[ten] ?? '', 'mươi']));
  if (one > 0) parts.push(unitAfterTens(ten, one));
  return parts;
}

/** mười một, hai mươi mốt; mười bốn, hai mươi tư; mười lăm, hai mươi lăm. */
function unitAfterTens(ten: number, one: number): string {
  if (one === 5) return 'lăm';
  if (ten > 1 && one === 1) return 'mốt';
  if (ten > 1 && one === 4) return 'tư';
  return digits[one] ?? '';
}
