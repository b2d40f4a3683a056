import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import type { Answers } from '../model/sample.ts';
import { canSeeAgreement } from '../policy.ts';

/** What was found at the doors of the visits of a hamlet, or of one who wrote them down. */
export interface Agreement extends Answers {
  /** Of the hamlet, or of the hamlet and the person. */
  key: string;
  hamlet: string;
  /** Null: the whole hamlet. */
  person: string | null;
}

/**
 * Answers since a day, by hamlet and by who wrote the visits down (R97): a visit that was drawn of two reports counts once, with the
 * newest answer. Throws `not_found` for who does not ask.
 */
export async function sampleAgreement(
  ctx: ReadContext,
  since: Day,
): Promise<{ hamlets: Agreement[]; people: Agreement[] }> {
  if (!canSeeAgreement(ctx.actor)) throw notFound();
  const { rows } = await sql<Agreement & { hamletId: Id }>`
    with answers as (
      select distinct on (s.visit_id) s.visit_id, s.result from report_samples as s
       where s.commune_id = ${ctx.communeId} and s.result is not null
       order by s.visit_id, s.checked_at desc, s.id
    ), told as (
      select v.hamlet_id, coalesce(v.member_id, v.recorded_by) as person_id,
             coalesce(m.full_name, a.full_name) as person, answers.result
        from answers
        join visits as v on v.commune_id = ${ctx.communeId} and v.id = answers.visit_id and v.visited_on >= ${since}
        left join team_members as m on m.commune_id = ${ctx.communeId} and m.id = v.member_id
        left join accounts as a on a.commune_id = ${ctx.communeId} and a.id = v.recorded_by
    )
    select concat_ws(' ', told.hamlet_id, told.person_id) as key, h.name as hamlet, max(told.person) as person,
           (count(*) filter (where told.result = 'confirmed'))::int as confirmed,
           (count(*) filter (where told.result = 'differs'))::int as differs,
           (count(*) filter (where told.result = 'not_met'))::int as "notMet"
      from told join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = told.hamlet_id
     group by grouping sets ((told.hamlet_id, h.name, h.code), (told.hamlet_id, h.name, h.code, told.person_id))
     order by h.code, person nulls first, key`.execute(ctx.tx);
  // Sums of hamlets have no person in their key.
  const isHamlet = ({ key }: Agreement) => !key.includes(' ');
  return {
    hamlets: rows.filter(isHamlet).map((row) => ({ ...row, person: null })),
    people: rows.filter((row) => !isHamlet(row)),
  };
}
