import type { Feature } from '#platform/feature.server.ts';
import { notePoints } from './reactions.server.ts';
import { groupsWaiting } from './waiting.server.ts';

/** Self-managed tech groups and the points where they help (R16–R19, R72, W12). */
export const groups: Feature = {
  name: 'groups',
  reactions: [{ on: ['visit.recorded', 'visit.corrected'], react: notePoints }],
  waiting: groupsWaiting,
};
