import { onMount } from 'svelte';
import { router } from '../../router.svelte.ts';

/** Where somebody was in a long list. */
interface Place {
  scroll: number;
  /** Which windows of rows were drawn, and how high each was (px). */
  near: ReadonlySet<number>;
  heights: ReadonlyMap<number, number>;
}

const places = new Map<string, Place>();
let lastList = 'hom-nay';

/** The list from which a household was opened: its page leads back there. */
export const cameFrom = () => lastList;

/** For a screen whose rows lead to households: their pages lead back here. */
export function enterList(): void {
  lastList = router.path || 'hom-nay';
}

/**
 * For a screen with a long list, when it is made: notes where it is scrolled, and gives back where it was when somebody comes back
 * from a household of it. Gives null when one comes from elsewhere: then it begins at its top.
 */
export function keepPlace(): Place | null {
  const { path } = router;
  const kept = lastList === path ? (places.get(path) ?? null) : null;
  enterList();
  onMount(() => {
    const note = () =>
      places.set(path, { near: new Set(), heights: new Map(), ...places.get(path), scroll: scrollY });
    // The rows are drawn first, with the heights that they had.
    if (kept) requestAnimationFrame(() => scrollTo(0, kept.scroll));
    addEventListener('scroll', note, { passive: true });
    return () => removeEventListener('scroll', note);
  });
  return kept;
}

/** Notes which windows of rows a list has drawn. */
export function noteWindows(near: ReadonlySet<number>, heights: ReadonlyMap<number, number>): void {
  const { path } = router;
  places.set(path, { scroll: 0, ...places.get(path), near, heights });
}
