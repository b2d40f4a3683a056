import type { Feature } from '#platform/feature.server.ts';
import { endRightsOfMember } from './reactions.server.ts';

export const accounts: Feature = {
  name: 'accounts',
  reactions: [{ on: ['team_member.ended'], react: endRightsOfMember }],
};
