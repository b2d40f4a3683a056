import { moved, type Mark, type Strip } from './strips.ts';

/** One page of a part: its marks at their places on the page's text. */
export type PageMarks = Mark[];

/**
 * Puts strips on pages of a height. What is held goes to the next page together, unless it is longer than a page; where
 * a table goes on, its header comes first.
 */
export function pagesOf(strips: readonly Strip[], height: number): PageMarks[] {
  const pages: PageMarks[] = [[]];
  const state = { y: 0, after: 0, isTop: true };
  let foot: Mark[] = [];
  const page = () => pages.at(-1) ?? [];
  const place = (strip: Strip) => {
    if (strip.foot === undefined) page().push(...foot);
    const before = state.isTop && pages.length > 1 ? 0 : Math.max(state.after, strip.before);
    state.y += before;
    page().push(...moved(strip.marks, 0, state.y));
    foot = strip.foot === undefined ? [] : moved(strip.foot, 0, state.y);
    state.y += strip.height;
    state.after = strip.after;
    state.isTop = false;
  };
  const turn = (next: Strip) => {
    page().push(...foot);
    foot = [];
    pages.push([]);
    Object.assign(state, { y: 0, after: 0, isTop: true });
    for (const strip of next.header ?? []) place(strip);
  };
  for (const group of groupsOf(strips)) {
    if (!state.isTop && !fits(group, state, height)) {
      const [first] = group;
      if (first !== undefined) turn(first);
    }
    for (const strip of group) {
      // Only in a group longer than a page.
      if (!state.isTop && !fits([strip], state, height)) turn(strip);
      place(strip);
    }
  }
  page().push(...foot);
  return pages;
}

function groupsOf(strips: readonly Strip[]): Strip[][] {
  const groups: Strip[][] = [];
  let isOpen = false;
  for (const strip of strips) {
    if (isOpen) groups.at(-1)?.push(strip);
    else groups.push([strip]);
    isOpen = strip.held;
  }
  return groups;
}

function fits(group: readonly Strip[], { y, after }: { y: number; after: number }, height: number): boolean {
  let end = y;
  let room = after;
  for (const strip of group) {
    end += Math.max(room, strip.before) + strip.height;
    room = strip.after;
  }
  return end - (group.at(-1)?.slack ?? 0) <= height + 0.01;
}
