import { Problem, type FieldProblems } from '#shared/problem.ts';
import { outcomes } from '#features/targets/definition.ts';
import type { TargetOptions } from '#features/targets/options.ts';
import { chooseSome } from '#features/targets/words.ts';
import { definition as words } from '../../words.ts';

type Typed = Readonly<Record<string, unknown>>;

/**
 * The options as typed; what the target does not ask keeps what stands. Percent and counts are typed as Vietnam writes them
 * ("82,5"). Throws `input.invalid` with the field for what cannot be read; bounds are the definition's own schema's.
 */
export function readOptions(typed: Typed, standing: TargetOptions): TargetOptions {
  const problems: FieldProblems = {};
  const number = (name: 'floor' | 'ambition' | 'atLeast' | 'contacts' | 'forms', asked: boolean) => {
    if (!asked) return standing[name];
    const given = typed[name];
    const value = typeof given === 'string' ? given.trim() : '';
    if (value === '' && name === 'ambition') return null;
    const read = /^\d{1,5}([.,]\d{1,2})?$/.test(value) ? Number(value.replace(',', '.')) : Number.NaN;
    const whole = name === 'floor' || name === 'ambition' || Number.isInteger(read);
    const top = name === 'atLeast' ? 10_000 : name === 'forms' ? 10 : 100;
    if (!(read > 0 && read <= top && whole)) problems[name] = words.numberWrong(top);
    return read;
  };
  const list = (name: 'domains' | 'outcomes') => {
    if (standing[name] === null) return null;
    const given = typed[name];
    const chosen = Array.isArray(given) ? given.filter((one) => typeof one === 'string') : [];
    if (chosen.length === 0) problems[name] = chooseSome;
    return chosen;
  };
  const isRate = standing.floor !== null;
  const domains = list('domains');
  const chosenOutcomes = list('outcomes');
  const options: TargetOptions = {
    floor: number('floor', isRate),
    ambition: number('ambition', isRate),
    atLeast: number('atLeast', !isRate),
    contacts: number('contacts', standing.contacts !== null),
    forms: number('forms', standing.forms !== null),
    domains,
    outcomes: chosenOutcomes && outcomes.filter((one) => chosenOutcomes.includes(one)),
    vneid: standing.vneid === null ? null : typed['vneid'] === 'activated' ? 'activated' : 'installed',
  };
  if (Object.keys(problems).length > 0) throw new Problem('input.invalid', { fields: problems });
  return options;
}
