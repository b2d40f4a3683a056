import type { Activity } from '#features/emulation/queries/activities.server.ts';

/** Who took part in a joint activity (lượt), by what they are. */
export function peopleOf({ members, groups }: Pick<Activity, 'members' | 'groups'>) {
  const sum = (who: 'teachers' | 'pupils' | 'others') => groups.reduce((all, one) => all + one[who], 0);
  return {
    members: members.length,
    teachers: sum('teachers'),
    pupils: sum('pupils'),
    others: sum('others'),
  };
}
