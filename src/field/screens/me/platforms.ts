import { pillarCodes } from '#features/plans/model.ts';
import { pillars } from '#features/plans/words.ts';
import type { PlatformOfCard } from '#features/plans/guidance/general-card.ts';
import type { Book, CatalogueItem } from '#features/sync/model/book.ts';
import { guidance as words } from './words.ts';

/** A platform of the commune's catalogue, as its guidance card needs it. */
export interface Platform extends PlatformOfCard {
  checkedOn: string | null;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function platformOf({ code, name, details }: CatalogueItem): Platform {
  return {
    code,
    name,
    purpose: textOf(details['purpose']),
    link: textOf(details['link']),
    checkedOn: textOf(details['checkedOn']),
  };
}

const offered = (book: Book) => book.catalogue.filter((item) => item.kind === 'platform' && !item.retired);

/** The platforms that the commune offers today, by pillar, in the catalogue's order. */
export function platformsByPillar(book: Book): { title: string; platforms: Platform[] }[] {
  const known: readonly unknown[] = pillarCodes;
  return [
    ...pillarCodes.map((code) => ({
      title: pillars[code],
      platforms: offered(book)
        .filter(({ details }) => details['pillar'] === code)
        .map(platformOf),
    })),
    {
      title: words.other,
      platforms: offered(book)
        .filter(({ details }) => !known.includes(details['pillar']))
        .map(platformOf),
    },
  ].filter(({ platforms }) => platforms.length > 0);
}

/** A platform by its code, also one that is no longer offered: somebody may still have asked about it. */
export function findPlatform(book: Book, code: string): Platform | null {
  const item = book.catalogue.find((one) => one.kind === 'platform' && one.code === code);
  return item ? platformOf(item) : null;
}
