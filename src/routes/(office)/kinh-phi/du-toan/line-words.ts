import { formatDong, type Dong } from '#shared/dong.ts';

/** Choices of a line, with what there is of each. */
export const words = {
  source: (name: string, free: Dong) => `${name} (chưa phân ${formatDong(free)})`,
  base: (name: string, left: Dong) => `${name} (còn ${formatDong(left)})`,
};
