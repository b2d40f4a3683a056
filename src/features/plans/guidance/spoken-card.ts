import type { GuidanceCard, GuidanceStep } from './card.ts';
import * as words from './words.ts';

const sentence = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** What is read out for one step. */
export function spokenStep(step: GuidanceStep, number: number): string[] {
  return [`${words.step(number)}.`, step.text, ...(step.hint ? [step.hint] : [])];
}

/** What is read out for a whole card, the reminder before the first step. Troubles are left to be looked up. */
export function spokenCard(card: GuidanceCard): string[] {
  return [
    sentence(card.title),
    card.about,
    `${words.needed}: ${card.needed.join('; ')}.`,
    words.neverAsk,
    words.typeYourself,
    ...card.steps.flatMap((step, index) => spokenStep(step, index + 1)),
    `${words.goal}: ${card.goal}`,
  ];
}
