import * as z from 'zod/mini';
import { fold } from '#shared/fold.ts';
import { id, line } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import { hamletKindCodes } from '#features/org/model.ts';
import * as words from '../../words.ts';

/**
 * Which hamlet of the commune a hamlet of the list is: one that exists, or one that the person tells us to create. Nothing is
 * created that nobody asked for. `name` is as the list writes it, '' for households without one.
 */
export const HamletChoice = z.object({
  name: z.string(),
  hamletId: z.optional(id),
  create: z.optional(
    z.object({ name: line(80), kind: z._default(z.enum(hamletKindCodes, words.chooseOne), 'ap') }),
  ),
});
export type HamletChoice = z.output<typeof HamletChoice>;
export const HamletChoices = z._default(z.array(HamletChoice).check(z.maxLength(300)), []);

export interface KnownHamlet {
  id: Id;
  name: string;
}

/** Tells the hamlet of a name in the list: as chosen, else the one of the same name (folded; "Mẫu 1" is also Ấp Mẫu 1 when only one is). */
export function hamletFinder(
  known: readonly KnownHamlet[],
  choices: readonly HamletChoice[],
): (name: string | null) => Id | null {
  const chosen = new Map(
    choices.flatMap((choice) => (choice.hamletId ? [[fold(choice.name), choice.hamletId]] : [])),
  );
  const byName = new Map(known.map((hamlet) => [fold(hamlet.name), hamlet.id]));
  const byBareName = Map.groupBy(known, (hamlet) => bare(hamlet.name));
  const found = new Map<string | null, Id | null>();
  return (name) => {
    const before = found.get(name);
    if (before !== undefined) return before;
    const folded = fold(name ?? '');
    const alike = byBareName.get(bare(name ?? '')) ?? [];
    const id =
      chosen.get(folded) ?? byName.get(folded) ?? (alike.length === 1 ? alike[0]?.id : undefined) ?? null;
    found.set(name, id);
    return id;
  };
}

function bare(name: string): string {
  return fold(name).replace(/^(?:ap|thon|ban|buon|khom|khu pho|to dan pho) +/, '');
}
