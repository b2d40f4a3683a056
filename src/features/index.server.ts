import { registerFeatures, type Feature } from '#platform/feature.server.ts';
import { accounts } from './accounts/feature.server.ts';
import { budget } from './budget/feature.server.ts';
import { commerce } from './commerce/feature.server.ts';
import { documents } from './documents/feature.server.ts';
import { emulation } from './emulation/feature.server.ts';
import { groups } from './groups/feature.server.ts';
import { indicators } from './indicators/feature.server.ts';
import { inspection } from './inspection/feature.server.ts';
import { leaving } from './leaving/feature.server.ts';
import { merging } from './merging/feature.server.ts';
import { obstacles } from './obstacles/feature.server.ts';
import { org } from './org/feature.server.ts';
import { outreach } from './outreach/feature.server.ts';
import { plans } from './plans/feature.server.ts';
import { registry } from './registry/feature.server.ts';
import { reports } from './reports/feature.server.ts';
import { support } from './support/feature.server.ts';
import { sync } from './sync/feature.server.ts';
import { targets } from './targets/feature.server.ts';
import { tasks } from './tasks/feature.server.ts';
import { training } from './training/feature.server.ts';
import { units } from './units/feature.server.ts';
import { visits } from './visits/feature.server.ts';

/** Every feature, lowest first: the order in which reactions run. A feature reads only those before it. */
export const features: readonly Feature[] = [
  org,
  accounts,
  units,
  plans,
  registry,
  visits,
  commerce,
  outreach,
  training,
  groups,
  support,
  obstacles,
  tasks,
  inspection,
  leaving,
  budget,
  targets,
  documents,
  emulation,
  reports,
  indicators,
  merging,
  sync,
];

registerFeatures(features);
