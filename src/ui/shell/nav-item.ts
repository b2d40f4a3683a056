import type { IconName } from '../icon-paths.ts';

/** A place in the navigation. */
export interface NavItem {
  href: string;
  label: string;
  icon: IconName;
  /** How many wait there; 0 and nothing are not shown. */
  count?: number | undefined;
  current?: boolean | undefined;
  /** The heading under which it stands; items of a group follow one another. Without it: first, without a heading. */
  group?: string | undefined;
  /** In the bar at the bottom of a phone. The first four are taken when none says so. */
  main?: boolean | undefined;
}
