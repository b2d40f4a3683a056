import { tabs as words } from './words.ts';

/** The parts of a movement. */
export function tabsOf(id: string, current: 'ranking' | 'activities' | 'units' | 'commend') {
  const at = (path: string, of: typeof current) => ({
    label: words[of],
    href: `/thi-dua/${id}${path}`,
    current: current === of,
  });
  return [
    at('', 'ranking'),
    at('/ra-quan', 'activities'),
    at('/don-vi', 'units'),
    at('/khen-thuong', 'commend'),
  ];
}
