import { sql, type RawBuilder } from 'kysely';
import { bornBy } from '#shared/calendar.ts';
import type { Condition, ResidentTest } from './definition.ts';
import { anyPriority } from './priority.ts';
import type { Frame } from './relations.server.ts';

/** A boolean of SQL: true, false, or null for unknown. PostgreSQL's and, or, not are Kleene's. */
export type Truth = RawBuilder<boolean | null>;

/** What the conditions need, collected while they are compiled; what is asked twice is worked out once (`asked`). */
export interface Needs {
  guided: { asked: string; column: string; platforms: string[]; outcomes: string[] }[];
  digital: Set<string>;
  skills: boolean;
  some: { asked: string; column: string; holds: Truth }[];
}

export const noNeeds = (): Needs => ({ guided: [], digital: new Set(), skills: false, some: [] });

/** A condition about the row `h` (household), `p` (resident, with its household `h`) or `o` (group). */
export function compileCondition(given: Condition, frame: Frame, needs: Needs): Truth {
  const each = (parts: readonly Condition[], word: RawBuilder<unknown>): Truth =>
    sql`(${sql.join(
      parts.map((part) => compileCondition(part, frame, needs)),
      word,
    )})`;
  if ('all' in given) return each(given.all, sql` and `);
  if ('any' in given) return each(given.any, sql` or `);
  if ('not' in given) return sql`(not ${compileCondition(given.not, frame, needs)})`;
  if ('someResident' in given) {
    const asked = JSON.stringify(given.someResident);
    const known = needs.some.find((one) => one.asked === asked);
    const column = known?.column ?? `some${needs.some.length}`;
    if (!known) needs.some.push({ asked, column, holds: compileCondition(given.someResident, frame, needs) });
    return sql`h.${sql.ref(column)}`;
  }
  switch (given.fact) {
    case 'group_state':
      return isAmong(sql`o.state`, given.in);
    case 'household_state':
      return isAmong(sql`h.state`, given.in);
    case 'household_smartphone':
      return isAmong(sql`h.has_smartphone`, given.in);
    case 'poverty':
      return isAmong(sql`h.poverty`, given.in);
    case 'priority':
      return compileCondition(anyPriority(given.reasons), frame, needs);
    case 'contacts':
      return sql`(h.times >= ${sql.lit(given.atLeast)})`;
    case 'forms':
      return sql`(h.forms >= ${sql.lit(given.atLeast)})`;
    case 'guided': {
      const asked = JSON.stringify(given);
      const known = needs.guided.find((one) => one.asked === asked);
      const column = known?.column ?? `guided${needs.guided.length}`;
      const platforms = given.domains.flatMap((domain) => frame.horizon.platforms[domain] ?? []);
      if (!known) needs.guided.push({ asked, column, platforms, outcomes: [...given.outcomes] });
      return sql`h.${sql.ref(column)}`;
    }
    case 'helper':
      return sql`h.helped`;
    default:
      return compileResident(given, frame, needs);
  }
}

function compileResident(given: ResidentTest, frame: Frame, needs: Needs): Truth {
  switch (given.fact) {
    case 'resident_state':
      return isAmong(sql`p.state`, given.in);
    case 'residence':
      return isAmong(sql`p.residence`, given.in);
    case 'age':
      return sql`(p.birth_date <= ${bornBy(frame.horizon.day, given.atLeast)})`;
    case 'vulnerable':
      return sql`p.vulnerable`;
    case 'smartphone':
      return isAmong(sql`p.has_smartphone`, given.in);
    case 'digital':
      needs.digital.add(given.item);
      return isAmong(sql`p.${sql.ref(given.item)}`, given.in);
    default:
      needs.skills = true;
      return sql`(${sql.join(
        given.items.map((item) => sql`p.${sql.ref(skillColumn[item] ?? item)}`),
        sql` and `,
      )})`;
  }
}

// Two items are called alike in the digital status and in the skill check.
const skillColumn: Partial<Record<string, string>> = {
  vneid_account: 'skill_vneid',
  dvc_account: 'skill_dvc',
};

/** Unknown when the column says 'unknown' or nothing. */
function isAmong(column: RawBuilder<unknown>, values: readonly string[]): Truth {
  return sql`(nullif(${column}, 'unknown') = any(${[...values]}::text[]))`;
}
