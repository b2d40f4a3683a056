import { phoneAgeFrom } from '#features/registry/model/priority.ts';
import type { PhoneHome, PhonePerson } from '#features/sync/model/home.ts';
import { itemNames } from '#features/visits/model/digital-status.ts';
import { skillVerdict } from '#features/visits/model/skill-check.ts';
import { answer, item as itemName, skillVerdict as skillWords } from '#features/visits/words.ts';
import { skills as skillsName } from '#features/visits/contact-words.ts';
import type { Day } from '#shared/calendar.ts';
import { spokenOf } from './tell-home.ts';
import * as words from './words.ts';

/** What is known of somebody's digital life, by what the answer is. */
export interface PersonStatus {
  has: string[];
  lacks: string[];
  unknown: string[];
}

const yes = new Set(['yes', 'installed', 'activated', 'regular', 'sometimes']);
/** Says no more than that it is there, or not. */
const plain = new Set(['yes', 'no', 'none', 'never']);

/** Not known is said as not known, never as "no" (R30); of a child only what is known is told. */
export function statusOf(person: PhonePerson, home: PhoneHome, today: Day): PersonStatus {
  const status: PersonStatus = { has: [], lacks: [], unknown: [] };
  const tell = (name: string, known: keyof typeof answer | null) => {
    if (known === null || known === 'unknown') return status.unknown.push(name);
    const said = plain.has(known) ? name : words.home.known(name, answer[known]);
    return (yes.has(known) ? status.has : status.lacks).push(said);
  };
  const ofAll = person.hasSmartphone === 'unknown' && home.hasSmartphone === 'no';
  tell(words.phone, ofAll ? 'no' : person.hasSmartphone);
  for (const item of itemNames) tell(itemName[item], person.digital[item]);
  const verdict = person.skills === null ? 'unknown' : skillVerdict(person.skills);
  if (verdict === 'skilled') status.has.push(skillsName);
  else if (verdict === 'unknown') status.unknown.push(skillsName);
  else status.lacks.push(words.home.known(skillsName, skillWords[verdict]));
  const { age } = spokenOf(person, today);
  return age !== null && age < phoneAgeFrom ? { ...status, unknown: [] } : status;
}
