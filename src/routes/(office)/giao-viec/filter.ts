import type { Actor } from '#platform/commands/actor.ts';
import { isId } from '#shared/ids.ts';
import { canGiveTasks } from '#features/tasks/policy.ts';

const views = { 'cua-toi': 'mine', 'da-giao': 'given', 'tat-ca': 'all' } as const;
export type ViewName = keyof typeof views;
const isView = (text: string): text is ViewName => Object.hasOwn(views, text);

/** What the address of the list asks for; who gives work begins with all of it, who only does with the own. */
export function filterOf(url: URL, actor: Actor) {
  const asked = url.searchParams.get('xem') ?? '';
  const first: ViewName = canGiveTasks(actor) ? 'tat-ca' : 'cua-toi';
  const name = isView(asked) ? asked : first;
  const hamletId = url.searchParams.get('ap');
  return {
    name,
    view: views[name],
    over: url.searchParams.get('loc') === 'xong',
    onlyOverdue: url.searchParams.get('loc') === 'qua-han',
    hamletId: hamletId !== null && isId(hamletId) ? hamletId : null,
  };
}
