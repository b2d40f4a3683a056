import { phoneAgeFrom } from '#features/registry/model/priority.ts';
import type { PhoneHome, PhonePerson } from '#features/sync/model/home.ts';
import { itemNames } from '#features/visits/model/digital-status.ts';
import { skillVerdict } from '#features/visits/model/skill-check.ts';
import { answer, item as itemName, skillVerdict as skillWords } from '#features/visits/words.ts';
import type { Day } from '#shared/calendar.ts';
import { skills as skillsName } from '#features/visits/contact-words.ts';
import type { IconName } from '#ui/icon-paths.ts';
import { spokenOf } from './tell-home.ts';
import * as words from './words.ts';

/** What is known of somebody's digital life: each as a chip, and the names of what nobody knows. */
export interface PersonStatus {
  known: { kind: 'ok' | 'neutral'; icon: IconName; label: string }[];
  unknown: string[];
}

const has = new Set(['yes', 'installed', 'activated', 'regular', 'sometimes']);
/** There, but not all the way: installed and not activated, used now and then. */
const half = new Set(['installed', 'sometimes']);

/** Not known is said as not known, never as "no" (R30); of a child only what is known is told. */
export function statusOf(person: PhonePerson, home: PhoneHome, today: Day): PersonStatus {
  const { age } = spokenOf(person, today);
  const isChild = age !== null && age < phoneAgeFrom;
  const status: PersonStatus = { known: [], unknown: [] };
  const phone =
    person.hasSmartphone === 'unknown' && home.hasSmartphone === 'no' ? 'no' : person.hasSmartphone;
  if (phone === 'unknown') status.unknown.push(words.phone);
  else status.known.push(chip(words.phone, phone));
  for (const item of itemNames) {
    const known = person.digital[item];
    if (known === null || known === 'unknown') status.unknown.push(itemName[item]);
    else status.known.push(chip(itemName[item], known));
  }
  const verdict = person.skills === null ? 'unknown' : skillVerdict(person.skills);
  if (verdict === 'unknown') status.unknown.push(skillsName.toLowerCase());
  else
    status.known.push({
      kind: verdict === 'skilled' ? 'ok' : 'neutral',
      icon: verdict === 'skilled' ? 'check' : 'minus',
      label: skillWords[verdict],
    });
  return isChild ? { ...status, unknown: [] } : status;
}

function chip(name: string, known: keyof typeof answer): PersonStatus['known'][number] {
  return {
    kind: has.has(known) && !half.has(known) ? 'ok' : 'neutral',
    icon: has.has(known) ? 'check' : 'minus',
    label: words.home.known(name, answer[known]),
  };
}
