import { pinAllSame, pinRun, pinShape } from './words.ts';

/** Each digit one more (or each one less) than the digit before: 123456, 987654. */
function isRun(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index]));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

/**
 * What is wrong with a PIN that somebody chooses, as a sentence; null when it may be used. Only the few that everybody
 * tries first are refused: a rule that is too strict ends with a PIN on a slip of paper in the phone's case. Ten tries in
 * all (pin-tries.ts) stand against the rest, 112233 and years of birth among them.
 */
export function pinProblem(pin: string): string | null {
  if (!/^\d{6}$/.test(pin)) return pinShape;
  if (/^(\d)\1+$/.test(pin)) return pinAllSame;
  return isRun(pin) ? pinRun : null;
}
