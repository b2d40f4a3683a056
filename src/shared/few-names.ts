import { formatCount } from './numbers.ts';

/** Names in one line: all of them up to four, else the first three and how many more: "Ấp Mẫu 1, Ấp Mẫu 2, Ấp Mẫu 3 và 5 ấp khác". */
export function fewNames(names: readonly string[], unit: string): string {
  return names.length > 4
    ? `${names.slice(0, 3).join(', ')} và ${formatCount(names.length - 3)} ${unit} khác`
    : names.join(', ');
}
