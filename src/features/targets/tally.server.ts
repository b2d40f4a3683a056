import { sql, type RawBuilder } from 'kysely';
import type { TargetDefinition } from './definition.ts';

/** One counter: the target itself ('T5'), or a figure beside it ('T5/from15') that stands at a place of the mark's bits. */
export interface CounterPart {
  target: string;
  counter: string;
  /** How far its two bits are shifted; −1 is the target itself. */
  shift: number;
}

/** All counters of these definitions. */
export function counterParts(definitions: readonly TargetDefinition[]): CounterPart[] {
  return definitions.flatMap(({ code, beside }) => [
    { target: code, counter: code, shift: -1 },
    ...beside.map((part, index) => ({ target: code, counter: `${code}/${part.code}`, shift: 2 * index })),
  ]);
}

/** Sums of marks by hamlet and counter: hamlet_id, target, population, reached, unknown, uncertain. `sign` ±1 column makes differences. */
export function tally(
  definitions: readonly TargetDefinition[],
  marks: RawBuilder<unknown>,
  sign: RawBuilder<unknown> = sql`1`,
): RawBuilder<unknown> {
  const parts = counterParts(definitions);
  const bits = sql`((m.beside >> greatest(p.shift, 0)) & 3)`;
  // Marks that say the same are counted first: there are few kinds of them, however many people there are.
  return sql`
    select m.hamlet_id, p.counter as target,
           ${sum(sql`case when p.shift < 0 then m.belongs else ${bits} > 0 end`)} as population,
           ${sum(sql`case when p.shift < 0 then m.belongs and m.verdict else ${bits} = 2 end`)} as reached,
           ${sum(sql`case when p.shift < 0 then m.belongs and m.verdict is null else ${bits} = 3 end`)} as unknown,
           ${sum(sql`p.shift < 0 and m.belongs is null`)} as uncertain
      from (
        select m.target, m.hamlet_id, m.belongs, m.verdict, m.beside, sum(${sign}) as times
          from ${marks} as m group by m.target, m.hamlet_id, m.belongs, m.verdict, m.beside
      ) as m
      join unnest(${parts.map((part) => part.target)}::text[], ${parts.map((part) => part.counter)}::text[],
                  ${parts.map((part) => part.shift)}::int[]) as p(target, counter, shift) on p.target = m.target
     group by m.hamlet_id, p.counter`;
}

/** How many marks of one kind there are, where it holds. */
const sum = (when: RawBuilder<unknown>) => sql`coalesce(sum(m.times) filter (where ${when}), 0)::int`;
