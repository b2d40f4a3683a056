import type { ClassForm } from '#features/training/model/training-class.ts';

/** What the form of a class stands at before anything is typed; every field as text. */
export interface StandingClass {
  name: string;
  topicIds: readonly string[];
  form: ClassForm;
  place: string;
  link: string;
  trainer: string;
  organiser: string;
  heldOn: string;
  startsAt: string;
  endsAt: string;
  rollMemberId: string;
  passScore: string;
  costNote: string;
  note: string;
}

export const newClass: StandingClass = {
  name: '',
  topicIds: [],
  form: 'in_person',
  place: '',
  link: '',
  trainer: '',
  organiser: '',
  heldOn: '',
  startsAt: '07:30',
  endsAt: '',
  rollMemberId: '',
  passScore: '5',
  costNote: '',
  note: '',
};

/** Lists of choices carry [] in their names; the summary leads to the first of them. */
export function namedErrors(errors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([name, text]) => [
      /^(topicIds|memberIds|platforms)/.test(name) ? `${name.replace(/\..*$/, '')}[]` : name,
      text,
    ]),
  );
}
