import { planParts } from './document/words.ts';
import * as words from './words.ts';

/** Empty fields in a sentence: "trích yếu, địa điểm, mục “Yêu cầu”". */
export function missingNames(missing: readonly string[]): string {
  return missing.map(nameOf).join(', ');
}

function nameOf(field: string): string {
  const part = /^sections\.(.+)$/.exec(field)?.[1];
  const title = part === undefined ? undefined : Reflect.get(planParts, part);
  return typeof title === 'string' ? `mục “${title}”` : (words.fields[field] ?? field);
}
