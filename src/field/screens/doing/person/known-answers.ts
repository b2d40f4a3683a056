import type { Day } from '#shared/calendar.ts';
import type { Answers, DigitalItem, DigitalStatus } from '#features/visits/model/digital-status.ts';

/** The folded answers that a phone holds, as the forms of digital status show them; since when and how is not on the phone. */
export function knownOf(answers: Answers | null, today: Day): DigitalStatus | null {
  if (answers === null) return null;
  const known = (item: DigitalItem) => {
    const value = answers[item];
    return value === null || value === 'unknown' ? null : { value, on: today, source: 'declared' as const };
  };
  return {
    vneid: known('vneid'),
    dvc_account: known('dvc_account'),
    bank_account: known('bank_account'),
    e_payment: known('e_payment'),
    health_app: known('health_app'),
    education_app: known('education_app'),
    social_app: known('social_app'),
  };
}
