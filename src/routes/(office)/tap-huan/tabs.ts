import type { Actor } from '#platform/commands/actor.ts';
import { canOpenCompetence } from '#features/training/policy.ts';
import { tabs as words } from './words.ts';

/** The parts of the room that the actor may open. */
export function tabsOf(actor: Actor, current: 'classes' | 'competence' | 'topics') {
  return [
    { label: words.classes, href: '/tap-huan', current: current === 'classes' },
    ...(canOpenCompetence(actor)
      ? [{ label: words.competence, href: '/tap-huan/nang-luc', current: current === 'competence' }]
      : []),
    { label: words.topics, href: '/tap-huan/chuyen-de', current: current === 'topics' },
  ];
}
