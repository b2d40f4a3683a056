import type { Id } from '#shared/ids.ts';
import { SkillCheckInput, skillItems, type SkillAnswers } from '#features/visits/model/skill-check.ts';
import type { PhonePerson } from '#features/sync/model/home.ts';
import { check, type Checked } from '../form/checked.ts';
import { telling, textOf, type Typed } from '../form/typed.ts';
import * as words from './words.ts';

/** The newest check counts as a whole: a second one begins where the last stood. */
export function startOfSkills(id: Id, person: PhonePerson): Typed {
  const standing = (answer: boolean | null) => (answer === null ? '' : answer ? 'yes' : 'no');
  return {
    id,
    confirmed_on_vneid: 'unknown',
    ...Object.fromEntries(skillItems.map((item) => [item, standing(person.skills?.[item] ?? null)])),
  };
}

/** The answers as they stand in the form. */
export function skillsOf(typed: Typed): SkillAnswers {
  const read = (item: (typeof skillItems)[number]) => {
    const text = textOf(typed, item);
    return text === '' ? null : text === 'yes';
  };
  return {
    online_services: read('online_services'),
    online_shopping: read('online_shopping'),
    online_payment: read('online_payment'),
    self_protection: read('self_protection'),
    other_platform: read('other_platform'),
    vneid_account: read('vneid_account'),
    dvc_account: read('dvc_account'),
  };
}

/** The input of 'skill.check'. A check of nothing is none: it would take back what is known. */
export function skillCheckFrom(typed: Typed, residentId: Id): Checked<Record<string, unknown>> {
  const answers = skillsOf(typed);
  if (skillItems.every((item) => answers[item] === null))
    return { problems: { [skillItems[0]]: words.skillsNone } };
  const read = check(SkillCheckInput, {
    ...answers,
    id: textOf(typed, 'id'),
    residentId,
    confirmed_on_vneid: textOf(typed, 'confirmed_on_vneid') || 'unknown',
  });
  return 'problems' in read ? read : { input: telling(read.input) };
}
