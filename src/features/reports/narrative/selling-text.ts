import { economy as say, sentence } from './sentences.ts';

/** Businesses (cơ sở) and shops of a period and since the year began; null: the form does not count them. */
export interface Selling {
  guided: number | null;
  shops: number | null;
  committed: number | null;
  technology: number | null;
  allShops: number | null;
  allCommitted: number | null;
}

/** Who was guided to sell on the Internet and what came of it (R34–R41), and who took technology into use (R42). */
export function sellingText({
  guided,
  shops,
  committed,
  technology,
  allShops,
  allCommitted,
}: Selling): string[] {
  if (guided === null) return [sentence(say.noShops)];
  const [shopsSince, promisesSince] = [allShops ?? 0, allCommitted ?? 0];
  return [
    [
      guided === 0 ? say.noneGuided : say.guided(guided, shops ?? 0),
      committed === null || committed === 0 ? '' : say.committed(committed),
      technology === null || technology === 0 ? '' : say.technology(technology),
    ]
      .filter(Boolean)
      .map(sentence)
      .join(' '),
    ...(shopsSince + promisesSince === 0 ? [] : [sentence(say.sinceStart(shopsSince, promisesSince))]),
  ];
}
