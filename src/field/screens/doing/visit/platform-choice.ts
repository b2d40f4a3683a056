import type { CatalogueItem } from '#features/sync/model/book.ts';
import type { PhoneHome, PhonePerson } from '#features/sync/model/home.ts';
import { tracksOf, type DigitalItem } from '#features/visits/model/digital-status.ts';

/** So many platforms are shown at once: three rows under a thumb. */
export const shownAtOnce = 6;

export interface PlatformChoice {
  /** Shown at once, in the order of the catalogue: a platform keeps its place as far as possible. */
  first: CatalogueItem[];
  /** Behind "Thêm nền tảng". */
  rest: CatalogueItem[];
}

/** What a target still asks of a person: nothing that is done already. */
const done: Readonly<Record<DigitalItem, readonly (string | null)[]>> = {
  vneid: ['activated'],
  dvc_account: ['yes'],
  bank_account: ['yes'],
  e_payment: ['regular'],
  health_app: ['yes'],
  education_app: ['yes'],
  social_app: ['yes'],
};

/**
 * Which platforms stand in front: those that somebody of the household still needs by the plan (an item of the digital status
 * that is not reached), then those that are shown most in the hamlet. What was used in the form already is never hidden.
 */
export function choosePlatforms(
  catalogue: readonly CatalogueItem[],
  home: PhoneHome,
  homes: Iterable<PhoneHome>,
  chosen: readonly string[],
): PlatformChoice {
  const platforms = catalogue.filter(
    (item) => item.kind === 'platform' && (!item.retired || chosen.includes(item.code)),
  );
  const used = timesShown(homes);
  const living = home.people.filter((person) => person.state === 'living');
  const score = (item: CatalogueItem) =>
    (chosen.includes(item.code) ? 1e9 : 0) +
    (isNeeded(tracksOf(item.details), living) ? 1e6 : 0) +
    (used.get(item.code) ?? 0);
  const front = new Set(
    platforms
      .map((item, index) => ({ item, index, score: score(item) }))
      .sort((left, right) => right.score - left.score || left.index - right.index)
      .slice(0, Math.max(shownAtOnce, chosen.length))
      .map(({ item }) => item),
  );
  return {
    first: platforms.filter((item) => front.has(item)),
    rest: platforms.filter((item) => !front.has(item)),
  };
}

function isNeeded(item: DigitalItem | null, living: readonly PhonePerson[]): boolean {
  return item !== null && living.some((person) => !done[item].includes(person.digital[item]));
}

/** How often each platform was shown in the households on this phone (lượt). */
function timesShown(homes: Iterable<PhoneHome>): Map<string, number> {
  const times = new Map<string, number>();
  for (const home of homes)
    for (const visit of home.visits)
      for (const { platform } of visit.guidances) times.set(platform, (times.get(platform) ?? 0) + 1);
  return times;
}
