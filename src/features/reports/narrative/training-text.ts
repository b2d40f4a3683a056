import type { TrainingThen } from '#features/training/queries/as-of.server.ts';
import { sentence, training as say } from './sentences.ts';

/** The commune's classes of a period (R55): those for everybody too, which stand in no hamlet's report. */
export function trainingText({ classes, wide, members, attendances, passes }: TrainingThen): string {
  if (classes === 0 && attendances === 0) return sentence(say.noneInPeriod);
  return [say.ofCommune(classes, wide, members, attendances), passes === 0 ? '' : say.passed(passes)]
    .filter(Boolean)
    .map(sentence)
    .join(' ');
}
